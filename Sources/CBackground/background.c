#define _GNU_SOURCE
#include "CBackground.h"

#include <malloc.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

int eigentop_set_thread_niceness(int niceness) {
    // On Linux "process" 0 would be the calling thread too; the thread id says so.
    return setpriority(PRIO_PROCESS, (id_t)syscall(SYS_gettid), niceness);
}

void eigentop_release_unused_memory(void) {
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

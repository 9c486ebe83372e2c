#define _GNU_SOURCE
#include "CThreadPriority.h"

#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

int eigentop_set_thread_niceness(int niceness) {
    // On Linux "process" 0 would be the calling thread too; the thread id says so.
    return setpriority(PRIO_PROCESS, (id_t)syscall(SYS_gettid), niceness);
}

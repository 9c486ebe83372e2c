// Runs a program and tells what it took: the kernel counts the memory of whoever starts a program towards the program's
// peak, so whoever measures that has to be small.
//
//   launch REPORT PROGRAM [ARGUMENT …]      writes "seconds processor-seconds KiB status" to the file REPORT
#include <spawn.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + 1e-9 * time.tv_nsec;
}

static double seconds_of(struct timeval time) { return time.tv_sec + 1e-6 * time.tv_usec; }

int main(int argc, char **argv) {
  if (argc < 3) return 64;
  pid_t pid;
  int status;
  struct rusage usage;
  double start = now();
  if (posix_spawnp(&pid, argv[2], NULL, NULL, argv + 2, environ) != 0 || wait4(pid, &status, 0, &usage) < 0) return 1;
  double seconds = now() - start;
  FILE *report = fopen(argv[1], "w");
  if (!report) return 1;
  fprintf(report, "%.9f %.6f %ld %d\n", seconds, seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime),
          usage.ru_maxrss, WIFEXITED(status) ? WEXITSTATUS(status) : -1);
  return fclose(report) != 0;
}

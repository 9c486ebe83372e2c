#define _GNU_SOURCE
#include "CPseudoTerminal.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

// forkpty would do, but for two things. A session leader's group is orphaned, and the kernel does not stop those, so
// Ctrl-Z could not be tested: here a keeper leads the session, as a shell does, and the program has a group of its own.
// And only a parent learns that a program stopped or ended: the keeper tells it through a pipe, which can be polled.
//
// The tests have several threads, so what runs between fork and exec is async-signal-safe. `fork` itself is not: it calls what
// libraries have asked for, and OpenBLAS stops its threads then, behind a lock that another thread may have held. `_Fork` is.

static void run_program(const char *path, char *const arguments[], char *const environment[], int trace) {
  setpgid(0, 0);
  tcsetpgrp(STDIN_FILENO, getpid());
  struct sigaction usual = {.sa_handler = SIG_DFL};
  for (int number = 1; number < NSIG; number++) sigaction(number, &usual, NULL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  // dup2 leaves close-on-exec behind, unless it has nothing to do.
  if (trace == EIGENTOP_TRACE_DESCRIPTOR) fcntl(trace, F_SETFD, 0);
  else dup2(trace, EIGENTOP_TRACE_DESCRIPTOR);
  // The tests crash programs on purpose.
  setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
  execve(path, arguments, environment);
  _exit(127);
}

static void keep(const char *path, char *const arguments[], char *const environment[], int terminal, int trace,
                 int status) {
  // The keeper outlives a hang-up, and may give its terminal away from the background.
  sigset_t all;
  sigfillset(&all);
  sigprocmask(SIG_SETMASK, &all, NULL);
  setsid();
  ioctl(terminal, TIOCSCTTY, 0);
  for (int stream = 0; stream <= 2; stream++) dup2(terminal, stream);

  pid_t pid = _Fork();
  if (pid == 0) run_program(path, arguments, environment, trace);
  if (pid < 0) _exit(1);
  // Of all descriptors of the tests only one is kept: a copy of another test's terminal would keep that one alive.
  dup2(status, STDIN_FILENO);
  close_range(1, ~0u, 0);
  if (write(STDIN_FILENO, &pid, sizeof pid) != sizeof pid) _exit(1);
  for (;;) {
    int change;
    if (waitpid(pid, &change, WUNTRACED | WCONTINUED) < 0) _exit(1);
    if (write(STDIN_FILENO, &change, sizeof change) != sizeof change) _exit(1);
    if (WIFEXITED(change) || WIFSIGNALED(change)) _exit(0);
  }
}

static void close_all(const int *descriptors, int count) {
  for (int i = 0; i < count; i++)
    if (descriptors[i] >= 0) close(descriptors[i]);
}

// The end of the pipe is no sign that the keeper is gone: a process that another thread has just forked may hold a copy.
static bool read_pid(int status, pid_t keeper, pid_t *pid) {
  for (bool is_gone = false;;) {
    struct pollfd ready = {.fd = status, .events = POLLIN};
    if (poll(&ready, 1, is_gone ? 0 : 100) > 0) return read(status, pid, sizeof *pid) == sizeof *pid;
    if (is_gone) return false;
    siginfo_t end = {.si_pid = 0};
    // Left to be waited for.
    is_gone = waitid(P_PID, (id_t)keeper, &end, WEXITED | WNOHANG | WNOWAIT) != 0 || end.si_pid == keeper;
  }
}

int eigentop_pty_start(const char *path, char *const arguments[], char *const environment[], int columns, int rows,
                       eigentop_pty_program *program) {
  enum { MASTER, TERMINAL, STATUS, STATUS_END, TRACE, TRACE_END, COUNT };
  int fd[COUNT] = {-1, -1, -1, -1, -1, -1};
  char name[64];
  fd[MASTER] = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (fd[MASTER] < 0 || grantpt(fd[MASTER]) != 0 || unlockpt(fd[MASTER]) != 0 ||
      ptsname_r(fd[MASTER], name, sizeof name) != 0 || eigentop_pty_resize(fd[MASTER], columns, rows) != 0 ||
      (fd[TERMINAL] = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)) < 0 || pipe2(&fd[STATUS], O_CLOEXEC) != 0 ||
      pipe2(&fd[TRACE], O_CLOEXEC) != 0) {
    close_all(fd, COUNT);
    return -1;
  }
  pid_t keeper = _Fork();
  if (keeper == 0) keep(path, arguments, environment, fd[TERMINAL], fd[TRACE_END], fd[STATUS_END]);
  close(fd[STATUS_END]);
  close(fd[TRACE_END]);
  fd[STATUS_END] = fd[TRACE_END] = -1;
  pid_t pid = -1;
  if (keeper < 0 || !read_pid(fd[STATUS], keeper, &pid)) {
    if (keeper > 0) waitpid(keeper, NULL, 0);
    close_all(fd, COUNT);
    return -1;
  }
  *program = (eigentop_pty_program){pid, keeper, fd[MASTER], fd[TERMINAL], fd[STATUS], fd[TRACE]};
  return 0;
}

int eigentop_pty_resize(int master, int columns, int rows) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  return ioctl(master, TIOCSWINSZ, &size);
}

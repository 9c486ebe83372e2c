#define _GNU_SOURCE
#include "CSignals.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

// --- Signals that the run loop answers ---

static atomic_int wake_up = -1;
static atomic_uint pending;

// Adds one to an eventfd.
static void wake(int descriptor) {
  int saved = errno;
  uint64_t one = 1;
  // Fails only where the counter is full, and then the descriptor is readable already.
  ssize_t written = write(descriptor, &one, sizeof one);
  (void)written;
  errno = saved;
}

static void note(int number) {
  unsigned bit = number == SIGWINCH ? EIGENTOP_RESIZED : number == SIGTSTP ? EIGENTOP_STOPPING : EIGENTOP_CONTINUED;
  atomic_fetch_or(&pending, bit);
  wake(atomic_load(&wake_up));
}

unsigned eigentop_signals_take(void) { return atomic_exchange(&pending, 0); }

// --- Signals that end the process ---

static struct sigaction before[NSIG];
// Written only while disarmed, read only by whoever takes `armed` from true to false.
static struct {
  int terminal;
  struct termios settings;
  size_t size;
  char bytes[1024];
} restore;
static atomic_bool armed;

static void restore_terminal(void) {
  // One thread restores, however many crash.
  if (!atomic_exchange(&armed, false)) return;
  for (size_t done = 0; done < restore.size;) {
    ssize_t written = write(restore.terminal, restore.bytes + done, restore.size - done);
    if (written > 0) done += (size_t)written;
    else if (written == 0 || errno != EINTR) break;
  }
  tcsetattr(restore.terminal, TCSANOW, &restore.settings);
}

// Swift's backtracer reads the standard input that it inherits. It meets the end of an empty file in place of a keyboard,
// so that it says what it has to say and waits for nobody.
static void leave_keyboard(void) {
  int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
  if (nothing >= 0) dup2(nothing, STDIN_FILENO);
}

static void die(int number) {
  int saved = errno;
  restore_terminal();
  leave_keyboard();
  // SIGQUIT is no crash, though Swift's backtracer takes it for one: the user asked for an end.
  if (number == SIGQUIT) signal(SIGQUIT, SIG_DFL);
  else sigaction(number, &before[number], NULL);
  // Blocked while this handler runs, so it is delivered to whoever handled it before as soon as this returns, with the
  // registers of the fault. Returning alone would not do: it continues after a breakpoint, or after kill(2).
  raise(number);
  errno = saved;
}

int eigentop_restore_arm(int terminal, const struct termios *settings, const char *bytes, size_t size) {
  if (size > sizeof restore.bytes) return -1;
  eigentop_restore_disarm();
  restore.terminal = terminal;
  restore.settings = *settings;
  restore.size = size;
  memcpy(restore.bytes, bytes, size);
  atomic_store(&armed, true);
  return 0;
}

void eigentop_restore_disarm(void) { atomic_store(&armed, false); }

// --- The terminal's own signals ---

int eigentop_leave_quit_key(int terminal) {
  struct termios settings;
  if (tcgetattr(terminal, &settings) != 0) return -1;
  settings.c_lflag |= ISIG;
  settings.c_cc[VINTR] = settings.c_cc[VSUSP] = _POSIX_VDISABLE;
  return tcsetattr(terminal, TCSANOW, &settings);
}

// --- Installing ---

// A stack overflow leaves no stack for its own handler. Swift's backtracer may have made a larger one; that stays.
static int give_alternate_stack(void) {
  static char stack[64 * 1024];
  stack_t current;
  if (sigaltstack(NULL, &current) != 0) return -1;
  if (!(current.ss_flags & SS_DISABLE)) return 0;
  stack_t ours = {.ss_sp = stack, .ss_size = sizeof stack};
  return sigaltstack(&ours, NULL);
}

static bool is_ignored(const struct sigaction *action) {
  return !(action->sa_flags & SA_SIGINFO) && action->sa_handler == SIG_IGN;
}

// sigaction, but what the parent ignores for us stays ignored (nohup; SIGTSTP under a shell without job control).
static int install(int number, const struct sigaction *action, struct sigaction *old) {
  struct sigaction current;
  if (sigaction(number, NULL, &current) != 0) return -1;
  if (old) *old = current;
  return is_ignored(&current) ? 0 : sigaction(number, action, NULL);
}

// Has these signals restore the terminal before the process dies of them.
static int install_fatal(const int *numbers, int count) {
  if (give_alternate_stack() != 0) return -1;
  struct sigaction dying = {.sa_handler = die, .sa_flags = SA_ONSTACK};
  // All signals wait: SIGTTOU would stop a background process in tcsetattr.
  sigfillset(&dying.sa_mask);
  for (int i = 0; i < count; i++)
    if (install(numbers[i], &dying, &before[numbers[i]]) != 0) return -1;
  return 0;
}

int eigentop_crashes_install(void) {
  static atomic_bool installed;
  if (atomic_exchange(&installed, true)) return 0;
  const int crashes[] = {SIGQUIT, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP};
  return install_fatal(crashes, sizeof crashes / sizeof *crashes);
}

int eigentop_signals_install(int event_descriptor) {
  int kept = fcntl(event_descriptor, F_DUPFD_CLOEXEC, 0);
  if (kept < 0) return -1;
  bool first = atomic_exchange(&wake_up, kept) < 0;
  // A second installation only changes whom to wake (the old duplicate stays open: a handler may be writing to it).
  if (!first) return 0;

  struct sigaction noting = {.sa_handler = note, .sa_flags = SA_RESTART | SA_ONSTACK};
  sigfillset(&noting.sa_mask);
  const int answered[] = {SIGWINCH, SIGTSTP, SIGCONT};
  for (unsigned i = 0; i < sizeof answered / sizeof *answered; i++)
    if (install(answered[i], &noting, NULL) != 0) return -1;

  if (eigentop_crashes_install() != 0) return -1;
  const int ends[] = {SIGHUP, SIGINT, SIGTERM};
  return install_fatal(ends, sizeof ends / sizeof *ends);
}

// --- Stopping ---

void eigentop_stop(void) {
  struct sigaction action, saved;
  memset(&action, 0, sizeof action);
  // The rest of the group (a pager, `make run`) stops as it would by the keyboard. Not this process yet: a signal to a
  // process may stop it a little after kill returns, when the terminal would be taken back already; one to the calling
  // thread stops it before raise returns.
  action.sa_handler = SIG_IGN;
  sigaction(SIGTSTP, &action, &saved);
  if (is_ignored(&saved)) return;
  kill(0, SIGTSTP);
  action.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &action, NULL);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &saved, NULL);
  // The caller knows: it asked.
  atomic_fetch_and(&pending, ~(unsigned)(EIGENTOP_STOPPING | EIGENTOP_CONTINUED));
}

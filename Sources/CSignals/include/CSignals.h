#pragma once
#include <stddef.h>
#include <termios.h>

// What the run loop has to know of; bits of eigentop_signals_take().
enum {
  EIGENTOP_RESIZED = 1 << 0,   // SIGWINCH
  EIGENTOP_STOPPING = 1 << 1,  // SIGTSTP
  EIGENTOP_CONTINUED = 1 << 2, // SIGCONT
};

/// From now on SIGQUIT ends the process at once, and a crash waits for no key (Swift's backtracer would, at a terminal). Call on
/// the main thread: it gets the alternate stack. 0, or -1 and errno.
int eigentop_crashes_install(void);
/// Installs the handlers of this file, which from then on wake a poll on `event_descriptor` (a duplicate of it is kept,
/// so it may be closed). Call on the main thread: it gets the alternate stack. 0, or -1 and errno.
int eigentop_signals_install(int event_descriptor);
/// The bits that were set since the last call.
unsigned eigentop_signals_take(void);

/// From now on a fatal signal writes `size` bytes to `terminal` and gives it back `settings` before it kills the
/// process. `bytes` is copied; what is beyond the room for it (1 KiB, far more than any terminal needs) is refused with
/// -1.
int eigentop_restore_arm(int terminal, const struct termios *settings, const char *bytes, size_t size);
/// From now on a fatal signal leaves the terminal alone: it was given back already.
void eigentop_restore_disarm(void);

/// Of a terminal in raw mode: Ctrl-\ sends SIGQUIT again, even to a program that reads no keys, while Ctrl-C and Ctrl-Z stay keys.
/// 0, or -1 and errno.
int eigentop_leave_quit_key(int terminal);

/// Stops the process group as the terminal's own suspend character would, and returns when this process goes on (at
/// once in an orphaned process group, which the kernel does not stop). SIGTSTP's handler is as before on return.
void eigentop_stop(void);

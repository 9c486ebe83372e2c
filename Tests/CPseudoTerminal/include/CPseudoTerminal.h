#pragma once
#include <sys/types.h>
#include <termios.h>

/// A program that runs in a pseudo-terminal of its own. All descriptors are close-on-exec.
typedef struct {
  pid_t pid;      // the program, leader of the terminal's foreground process group
  pid_t keeper;   // its parent, which reports on it; to be reaped with waitpid
  int master;     // what the program writes is read here, and what is written here it reads
  int terminal;   // the program's side of the same terminal, for its settings
  int status;     // one `int` for each change that waitpid sees (stopped, continued, ended), then the end of the file
  int trace;      // what the program writes to descriptor EIGENTOP_TRACE_DESCRIPTOR
} eigentop_pty_program;

/// The descriptor under which the program inherits the writing end of `trace`.
enum { EIGENTOP_TRACE_DESCRIPTOR = 3 };

/// Starts `path` with the terminal as its input, output and error. 0, or -1 and errno. A program that cannot be
/// executed exits with 127.
int eigentop_pty_start(const char *path, char *const arguments[], char *const environment[], int columns, int rows,
                       eigentop_pty_program *program);
/// Changes the size of a terminal, of which the kernel tells the program by SIGWINCH.
int eigentop_pty_resize(int master, int columns, int rows);

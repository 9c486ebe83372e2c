// Shows every key that it reads, and says so as eigentop does: less than this no program can take from a key to a frame.
#include <stdio.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

int main(void) {
  struct termios settings;
  if (tcgetattr(STDIN_FILENO, &settings) != 0) return 1;
  cfmakeraw(&settings);
  tcsetattr(STDIN_FILENO, TCSANOW, &settings);
  int trace = atoi(getenv("EIGENTOP_TRACE"));
  dprintf(trace, "frame=1 keys=0\n");
  char key;
  for (int keys = 1; read(STDIN_FILENO, &key, 1) == 1; keys++) {
    if (write(STDOUT_FILENO, &key, 1) != 1) return 1;
    dprintf(trace, "frame=%d keys=%d\n", keys + 1, keys);
  }
}

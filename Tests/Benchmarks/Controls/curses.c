// Opens ncurses, paints the screen once, says so as eigentop does, and waits for a key: less than this no dashboard can
// take to its first frame.
#include <curses.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  setlocale(LC_ALL, "");
  initscr();
  for (int row = 0; row < LINES; row++) mvhline(row, 0, 'a' + row % 26, COLS);
  refresh();
  dprintf(atoi(getenv("EIGENTOP_TRACE")), "frame=1\n");
  getch();
  endwin();
}

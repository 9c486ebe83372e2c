#pragma once
// Wide characters: SwiftPM passes no defines of a system library's users on to it, so it is set here.
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <term.h>
#include <wchar.h>

// Each function below is something that Swift does not import (a macro with arguments or casts) or rejects (a global
// variable of C, which is shared mutable state to Swift 6).

// `stdin` and `stdout` are global variables.
static inline SCREEN *eigentop_new_terminal(void) { return newterm(NULL, stdout, stdin); }

// `cur_term` is a macro or a global variable, by build.
static inline void eigentop_forget_terminal_type(void) { del_curterm(cur_term); }

// Whether the user's locale (LC_ALL, LC_CTYPE or LANG) is one of UTF-8. Changes nothing. (`CODESET` is a macro.)
static inline bool eigentop_user_has_unicode(void) {
  locale_t user = newlocale(LC_CTYPE_MASK, "", (locale_t)0);
  if (user == (locale_t)0) return false;
  bool unicode = strcmp(nl_langinfo_l(CODESET, user), "UTF-8") == 0;
  freelocale(user);
  return unicode;
}

// Wide output needs a UTF-8 locale, the user's or the C library's own. Only LC_CTYPE, so that numbers keep their point.
// False where there is none.
static inline bool eigentop_use_unicode(void) {
  return setlocale(LC_CTYPE, eigentop_user_has_unicode() ? "" : "C.UTF-8") != NULL;
}

// What is typed is read in the user's locale; without a valid one the C library stays with ASCII.
static inline void eigentop_use_user_locale(void) { setlocale(LC_CTYPE, ""); }

// `stdscr`, `COLORS` and `COLOR_PAIRS` are global variables.
static inline WINDOW *eigentop_screen(void) { return stdscr; }
static inline int eigentop_colors(void) { return COLORS; }
static inline int eigentop_color_pairs(void) { return COLOR_PAIRS; }

// Paints the whole screen anew with what ncurses believes to be on it (`curscr` is a global variable).
static inline void eigentop_repaint(void) {
  clearok(curscr, TRUE);
  wrefresh(curscr);
}

// The attribute macros carry casts.
static inline attr_t eigentop_attributes(bool bold, bool dim, bool underline, bool reverse) {
  return (bold ? A_BOLD : 0) | (dim ? A_DIM : 0) | (underline ? A_UNDERLINE : 0) | (reverse ? A_REVERSE : 0);
}

// Puts one character (zero-terminated: a spacing one and its marks) at a position of the standard screen. A colour pair
// beyond 32767 is passed to setcchar through its `void *`. wadd_wchnstr, not wadd_wch: it neither moves the cursor nor
// fails in the last corner. It is called on stdscr through a macro.
static inline void eigentop_put(int y, int x, const wchar_t *text, attr_t attributes, int pair) {
  cchar_t cell;
  if (setcchar(&cell, text, attributes, 0, &pair) == OK) mvadd_wchnstr(y, x, &cell, 1);
}

// `tigetstr` answers (char *)-1 for a name that is not a string capability.
static inline const char *eigentop_capability(const char *name) {
  const char *value = tigetstr(name);
  return value == (const char *)-1 ? NULL : value;
}

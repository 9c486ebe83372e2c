#define _GNU_SOURCE // wcwidth, uselocale, pthread_once
#include "CWideCharacters.h"
#include <locale.h>
#include <pthread.h>
#include <wchar.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;
// Made once and kept for the life of the process; (locale_t)0 where the C library has none of the locales below.
static locale_t unicode = (locale_t)0;

static void make_locale(void) {
  static const char *const names[] = {"C.UTF-8", "C.utf8", "en_US.UTF-8", "POSIX.UTF-8"};
  for (unsigned i = 0; i < sizeof names / sizeof *names && unicode == (locale_t)0; i++)
    unicode = newlocale(LC_CTYPE_MASK, names[i], (locale_t)0);
}

// The coarse answer for a system without any Unicode locale: control characters, the commonest combining blocks, and
// the blocks that are wide throughout.
static int coarse_width(uint32_t scalar) {
  if (scalar == 0) return 0;
  if (scalar < 0x20 || (scalar >= 0x7f && scalar < 0xa0) || scalar > 0x10ffff) return -1;
  if ((scalar >= 0x300 && scalar <= 0x36f) || (scalar >= 0x200b && scalar <= 0x200f) ||
      (scalar >= 0x20d0 && scalar <= 0x20ff) || (scalar >= 0xfe00 && scalar <= 0xfe0f))
    return 0;
  if ((scalar >= 0x1100 && scalar <= 0x115f) || (scalar >= 0x2e80 && scalar <= 0xa4cf && scalar != 0x303f) ||
      (scalar >= 0xac00 && scalar <= 0xd7a3) || (scalar >= 0xf900 && scalar <= 0xfaff) ||
      (scalar >= 0xfe30 && scalar <= 0xfe6f) || (scalar >= 0xff00 && scalar <= 0xff60) ||
      (scalar >= 0x1f300 && scalar <= 0x1f64f) || (scalar >= 0x1f900 && scalar <= 0x1f9ff) ||
      (scalar >= 0x20000 && scalar <= 0x3fffd))
    return 2;
  return 1;
}

int eigentop_scalar_width(uint32_t scalar) {
  pthread_once(&once, make_locale);
  if (unicode == (locale_t)0) return coarse_width(scalar);
  // wcwidth reads the thread's locale, so only this thread's is changed, and only for the call.
  locale_t before = uselocale(unicode);
  int width = wcwidth((wchar_t)scalar);
  uselocale(before);
  return width;
}

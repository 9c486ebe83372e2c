#pragma once
#include <stdint.h>

/// Columns of a Unicode scalar on a terminal as the C library knows them (0, 1, 2), -1 for what cannot be printed.
/// The C library's table is the one that ncurses uses, so both always agree. Works in any locale of the process.
int eigentop_scalar_width(uint32_t scalar);

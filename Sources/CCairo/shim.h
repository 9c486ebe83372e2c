#pragma once

#if !__has_include(<cairo/cairo.h>)
#error "Cairo is missing. Debian and Ubuntu: sudo apt-get install libcairo2-dev"
#endif
#if !__has_include(<fontconfig/fontconfig.h>)
#error "fontconfig is missing. Debian and Ubuntu: sudo apt-get install libfontconfig-dev"
#endif

#include <cairo/cairo-pdf.h>
#include <cairo/cairo-svg.h>
#include <cairo/cairo.h>
#include <fontconfig/fontconfig.h>

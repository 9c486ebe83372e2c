#pragma once

#if !__has_include(<xxhash.h>)
#error "xxHash is missing. Debian and Ubuntu: sudo apt-get install libxxhash-dev"
#endif

#include <xxhash.h>

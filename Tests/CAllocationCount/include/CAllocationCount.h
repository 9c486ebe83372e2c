#pragma once

/// How often the calling thread has asked for memory (`malloc`, `calloc`, `realloc`) since it began. What is linked with this module
/// has an allocator that counts, and leaves the rest to that of the C library.
///
/// Always 0 where an allocator cannot be put before another: under AddressSanitizer, which has its own, and without glibc.
unsigned long eigentop_allocation_count(void);

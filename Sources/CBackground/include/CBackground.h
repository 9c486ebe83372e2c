#pragma once

/// Gives the calling thread this niceness (0 normal … 19 lowest); other threads of the process keep theirs.
/// A C function because `setpriority` takes an enumeration that Swift cannot name. Returns 0, or -1 with errno.
int eigentop_set_thread_niceness(int niceness);

/// Gives freed memory back to the system, where the C library keeps it for later (glibc does, by the megabyte).
/// A C function because Swift's module of the C library lacks `malloc_trim`.
void eigentop_release_unused_memory(void);

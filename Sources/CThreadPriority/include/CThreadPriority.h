#pragma once

/// Gives the calling thread this niceness (0 normal … 19 lowest); other threads of the process keep theirs.
/// A C function because `setpriority` takes an enumeration that Swift cannot name. Returns 0, or -1 with errno.
int eigentop_set_thread_niceness(int niceness);

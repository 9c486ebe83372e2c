#pragma once

/// A new eventfd, close-on-exec and non-blocking; -1 with errno on failure.
/// A C function because Swift's module of the C library lacks <sys/eventfd.h>.
int eigentop_eventfd(void);

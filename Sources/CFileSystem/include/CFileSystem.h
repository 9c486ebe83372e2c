#pragma once

/// The number by which the kernel knows the type of the file system that `path` is on (`f_type` of statfs); -1 with
/// errno on failure. A C function because Swift's module of the C library lacks <sys/vfs.h>.
long long eigentop_file_system_type(const char *path);

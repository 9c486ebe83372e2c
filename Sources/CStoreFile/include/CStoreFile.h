#ifndef CSTOREFILE_H
#define CSTOREFILE_H

/// Empties an SQLite database in place, however broken it is, while other processes may have it open. (The function
/// behind it takes a variable number of arguments, which Swift cannot call.)
///
/// Returns an SQLite result code, 0 for success.
int store_file_reset(const char *path);

/// Whether a path is on a file system that other machines can write to. There a write-ahead log, which processes share
/// through memory, does not work. 0 where the system does not say.
int store_file_is_remote(const char *path);

#endif

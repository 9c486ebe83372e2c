#include "CFileSystem.h"

#include <sys/vfs.h>

long long eigentop_file_system_type(const char *path) {
  struct statfs status;
  if (statfs(path, &status) != 0) return -1;
  // The field is a signed long on some systems, and the numbers have 32 bits.
  return (long long)(unsigned)status.f_type;
}

#define _GNU_SOURCE
#include "CPermissions.h"
#include <linux/capability.h>
#include <sys/syscall.h>
#include <unistd.h>

void eigentop_obey_permissions(bool obeys) {
  // Capabilities belong to a thread. glibc has no function for them.
  struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
  struct __user_cap_data_struct sets[_LINUX_CAPABILITY_U32S_3];
  if (syscall(SYS_capget, &header, sets) != 0) return;
  const unsigned overrides = 1u << CAP_DAC_OVERRIDE | 1u << CAP_DAC_READ_SEARCH;
  if (obeys) sets[0].effective &= ~overrides;
  else sets[0].effective |= sets[0].permitted & overrides;
  syscall(SYS_capset, &header, sets);
}

#pragma once
#include <stdbool.h>

/// Whether the calling thread, and those it starts from now on, obey the permissions of files as an ordinary user does. Root does not
/// by itself. Without effect for those who obey anyway.
void eigentop_obey_permissions(bool obeys);

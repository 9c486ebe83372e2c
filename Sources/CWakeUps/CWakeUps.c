#include "CWakeUps.h"

#include <sys/eventfd.h>

int eigentop_eventfd(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

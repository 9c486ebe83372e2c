#pragma once

#if !__has_include(<cblas.h>)
#error "OpenBLAS is missing. Debian and Ubuntu: sudo apt-get install libopenblas-dev"
#endif
#if !__has_include(<lapacke.h>)
#error "LAPACKE is missing. Debian and Ubuntu: sudo apt-get install liblapacke-dev"
#endif

#include <cblas.h>
#include <lapacke.h>

/// OpenBLAS's own setting, declared here because another cblas.h (the reference BLAS's) may be the one that answers.
void openblas_set_num_threads(int count);
int openblas_get_num_threads(void);

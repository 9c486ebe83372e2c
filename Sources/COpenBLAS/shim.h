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
/// How it was built, and the kind of processor that it computes for; both live as long as the process.
char *openblas_get_config(void);
char *openblas_get_corename(void);

/// The first stage of LAPACK's two-stage reduction, from a symmetric matrix to a band, for which LAPACKE has no name.
/// Column-major; with lwork = -1 it answers the size of `work` in work[0].
void dsytrd_sy2sb_(
    const char *uplo, const int *n, const int *kd, double *a, const int *lda, double *ab, const int *ldab, double *tau,
    double *work, const int *lwork, int *info);

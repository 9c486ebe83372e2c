// The shortest way from a float32 .npy file to its decay coefficient: read, dsyrk, LAPACK, least squares. Nothing is
// checked and nothing else is understood, so that its time is the limit for whoever does the same.
//
//   limit FILE      prints α over ranks 11…100; OPENBLAS_NUM_THREADS says how many threads
#include <cblas.h>
#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { BLOCK_ROWS = 512, SLAB_COLUMNS = 2048, TWO_STAGE_ORDER = 3000, BANDWIDTH = 48 };

void openblas_set_num_threads(int);
void dsyevd_(const char *, const char *, const int *, double *, const int *, double *, double *, const int *, int *,
             const int *, int *);
void dsytrd_sy2sb_(const char *, const int *, const int *, double *, const int *, double *, const int *, double *,
                   double *, const int *, int *);
void dsbtrd_(const char *, const char *, const int *, const int *, double *, const int *, double *, double *, double *,
             const int *, double *, int *);
void dsterf_(const int *, double *, double *, int *);

typedef struct {
  int file;
  long rows, columns;
  off_t start; // of the elements
} Dump;

static void fail(const char *what) {
  fprintf(stderr, "limit: %s\n", what);
  exit(1);
}

static double *numbers(size_t count) { return calloc(count, sizeof(double)); }

static Dump open_dump(const char *path) {
  Dump dump = {.file = open(path, O_RDONLY)};
  char head[129] = {0};
  if (pread(dump.file, head, 128, 0) != 128 || !strstr(head + 10, "<f4")) fail("not a dump of float32");
  dump.start = 10 + (unsigned char)head[8] + 256 * (unsigned char)head[9];
  const char *shape = strstr(head + 10, "'shape': (");
  if (!shape || sscanf(shape, "'shape': (%ld, %ld)", &dump.rows, &dump.columns) != 2) fail("no matrix");
  return dump;
}

static void read_rows(Dump dump, long first, long count, float *into) {
  size_t left = sizeof(float) * dump.columns * count;
  off_t place = dump.start + (off_t)sizeof(float) * dump.columns * first;
  for (char *next = (char *)into; left > 0;) {
    ssize_t got = pread(dump.file, next, left, place);
    if (got <= 0) fail("the file is short");
    next += got, place += got, left -= got;
  }
}

// The upper triangle of the covariance (row-major), accumulated about the mean of the first block.
static void covariance(Dump dump, double *c) {
  long d = dump.columns;
  float *stored = malloc(sizeof(float) * BLOCK_ROWS * d);
  double *shifted = numbers(BLOCK_ROWS * d), *shift = numbers(d), *sum = numbers(d);
  for (long first = 0; first < dump.rows; first += BLOCK_ROWS) {
    long count = dump.rows - first < BLOCK_ROWS ? dump.rows - first : BLOCK_ROWS;
    read_rows(dump, first, count, stored);
    if (first == 0) {
      for (long i = 0; i < count; i++)
        for (long j = 0; j < d; j++) shift[j] += stored[i * d + j];
      for (long j = 0; j < d; j++) shift[j] /= count;
    }
    for (long i = 0; i < count; i++)
      for (long j = 0; j < d; j++) sum[j] += shifted[i * d + j] = stored[i * d + j] - shift[j];
    cblas_dsyrk(CblasRowMajor, CblasUpper, CblasTrans, d, count, 1, shifted, d, 1, c, d);
  }
  double n = dump.rows;
  for (long i = 0; i < d; i++)
    for (long j = i; j < d; j++) c[i * d + j] = c[i * d + j] / n - sum[i] / n * (sum[j] / n);
  free(stored), free(shifted), free(shift), free(sum);
}

// The upper triangle of the Gram matrix of the centred rows over N, in slabs of columns: whole columns have exact means.
static void gram(Dump dump, double *g) {
  long n = dump.rows, d = dump.columns;
  float *stored = malloc(sizeof(float) * n * d);
  double *centred = numbers(n * SLAB_COLUMNS), *mean = numbers(SLAB_COLUMNS);
  read_rows(dump, 0, n, stored);
  for (long first = 0; first < d; first += SLAB_COLUMNS) {
    long width = d - first < SLAB_COLUMNS ? d - first : SLAB_COLUMNS;
    for (long j = 0; j < width; j++) mean[j] = 0;
    for (long i = 0; i < n; i++)
      for (long j = 0; j < width; j++) mean[j] += stored[i * d + first + j];
    for (long j = 0; j < width; j++) mean[j] /= n;
    for (long i = 0; i < n; i++)
      for (long j = 0; j < width; j++) centred[i * width + j] = stored[i * d + first + j] - mean[j];
    cblas_dsyrk(CblasRowMajor, CblasUpper, CblasNoTrans, n, width, 1.0 / n, centred, width, 1, g, n);
  }
  free(stored), free(centred), free(mean);
}

// All eigenvalues, ascending. A row-major upper triangle is a column-major lower one.
static double *eigenvalues(int n, double *matrix) {
  double *values = numbers(n);
  int status = 0;
  if (n < TWO_STAGE_ORDER) {
    int size = 2 * n + 1 + 64 * n, one = 1, integers;
    dsyevd_("N", "L", &n, matrix, &n, values, numbers(size), &size, &integers, &one, &status);
  } else {
    int bandwidth = BANDWIDTH, stride = BANDWIDTH + 1, query = -1, one = 1;
    double wanted, unused, *band = numbers((size_t)stride * n), *beside = numbers(n), *factors = numbers(n);
    dsytrd_sy2sb_("L", &n, &bandwidth, matrix, &n, band, &stride, factors, &wanted, &query, &status);
    int size = (int)wanted;
    dsytrd_sy2sb_("L", &n, &bandwidth, matrix, &n, band, &stride, factors, numbers(size), &size, &status);
    // What follows calls BLAS for a few numbers at a time, which threads only slow down.
    openblas_set_num_threads(1);
    if (status == 0)
      dsbtrd_("N", "L", &n, &bandwidth, band, &stride, values, beside, &unused, &one, numbers(n), &status);
    if (status == 0) dsterf_(&n, values, beside, &status);
  }
  if (status != 0) fail("no eigenvalues");
  return values;
}

// Least squares of ln λ on -ln k over ranks 11…100 with weight 1/k.
static double decay(const double *ascending, int n) {
  double w = 0, x = 0, y = 0, xx = 0, xy = 0;
  for (int k = 11; k <= 100; k++) {
    double weight = 1.0 / k, a = -log(k), b = log(fabs(ascending[n - k]));
    w += weight, x += weight * a, y += weight * b, xx += weight * a * a, xy += weight * a * b;
  }
  return (w * xy - x * y) / (w * xx - x * x);
}

int main(int argc, char **argv) {
  if (argc != 2) fail("one file is needed");
  Dump dump = open_dump(argv[1]);
  int isWide = dump.rows < dump.columns, order = isWide ? dump.rows : dump.columns;
  double *matrix = numbers((size_t)order * order);
  (isWide ? gram : covariance)(dump, matrix);
  printf("%.17g\n", decay(eigenvalues(order, matrix), order));
}

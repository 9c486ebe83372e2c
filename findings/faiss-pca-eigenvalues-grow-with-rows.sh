#!/usr/bin/env bash
# The eigenvalues of faiss' PCAMatrix grow with the number of rows, up to 1,000 rows a column, and then no more.
#
# Expected: eigenvalues of the covariance, or of the scatter matrix, of the rows given to train().
# Seen with faiss-cpu 1.15.1 (numpy 2.4.6), 16 columns: for 4,000 rows they are the covariance's times 4,000, so those
#   of the scatter matrix. For 200,000 rows they are the covariance's times about 16,000: train() draws 1,000 rows a
#   column (max_points_per_d) and uses these only, without a word. With a larger max_points_per_d it is 200,000.
# For whoever compares spectra by their size (trace, greatest eigenvalue): divide by the smaller of the number of rows
#   and 1,000 times the columns. The eigenvalues of a long dump also have the error of a sample.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q numpy==2.4.6 faiss-cpu==1.15.1
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import faiss
import numpy as np

columns = 16
rng = np.random.default_rng(0)
rows = (rng.normal(size=(200_000, columns)) * np.arange(1, columns + 1) ** -0.5).astype(np.float32)

def ratio(count, **settings):
    pca = faiss.PCAMatrix(columns, columns)
    for name, value in settings.items():
        setattr(pca, name, value)
    pca.train(rows[:count])
    exact = np.linalg.eigvalsh(np.cov(rows[:count].astype(np.float64).T, bias=True))[::-1]
    return faiss.vector_to_array(pca.eigenvalues) / exact

found = {"4,000 rows": ratio(4_000), "200,000 rows": ratio(200_000),
         "200,000 rows, max_points_per_d=20,000": ratio(200_000, max_points_per_d=20_000)}
for name, values in found.items():
    print(f"{name}: eigenvalues are those of the covariance times {values.min():,.0f} to {values.max():,.0f}")
few, many, whole = found.values()
assert np.allclose(few, 4_000, rtol=1e-3) and np.allclose(whole, 200_000, rtol=1e-3), (few, whole)
assert np.allclose(many, 16_000, rtol=0.05) and not np.allclose(many, 16_000, rtol=1e-3), many
PYTHON

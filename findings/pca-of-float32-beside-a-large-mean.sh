#!/usr/bin/env bash
# scikit-learn's default PCA of float32 features with a large mean gives another power law than the features have.
#
# Expected: explained_variance_ of centred features decays as the features do, whatever their common offset: PCA subtracts it.
# Seen with scikit-learn 1.7.2 (numpy 2.4.6): for N = 20,000, D = 256 and eigenvalues k^-1, the default solver (covariance_eigh,
#   chosen by itself for tall data) computes X^T X and subtracts N times the product of the means, all in float32. With a mean of
#   100 standard deviations the fitted exponent over ranks 11 to 100 is off by more than 0.2, without a warning;
#   svd_solver="full" of the same data, and float64, are right. Penultimate activations behind a ReLU with a massive feature are of this kind.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q numpy==2.4.6 scikit-learn==1.7.2
"$folder/venv/bin/python" - <<'PYTHON'
import warnings
import numpy as np
from sklearn.decomposition import PCA

warnings.simplefilter("error")
rng = np.random.default_rng(0)
ranks = np.arange(1, 257)
rows = rng.normal(size=(20_000, 256)) * ranks ** -0.5 + 100.0

def exponent(features, solver):
    values = PCA(svd_solver=solver).fit(features).explained_variance_
    fitted = slice(10, 100)
    if (values[fitted] <= 0).any():
        return float("nan")
    return float(-np.polyfit(np.log(ranks[fitted]), np.log(values[fitted]), 1)[0])

found = {
    "float32, default solver": exponent(rows.astype(np.float32), "auto"),
    "float32, full SVD": exponent(rows.astype(np.float32), "full"),
    "float64, default solver": exponent(rows, "auto"),
}
for name, value in found.items():
    print(f"{name}: {value:.3f}, of features with 1")
assert abs(found["float32, full SVD"] - 1) < 0.05 and abs(found["float64, default solver"] - 1) < 0.05, found
assert not abs(found["float32, default solver"] - 1) < 0.2, found
PYTHON

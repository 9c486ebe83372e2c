#!/usr/bin/env bash
# torch.cdist is coarser for 26 rows than for 25: beside a large mean a row is not at distance 0 from itself.
#
# Expected: distances between rows that have a common offset are those without it, to the rounding of float32.
# Seen with torch 2.13.0 on the CPU: from 26 rows on the default compute_mode takes |x|^2 + |y|^2 - 2xy. For 2,000 rows
#   of a 5-dimensional cloud in 64 columns, with a mean of 100, a row is up to 0.8 away from itself and at distance 0
#   from others, so that the TwoNN dimension is a division by 0. compute_mode="donot_use_mm_for_euclid_dist" finds 5.11,
#   as without the mean, and so does scikit-learn 1.7.2. The documentation names the switch, not what it costs.
# For whoever estimates intrinsic dimensions or neighbours: small tests take the exact way, real features the other.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q numpy==2.4.6 torch==2.13.0 scikit-learn==1.7.2
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import numpy as np
import torch
from sklearn.metrics import pairwise_distances

rng = np.random.default_rng(0)
cloud = rng.normal(size=(2000, 5)) @ np.linalg.qr(rng.normal(size=(64, 5)))[0].T

def dimension(distances):
    first, second = np.sort(distances, axis=1)[:, 1:3].T
    return float("inf") if (first == 0).any() else len(first) / float(np.log(second / first).sum())

def of_itself(rows):
    return float(torch.cdist(rows, rows).diagonal().max())

found = {}
for mean in (0, 100):
    rows = torch.from_numpy(cloud + mean).float()
    exact = torch.cdist(rows, rows, compute_mode="donot_use_mm_for_euclid_dist").numpy()
    found[mean] = [dimension(torch.cdist(rows, rows).numpy()), dimension(exact),
                   dimension(pairwise_distances(rows.numpy()))]
    print(f"mean {mean}: dimension by cdist {found[mean][0]:.3f}, by exact cdist {found[mean][1]:.3f}, "
          f"by scikit-learn {found[mean][2]:.3f}")
few, many, whole = of_itself(rows[:25]), of_itself(rows[:26]), of_itself(rows)
print(f"greatest distance of a row to itself, mean 100: of 25 rows {few:.3f}, of 26 {many:.3f}, of 2,000 {whole:.3f}")
assert few == 0 and many > 0.1 and whole > 0.1, (few, many, whole)
assert np.allclose(found[0], 5.11, atol=0.02) and np.allclose(found[100][1:], 5.11, atol=0.02), found
assert found[100][0] == float("inf"), found
PYTHON

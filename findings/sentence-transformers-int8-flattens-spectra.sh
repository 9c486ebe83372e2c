#!/usr/bin/env bash
# int8 embeddings of sentence-transformers have each column stretched to the same range: their spectrum is another.
#
# Expected: int8 is float32 with coarser steps: one scale, and the covariance spectrum kept down to the rounding.
# Seen with sentence-transformers 6.2.0 (numpy 2.4.6): quantize_embeddings, which encode(precision="int8") calls, maps
#   the smallest and greatest value of each column of the batch to -128 and 127, unless it is given ranges. For
#   5,000 x 256 features whose columns have variances k^-1 the exponent over ranks 11 to 100 falls from 1.00 to 0.15.
#   The first 1,000 rows alone get other codes in nine of ten places.
# For whoever reads embeddings: the covariance of an int8 dump is nearly a correlation matrix. A column of next to no
#   variance weighs as much as any other. The ranges are not in the dump, and two batches have two scales.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q numpy==2.4.6 torch==2.13.0 transformers==5.24.0 sentence-transformers==6.2.0
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import numpy as np
from sentence_transformers.util import quantize_embeddings

rng = np.random.default_rng(0)
ranks = np.arange(1, 257)
rows = (rng.normal(size=(5000, 256)) * ranks ** -0.5).astype(np.float32)

def exponent(features):
    values = np.linalg.eigvalsh(np.cov(features.astype(np.float64).T))[::-1]
    return float(-np.polyfit(np.log(ranks[10:100]), np.log(values[10:100]), 1)[0])

coarse = np.round(rows / np.abs(rows).max() * 127).astype(np.int8)
codes = quantize_embeddings(rows, precision="int8")
alone = quantize_embeddings(rows[:1000], precision="int8")
other = float((alone != codes[:1000]).mean())
print(f"exponent: float32 {exponent(rows):.3f}, int8 of one scale {exponent(coarse):.3f}, of sentence-transformers "
      f"{exponent(codes):.3f} ({codes.dtype}, {codes.shape})")
print(f"codes of the first 1,000 rows that are others when they are converted alone: {other:.0%}")
assert codes.dtype == np.int8 and codes.shape == rows.shape
assert abs(exponent(rows) - 1) < 0.05 and abs(exponent(coarse) - 1) < 0.1 and exponent(codes) < 0.3
assert other > 0.8, other
assert set(codes.min(axis=0)) == {-128} and set(codes.max(axis=0)) <= {126, 127}, (codes.min(axis=0), codes.max(axis=0))
PYTHON

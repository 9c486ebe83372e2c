#!/usr/bin/env bash
# A float64 column of Hugging Face datasets comes out of with_format("numpy") as float32.
#
# Expected: the arrays have the type of the column, as they have for int64.
# Seen with datasets 5.2.0 (numpy 2.4.6): the feature says List(Value("float64")), or Array2D of float64, and the array
#   is float32, without a word. with_format("numpy", dtype=np.float64) gives what was stored.
# For whoever computes spectra: float64 is stored where float32 does not do. Of eight columns with deviations from 1 to
#   1e-7 beside a mean of 1,000 two become constant, and the covariance loses two of its eight eigenvalues. The type of
#   the array says nothing about the type of the dump.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q numpy==2.4.6 datasets==5.2.0
cd "$folder"
export HF_HOME="$folder" HF_HUB_OFFLINE=1 # Its cache is in the home directory otherwise.
"$folder/venv/bin/python" - <<'PYTHON'
import datasets
import numpy as np

rng = np.random.default_rng(0)
rows = rng.normal(size=(2000, 8)) * 10.0 ** -np.arange(8) + 1000.0

def constant(array):
    return int((array.reshape(2000, 8).astype(np.float64).std(axis=0) == 0).sum())

for kind, shape in ((datasets.List(datasets.Value("float64")), (2000, 8)),
                    (datasets.Array2D((8, 1), "float64"), (2000, 8, 1))):
    features = datasets.Features({"x": kind, "label": datasets.Value("int64")})
    stored = datasets.Dataset.from_dict({"x": rows.reshape(shape), "label": np.arange(2000)}, features=features)
    plain = stored.with_format("numpy")[:]
    asked = stored.with_format("numpy", dtype=np.float64)[:]["x"]
    print(f"{stored.features['x']}: by default {plain['x'].dtype}, {constant(plain['x'])} constant columns, "
          f"asked for {asked.dtype}, {constant(asked)} constant columns")
    assert plain["x"].dtype == np.float32 and constant(plain["x"]) == 2, plain["x"].dtype
    assert np.array_equal(asked.reshape(2000, 8), rows) and constant(asked) == 0, asked.dtype
    assert plain["label"].dtype == np.int64, plain["label"].dtype
PYTHON

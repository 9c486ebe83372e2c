#!/usr/bin/env bash
# safetensors.numpy stores an array that is not in C order with its elements in other places.
#
# Expected: what save_file writes, load_file gives back; or the array is refused, as safetensors.torch refuses tensors that are
#   not contiguous.
# Seen with safetensors 0.8.0 (numpy 2.4.6): a transposed matrix comes back with the right shape and the wrong elements, without
#   an error or a warning: the bytes of its memory are written as if it were in C order. Features that were computed as D x N
#   and transposed, or come from a column-wise library, lose which number is whose, and nothing in the file says so; the sum of
#   all elements is right, the covariance spectrum is not.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q numpy==2.4.6 safetensors==0.8.0
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import warnings
import numpy as np
from safetensors.numpy import load_file, save_file

warnings.simplefilter("error")
rows = np.random.default_rng(0).normal(size=(200, 8)) * np.arange(1, 9)
save_file({"c": rows, "fortran": np.asfortranarray(rows)}, "features.safetensors")
back = load_file("features.safetensors")
top = {name: np.linalg.eigvalsh(np.cov(array.T))[-1] for name, array in back.items()}
print("shapes", {name: array.shape for name, array in back.items()})
print("equal to what was saved", {name: bool(np.array_equal(array, rows)) for name, array in back.items()})
print("greatest eigenvalue of the covariance", {name: round(float(value), 2) for name, value in top.items()})
assert np.array_equal(back["c"], rows)
assert back["fortran"].shape == rows.shape and not np.array_equal(back["fortran"], rows), "it is stored as it is now"
assert np.isclose(back["fortran"].sum(), rows.sum())
PYTHON

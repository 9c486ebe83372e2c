#!/usr/bin/env bash
# A virtual dataset of HDF5 has zeros for the rows whose file is not there, and h5py reads them without a word.
#
# Expected: reading rows that are in a missing file is an error, as a missing external link is one.
# Seen with h5py 3.16.0 (numpy 2.4.6): features.h5 joins the files of two ranks. Without the second file, or with an
#   older one whose dataset has another name, the shape is the same and half of the rows are 0. HDF5 gives the fill
#   value there, 0 by default; create_virtual_dataset(..., fillvalue=nan) marks them. An external link raises KeyError.
# For whoever reads feature dumps: copying features.h5 alone is enough. Half of the rows are then one point at zero:
#   the direction of the mean becomes the first eigenvector, here with 50 times the variance of any other.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q numpy==2.4.6 h5py==3.16.0
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import os
import warnings
import h5py
import numpy as np

warnings.simplefilter("error")
rows = np.random.default_rng(0).normal(size=(2000, 8)) + 4.0
for rank in range(2):
    with h5py.File(f"rank{rank}.h5", "w") as file:
        file["features"] = rows[1000 * rank:1000 * (rank + 1)]
with h5py.File("features.h5", "w") as file:
    layout = h5py.VirtualLayout((2000, 8), "f8")
    for rank in range(2):
        source = h5py.VirtualSource(f"rank{rank}.h5", "features", (1000, 8))
        layout[1000 * rank:1000 * (rank + 1)] = source
    file.create_virtual_dataset("features", layout)
    file.create_virtual_dataset("marked", layout, fillvalue=np.nan)
    file["linked"] = h5py.ExternalLink("rank1.h5", "features")

def read():
    with h5py.File("features.h5", "r") as file:
        try:
            linked = file["linked"].shape
        except Exception as error:
            linked = type(error).__name__
        return file["features"][:], file["marked"][:], linked

def report(name):
    found, marked, linked = read()
    zero, nan = int((found == 0).all(axis=1).sum()), int(np.isnan(marked).all(axis=1).sum())
    top = np.linalg.eigvalsh(np.cov(found.T))[-2:]
    print(f"{name}: shape {found.shape}, {zero} rows of zeros, greatest eigenvalues {top[1]:.1f} and {top[0]:.1f}, "
          f"{nan} rows of nan where asked for, external link {linked}")
    return found.shape, zero, nan, linked

whole = report("both files")
os.rename("rank1.h5", "elsewhere.h5")
lost = report("one file lost")
with h5py.File("rank1.h5", "w") as file:
    file["embeddings"] = rows[1000:]
other = report("one with another name in it")
assert whole == ((2000, 8), 0, 0, (1000, 8)), whole
assert lost == other == ((2000, 8), 1000, 1000, "KeyError"), (lost, other)
PYTHON

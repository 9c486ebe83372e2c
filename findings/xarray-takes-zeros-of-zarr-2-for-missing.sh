#!/usr/bin/env bash
# Zeros of a zarr array of format 2 are NaN to xarray, those of format 3 are zeros.
#
# Expected: the array that zarr-python wrote and reads, in either format.
# Seen with xarray 2026.9.0 and zarr 3.1.6: zarr-python gives each array the fill value 0, the value of chunks that are
#   not there. In format 2 xarray takes the fill value for the mark of missing values, so every exact zero becomes NaN.
#   In format 3 it does not. mask_and_scale=False gives the zeros back.
# For whoever reads feature dumps: half of what stands behind a ReLU is exact zeros. Then hardly a row is without NaN,
#   and a mean that skips NaN is a mean of the positive values only.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q numpy==2.4.6 zarr==3.1.6 xarray==2026.9.0
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import numpy as np
import xarray
import zarr

rows = np.maximum(np.random.default_rng(0).normal(size=(60, 4)), 0).astype("f4")
found = {}
for zarr_format in (2, 3):
    group = zarr.open_group(f"dump{zarr_format}.zarr", mode="w", zarr_format=zarr_format)
    names = {"dimension_names": ["row", "unit"]} if zarr_format == 3 else {}
    array = group.create_array("features", shape=rows.shape, dtype="f4", chunks=(30, 4), **names)
    array[:] = rows
    if zarr_format == 2:
        array.attrs["_ARRAY_DIMENSIONS"] = ["row", "unit"]
    assert np.array_equal(array[:], rows)
    read = {}
    for mask in (True, False):
        dataset = xarray.open_zarr(f"dump{zarr_format}.zarr", consolidated=False, mask_and_scale=mask)
        read[mask] = dataset["features"].values
    found[zarr_format] = int(np.isnan(read[True]).sum())
    print(f"format {zarr_format}: {int((rows == 0).sum())} zeros written, {found[zarr_format]} NaN read")
    assert np.array_equal(read[False], rows)
assert found == {2: int((rows == 0).sum()), 3: 0}, found
PYTHON

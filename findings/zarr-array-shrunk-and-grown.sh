#!/usr/bin/env bash
# Some of the rows that a zarr array was shrunk by come back when it grows again.
#
# Expected: resize to fewer rows drops the others. Rows that a later resize adds hold the fill value.
# Seen with zarr 3.1.6 (numpy 2.4.6), formats 2 and 3: of 10 rows in chunks of 8, shrunk to 2 and grown to 10, rows 2
#   to 7 have their old values, and rows 8 and 9 are zero. Whole chunks outside are deleted; the chunk that the new
#   edge cuts is left as it was.
# For whoever reads feature dumps: a run that empties a store with resize, fills it anew and ends early leaves rows of
#   an older checkpoint behind the new ones, finite and of the right scale.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q numpy==2.4.6 zarr==3.1.6
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import numpy as np
import zarr

for zarr_format in (2, 3):
    array = zarr.create_array(f"features{zarr_format}.zarr", shape=(10, 3), chunks=(8, 3), dtype="f4",
                              zarr_format=zarr_format)
    array[:] = np.arange(1, 31).reshape(10, 3)
    array.resize((2, 3))
    array.resize((10, 3))
    column = zarr.open_array(f"features{zarr_format}.zarr", mode="r")[:, 0].tolist()
    print(f"format {zarr_format}: first column after 10 -> 2 -> 10 rows: {column}")
    assert column == [1, 4, 7, 10, 13, 16, 19, 22, 0, 0], column
PYTHON

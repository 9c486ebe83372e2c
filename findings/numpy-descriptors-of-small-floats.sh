#!/usr/bin/env bash
# Of the small types of ml_dtypes np.save keeps the width and loses which type it was.
#
# Expected: an array of float8_e4m3fn comes back as one, or np.save refuses it.
# Seen with numpy 2.4.6 and ml_dtypes 0.5.4: float8_e4m3fn, float8_e4m3b11fnuz, int4 and uint4 are all written as '<V1', float8_e5m2
#   as '<f1', bfloat16 as '<V2'. np.load gives raw void elements for '<V1' and '<V2', without a warning, and raises for '<f1',
#   which numpy itself has written. Nothing in the file tells these types of one byte apart: a reader can only be told.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q numpy==2.4.6 ml_dtypes==0.5.4
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import ml_dtypes
import numpy as np

found = {}
for name in ["bfloat16", "float8_e4m3fn", "float8_e4m3b11fnuz", "float8_e5m2", "int4", "uint4"]:
    np.save("x.npy", np.ones((4, 3)).astype(getattr(ml_dtypes, name)))
    with open("x.npy", "rb") as file:
        version = np.lib.format.read_magic(file)
        header = file.read(200)
        descriptor = header.split(b"'descr': '")[1].split(b"'")[0].decode()
    try:
        loaded = np.load("x.npy").dtype.str
    except Exception as error:
        loaded = type(error).__name__
    found[name] = (descriptor, loaded)
    print(f"{name:20} written as {descriptor}, read as {loaded}")
assert found["float8_e4m3fn"][0] == found["float8_e4m3b11fnuz"][0] == found["int4"][0] == "<V1", found
assert found["bfloat16"] == ("<V2", "|V2"), found
assert found["float8_e5m2"][0] == "<f1" and found["float8_e5m2"][1].endswith("Error"), found
PYTHON

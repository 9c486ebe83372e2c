#!/usr/bin/env python3
"""Makes the .npy files beside it. Needs numpy; run it in this directory.

Element (i, j) of an array, j counting the axes behind the first in C order, is a small number that the tests compute
by themselves:

    k = (7 i + 3 j) mod 120
    unsigned integers   k
    signed integers     k - 60
    floating point      (k - 60) / 8, exact in every type
    bool                k mod 2 = 1
"""

import numpy as np

ROWS = 9
TYPES = ["f2", "f4", "f8", "V2", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "b1"]
NAMES = {"f2": "float16", "f4": "float32", "f8": "float64", "V2": "bfloat16", "b1": "bool",
         **{f"{kind}{size}": f"{name}{8 * size}" for kind, name in [("i", "int"), ("u", "uint")] for size in [1, 2, 4, 8]}}


def features(code, tail):
    """ROWS × tail numbers of a type, little-endian; bfloat16 as its bits."""
    i, j = np.indices((ROWS, int(np.prod(tail))))
    k = (7 * i + 3 * j) % 120
    if code[0] == "u":
        values = k.astype(f"<{code}")
    elif code[0] == "i":
        values = (k - 60).astype(f"<{code}")
    elif code == "b1":
        values = k % 2 == 1
    elif code == "V2":
        values = (((k - 60) / 8).astype("<f4").view("<u4") >> 16).astype("<u2")
    else:
        values = ((k - 60) / 8).astype(f"<{code}")
    return values.reshape((ROWS, *tail))


def save(path, values, version=(1, 0), bfloat16=False):
    with open(path, "wb") as file:
        if not bfloat16:
            np.lib.format.write_array(file, values, version=version)
            return
        # As numpy writes the bfloat16 of ml_dtypes.
        order = ">" if values.dtype.byteorder == ">" else "<"
        np.lib.format.write_array_header_1_0(
            file, {"descr": f"{order}V2", "fortran_order": False, "shape": values.shape})
        file.write(values.tobytes())


for code in TYPES:
    values = features(code, (5,))
    save(f"{NAMES[code]}-little.npy", values, bfloat16=code == "V2")
    if values.dtype.itemsize > 1:
        save(f"{NAMES[code]}-big.npy", values.astype(values.dtype.newbyteorder(">")), bfloat16=code == "V2")

for version in [(1, 0), (2, 0), (3, 0)]:
    save(f"version{version[0]}.npy", features("f4", (5,)), version)

for tail in [(6,), (3, 4), (2, 3, 4)]:
    values = features("f4", tail)
    save(f"axes{values.ndim}-c.npy", values)
    save(f"axes{values.ndim}-fortran.npy", np.asfortranarray(values))
save("axes4-fortran-big.npy", np.asfortranarray(features("i2", (2, 3, 4)).astype(">i2")))

# The tests hold the expected values of these.
save("extremes-float16.npy", np.array([[65504, 2**-24, -0.0], [np.inf, -np.inf, np.nan]], "<f2"))
save("extremes-float32.npy", np.array([[np.finfo("f4").max, 2**-149, -0.0], [np.inf, -np.inf, np.nan]], "<f4"))
save("extremes-int64.npy", np.array([[2**63 - 1, -(2**63)], [2**53 + 1, -1]], "<i8"))
save("extremes-uint64.npy", np.array([[2**64 - 1, 2**63], [2**53, 0]], "<u8"))

save("vector-float32.npy", np.array([4, 2, 1, 0.5], "<f4"))
save("vector-big-float64.npy", np.array([4, 2, 1, 0.5], ">f8"))
save("scalar.npy", np.array(1.5))
save("no-rows.npy", np.zeros((0, 5), "<f4"))
save("no-columns.npy", np.zeros((5, 0), "<f4"))
save("one-row.npy", np.zeros((1, 5), "<f4"))
save("one-column.npy", np.zeros((5, 1, 1), "<f4"))
save("strings.npy", np.array([["a", "b"], ["c", "d"]]))
save("complex.npy", np.zeros((2, 2), "<c8"))
save("dates.npy", np.zeros((2, 2), "<M8[ns]"))
save("records.npy", np.zeros((2, 2), [("x", "<f4"), ("yÿ", "<i2", (2,))]), version=(3, 0))
with open("pickle.npy", "wb") as file:
    np.save(file, np.array({"train_loss": [1.0]}, dtype=object), allow_pickle=True)

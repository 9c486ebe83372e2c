#!/usr/bin/env python3
"""Writes the dumps beside this script, and reference.json: what the analysis of each has to find.

Independent of eigentop: numpy alone, in float64, and by another route. Eigenvalues are squares of the singular values of
the centred features, so no covariance or Gram matrix is ever formed. The definitions are those of the documentation: ranks
are 1-based and ranges closed, covariances are divided by N, logarithms are natural.

    python3 make_reference.py

The same numpy writes the same bytes; another version or another LAPACK may move the last digits.
"""

import json
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parents[2]
SAMPLES = [
    "untrained/features_epoch_000.npy",
    "lambd_0.000100_pdim_16/features_epoch_001.npy",
    "lambd_0.004000_pdim_128/features_epoch_008.npy",
    "lambd_0.025000_pdim_256/features_epoch_003.npy",
    "lambd_1.000000_pdim_64/features_epoch_008.npy",
    "lambd_0.000000_pdim_1_wd_1/features_epoch_008.npy",  # collapsed: few ranks above the noise floor
]
RANGES = {"11...100": (11, 100), "4...100": (4, 100), "6...50": (6, 50), "12...50": (12, 50)}
ROUNDOFF = {"float16": 2.0**-11, "float32": 2.0**-24}


def power_law(generator, rows, columns, decay, mean=0.0, scale=1.0):
    """Normal features whose covariance has the eigenvalues scale² k^(−decay), in randomly turned directions."""
    deviations = scale * np.arange(1, columns + 1) ** (-decay / 2)
    turn, _ = np.linalg.qr(generator.standard_normal((columns, columns)))
    return mean + (generator.standard_normal((rows, columns)) * deviations) @ turn


def write_dumps():
    generator = np.random.Generator(np.random.PCG64(20260519))

    # A common offset of a thousand standard deviations.
    features = power_law(generator, 300, 120, 1.0)
    np.save(HERE / "offset-float64.npy", features + 1000 * features.std())

    np.save(HERE / "fortran-float32.npy", np.asfortranarray(power_law(generator, 250, 110, 1.4), dtype="<f4"))

    # Fewer rows than features, and more than one block of 512 rows.
    np.save(HERE / "wide-float16.npy", power_law(generator, 600, 700, 0.8, mean=0.5).astype("<f2"))

    # More rows than features, three blocks, and fewer ranks than the standard range asks for.
    features = np.rint(power_law(generator, 1300, 60, 0.6, mean=20, scale=30))
    np.save(HERE / "tall-int8.npy", np.clip(features, -128, 127).astype("i1"))

    # Rows without a value in the first block, in the second, and the very last.
    features = power_law(generator, 560, 112, 1.2, mean=-3).astype("<f4")
    features[0, 0], features[17, 111], features[530, 5], features[559, :] = np.nan, np.inf, -np.inf, np.nan
    np.save(HERE / "nonfinite-float32.npy", features)

    # So far from 0 that float16 rounds the last ranks away.
    features = power_law(generator, 180, 128, 1.0, mean=150)
    np.save(HERE / "axes4-float16.npy", features.reshape(180, 8, 4, 4).astype("<f2"))

    # Big-endian, three axes in Fortran order, and units far from 1.
    features = power_law(generator, 240, 108, 2.0, scale=1e-6).reshape(240, 12, 9)
    np.save(HERE / "bigendian-fortran-float32.npy", np.asfortranarray(features, dtype=">f4"))


def power_law_fit(eigenvalues, first, last):
    """ln λ = b − α ln k with weights 1/k over the closed range of ranks; the R² is the unweighted one.

    Ranks beyond the eigenvalues given are left out.
    """
    last = min(last, len(eigenvalues))
    ranks = np.arange(first, last + 1, dtype=np.float64)
    x, y = np.log(ranks), np.log(eigenvalues[first - 1 : last])
    root = np.sqrt(1 / ranks)
    design = np.column_stack([np.ones_like(x), x])
    (b, slope), *_ = np.linalg.lstsq(design * root[:, None], y * root, rcond=None)
    residuals = y - (b + slope * x)
    r_squared = 1 - (residuals @ residuals) / np.sum((y - y.mean()) ** 2)
    return {"last": last, "alpha": -slope, "intercept": b, "rSquared": r_squared}


def analyse(path):
    stored = np.load(path)
    rows = stored.reshape(len(stored), -1).astype(np.float64)
    finite = rows[np.isfinite(rows).all(axis=1)]
    n, d = finite.shape
    mean = finite.mean(axis=0)
    centred = finite - mean
    correction = centred.mean(axis=0)  # what the rounding of the mean has left
    centred -= correction
    eigenvalues = np.linalg.svd(centred, compute_uv=False) ** 2 / n

    total_second_moment = np.mean(np.sum(finite**2, axis=1))
    roundoff = ROUNDOFF.get(stored.dtype.newbyteorder("=").name, 0.0)
    floor = max(d * 2.0**-52 * eigenvalues[0], roundoff**2 * total_second_moment / (3 * d))
    rank = int(min(np.count_nonzero(eigenvalues > floor), n - 1, d))
    resolved = eigenvalues[:rank]
    p = resolved / resolved.sum()
    return {
        "path": str(path.relative_to(REPOSITORY)),
        "sampleCount": len(rows),
        "featureCount": d,
        "dataType": stored.dtype.newbyteorder("=").name,
        "nonFiniteRows": len(rows) - n,
        "resolvableRank": rank,
        "noiseFloor": floor,
        "totalVariance": np.sum(centred**2) / n,
        "effectiveRank": np.exp(-np.sum(p * np.log(p))),
        "participationRatio": resolved.sum() ** 2 / np.sum(resolved**2),
        "stableRank": resolved.sum() / resolved[0],
        "fits": {name: power_law_fit(resolved, *ranks) for name, ranks in RANGES.items()},
        "eigenvalues": eigenvalues.tolist(),
    }


def main():
    write_dumps()
    paths = sorted(HERE.glob("*.npy")) + [REPOSITORY / "SampleData" / name for name in SAMPLES]
    references = [analyse(path) for path in paths if path.exists()]
    # One reference a line: a change of one shows as one.
    lines = ",\n".join(json.dumps(reference, default=float) for reference in references)
    (HERE / "reference.json").write_text(f"[\n{lines}\n]\n")


if __name__ == "__main__":
    main()

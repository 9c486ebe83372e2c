#!/usr/bin/env python3
"""Writes the dumps beside this script, reference.json: what the analysis of each has to find, and measures.json: small
features with what is computed from them on request, and quantiles of Student's t.

Independent of eigentop: numpy in float64 (and scipy for Student's t), by another route. Eigenvalues are squares of the
singular values of the centred features, so no covariance or Gram matrix is ever formed; the jackknife begins anew from the
rows that are left. The definitions are those of the documentation: ranks are 1-based and ranges closed, covariances are
divided by N, logarithms are natural.

    python3 make_reference.py

The same numpy writes the same bytes; another version or another LAPACK may move the last digits.
"""

import json
from pathlib import Path

import numpy as np
import scipy.stats

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
ROUNDOFF = {"float16": 2.0**-11, "bfloat16": 2.0**-8, "float32": 2.0**-24}
SPACING = {"float16": 2.0**-24, "bfloat16": 2.0**-133, "float32": 2.0**-149}
GROUPS = 20
JACKKNIFED = ["offset-float64.npy", "wide-float16.npy"]


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


    # One feature whose rounding would hide most ranks, were it spread over all.
    generator = np.random.Generator(np.random.PCG64(20261201))
    features = power_law(generator, 320, 120, 1.2)
    features[:, 7] += 2500 * features.std()
    path = HERE / "massive-bfloat16.npy"
    np.save(path, bfloat16(features))
    # numpy writes two bytes of anything; with a byte order they are what ml_dtypes writes.
    path.write_bytes(path.read_bytes().replace(b"'|V2'", b"'<V2'", 1))

    # Where float16 is no finer than 2⁻²⁴, whatever the number.
    np.save(HERE / "subnormal-float16.npy", power_law(generator, 320, 110, 1.2, scale=1e-7).astype("<f2"))


def bfloat16(features):
    """Rounded to nearest, ties to even, as numpy stores what it has no name for."""
    bits = features.astype("<f4").view("<u4")
    return ((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16).astype("<u2").view("<V2")


def line(x, y, weights):
    """Intercept and slope of the weighted least squares line."""
    root = np.sqrt(weights)
    design = np.column_stack([np.ones_like(x), x])
    (b, slope), *_ = np.linalg.lstsq(design * root[:, None], y * root, rcond=None)
    return b, slope


def power_law_fits(eigenvalues, first, last):
    """ln λ = b − α ln k over the closed range of ranks, by each estimator; the R² is the unweighted one.

    Ranks beyond the eigenvalues given are left out.
    """
    last = min(last, len(eigenvalues))
    x, y = np.log(np.arange(1, len(eigenvalues) + 1)), np.log(eigenvalues)
    inside = slice(first - 1, last)

    width = max(1, (last - first) // 10)
    windows = [slice(k - 1, k + width) for k in range(first, last + 1) if k + width <= len(eigenvalues)]
    median = np.median([np.polyfit(x[window], y[window], 1)[0] for window in windows])
    lines = {
        "weighted": line(x[inside], y[inside], 1 / np.arange(first, last + 1)),
        "ols": line(x[inside], y[inside], np.ones(last - first + 1)),
        "robust": (y[first - 1] - median * x[first - 1], median),
    }
    fits = {"last": last}
    for estimator, (b, slope) in lines.items():
        residuals = y[inside] - (b + slope * x[inside])
        r_squared = 1 - (residuals @ residuals) / np.sum((y[inside] - y[inside].mean()) ** 2)
        fits[estimator] = {"alpha": -slope, "intercept": b, "rSquared": r_squared}
    return fits


def noise_floor(eigenvalues, arithmetic, roundings):
    """The floor that most eigenvalues certainly stand above: of those above the j-th greatest rounding, counted from 0, all but j."""
    floors = np.maximum(arithmetic, np.sort(roundings)[::-1][: len(eigenvalues)])
    certain = [np.count_nonzero(eigenvalues > floor) - j for j, floor in enumerate(floors)]
    return floors[np.argmax(certain)]


def spectrum(rows, roundoff, spacing=0.0):
    """Eigenvalues, noise floor and resolved eigenvalues of the covariance, and RankMe."""
    n, d = rows.shape
    centred = rows - rows.mean(axis=0)
    centred -= centred.mean(axis=0)  # what the rounding of the mean has left
    eigenvalues = np.linalg.svd(centred, compute_uv=False) ** 2 / n
    roundings = roundoff**2 * np.mean(rows**2, axis=0) / 3 + spacing**2 / 12
    floor = noise_floor(eigenvalues[: min(n - 1, d)], d * 2.0**-52 * eigenvalues[0], roundings)
    resolved = eigenvalues[: int(min(np.count_nonzero(eigenvalues > floor), n - 1, d))]

    uncentred = np.linalg.svd(rows, compute_uv=False)
    squares = uncentred**2 / n
    uncentred[squares <= noise_floor(squares, d * 2.0**-52 * squares[0], roundings)] = 0
    p = uncentred / uncentred.sum() + 1e-7
    rank_me = np.exp(-np.sum(p * np.log(p)))
    return eigenvalues, floor, resolved, rank_me


def rank_measures(resolved, rank_me):
    p = resolved / resolved.sum()
    return {
        "rankMe": rank_me,
        "effectiveRank": np.exp(-np.sum(p * np.log(p))),
        "participationRatio": resolved.sum() ** 2 / np.sum(resolved**2),
        "stableRank": resolved.sum() / resolved[0],
        "conditionNumber": resolved[0] / resolved[-1],
    }


def self_cluster(rows):
    """Through the singular values of the rows of unit length: ‖XᵀX‖² is the sum of their fourth powers."""
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    rows = rows[norms[:, 0] > 0] / norms[norms[:, 0] > 0]
    n, d = rows.shape
    found = np.sum(np.linalg.svd(rows, compute_uv=False) ** 4)
    expected = n + n * (n - 1) / d
    return (found - expected) / (n**2 - expected)


def lidar(views, delta=1e-4):
    """Through the singular values of the objects' means in coordinates that make the scatter within objects the identity."""
    n, q, d = views.shape
    means = views.mean(axis=1)
    within = (views - means[:, None]).reshape(n * q, d)
    _, singular, directions = np.linalg.svd(within, full_matrices=False)
    whitened = (means - means.mean(axis=0)) @ directions.T / np.sqrt(singular**2 / (n * (q - 1)) + delta)
    eigenvalues = np.linalg.svd(whitened, compute_uv=False) ** 2
    p = eigenvalues / eigenvalues.sum() + 1e-8
    return np.exp(-np.sum(p * np.log(p)))


def splitmix64(x):
    """The numbers of SplitMix64 for seeds x."""
    z = x.astype(np.uint64) + np.uint64(0x9E3779B97F4A7C15)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


def hashed(count, groups):
    """The group of each of so many objects: they are dealt out in the order of their hashes."""
    group = np.empty(count, dtype=int)
    group[np.argsort(splitmix64(np.arange(count)))] = np.arange(count) % groups
    return group


def jackknife(rows, roundoff, first, last, group):
    """Standard errors and 95 % intervals by leaving out one group of rows at a time, every time from the start."""
    groups = group.max() + 1

    def estimates(rows):
        _, _, resolved, rank_me = spectrum(rows, roundoff)
        alphas = {name: fit["alpha"] for name, fit in power_law_fits(resolved, first, last).items() if name != "last"}
        return alphas | rank_measures(resolved, rank_me)

    full = estimates(rows)
    replicates = [estimates(rows[group != g]) for g in range(groups)]
    quantile = scipy.stats.t.ppf(0.975, groups - 1)
    found = {}
    for name, estimate in full.items():
        values = np.array([replicate[name] for replicate in replicates])
        error = np.sqrt((groups - 1) * np.var(values))
        found[name] = {"standardError": error, "interval": [estimate - quantile * error, estimate + quantile * error]}
    return found


def analyse(path):
    stored = np.load(path)
    name = stored.dtype.newbyteorder("=").name
    if stored.dtype.kind == "V":
        stored, name = (stored.view("<u2").astype("<u4") << 16).view("<f4"), "bfloat16"
    roundoff = ROUNDOFF.get(name, 0.0)
    rows = stored.reshape(len(stored), -1).astype(np.float64)
    finite = rows[np.isfinite(rows).all(axis=1)]
    eigenvalues, floor, resolved, rank_me = spectrum(finite, roundoff, SPACING.get(name, 0.0))
    found = {
        "path": str(path.relative_to(REPOSITORY)),
        "sampleCount": len(rows),
        "featureCount": finite.shape[1],
        "dataType": name,
        "nonFiniteRows": len(rows) - len(finite),
        "resolvableRank": len(resolved),
        "noiseFloor": floor,
        "totalVariance": np.var(finite, axis=0).sum(),
        **rank_measures(resolved, rank_me),
        "selfCluster": self_cluster(finite),
        "fits": {name: power_law_fits(resolved, *ranks) for name, ranks in RANGES.items()},
    }
    if path.name in JACKKNIFED:
        found["jackknife"] = jackknife(finite, roundoff, *RANGES["11...100"], hashed(len(finite), GROUPS))
    return found | {"eigenvalues": eigenvalues.tolist()}


def measures():
    """Few rows, in JSON, of what no dump beside this script has: directions, views, and resampled rows."""
    generator = np.random.Generator(np.random.PCG64(20261122))
    found = []
    for rows, columns in [(40, 12), (10, 16)]:
        features = power_law(generator, rows, columns, 1.0, mean=0.3)
        features[3] = 0
        entry = {"rows": features.tolist(), "selfCluster": self_cluster(features), "rankMe": spectrum(features, 0)[3]}
        if rows > columns:
            entry["groups"], entry["first"], entry["last"] = 5, 2, 10
            entry["jackknife"] = jackknife(features, 0, 2, 10, np.arange(rows) % 5)
        found.append(entry)
    objects = power_law(generator, 15, 8, 0.5)
    views = objects[:, None] + 0.3 * generator.standard_normal((15, 4, 8))
    degrees = [1, 2, 3, 4, 5, 9, 18, 19, 20, 49, 100, 999]
    return {
        "features": found,
        "views": {"objects": views.reshape(15, -1).tolist(), "viewCount": 4, "lidar": lidar(views)},
        "studentT": [
            {"degreesOfFreedom": n, "probability": p, "bound": scipy.stats.t.ppf((1 + p) / 2, n)}
            for n in degrees
            for p in (0.5, 0.95, 0.999)
        ],
    }


def main():
    write_dumps()
    paths = sorted(HERE.glob("*.npy")) + [REPOSITORY / "SampleData" / name for name in SAMPLES]
    references = [analyse(path) for path in paths if path.exists()]
    # One reference a line: a change of one shows as one.
    lines = ",\n".join(json.dumps(reference, default=float) for reference in references)
    (HERE / "reference.json").write_text(f"[\n{lines}\n]\n")
    (HERE / "measures.json").write_text(json.dumps(measures(), default=float) + "\n")


if __name__ == "__main__":
    main()

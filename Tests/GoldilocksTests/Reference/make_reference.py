#!/usr/bin/env python3
"""Writes reference.json beside this script: pairs of numbers with their correlations, lines and bands, groups with their
deviations, and scores with their mean ranks.

Independent of eigentop: correlations as correlation.py beside this script has them, scipy's rankdata; lines by numpy's solution of the
normal equations.

    python3 make_reference.py

Made with numpy 2.4.6 and scipy 1.17.1; others may move the last digits.
"""

import json
from pathlib import Path

import numpy as np
from correlation import correlations
from scipy import stats

HERE = Path(__file__).resolve().parent


def line(x, y):
    n = len(x)
    design = np.stack([np.ones(n), x], axis=1)
    inverse = np.linalg.inv(design.T @ design)
    coefficients = inverse @ design.T @ y
    residuals = y - design @ coefficients
    deviation = np.sqrt(residuals @ residuals / (n - 2))
    errors = deviation * np.sqrt(np.diag(inverse))
    bound = stats.t.ppf(0.975, n - 2)
    band = []
    for at in [x.min() - 1, x.mean(), x.max() + 2.5]:
        row = np.array([1, at])
        half = bound * deviation * np.sqrt(row @ inverse @ row)
        band.append([at, row @ coefficients - half, row @ coefficients + half])
    return {
        "intercept": coefficients[0],
        "slope": coefficients[1],
        "interceptError": errors[0],
        "slopeError": errors[1],
        "rSquared": 1 - residuals @ residuals / np.sum((y - y.mean()) ** 2),
        "residualDeviation": deviation,
        "band": band,
    }


def pairs(generator):
    """By name: every number of pairs at which something changes, strong and weak, tied and not."""
    for n in [3, 4, 5, 6, 9, 21, 33, 34, 80, 300]:
        for strength in [0.0, -0.5, 0.97]:
            x = generator.standard_normal(n)
            y = strength * x + np.sqrt(1 - strength**2) * generator.standard_normal(n)
            yield f"{n} normal pairs, {strength}", x, y
    for n in [5, 12, 33, 60, 200]:
        x = generator.integers(0, 5, n).astype(float)
        yield f"{n} pairs, tied in both", x, np.round(x / 3 + generator.standard_normal(n))
        yield f"{n} pairs, tied in x", x, generator.standard_normal(n) - 0.2 * x
        yield f"{n} pairs, tied in y", generator.standard_normal(n), x
    for n in [3, 4, 5, 6, 9, 12]:
        yield f"{n} pairs in order", np.arange(float(n)), np.arange(float(n)) ** 2
        yield f"{n} pairs turned round but for the first", np.arange(float(n)), np.array([n - 1.0, n, *range(n - 2, 0, -1)])
    for n in [6, 7, 8, 9]:
        x = generator.integers(0, 4, n).astype(float)
        yield f"{n} pairs, tied", x, x + generator.integers(0, 3, n)
    x = np.arange(40.0)
    yield "one pair out of order", x, np.concatenate([[1, 0], np.arange(2.0, 40)])
    yield "one pair in order", x, -np.concatenate([[1, 0], np.arange(2.0, 40)])
    yield "a curve", x, np.exp(x / 5)
    yield "seven, half in order", np.arange(8.0), np.array([3.0, 7, 0, 4, 1, 6, 2, 5])
    x = generator.standard_normal(50)
    yield "a large offset", 1e6 + x, 1e-9 * (x + generator.standard_normal(50))


def main():
    generator = np.random.Generator(np.random.PCG64(20261118))
    cases = []
    for name, x, y in pairs(generator):
        x, y = np.round(x, 6) if abs(x).max() < 1e5 else x, np.round(y, 6) if abs(y).max() > 1e-6 else y
        case = {"name": name, "x": x.tolist(), "y": y.tolist(), **correlations(x, y)}
        # The normal equations lose too many digits to a large offset to judge anyone.
        if "offset" not in name:
            case["line"] = line(x, y)
        cases.append(case)

    groups = []
    for n in [2, 3, 10]:
        values = generator.normal(0.9, 0.05, n)
        groups.append({"values": values.tolist(), "mean": np.mean(values), "deviation": np.std(values, ddof=1)})

    scores = np.round(generator.normal(70, 2, (12, 4)))
    scores[generator.random(scores.shape) < 0.15] = np.nan
    scores[3] = np.nan
    complete = ~np.isnan(scores).any(axis=1)
    means = np.full(len(scores), None)
    means[complete] = stats.rankdata(-scores[complete], axis=0).mean(axis=1)
    matrix = [[None if np.isnan(score) else score for score in row] for row in scores.tolist()]

    reference = {"pairs": cases, "groups": groups, "scores": matrix, "meanRanks": means.tolist()}
    text = json.dumps(reference, indent=None, allow_nan=False).replace('{"name"', '\n{"name"')
    (HERE / "reference.json").write_text(text + "\n")


main()

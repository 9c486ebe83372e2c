#!/usr/bin/env python3
"""Writes groups.json beside this script: pairs of numbers in groups, with their correlations pooled, in each group and given the group, and
values in groups with the intervals of their means and the analysis of variance.

Independent of eigentop: scipy's pearsonr, f_oneway and t, ranks as correlation.py beside this script has them. Correlations given the group are those of residuals, by least
squares, of x and y (or of their ranks) on one indicator for each group; their p is that of the coefficient of x in the regression of y on
x and the indicators.

    python3 make_group_reference.py

Made with numpy 2.4.6 and scipy 1.17.1; others may move the last digits.
"""

import json
from pathlib import Path

import numpy as np
from correlation import fisher, over, spearman, spearman_interval
from scipy import stats

HERE = Path(__file__).resolve().parent


def plain(x, y, ranked):
    n = len(x)
    if n < 3 or np.ptp(x) == 0 or np.ptp(y) == 0:
        return None
    if ranked:
        return spearman(x, y)
    found = stats.pearsonr(x, y)
    value = min(1, max(-1, found.statistic))
    interval = fisher(value, over(1, n - 3)) if abs(value) < 1 - 1e-12 else [value, value]
    return {"value": value, "p": found.pvalue, "interval": interval if n > 3 else [-1.0, 1.0]}


def within(x, y, labels, ranked):
    if ranked:
        x, y = stats.rankdata(x), stats.rankdata(y)
    indicators = (labels[:, None] == np.unique(labels)).astype(float)
    rx, ry = (z - indicators @ np.linalg.lstsq(indicators, z, rcond=None)[0] for z in (x, y))
    r = rx @ ry / np.sqrt((rx @ rx) * (ry @ ry))
    freedom = len(x) - indicators.shape[1] - 1
    design = np.column_stack([x, indicators])
    coefficients, *_ = np.linalg.lstsq(design, y, rcond=None)
    residuals = y - design @ coefficients
    error = np.sqrt(residuals @ residuals / freedom * np.linalg.inv(design.T @ design)[0, 0])
    p = 2 * stats.t.sf(abs(coefficients[0] / error), freedom)
    interval = spearman_interval(r, p, len(x), freedom - 1) if ranked else fisher(r, over(1, freedom - 1))
    return {"value": r, "p": p, "interval": interval}


def paired(name, groups):
    x, y = (np.concatenate([group[axis] for group in groups]) for axis in (0, 1))
    labels = np.repeat(np.arange(len(groups)), [len(group[0]) for group in groups])
    case = {"name": name, "groups": [{"x": list(a), "y": list(b)} for a, b in groups]}
    for coefficient, ranked in [("pearson", False), ("spearman", True)]:
        case[coefficient] = {
            "pooled": plain(x, y, ranked),
            "groups": [plain(a, b, ranked) for a, b in groups],
            "within": within(x, y, labels, ranked),
        }
    return case


def drawn(generator, sizes, slope, step, noise=1.0, tied=False):
    """Groups whose means rise by `step` in x and y, and in which y goes with `slope` times x."""
    groups = []
    for index, size in enumerate(sizes):
        x = generator.standard_normal(size)
        y = slope * x + noise * generator.standard_normal(size)
        x, y = x + step * index, y + step * index
        groups.append(tuple(np.round(z, 0 if tied else 6) for z in (x, y)))
    return groups


def variance(name, groups):
    found = stats.f_oneway(*groups)
    n, mean = sum(map(len, groups)), np.mean(np.concatenate(groups))
    between = sum(len(group) * (np.mean(group) - mean) ** 2 for group in groups)
    return {
        "name": name, "groups": [list(group) for group in groups], "ratio": found.statistic, "p": found.pvalue,
        "share": between / np.sum((np.concatenate(groups) - mean) ** 2), "freedom": [len(groups) - 1, n - len(groups)],
        "intervals": [list(stats.t.interval(0.95, len(g) - 1, np.mean(g), stats.sem(g))) for g in groups],
    }


def main():
    generator = np.random.Generator(np.random.PCG64(20261123))
    pairs = [
        paired("opposite signs between groups and within", drawn(generator, [12, 12, 12], -1, 4)),
        paired("the same sign", drawn(generator, [8, 20, 5], 1, 2)),
        paired("between groups only", drawn(generator, [10, 10, 10, 10], 0, 3)),
        paired("within groups only", drawn(generator, [15, 15], 1, 0)),
        paired("nothing", drawn(generator, [9, 30, 4, 6], 0, 0)),
        paired("ties", drawn(generator, [20, 25, 30], -0.7, 3, tied=True)),
        paired("groups of one and two", drawn(generator, [1, 2, 8, 9], -1, 3)),
        paired("three degrees of freedom", drawn(generator, [3, 3], -1, 3, noise=3)),
    ]
    variances = [
        variance("apart", [generator.normal(mean, 1, 4) for mean in (3, 6, 12)]),
        variance("alike", [generator.normal(5, 1, size) for size in (4, 9, 2, 30)]),
        variance("far from zero", [1e6 + generator.normal(mean, 1e-3, 6) for mean in (0, 1e-3)]),
        variance("hardly a chance", [generator.normal(mean, 0.01, 20) for mean in (1, 2)]),
    ]
    text = json.dumps({"pairs": pairs, "variances": variances}, allow_nan=False).replace('{"name"', '\n{"name"')
    (HERE / "groups.json").write_text(text + "\n")


main()

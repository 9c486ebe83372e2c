#!/usr/bin/env python3
"""Writes networks.json beside this script: what numpy and scipy say of the networks of the sample data.

Independent of eigentop: eigenvalues by numpy's eigvalsh of the covariance, α by numpy's polyfit, scipy's pearsonr, spearmanr and f_oneway;
correlations given the architecture are those of residuals of least squares on one indicator for each.

    python3 make_networks_reference.py

Made with numpy 2.4.6 and scipy 1.17.1; others may move the last digits.
"""

import csv
import json
from pathlib import Path

import numpy as np
from scipy import stats

HERE = Path(__file__).resolve().parent
NETWORKS = HERE.parents[2] / "SampleData" / "networks"
ARCHITECTURES = ("resnet", "vgg", "vit")


def network(directory):
    """α, effective rank and accuracies after the last epoch."""
    features = np.load(directory / "features_epoch_008.npy").astype(np.float64)
    spectrum = np.linalg.eigvalsh(np.cov(features, rowvar=False, bias=True))[::-1]
    rank = np.arange(11, 101)
    slope, _ = np.polyfit(np.log(rank), np.log(spectrum[rank - 1]), 1, w=rank**-0.5)
    # What lies below the variance of float16's rounding (u = 2⁻¹¹), or the error of the solver, counts as 0.
    dimension = features.shape[1]
    rounding = 2.0**-22 * np.square(features).sum() / len(features) / (3 * dimension)
    kept = spectrum[spectrum > max(dimension * 2.0**-52 * spectrum[0], rounding)]
    share = kept / kept.sum()
    with (directory / "metrics.csv").open(newline="") as file:
        last = [row for row in csv.DictReader(file) if row["probe_acc"]][-1]
    accuracies = [float(last[name]) for name in ("probe_acc", "probe_acc_shifted")]
    return [-slope, np.exp(-(share * np.log(share)).sum()), *accuracies]


def given(x, y, labels):
    indicators = (labels[:, None] == np.unique(labels)).astype(float)
    rx, ry = (z - indicators @ np.linalg.lstsq(indicators, z, rcond=None)[0] for z in (x, y))
    return rx @ ry / np.sqrt((rx @ rx) * (ry @ ry))


def main():
    rows, labels = [], []
    for architecture in ARCHITECTURES:
        for directory in sorted(NETWORKS.glob(f"{architecture}_*")):
            rows.append(network(directory))
            labels.append(architecture)
    table, labels = np.array(rows), np.array(labels)
    alpha, rank = table[:, 0], table[:, 1]
    reference = {"n": len(table), "relations": []}
    for column, name in ((2, "probe_acc"), (3, "probe_acc_shifted")):
        y = table[:, column]
        each = [(alpha[labels == a], y[labels == a]) for a in ARCHITECTURES]
        reference["relations"].append({
            "y": name,
            "pearson": {
                "pooled": stats.pearsonr(alpha, y).statistic, "within": given(alpha, y, labels),
                "groups": [stats.pearsonr(*pair).statistic for pair in each],
            },
            "spearman": {
                "pooled": stats.spearmanr(alpha, y).statistic,
                "within": given(stats.rankdata(alpha), stats.rankdata(y), labels),
                "groups": [stats.spearmanr(*pair).statistic for pair in each],
            },
        })
    groups = [rank[labels == a] for a in ARCHITECTURES]
    found = stats.f_oneway(*groups)
    reference["effectiveRank"] = {
        "f": found.statistic, "p": found.pvalue, "means": [group.mean() for group in groups],
        "deviations": [group.std(ddof=1) for group in groups],
        "intervals": [list(stats.t.interval(0.95, len(g) - 1, g.mean(), stats.sem(g))) for g in groups],
    }
    (HERE / "networks.json").write_text(json.dumps(reference, indent=1, allow_nan=False) + "\n")


main()

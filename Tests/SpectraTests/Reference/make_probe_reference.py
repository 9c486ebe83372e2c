#!/usr/bin/env python3
"""Writes probe.json beside this script: features with labels, what linear probes of them come to, and Wilson intervals.

Independent of eigentop: logistic regression by scikit-learn, run until nothing moves; ridge regression by numpy's dense solver, with
the residuals and the trace of the hat matrix written out for generalised cross-validation; intervals by scipy.

    pip install numpy scipy scikit-learn
    python3 make_probe_reference.py

Made with numpy 2.4.6, scipy 1.17.1 and scikit-learn 1.9.1; others may move the last digits.
"""

import json
from pathlib import Path

import numpy as np
from scipy import stats
from scipy.special import log_softmax
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

HERE = Path(__file__).resolve().parent
C = 0.1


def clusters(rng, names, rows, features, spread, mean=0.0):
    """Rows about a centre for each class, three decimals each."""
    centres = rng.normal(size=(len(names), features)) * spread
    numbers = np.concatenate([np.arange(len(names)), rng.integers(0, len(names), rows - len(names))])
    scales = np.arange(1, features + 1) ** -0.5
    values = mean + (centres[numbers] + rng.normal(size=(rows, features))) * scales
    return np.round(values, 3), np.array(names)[numbers]


def standardised(train, test):
    kept = np.ptp(train, axis=0) > 0
    scaler = StandardScaler().fit(train[:, kept])
    return scaler.transform(train[:, kept]), scaler.transform(test[:, kept])


def correct(scores, labels, names, best):
    order = np.argsort(-scores, axis=1)[:, :best]
    return int(sum(label in np.array(names)[row] for label, row in zip(labels, order)))


def logistic(z, labels, z_test, labels_test, names):
    # With two classes scikit-learn has one vector of weights, ours is halved between them: 2C is the same problem.
    weight = C if len(names) > 2 else 2 * C
    model = LogisticRegression(C=weight, tol=1e-12, max_iter=100_000).fit(z, labels)
    w, b = model.coef_, model.intercept_
    if len(names) == 2:
        w, b = np.concatenate([-w, w]) / 2, np.concatenate([-b, b]) / 2
    index = np.searchsorted(names, labels)
    loss = -log_softmax(z @ w.T + b, axis=1)[np.arange(len(z)), index].sum()
    scores = z_test @ w.T + b
    return {
        "objective": 0.5 * (w**2).sum() + C * loss,
        "top1": correct(scores, labels_test, names, 1),
        "top5": correct(scores, labels_test, names, 5),
    }


def ridge(z, labels, z_test, labels_test, names):
    n, k = z.shape
    y = (labels[:, None] == np.array(names)).astype(float)
    shares = y.mean(axis=0)
    centred = y - shares
    gram = z.T @ z
    unit = np.trace(gram) / min(n - 1, k)
    best = None
    for quarter in range(-20, 17):
        penalty = unit * 10 ** (quarter / 4)
        # Through the smaller of the two problems, whose residuals cancel nothing.
        inverse = np.linalg.inv(z @ z.T + penalty * np.eye(n))
        left = penalty * inverse
        freedom = penalty * np.trace(inverse) - 1
        value = n * np.sum((left @ centred) ** 2) / freedom**2
        if best is None or value < best[0]:
            best = value, penalty
    penalty = best[1]
    weights = np.linalg.solve(gram + penalty * np.eye(k), z.T @ centred).T
    scores = z_test @ weights.T + shares
    return {
        "penalty": penalty,
        "weights": weights.ravel().tolist(),
        "intercepts": shares.tolist(),
        "top1": correct(scores, labels_test, names, 1),
        "top5": correct(scores, labels_test, names, 5),
    }


def case(name, rng, names, rows, features, spread, constant=None, **options):
    values, labels = clusters(rng, names, rows + 60, features, spread, **options)
    if constant is not None:
        values[:rows, constant] = 0.1
    train, test = values[:rows], values[rows:]
    z, z_test = standardised(train, test)
    arguments = z, labels[:rows], z_test, labels[rows:], names
    return {
        "name": name,
        "rows": train.tolist(),
        "labels": labels[:rows].tolist(),
        "testRows": test.tolist(),
        "testLabels": labels[rows:].tolist(),
        "logistic": logistic(*arguments),
        "ridge": ridge(*arguments),
    }


def main():
    rng = np.random.default_rng(7)
    cases = [
        case("two classes", rng, [0, 1], 90, 6, 0.5),
        case("eight classes with gaps between their labels", rng, [-3, 0, 1, 2, 5, 8, 100, 4000], 150, 10, 0.7),
        case("fewer rows than features", rng, [1, 2, 3, 4], 40, 55, 0.5),
        case("a mean a hundred deviations away", rng, [0, 1, 2], 120, 8, 0.6, mean=100.0),
        case("a constant feature", rng, [0, 1, 2, 3, 4, 5, 6], 100, 7, 0.8, constant=2),
    ]
    pairs = [(0, 1), (1, 1), (0, 10), (10, 10), (3, 10), (1, 1000), (8140, 10000), (49_999, 50_000)]
    wilson = [
        {"successes": k, "count": n, "interval": list(stats.binomtest(k, n).proportion_ci(0.95, method="wilson"))}
        for k, n in pairs
    ]
    text = json.dumps({"cases": cases, "wilson": wilson}, separators=(",", ":"))
    (HERE / "probe.json").write_text(text.replace('},{"', '},\n{"') + "\n")


if __name__ == "__main__":
    main()

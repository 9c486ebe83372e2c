#!/usr/bin/env python3
"""Writes laboratory.json and barlow_twins.json beside this script, for the tests of the simulations and of the Barlow Twins loss.

Independent of eigentop: SplitMix64 and Box-Muller written out once more; gradient descent step by step in the weights themselves,
where eigentop has a closed form; the minimum-norm solution by numpy's lstsq (a singular value decomposition of X), where eigentop
has an eigendecomposition of a Gram matrix; stochastic gradient descent step by step, and its expectation by powers of a matrix; the
losses by torch in double precision, with its BatchNorm1d and its std.

    python3 make_laboratory.py

Made with numpy 2.4.6 and torch 2.13.0; others may move the last digits.
"""

import json
from pathlib import Path

import numpy as np
import torch

HERE = Path(__file__).resolve().parent
INCREMENT = np.uint64(0x9E3779B97F4A7C15)


def mixed(z):
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


def normals(count, seed, stream=0):
    with np.errstate(over="ignore"):
        start = mixed(mixed(np.array([seed], np.uint64) + INCREMENT) + np.uint64(stream) * INCREMENT)
        bits = mixed(start + INCREMENT * np.arange(1, count + count % 2 + 1, dtype=np.uint64)) >> np.uint64(11)
    first, second = bits[0::2].astype(float), bits[1::2].astype(float)
    radius = np.sqrt(-2 * np.log((first + 1) * 2.0**-53))
    angle = 2 * np.pi * (second * 2.0**-53)
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1).ravel()[:count]


def target(d, b):
    squares = np.arange(1, d + 1) ** -float(b)
    return np.sqrt(squares / squares.sum())


def draw(d, n, b, sigma, alpha, seed, number):
    numbers = normals(n * (d + 1), seed, number).reshape(n, d + 1)
    z, noise = numbers[:, :d], numbers[:, d]
    c = target(d, b)
    variances = np.arange(1, d + 1) ** -float(alpha)
    return z * np.sqrt(variances), z @ c + sigma * noise, variances, c / np.sqrt(variances)


def risk(w, truth, variances):
    return float(np.sum(variances * (w - truth) ** 2))


def full_batch(d, n, b, sigma, alpha, seed, number, steps):
    x, y, variances, truth = draw(d, n, b, sigma, alpha, seed, number)
    rate = 1 / np.linalg.norm(x, 2) ** 2 * n
    w = np.zeros(d)
    for _ in range(steps):
        w = w - rate * x.T @ (x @ w - y) / n
    interpolating = np.linalg.lstsq(x, y, rcond=None)[0]
    return {"alpha": alpha, "risk": risk(w, truth, variances), "minimumNorm": risk(interpolating, truth, variances)}


def one_pass(d, n, b, sigma, alpha, seed, number, batch, rate):
    x, y, variances, truth = draw(d, n, b, sigma, alpha, seed, number)
    w = np.zeros(d)
    for start in range(0, n - n % batch, batch):
        rows, targets = x[start : start + batch], y[start : start + batch]
        w = w - rate * rows.T @ (rows @ w - targets) / batch
    matrix = np.diag(1 - 2 * rate * variances + rate**2 * variances**2 * (1 + 1 / batch))
    matrix += rate**2 / batch * np.outer(variances, variances)
    source = rate**2 / batch * variances * sigma**2
    affine = np.block([[matrix, source[:, None]], [np.zeros((1, d)), np.ones((1, 1))]])
    m = np.linalg.matrix_power(affine, n // batch) @ np.append(truth**2, 1)
    return {"alpha": alpha, "risk": risk(w, truth, variances), "expected": float(variances @ m[:d])}


def laboratory():
    settings = []
    for d, n, b, sigma, seed, number, steps in [
        (40, 20, 1, 0.5, 0, 0, 100), (40, 20, 0, 0, 7, 3, 1), (12, 60, 1.5, 1, 2**63 + 5, 2, 17), (30, 30, -0.5, 0.2, 3, 1, 400),
        (1, 5, 1, 0.5, 4, 0, 3),
    ]:
        parameters = {"dimension": d, "samples": n, "b": b, "sigma": sigma, "seed": seed, "trial": number, "steps": steps}
        outcomes = [full_batch(d, n, b, sigma, alpha, seed, number, steps) for alpha in (0, 0.5, 1, 2)]
        settings.append(parameters | {"outcomes": outcomes})
    passes = []
    for d, n, b, sigma, seed, number, batch, rate in [
        (20, 100, 1, 0.5, 1, 0, 1, 0.05), (20, 103, 1, 0.5, 1, 4, 10, 0.3), (6, 64, 0.5, 0, 11, 2, 64, 0.7),
    ]:
        parameters = {"dimension": d, "samples": n, "b": b, "sigma": sigma, "seed": seed, "trial": number, "batch": batch, "rate": rate}
        outcomes = [one_pass(d, n, b, sigma, alpha, seed, number, batch, rate) for alpha in (0, 1, 2.5)]
        passes.append(parameters | {"outcomes": outcomes})
    streams = [{"seed": s, "stream": t, "numbers": normals(5, s, t).tolist()} for s, t in [(0, 0), (1, 0), (0, 1), (2**64 - 1, 9)]]
    return {"fullBatch": settings, "onePass": passes, "normals": streams}


def formula(a, b):
    a, b = a - a.mean(0), b - b.mean(0)
    norms = torch.outer(a.norm(dim=0), b.norm(dim=0))
    return torch.where(norms > 0, a.T @ b / norms, torch.zeros_like(norms))


def batchnorm(a, b):
    def normal(x):
        return torch.nn.BatchNorm1d(x.shape[1], affine=False, dtype=torch.float64).train()(x)

    return normal(a).T @ normal(b) / len(a)


def fastssl(a, b):
    both = torch.vstack([a, b])
    deviation = both.std(0)
    normal = torch.where(deviation > 0, (both - both.mean(0)) / deviation, torch.zeros_like(both))
    one, other = torch.chunk(normal, 2)
    return one.T @ other / len(a)


def loss(c, weight):
    on = ((1 - torch.diagonal(c)) ** 2).sum()
    off = (c**2).sum() - (torch.diagonal(c) ** 2).sum()
    return {"matrix": c.tolist(), "invariance": float(on), "redundancy": float(off), "loss": float(on + weight * off)}


def barlow_twins():
    cases = []
    for n, d, kind in [(40, 6, "noisy"), (2, 3, "noisy"), (9, 5, "shifted"), (30, 4, "constant"), (25, 3, "small")]:
        common = normals(n * d, 5, n).reshape(n, d)
        a = common + 0.3 * normals(n * d, 6, n).reshape(n, d)
        b = common + 0.3 * normals(n * d, 7, n).reshape(n, d)
        if kind == "shifted":
            a, b = a + 1000, 3 * b - 50
        if kind == "constant":
            a[:, 1], b[:, 2], a[:, 3], b[:, 3] = 0.1, -2, 0.7, 0.7
        if kind == "small":
            a, b = 1e-3 * a, 1e-2 * b
        first, second = torch.from_numpy(a), torch.from_numpy(b)
        losses = {f.__name__: loss(f(first, second), 0.005) for f in (formula, batchnorm, fastssl)}
        cases.append({"kind": kind, "first": a.tolist(), "second": b.tolist(), "lambda": 0.005, "variants": losses})
    return cases


def write(name, value):
    (HERE / name).write_text(json.dumps(value, indent=1) + "\n")


write("laboratory.json", laboratory())
write("barlow_twins.json", barlow_twins())

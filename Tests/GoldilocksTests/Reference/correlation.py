"""Correlations with their chances and intervals, for the scripts beside this file.

scipy's pearsonr, spearmanr and kendalltau; up to nine pairs, ranks are tested over all orders, written out. The intervals of rho (Bonett &
Wright 2000) and tau (Fieller, Hartley & Pearson 1957) are written out, as scipy has none.
"""

import itertools

import numpy as np
from scipy import special, stats


def fisher(value, variance):
    """The interval by Fisher's z; everything where the variance is not positive."""
    if not 0 < variance < np.inf:
        return [-1.0, 1.0]
    with np.errstate(divide="ignore"):
        half = stats.norm.ppf(0.975) * np.sqrt(variance)
        return [float(np.tanh(np.arctanh(value) - half)), float(np.tanh(np.arctanh(value) + half))]


def over(numerator, denominator):
    return numerator / denominator if denominator > 0 else np.inf


def over_all_orders(x, y, products):
    """The share of the orders of y whose sum of products is at least as far from 0; orders by the million at once."""
    orders = np.array(list(itertools.permutations(range(len(x)))))
    sums = np.abs(products(x, y[orders]))
    return float(np.mean(sums >= np.abs(products(x, y[None])) - 1e-9))


def rank_products(x, y):
    x, y = stats.rankdata(x), stats.rankdata(y, axis=1)
    return (y - y.mean(axis=1, keepdims=True)) @ (x - x.mean())


def sign_products(x, y):
    i, j = np.triu_indices(len(x), 1)
    return np.sign(y[:, j] - y[:, i]) @ np.sign(x[j] - x[i])


def agreeing(interval, value, p):
    """Holds the value, and 0 just where chance explains the order."""
    low, high = min(interval[0], value), max(interval[1], value)
    if p >= 0.05:
        return [min(low, 0.0), max(high, 0.0)]
    return [low, min(high, 0.0)] if value < 0 else [max(low, 0.0), high]


def correlations(x, y):
    r = stats.pearsonr(x, y)
    return {
        "pearson": {"value": r.statistic, "p": r.pvalue, "interval": list(r.confidence_interval(0.95))},
        "spearman": spearman(x, y),
        "kendall": kendall(x, y),
    }

def spearman(x, y):
    n, found = len(x), stats.spearmanr(x, y)
    value = perfect(found.statistic)
    # Two orders of n! are perfect, so that no chance is smaller.
    p = over_all_orders(x, y, rank_products) if n <= 9 else max(found.pvalue, 2 / float(special.factorial(n)))
    return {"value": value, "p": p, "interval": spearman_interval(value, p, n, n - 3)}


def spearman_interval(value, p, n, freedom):
    bounded = value if abs(value) < 1 else value * (1 - 12 / (n * (n * n - 1)))
    return agreeing(fisher(bounded, over(1 + bounded**2 / 2, freedom)), value, p)


def kendall(x, y):
    n, found = len(x), stats.kendalltau(x, y)
    value = perfect(found.statistic)
    p = over_all_orders(x, y, sign_products) if n <= 9 else found.pvalue
    bounded = value if abs(value) < 1 else value * (1 - 4 / (n * (n - 1)))
    return {"value": value, "p": p, "interval": agreeing(fisher(bounded, over(0.437, n - 4)), value, p)}


def perfect(value):
    """scipy's coefficients of a perfect order are 1 to all but the last bit."""
    return value if abs(value) < 1 - 1e-12 else float(np.sign(value))

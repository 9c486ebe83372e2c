#!/usr/bin/env python3
"""Writes selection.json beside this script: numpy's permutations, replays of the selection procedure shuffle by shuffle, bootstrapped
zones, parabolas with their turning points, and tests of dependent correlations.

Independent of eigentop. The procedure is written from its description, with lists in place of running bounds; parabolas are solved by the
normal equations about the origin, intervals of their turning points by searching for where the slope stops being significant; the
covariance of correlations that share a variable is taken from the formula for any two correlations (Pearson & Filon 1898).

    python3 make_selection_reference.py

Made with numpy 2.4.6 and scipy 1.17.1; others may move the last digits.
"""

import json
from pathlib import Path

import numpy as np
from scipy import optimize, stats

HERE = Path(__file__).resolve().parent


def select(order, keys, accuracies, parallel):
    """Probed models in their order, and how many in each step."""
    low, high = -np.inf, np.inf
    probed, counts = [], []
    for start in range(0, len(order), parallel):
        batch = [model for model in order[start : start + parallel] if low <= keys[model] <= high]
        probed += batch
        counts.append(len(batch))
        # Python sorts stably: of equal accuracies the earlier probed comes first.
        best = sorted(probed, key=lambda model: -accuracies[model])[: parallel // 2]
        if min(keys[model] for model in best) != min(keys[model] for model in probed):
            low = min(keys[model] for model in best)
        if max(keys[model] for model in best) != max(keys[model] for model in probed):
            high = max(keys[model] for model in best)
    return probed, counts, low, high


def halve(order, rungs, budget):
    """Probes at each rung, and the best accuracy at the last."""
    rungs_used = min(len(rungs), budget)

    def plan(count):
        counts = [count]
        while len(counts) < rungs_used:
            counts.append(-(-counts[-1] // 2))
        return counts

    start = max([count for count in range(1, len(order) + 1) if sum(plan(count)) <= budget], default=1)
    counts = plan(start)
    survivors = list(order)
    for rung, count in zip(rungs[-rungs_used:], counts):
        survivors = sorted(survivors[:count], key=lambda model: -rung[model])
    return [0] * (len(rungs) - rungs_used) + counts, rungs[-1][survivors[0]]


def replay(name, keys, accuracies, earlier, parallel, shuffles, tolerance):
    n = len(keys)
    best = max(accuracies)
    results = {way: {"probes": [], "losses": []} for way in ["selection", "random", "shuffledKey", "successiveHalving"]}
    steps = []
    bounds = []
    for shuffle in range(shuffles):
        state = np.random.RandomState(shuffle)
        order, other, dealt = [state.permutation(n).tolist() for _ in range(3)]
        probed, counts, low, high = select(order, keys, accuracies, parallel)
        steps.append(counts)
        bounds.append([None if np.isinf(low) else low, None if np.isinf(high) else high])
        found = {
            "selection": (len(probed), max(accuracies[model] for model in probed)),
            "random": (len(probed), max(accuracies[model] for model in other[: len(probed)])),
        }
        blind, _, _, _ = select(order, [keys[model] for model in dealt], accuracies, parallel)
        found["shuffledKey"] = (len(blind), max(accuracies[model] for model in blind))
        if earlier:
            rungs, accuracy = halve(other, earlier + [accuracies], len(probed))
            found["successiveHalving"] = (sum(rungs), accuracy)
        for way, (count, accuracy) in found.items():
            results[way]["probes"].append(count)
            results[way]["losses"].append(best - accuracy)
    slack = tolerance + 4 * np.spacing(best)
    for way, result in results.items():
        losses = np.array(result["losses"])
        if len(losses) == 0:
            continue
        result["probesMean"] = np.mean(result["probes"])
        result["exactBest"] = np.mean(losses == 0)
        result["withinTolerance"] = np.mean(losses <= slack)
        result["meanLoss"] = np.mean(losses)
        result["maxLoss"] = np.max(losses)
    perStep = np.mean(np.array(steps), axis=0)
    harmonic = parallel * np.cumsum(1 / np.arange(1, len(perStep) + 1))
    ratio = np.linalg.lstsq(harmonic[:, None], np.cumsum(perStep), rcond=None)[0][0]
    return {
        "name": name, "keys": keys, "accuracies": accuracies, "earlier": earlier, "parallel": parallel,
        "shuffles": shuffles, "tolerance": tolerance, "probesPerStep": perStep.tolist(), "bounds": bounds,
        "harmonic": harmonic.tolist(), "ratio": ratio,
        "selection": results["selection"], "random": results["random"], "shuffledKey": results["shuffledKey"],
        "successiveHalving": results["successiveHalving"] if earlier else None,
    }  # fmt: skip


def replays(generator):
    for n, parallel, decimals in [(35, 10, 2), (35, 10, 0), (48, 5, 1), (7, 10, 1), (20, 2, 1), (33, 8, 2), (90, 10, 1)]:
        keys = np.round(generator.uniform(0.4, 2.2, n), 3)
        accuracies = np.round(85 - 20 * (keys - 1.1) ** 2 + generator.normal(0, 1.5, n), decimals)
        halfway = np.round(accuracies - 8 + generator.normal(0, 2, n), decimals)
        early = np.round(accuracies - 20 + generator.normal(0, 5, n), decimals)
        earlier = [early.tolist(), halfway.tolist()] if n % 5 == 0 else []
        yield replay(f"{n} models, {parallel} in parallel, to {decimals} decimals", keys.tolist(), accuracies.tolist(),
                     earlier, parallel, 40, 1.0)  # fmt: skip
    # Equal keys, and a relation that is none.
    keys = np.round(generator.uniform(0, 1, 40), 1)
    yield replay("40 models of few keys", keys.tolist(), generator.integers(0, 5, 40).astype(float).tolist(), [], 6, 40, 1.0)


def zone(keys, scores):
    """Bounds of the better half; minus and plus infinity where nothing worse lies beyond."""
    best = [keys[model] for model in sorted(range(len(keys)), key=lambda model: -scores[model])[: len(keys) // 2]]
    low = min(best) if min(best) > min(keys) else -np.inf
    high = max(best) if max(best) < max(keys) else np.inf
    return low, high


def bootstrap(keys, scores, draws):
    state = np.random.RandomState(0)
    lows, highs = [], []
    for _ in range(draws):
        sample = np.sort(state.randint(0, len(keys), len(keys)))
        low, high = zone([keys[model] for model in sample], [scores[model] for model in sample])
        lows.append(low)
        highs.append(high)

    def interval(values):
        ends = np.quantile(values, [0.025, 0.975], method="inverted_cdf")
        return [None if np.isinf(end) else end for end in ends]

    return {
        "keys": keys, "scores": scores, "draws": draws, "lower": interval(lows), "upper": interval(highs),
        "lowerShare": np.mean(np.isfinite(lows)), "upperShare": np.mean(np.isfinite(highs)),
    }  # fmt: skip


def parabola(x, y):
    n = len(x)
    design = np.stack([np.ones(n), x, x**2], axis=1)
    inverse = np.linalg.inv(design.T @ design)
    a, b, c = coefficients = inverse @ design.T @ y
    residuals = y - design @ coefficients
    variance = residuals @ residuals / (n - 3)
    bound = stats.t.ppf(0.975, n - 3)
    covariance = variance * inverse

    def excess(at):
        """Positive where the slope is significant."""
        row = np.array([0, 1, 2 * at])
        return (row @ coefficients) ** 2 - bound**2 * row @ covariance @ row

    turn = -b / (2 * c)
    interval = None
    if c**2 > bound**2 * covariance[2, 2]:
        width = np.ptp(x)
        ends = []
        for side in [-1, 1]:
            far = next(turn + side * width * 2.0**step for step in range(-10, 40) if excess(turn + side * width * 2.0**step) > 0)
            ends.append(optimize.brentq(excess, min(turn, far), max(turn, far), xtol=1e-14, rtol=1e-14))
        interval = ends
    band = []
    for at in [x.min(), x.mean(), x.max() + 0.3]:
        row = np.array([1, at, at**2])
        half = bound * np.sqrt(row @ covariance @ row)
        band.append([at, row @ coefficients - half, row @ coefficients + half])
    return {
        "x": x.tolist(), "y": y.tolist(), "turn": turn, "interval": interval, "opensDownwards": bool(c < 0),
        "residualDeviation": np.sqrt(variance), "band": band,
    }  # fmt: skip


def steiger(name, x, other, outcome, correlate):
    n = len(x)
    r1, r2, r12 = correlate(x, outcome), correlate(other, outcome), correlate(x, other)
    sign = np.sign(r1) * np.sign(r2) or 1
    a, b, c = abs(r1), abs(r2), sign * r12
    # Variables: 0 the outcome, 1 x, 2 the other, the mean correlation in both places.
    mean = (a + b) / 2
    r = np.array([[1, mean, mean], [mean, 1, c], [mean, c, 1]])
    j, k, h, m = 0, 1, 0, 2
    covariance = 0.5 * (
        (r[j, h] - r[j, k] * r[k, h]) * (r[k, m] - r[k, h] * r[h, m])
        + (r[j, m] - r[j, h] * r[h, m]) * (r[k, h] - r[k, j] * r[j, h])
        + (r[j, h] - r[j, m] * r[m, h]) * (r[k, m] - r[k, j] * r[j, m])
        + (r[j, m] - r[j, k] * r[k, m]) * (r[k, h] - r[k, m] * r[m, h])
    )
    correlation = covariance / (1 - mean**2) ** 2
    z = (np.arctanh(a) - np.arctanh(b)) * np.sqrt((n - 3) / (2 - 2 * correlation))
    return {
        "name": name, "x": x.tolist(), "other": other.tolist(), "outcome": outcome.tolist(), "z": z,
        "p": 2 * stats.norm.sf(abs(z)),
    }  # fmt: skip


def main():
    generator = np.random.Generator(np.random.PCG64(20261122))
    permutations = [
        {"seed": seed, "count": n, "order": np.random.RandomState(seed).permutation(n).tolist()}
        for seed, n in [(0, 1), (0, 2), (1, 3), (2, 10), (999, 35), (7, 64), (12, 65), (4294967295, 100), (3, 1500)]
    ]
    draws = [
        {"seed": seed, "count": n, "order": np.random.RandomState(seed).randint(0, n, n).tolist()}
        for seed, n in [(0, 1), (0, 36), (5, 64), (9, 700)]
    ]
    zones = []
    for n, peak in [(35, 1.1), (60, 0.2), (11, 1.2)]:
        keys = np.round(generator.uniform(0.4, 2.2, n), 3)
        scores = np.round(85 - 20 * (keys - peak) ** 2 + generator.normal(0, 2, n))
        if not np.isinf(zone(keys.tolist(), scores.tolist())).all():
            zones.append(bootstrap(keys.tolist(), scores.tolist(), 400))
    parabolas = []
    for n, curvature, peak in [(4, -20, 1.1), (35, -20, 1.1), (35, -3, 2.5), (35, 8, 1.5), (200, 0, 1), (12, -20, 1.3)]:
        x = np.round(generator.uniform(0.4, 2.2, n), 3)
        y = np.round(85 + curvature * (x - peak) ** 2 + generator.normal(0, 1.5, n), 2)
        parabolas.append(parabola(x, y))
    tests = []
    for n, strengths in [(8, (0.5, 0.2)), (35, (-0.7, 0.1)), (35, (0.6, -0.65)), (36, (0.3, 0.3)), (300, (-0.5, -0.2))]:
        outcome = generator.standard_normal(n)
        both = generator.standard_normal(n)
        x, other = [
            np.round(strength * outcome + np.sqrt(1 - strength**2) * (0.6 * both + 0.8 * generator.standard_normal(n)), 4)
            for strength in strengths
        ]
        tests.append({
            "pearson": steiger(f"{n}, {strengths}", x, other, outcome, lambda a, b: stats.pearsonr(a, b).statistic),
            "spearman": steiger(f"{n}, {strengths}", x, other, outcome, lambda a, b: stats.spearmanr(a, b).statistic),
        })  # fmt: skip
    reference = {
        "permutations": permutations, "draws": draws, "replays": list(replays(generator)), "zones": zones,
        "parabolas": parabolas, "tests": tests,
    }  # fmt: skip
    text = json.dumps(reference, allow_nan=False, default=float).replace('{"name"', '\n{"name"')
    (HERE / "selection.json").write_text(text + "\n")


if __name__ == "__main__":
    main()

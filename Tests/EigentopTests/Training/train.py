#!/usr/bin/env python3
"""Trains two small networks with numpy on the features and labels of the sample data, and writes them with the writer.

    python3 train.py SAMPLE_DATA OUTPUT

`OUTPUT/runs` is what the writer wrote. `OUTPUT/saved` has the same features from `np.save`, and `OUTPUT/expected.json` what
the records of the dumps should say, by run and epoch. A third run fails in its second epoch.
"""

import json
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "Sources/eigentop/Python"))
from eigentop_writer import Writer

SEED, WIDTH, EPOCHS, EVERY, BATCH = 3, 128, 5, 2, 64


def train(inputs, labels, name, rate, output, fails=False):
    """Multinomial classification by one hidden layer of rectified units, with stochastic gradient descent."""
    random = np.random.default_rng(SEED)
    hidden = random.normal(0, inputs.shape[1] ** -0.5, (inputs.shape[1], WIDTH))
    readout = random.normal(0, WIDTH ** -0.5, (WIDTH, 10))
    targets = np.eye(10)[labels]
    settings = {"rate": rate, "width": WIDTH, "seed": SEED}
    expected = {}
    with Writer(output / "runs" / name, hyperparameters=settings, every=EVERY, errors="raise") as writer:
        for epoch in range(EPOCHS):
            for rows in np.split(random.permutation(len(inputs)), len(inputs) // BATCH):
                units = np.maximum(inputs[rows] @ hidden, 0)
                slope = (softmax(units @ readout) - targets[rows]) / len(rows)
                hidden_slope = inputs[rows].T @ (slope @ readout.T * (units > 0))
                readout -= rate * units.T @ slope
                hidden -= rate * hidden_slope
            if fails and epoch == 1:
                raise FloatingPointError("as if the loss were not finite")
            features = np.maximum(inputs @ hidden, 0).astype(np.float32)
            guesses = softmax(features @ readout)
            metrics = {"train_loss": float(-np.log(guesses[targets > 0]).mean())}
            if epoch > 0:  # A column that comes later.
                metrics["val_acc"] = float(100 * (guesses.argmax(1) == labels).mean())
            writer.metrics(metrics, epoch=epoch)
            if writer.is_due(epoch):
                writer.features(features, labels=labels, epoch=epoch)
                saved = output / "saved" / name
                saved.mkdir(parents=True, exist_ok=True)
                np.save(saved / f"features_epoch_{epoch}.npy", features)
                expected[epoch] = metrics
    return {"hyperparameters": {"rate": rate, "width": WIDTH}, "seed": SEED, "metrics": expected}


def softmax(logits):
    powers = np.exp(logits - logits.max(1, keepdims=True))
    return powers / powers.sum(1, keepdims=True)


def main(data, output):
    inputs = np.load(data / "lambd_0.004000_pdim_128/features_epoch_008.npy").astype(np.float64)
    inputs = (inputs - inputs.mean(0)) / (inputs.std(0) + 1e-6)
    labels = np.load(data / "labels.npy")
    expected = {name: train(inputs, labels, name, rate, output) for name, rate in (("slow", 0.01), ("fast", 0.05))}
    try:
        train(inputs, labels, "broken", 0.02, output, fails=True)
    except FloatingPointError:
        pass
    (output / "expected.json").write_text(json.dumps(expected))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

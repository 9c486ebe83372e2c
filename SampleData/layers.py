#!/usr/bin/env python3
"""Trains the two networks of the sample data whose intermediate layers are kept.

The same encoder, of six convolutional blocks, learns from the same images in the same order under the
same augmentations: once with their labels, once without. What every block puts out is pooled to 128
features, so that layers differ in depth and not in width, and probed like the sweep of train.py, of
which this is a continuation: what that says about data, options and reproducibility holds here, too.

    python3 layers.py              both networks, unless they are there
    python3 layers.py --summary    α, rank and accuracy of every dump, as Markdown

About two minutes of processor time a network. Each writes, in layers_<algorithm>,

    block1/features_epoch_008.npy  512 test images × 128 features of the first block after epoch 8,
                                   float16; of block4 512 × 32 × 2 × 2, channels before pooled positions
    block1/metrics.csv             loss of the network per epoch, probe accuracies of this block in percent
    hparams.yaml                   everything that was set
"""

from __future__ import annotations

import csv
import math
import sys
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

sys.dont_write_bytecode = True  # or a directory that is no run would appear among the runs
import train
from train import Data

CHECKPOINTS = (1, 3, train.EPOCHS)
CHANNELS = (8, 8, 32, 32, 128, 128)  # of the blocks; the odd ones of stride 2: 14 × 14, 7 × 7, 4 × 4
FEATURES = 128                       # of every block, once pooled
TENSOR = 4                           # the block whose pooled features keep their axes
DEPTHS = range(1, len(CHANNELS) + 1)

LAMBD = 0.004
PROJECTOR_WIDTH = 128

SUPERVISED = "supervised"
BARLOW_TWINS = "barlow_twins"
RUNS = {f"layers_{algorithm}": algorithm for algorithm in (SUPERVISED, BARLOW_TWINS)}


def make_blocks() -> nn.Sequential:
    blocks = [
        nn.Sequential(*train.convolution(inputs, outputs, stride=1 + depth % 2))
        for depth, inputs, outputs in zip(DEPTHS, (1, *CHANNELS), CHANNELS)
    ]
    return nn.Sequential(*blocks).to(memory_format=torch.channels_last)


def up_to(depth: int, blocks: nn.Sequential) -> nn.Sequential:
    """The first `depth` blocks, the last of them pooled to N × channels × side × side: `FEATURES` in all."""
    side = math.isqrt(FEATURES // CHANNELS[depth - 1])
    return nn.Sequential(*blocks[:depth], nn.AdaptiveAvgPool2d(side))


def hparams(algorithm: str) -> dict[str, object]:
    settings = dict(
        algorithm=algorithm,
        dataset="fashion-mnist",
        feature_dim=FEATURES,
        seed=train.SEED,
        optimizer="adam",
        lr=train.LEARNING_RATE,
        weight_decay=train.WEIGHT_DECAY,
        batch_size=train.BATCH_SIZE,
        epochs=train.EPOCHS,
        train_images=train.TRAIN_IMAGES,
    )
    if algorithm == BARLOW_TWINS:
        # Not `lambd` and `pdim`: the landscape over these is of the sweep's encoder.
        settings |= dict(redundancy_weight=LAMBD, projector_width=PROJECTOR_WIDTH)
    return settings


def execute(algorithm: str, data: Data, directory: Path) -> None:
    """Trains one network and writes its directory."""
    directory.mkdir(parents=True, exist_ok=True)
    train.write_hparams(directory / "hparams.yaml", hparams(algorithm))
    torch.manual_seed(train.SEED)  # the blocks are created first, so both networks start from the same ones
    rng = torch.Generator().manual_seed(train.SEED)
    blocks = make_blocks()
    if algorithm == SUPERVISED:
        head = nn.Linear(FEATURES, 10)

        def objective(a: Tensor, b: Tensor, index: Tensor) -> Tensor:
            return F.cross_entropy(torch.cat([a, b]), data.train_labels[index].repeat(2))

    else:
        head = train.make_projector(PROJECTOR_WIDTH, FEATURES)

        def objective(a: Tensor, b: Tensor, _: Tensor) -> Tensor:
            return train.barlow_twins_loss(a, b, LAMBD)

    network = nn.Sequential(up_to(len(blocks), blocks), nn.Flatten(), head)
    optimizer = torch.optim.Adam(network.parameters(), train.LEARNING_RATE, weight_decay=train.WEIGHT_DECAY)
    rows: dict[int, list[dict[str, object]]] = {depth: [] for depth in DEPTHS}
    for epoch in range(1, train.EPOCHS + 1):
        loss = train.train_epoch(network, optimizer, data.train, objective, rng)
        step = epoch * math.ceil(len(data.train) / train.BATCH_SIZE)
        for depth in DEPTHS:
            rows[depth].append(dict(epoch=epoch, step=step, train_loss=f"{loss:.6g}"))
            if epoch not in CHECKPOINTS:
                continue
            layer = up_to(depth, blocks)
            features = train.embed(layer, data.test[:train.DUMP_IMAGES])
            path = dump(directory, depth, epoch)
            path.parent.mkdir(exist_ok=True)
            train.save(path, features if depth == TENSOR else features.flatten(1))
            accuracies = train.probe(nn.Sequential(layer, nn.Flatten()), data)
            rows[depth].append(
                dict(epoch=epoch, step=step, **{name: f"{value:.2f}" for name, value in accuracies.items()})
            )
    for depth in DEPTHS:
        train.write_metrics(directory / f"block{depth}" / "metrics.csv", rows[depth])


def dump(directory: Path, depth: int, epoch: int) -> Path:
    return directory / f"block{depth}" / f"features_epoch_{epoch:03d}.npy"


def summarise(output: Path) -> None:
    """Prints a Markdown table of every dump below `output`, and how α and accuracy go together."""
    print("| run | layer | epoch | α | participation ratio | probe, % | probe on shifted, % |")
    print("|---|---|--:|--:|--:|--:|--:|")
    findings = []
    for name in RUNS:
        measured = []
        for depth in DEPTHS:
            metrics = output / name / f"block{depth}" / "metrics.csv"
            if not metrics.exists():
                continue
            with metrics.open(newline="") as file:
                probed = {int(row["epoch"]): row for row in csv.DictReader(file) if row["probe_acc"]}
            for epoch, row in probed.items():
                features = np.load(dump(output / name, depth, epoch))
                spectrum = train.eigenspectrum(features.reshape(len(features), -1))
                alpha, ratio = train.decay_coefficient(spectrum), train.participation_ratio(spectrum)
                accuracies = row["probe_acc"], row["probe_acc_shifted"]
                measured.append((alpha, *map(float, accuracies)))
                print(f"| `{name}` | block{depth} | {epoch} | {alpha:.3f} | {ratio:.2f} | {' | '.join(accuracies)} |")
        if len(measured) > 2:
            alphas, plain, shifted = zip(*measured)
            findings.append(f"Spearman's ρ over the {len(measured)} dumps of {name}: "
                            f"α and probe {train.rank_correlation(alphas, plain):+.2f}, "
                            f"α and probe on shifted {train.rank_correlation(alphas, shifted):+.2f}.")
    print("", *findings, sep="\n")


if __name__ == "__main__":
    train.run_command_line(
        __doc__,
        RUNS,
        execute=lambda name, data, directory: execute(RUNS[name], data, directory),
        last_file=f"block{len(CHANNELS)}/metrics.csv",
        summarise=summarise,
    )

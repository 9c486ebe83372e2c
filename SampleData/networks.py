#!/usr/bin/env python3
"""Trains the twelve networks of the sample data that differ in architecture and in objective.

Three encoders of 128 features, a plain convolutional one, one with residual connections and a transformer,
learn from the same images in the same order under the same augmentations, each with four objectives: labels,
SimCLR, BYOL and Barlow Twins. They are probed like the sweep of train.py, of which this is a continuation:
what that says about data, options and reproducibility holds here, too.

    python3 networks.py              every network that is not there yet
    python3 networks.py --summary    α, rank and accuracy of every dump, as Markdown

About a minute of processor time a network. Each writes, in networks/<architecture>_<objective>,

    features_epoch_008.npy    512 test images × 128 features after epoch 8, float16
    metrics.csv               loss per epoch, probe accuracies in percent at the checkpoints
    hparams.yaml              everything that was set

and the transformer that learns from labels also, in networks/tokens, the 17 tokens that its features are made of.

SimCLR: Chen et al. 2020, arXiv:2002.05709. BYOL: Grill et al. 2020, arXiv:2006.07733.
"""

from __future__ import annotations

import copy
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
FEATURES = 128  # of every encoder
TRAIN_IMAGES = 2_048
BATCH_SIZE = 64      # 256 steps, as in the sweep
LEARNING_RATE = 1e-3

PROJECTOR_WIDTH = 128
TEMPERATURE = 0.2   # of SimCLR
MOMENTUM = 0.98     # of BYOL's target network
LAMBD = 0.004       # of Barlow Twins

PATCH = 7           # pixels a side: 16 patches
DEPTH = 3
WIDTH = FEATURES // 2  # of a token
HEADS = 4

SUPERVISED, SIMCLR, BYOL, BARLOW_TWINS = OBJECTIVES = ("supervised", "simclr", "byol", "barlow_twins")
TOKENS = "networks/tokens"
TOKENS_OF = "networks/vit_supervised"


# --- Encoders ------------------------------------------------------------------------------------


def make_vgg() -> nn.Sequential:
    """Pairs of convolutions between which the maximum of 2 × 2 is taken, as in VGG."""
    layers: list[nn.Module] = []
    for inputs, outputs in ((1, 8), (8, 16), (16, 32)):
        layers += [
            *train.convolution(inputs, outputs, stride=1), *train.convolution(outputs, outputs, stride=1),
            nn.MaxPool2d(2),
        ]
    layers += [*train.convolution(32, FEATURES, stride=1), nn.AdaptiveAvgPool2d(1), nn.Flatten()]
    return nn.Sequential(*layers).to(memory_format=torch.channels_last)


class Residual(nn.Module):
    """The basic block of ResNet: two convolutions beside the identity, or a 1 × 1 convolution where shapes differ."""

    def __init__(self, inputs: int, outputs: int, stride: int) -> None:
        super().__init__()
        self.convolutions = nn.Sequential(
            *train.convolution(inputs, outputs, stride), *train.convolution(outputs, outputs, stride=1)[:-1]
        )
        self.shortcut = nn.Sequential()
        if stride > 1 or inputs != outputs:
            self.shortcut = nn.Sequential(
                nn.Conv2d(inputs, outputs, 1, stride=stride, bias=False), nn.BatchNorm2d(outputs)
            )

    def forward(self, x: Tensor) -> Tensor:
        return F.relu(self.convolutions(x) + self.shortcut(x))


def make_resnet() -> nn.Sequential:
    layers = [
        *train.convolution(1, 16), Residual(16, 16, stride=1), Residual(16, 32, stride=2), Residual(32, 64, stride=2),
        *train.convolution(64, FEATURES, stride=1), nn.AdaptiveAvgPool2d(1), nn.Flatten(),
    ]
    return nn.Sequential(*layers).to(memory_format=torch.channels_last)


class VisionTransformer(nn.Module):
    """Dosovitskiy et al. 2021, arXiv:2010.11929. Features are the class token and the mean of the patches' tokens."""

    def __init__(self) -> None:
        super().__init__()
        patches = (28 // PATCH) ** 2
        self.patches = nn.Conv2d(1, WIDTH, PATCH, stride=PATCH)
        self.class_token = nn.Parameter(torch.zeros(1, 1, WIDTH))
        self.positions = nn.Parameter(0.02 * torch.randn(1, 1 + patches, WIDTH))
        layer = nn.TransformerEncoderLayer(
            WIDTH, HEADS, dim_feedforward=4 * WIDTH, dropout=0, activation="gelu", batch_first=True, norm_first=True
        )
        self.layers = nn.TransformerEncoder(layer, DEPTH, norm=nn.LayerNorm(WIDTH), enable_nested_tensor=False)

    def tokens(self, images: Tensor) -> Tensor:
        """N × (1 + patches) × `WIDTH`, the class token first."""
        patches = self.patches(images).flatten(2).transpose(1, 2)
        x = torch.cat([self.class_token.expand(len(images), -1, -1), patches], dim=1)
        return self.layers(x + self.positions)

    def forward(self, images: Tensor) -> Tensor:
        tokens = self.tokens(images)
        return torch.cat([tokens[:, 0], tokens[:, 1:].mean(1)], dim=1)


ENCODERS = dict(vgg=make_vgg, resnet=make_resnet, vit=VisionTransformer)


# --- Objectives ----------------------------------------------------------------------------------


def simclr_loss(a: Tensor, b: Tensor) -> Tensor:
    """NT-Xent, Chen et al. 2020, eq. 1: of all 2N - 1 other views in the batch, find the one of the same image."""
    z = F.normalize(torch.cat([a, b]), dim=1)
    similarity = (z @ z.T / TEMPERATURE).fill_diagonal_(-math.inf)
    n = len(a)
    return F.cross_entropy(similarity, torch.arange(2 * n).roll(n))


class BootstrapYourOwnLatent(nn.Module):
    """BYOL: predictions of the online network, and beside them what its moving average puts out."""

    def __init__(self, encoder: nn.Module) -> None:
        super().__init__()
        self.online = nn.Sequential(encoder, train.make_projector(PROJECTOR_WIDTH, FEATURES))
        self.predictor = train.make_projector(PROJECTOR_WIDTH, PROJECTOR_WIDTH)
        self.target = copy.deepcopy(self.online).requires_grad_(False)

    def forward(self, views: Tensor) -> Tensor:
        with torch.no_grad():  # the average takes in the step that was made since the last batch
            for mean, parameter in zip(self.target.parameters(), self.online.parameters()):
                mean.lerp_(parameter, 1 - MOMENTUM)
            target = self.target(views)
        return torch.cat([self.predictor(self.online(views)), target], dim=1)


def byol_loss(a: Tensor, b: Tensor) -> Tensor:
    """Grill et al. 2020, eq. 2, of both views: the squared distance of unit vectors, mean over the batch."""
    (prediction_a, target_a), (prediction_b, target_b) = (
        F.normalize(z.unflatten(1, (2, -1)), dim=2).unbind(1) for z in (a, b)
    )
    cosines = (prediction_a * target_b).sum(1) + (prediction_b * target_a).sum(1)
    return (4 - 2 * cosines).mean()


def make_learner(objective: str, encoder: nn.Module, data: Data) -> tuple[nn.Module, train.Objective]:
    """What is trained in order to train `encoder`, and the loss of its outputs."""
    if objective == SUPERVISED:
        def loss(a: Tensor, b: Tensor, index: Tensor) -> Tensor:
            return F.cross_entropy(torch.cat([a, b]), data.train_labels[index].repeat(2))

        return nn.Sequential(encoder, nn.Linear(FEATURES, 10)), loss
    if objective == BYOL:
        return BootstrapYourOwnLatent(encoder), lambda a, b, _: byol_loss(a, b)
    learner = nn.Sequential(encoder, train.make_projector(PROJECTOR_WIDTH, FEATURES))
    if objective == SIMCLR:
        return learner, lambda a, b, _: simclr_loss(a, b)
    return learner, lambda a, b, _: train.barlow_twins_loss(a, b, LAMBD)


# --- Runs ----------------------------------------------------------------------------------------


RUNS = {
    f"networks/{architecture}_{objective}": (architecture, objective)
    for architecture in ENCODERS
    for objective in OBJECTIVES
}


def hparams(architecture: str, objective: str) -> dict[str, object]:
    settings = dict(
        architecture=architecture,
        objective=objective,
        dataset="fashion-mnist",
        feature_dim=FEATURES,
        seed=train.SEED,
        optimizer="adam",
        lr=LEARNING_RATE,
        weight_decay=train.WEIGHT_DECAY,
        batch_size=BATCH_SIZE,
        epochs=train.EPOCHS,
        train_images=TRAIN_IMAGES,
    )
    if objective != SUPERVISED:
        settings |= dict(projector_width=PROJECTOR_WIDTH)
    # Not `lambd`: the landscape over it is of the sweep's encoder.
    settings |= {
        SIMCLR: dict(temperature=TEMPERATURE),
        BYOL: dict(target_momentum=MOMENTUM),
        BARLOW_TWINS: dict(redundancy_weight=LAMBD),
    }.get(objective, {})
    return settings


def execute(name: str, data: Data, output: Path) -> None:
    """Trains one network and writes its directory."""
    directory = output / name
    directory.mkdir(parents=True, exist_ok=True)
    architecture, objective = RUNS[name]
    train.write_hparams(directory / "hparams.yaml", hparams(architecture, objective))
    torch.manual_seed(train.SEED)  # the encoder is created first, so its four trainings start from the same one
    rng = torch.Generator().manual_seed(train.SEED)
    encoder = ENCODERS[architecture]()
    learner, loss = make_learner(objective, encoder, data)
    optimizer = torch.optim.Adam(learner.parameters(), LEARNING_RATE, weight_decay=train.WEIGHT_DECAY)
    images = data.train[:TRAIN_IMAGES]
    rows: list[dict[str, object]] = []
    for epoch in range(1, train.EPOCHS + 1):
        mean = train.train_epoch(learner, optimizer, images, loss, rng, BATCH_SIZE)
        step = epoch * math.ceil(len(images) / BATCH_SIZE)
        rows.append(dict(epoch=epoch, step=step, train_loss=f"{mean:.6g}"))
        if epoch in CHECKPOINTS:
            train.save(directory / dump(epoch), train.embed(encoder, data.test[:train.DUMP_IMAGES]))
            accuracies = {name: f"{value:.2f}" for name, value in train.probe(encoder, data).items()}
            rows.append(dict(epoch=epoch, step=step, **accuracies))
    if name == TOKENS_OF:
        write_tokens(encoder, data, output / TOKENS)
    train.write_metrics(directory / "metrics.csv", rows)


@torch.no_grad()
def write_tokens(encoder: VisionTransformer, data: Data, directory: Path) -> None:
    """All tokens of the trained `encoder`, in a directory without `architecture`: it is no thirteenth network."""
    directory.mkdir(exist_ok=True)
    settings = dict(tokens_of=Path(TOKENS_OF).name, dataset="fashion-mnist", tokens=17, token_dim=WIDTH)
    train.write_hparams(directory / "hparams.yaml", settings)
    tokens = torch.cat([encoder.tokens(batch) for batch in data.test[:train.DUMP_IMAGES].split(500)])
    train.save(directory / dump(train.EPOCHS), tokens)


def dump(epoch: int) -> str:
    return f"features_epoch_{epoch:03d}.npy"


def summarise(output: Path) -> None:
    """Prints a Markdown table of every dump below `output`, and how α and accuracy go together."""
    print("| run | epoch | α | participation ratio | effective rank | probe, % | probe on shifted, % |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    measured: list[tuple[str, float, float, float]] = []
    for name, (architecture, _) in RUNS.items():
        metrics = output / name / "metrics.csv"
        if not metrics.exists():
            continue
        with metrics.open(newline="") as file:
            probed = {int(row["epoch"]): row for row in csv.DictReader(file) if row["probe_acc"]}
        for epoch, row in probed.items():
            spectrum = train.eigenspectrum(np.load(metrics.parent / dump(epoch)))
            alpha, ratio = train.decay_coefficient(spectrum), train.participation_ratio(spectrum)
            accuracies = row["probe_acc"], row["probe_acc_shifted"]
            measured.append((architecture, alpha, *map(float, accuracies)))
            print(f"| `{metrics.parent.name}` | {epoch} | {alpha:.3f} | {ratio:.2f} | "
                  f"{effective_rank(spectrum):.2f} | {' | '.join(accuracies)} |")
    print()
    for group in (None, *ENCODERS):
        chosen = [row[1:] for row in measured if group in (None, row[0])]
        if len(chosen) > 2:
            alphas, plain, shifted = zip(*chosen)
            print(f"Spearman's ρ over the {len(chosen)} dumps of {group or 'all networks'}: "
                  f"α and probe {train.rank_correlation(alphas, plain):+.2f}, "
                  f"α and probe on shifted {train.rank_correlation(alphas, shifted):+.2f}.")


def effective_rank(spectrum: np.ndarray) -> float:
    """Roy & Vetterli 2007: exp of the entropy of the eigenvalues as shares of their sum."""
    share = spectrum[spectrum > 0] / spectrum[spectrum > 0].sum()
    return math.exp(-(share * np.log(share)).sum())


if __name__ == "__main__":
    train.run_command_line(
        __doc__,
        RUNS,
        # `directory` is the output directory and the run's name; the tokens go beside the run.
        execute=lambda name, data, directory: execute(name, data, directory.parents[1]),
        last_file="metrics.csv",
        summarise=summarise,
    )

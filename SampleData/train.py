#!/usr/bin/env python3
"""Trains the sweep of small Barlow Twins networks whose features are the sample data of eigentop.

Every run trains one convolutional encoder on Fashion-MNIST without labels. The runs differ in the
weight λ of the redundancy term and in the width of the projector, the two hyperparameters whose
landscape alpha-ReQ studies; a few more are pushed out of the healthy range on purpose. The labels
serve only to probe the frozen features.

    python3 train.py                                   every run that is not there yet
    python3 train.py --only lambd_0.004000_pdim_128    one run
    python3 train.py --summary                         α, rank and accuracy of every dump, as Markdown

Needs Python 3.9 and PyTorch 2 or newer, numpy, and the four files of Fashion-MNIST as the Debian
package dataset-fashion-mnist installs them (--data names another folder). One core, no GPU: about
40 s a run, half an hour in all. Work is seeded and runs on one thread, so the same versions on the
same processor write the same numbers. A run is finished once its metrics.csv exists, which is
written last: an interrupted sweep continues where it stopped.

Each run writes, in a directory named after its hyperparameters,

    features_epoch_008.npy     512 test images × 256 encoder features after epoch 8, float16
    embeddings_view_{a,b}.npy  200 test images × pdim projector outputs, two augmentations (two runs)
    metrics.csv                loss per epoch, probe accuracies in percent at the checkpoints
    hparams.yaml               everything that was set

and the labels of the 512 images go once to labels.npy in the output directory.

Barlow Twins: Zbontar et al. 2021, arXiv:2103.03230. alpha-ReQ: Agrawal et al. 2022, NeurIPS.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import math
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

SEED = 0
EPOCHS = 8
BATCH_SIZE = 256
LEARNING_RATE = 3e-3
WEIGHT_DECAY = 1e-6

FEATURES = 256         # width of the encoder's output
TRAIN_IMAGES = 8_192   # the first of the training set, here seen without labels
PROBE_IMAGES = 5_000   # the last of the training set: disjoint from those, and from the test set
DUMP_IMAGES = 512      # the first of the test set
VIEW_IMAGES = 200


# --- The sweep -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Run:
    """One setting. `lambd` None is the network as initialised."""

    lambd: float | None
    pdim: int = 0
    weight_decay: float = WEIGHT_DECAY
    checkpoints: tuple[int, ...] = (EPOCHS,)  # epochs after which features are kept and probed
    views: bool = False                       # also keep embeddings of two augmentations

    @property
    def name(self) -> str:
        """The directory, named as the published code of alpha-ReQ does."""
        if self.lambd is None:
            return "untrained"
        name = f"lambd_{self.lambd:.6f}_pdim_{self.pdim}"
        if self.weight_decay != WEIGHT_DECAY:
            name += f"_wd_{self.weight_decay:g}"
        return name

    def hparams(self) -> dict[str, object]:
        common = dict(
            algorithm="untrained" if self.lambd is None else "barlow_twins",
            dataset="fashion-mnist",
            feature_dim=FEATURES,
            seed=SEED,
        )
        if self.lambd is None:
            return common | dict(epochs=0)
        return common | dict(
            lambd=self.lambd,
            pdim=self.pdim,
            optimizer="adam",
            lr=LEARNING_RATE,
            weight_decay=self.weight_decay,
            batch_size=BATCH_SIZE,
            epochs=EPOCHS,
            train_images=TRAIN_IMAGES,
        )


LAMBDAS = (0.0001, 0.00063, 0.004, 0.025, 0.16, 1.0)
PROJECTOR_DIMS = (16, 32, 64, 128, 256)

TIMELINE = (1, 3, EPOCHS)
WITH_TIMELINE = {(0.0001, 16), (0.004, 128), (0.025, 256), (1.0, 64)}
WITH_VIEWS = {(0.004, 128), (1.0, 64)}


def sweep() -> list[Run]:
    grid = [
        Run(
            lambd,
            pdim,
            checkpoints=TIMELINE if (lambd, pdim) in WITH_TIMELINE else (EPOCHS,),
            views=(lambd, pdim) in WITH_VIEWS,
        )
        for lambd in LAMBDAS
        for pdim in PROJECTOR_DIMS
    ]
    added = [
        Run(None, checkpoints=(0,)),
        Run(0.0, 128),                                          # no redundancy term at all
        Run(0.004, 128, weight_decay=0.1),                      # heavily decayed
        Run(0.0, 1, weight_decay=1.0, checkpoints=TIMELINE),    # collapsed
    ]
    return grid + added


# --- Data ----------------------------------------------------------------------------------------


def read_idx(path: Path) -> np.ndarray:
    """Reads an array of bytes in the IDX format of MNIST."""
    raw = gzip.decompress(path.read_bytes())
    if raw[:3] != b"\0\0\x08":
        raise ValueError(f"{path}: not an IDX file of unsigned bytes")
    shape = np.frombuffer(raw, ">i4", count=raw[3], offset=4)
    return np.frombuffer(raw, np.uint8, offset=4 + 4 * raw[3]).reshape(shape)


@dataclass
class Data:
    train: Tensor  # images are N × 1 × 28 × 28 in 0…1
    train_labels: Tensor
    probe: Tensor
    probe_labels: Tensor
    test: Tensor
    shifted: Tensor
    test_labels: Tensor

    @classmethod
    def load(cls, folder: Path) -> Data:
        def part(prefix: str) -> tuple[Tensor, Tensor]:
            images = read_idx(folder / f"{prefix}-images-idx3-ubyte.gz")
            labels = read_idx(folder / f"{prefix}-labels-idx1-ubyte.gz")
            return (
                torch.from_numpy(images.astype(np.float32) / 255).unsqueeze(1),
                torch.from_numpy(labels.astype(np.int64)),
            )

        train, train_labels = part("train")
        test, test_labels = part("t10k")
        return cls(
            train[:TRAIN_IMAGES], train_labels[:TRAIN_IMAGES],
            train[-PROBE_IMAGES:], train_labels[-PROBE_IMAGES:],
            test, shift(test), test_labels,
        )


def uniform(n: int, low: float, high: float, rng: torch.Generator) -> Tensor:
    return torch.empty(n).uniform_(low, high, generator=rng)


def warp(images: Tensor, angle: Tensor, scale: Tensor, dx: Tensor, dy: Tensor) -> Tensor:
    """Rotates (radians), scales (N × 2; a negative factor mirrors) and moves (pixels) each image."""
    cos, sin = angle.cos(), angle.sin()
    sx, sy = scale.unbind(1)
    pixel = 2 / images.shape[-1]
    theta = torch.stack(
        [cos / sx, -sin / sy, -dx * pixel, sin / sx, cos / sy, -dy * pixel], dim=1
    ).view(-1, 2, 3)
    grid = F.affine_grid(theta, list(images.shape), align_corners=False)
    return F.grid_sample(images, grid, padding_mode="zeros", align_corners=False)


def augment(images: Tensor, rng: torch.Generator) -> Tensor:
    """One random view of each image: what the network is asked to be invariant to."""
    n, _, height, width = images.shape
    zoom = uniform(n, 0.9, 1.4, rng)
    mirror = torch.where(torch.rand(n, generator=rng) < 0.5, -1.0, 1.0)
    view = warp(
        images,
        angle=uniform(n, -0.26, 0.26, rng),  # 15°
        scale=torch.stack([mirror * zoom, zoom], dim=1),
        dx=uniform(n, -3, 3, rng),
        dy=uniform(n, -3, 3, rng),
    )
    contrast = uniform(n, 0.6, 1.4, rng).view(n, 1, 1, 1)
    brightness = uniform(n, -0.2, 0.2, rng).view(n, 1, 1, 1)
    view = view * contrast + brightness
    view = view + 0.05 * torch.randn(view.shape, generator=rng)
    # Erase a square of 8 × 8 pixels anywhere.
    top = torch.randint(height - 8, (n, 1), generator=rng)
    left = torch.randint(width - 8, (n, 1), generator=rng)
    rows, columns = torch.arange(height), torch.arange(width)
    in_rows = (rows >= top) & (rows < top + 8)
    in_columns = (columns >= left) & (columns < left + 8)
    return view.masked_fill((in_rows[:, :, None] & in_columns[:, None, :]).unsqueeze(1), 0)


def shift(images: Tensor) -> Tensor:
    """The shifted test set: rotated, moved, of less contrast and noisy; the same for every run."""
    n = len(images)
    rng = torch.Generator().manual_seed(SEED + 1)
    moved = warp(
        images,
        angle=uniform(n, -math.pi / 9, math.pi / 9, rng),  # 20°
        scale=torch.ones(n, 2),
        dx=uniform(n, -3, 3, rng),
        dy=uniform(n, -3, 3, rng),
    )
    return (0.6 * moved + 0.1 * torch.randn(moved.shape, generator=rng)).clamp(0, 1)


# --- Networks and loss ---------------------------------------------------------------------------


def convolution(inputs: int, outputs: int, stride: int = 2) -> list[nn.Module]:
    layer = nn.Conv2d(inputs, outputs, 3, stride=stride, padding=1, bias=False)
    return [layer, nn.BatchNorm2d(outputs), nn.ReLU()]


def make_encoder() -> nn.Sequential:
    """Three convolutions and a linear layer. Its output is what is dumped and probed."""
    layers = [
        *convolution(1, 16), *convolution(16, 32), *convolution(32, 64),  # 64 × 4 × 4
        nn.Flatten(),
        nn.Linear(1024, FEATURES, bias=False), nn.BatchNorm1d(FEATURES), nn.ReLU(),
    ]
    return nn.Sequential(*layers).to(memory_format=torch.channels_last)  # faster on a CPU


def make_projector(pdim: int, features: int = FEATURES) -> nn.Sequential:
    return nn.Sequential(
        nn.Linear(features, pdim, bias=False), nn.BatchNorm1d(pdim), nn.ReLU(),
        nn.Linear(pdim, pdim, bias=False),
    )


def barlow_twins_loss(a: Tensor, b: Tensor, lambd: float) -> Tensor:
    """Zbontar et al. 2021, eq. 1: makes the cross-correlation of two views the identity.

    `a` and `b` are N × d embeddings of two views of the same N images.
    """
    a, b = (F.batch_norm(z, None, None, training=True) for z in (a, b))
    correlation = a.T @ b / len(a)
    diagonal = correlation.diagonal()
    invariance = (1 - diagonal).square().sum()
    redundancy = correlation.square().sum() - diagonal.square().sum()
    return invariance + lambd * redundancy


@torch.no_grad()
def embed(network: nn.Module, images: Tensor) -> Tensor:
    network.eval()
    return torch.cat([network(batch) for batch in images.split(500)])


# --- Probe ---------------------------------------------------------------------------------------


class Probe:
    """Multinomial logistic regression on standardised features: ½‖W‖² + C Σ loss, C = 0.1."""

    def __init__(self, features: Tensor, labels: Tensor, c: float = 0.1) -> None:
        self.mean = features.mean(0)
        deviation = features.std(0, correction=0)
        self.inverse_deviation = torch.where(deviation > 1e-6, 1 / deviation, 0)
        x = self.standardise(features)
        self.weight = torch.zeros(x.shape[1], 10, requires_grad=True)
        self.bias = torch.zeros(10, requires_grad=True)
        optimizer = torch.optim.LBFGS(
            [self.weight, self.bias], max_iter=300, tolerance_grad=1e-5, line_search_fn="strong_wolfe"
        )

        def objective() -> Tensor:  # divided by C·N, which moves no minimum
            optimizer.zero_grad()
            loss = F.cross_entropy(x @ self.weight + self.bias, labels)
            loss = loss + self.weight.square().sum() / (2 * c * len(x))
            loss.backward()
            return loss

        optimizer.step(objective)

    def standardise(self, features: Tensor) -> Tensor:
        return (features - self.mean) * self.inverse_deviation

    @torch.no_grad()
    def accuracy(self, features: Tensor, labels: Tensor) -> float:
        """Percent correct."""
        predicted = (self.standardise(features) @ self.weight + self.bias).argmax(1)
        return 100 * (predicted == labels).double().mean().item()


def probe(encoder: nn.Module, data: Data) -> dict[str, float]:
    fitted = Probe(embed(encoder, data.probe), data.probe_labels)
    return dict(
        probe_acc=fitted.accuracy(embed(encoder, data.test), data.test_labels),
        probe_acc_shifted=fitted.accuracy(embed(encoder, data.shifted), data.test_labels),
    )


# --- One run -------------------------------------------------------------------------------------


def save(path: Path, values: Tensor) -> None:
    half = values.half()
    if not half.isfinite().all():
        raise ValueError(f"{path}: not representable in float16")
    np.save(path, half.numpy())


def write_hparams(path: Path, hparams: dict[str, object]) -> None:
    """Flat YAML. A float needs its point, or readers of YAML 1.1 take 1e-06 for a string."""

    def scalar(value: object) -> str:
        text = str(value)
        return text.replace("e", ".0e") if isinstance(value, float) and "." not in text else text

    path.write_text("".join(f"{key}: {scalar(value)}\n" for key, value in hparams.items()))


def write_metrics(path: Path, rows: list[dict[str, object]]) -> None:
    """As Lightning's CSVLogger does: one row per call of the logger, what it did not log is empty."""
    partial = path.with_suffix(".partial")
    with partial.open("w", newline="") as file:
        columns = ["epoch", "step", "train_loss", "probe_acc", "probe_acc_shifted"]
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    partial.rename(path)


@torch.no_grad()
def calibrate(encoder: nn.Module, images: Tensor) -> None:
    """Gives batch normalisation the statistics of `images`, averaged over batches; no weight changes.

    Without it an untrained network would normalise by the mean 0 and variance 1 it was created with.
    """
    for module in encoder.modules():
        if isinstance(module, (nn.BatchNorm1d, nn.BatchNorm2d)):
            module.momentum = None
    encoder.train()
    for batch in images.split(BATCH_SIZE):
        encoder(batch)


# The loss of the outputs for two views of the images at the indices that follow them.
Objective = Callable[[Tensor, Tensor, Tensor], Tensor]


def train_epoch(
    network: nn.Module, optimizer: torch.optim.Optimizer, images: Tensor, objective: Objective, rng: torch.Generator,
    batch_size: int = BATCH_SIZE,
) -> float:
    """One pass over two views of each image in random order; the mean loss."""
    network.train()
    losses = []
    for index in torch.randperm(len(images), generator=rng).split(batch_size):
        batch = images[index]
        views = torch.cat([augment(batch, rng), augment(batch, rng)])
        a, b = network(views).chunk(2)
        loss = objective(a, b, index)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return sum(losses) / len(losses)


def execute(run: Run, data: Data, directory: Path) -> None:
    """Trains one setting and writes its directory."""
    directory.mkdir(parents=True, exist_ok=True)
    write_hparams(directory / "hparams.yaml", run.hparams())
    torch.manual_seed(SEED)  # the encoder is created first, so every run starts from the same one
    rng = torch.Generator().manual_seed(SEED)
    encoder = make_encoder()
    rows: list[dict[str, object]] = []

    def checkpoint(epoch: int, step: int) -> None:
        save(directory / f"features_epoch_{epoch:03d}.npy", embed(encoder, data.test[:DUMP_IMAGES]))
        accuracies = {name: f"{value:.2f}" for name, value in probe(encoder, data).items()}
        rows.append(dict(epoch=epoch, step=step, **accuracies))

    if run.lambd is None:
        calibrate(encoder, data.train)
        checkpoint(epoch=0, step=0)
    else:
        network = nn.Sequential(encoder, make_projector(run.pdim))
        optimizer = torch.optim.Adam(network.parameters(), LEARNING_RATE, weight_decay=run.weight_decay)

        def objective(a: Tensor, b: Tensor, _: Tensor) -> Tensor:
            return barlow_twins_loss(a, b, run.lambd)

        for epoch in range(1, EPOCHS + 1):
            loss = train_epoch(network, optimizer, data.train, objective, rng)
            step = epoch * math.ceil(len(data.train) / BATCH_SIZE)
            rows.append(dict(epoch=epoch, step=step, train_loss=f"{loss:.6g}"))
            if epoch in run.checkpoints:
                checkpoint(epoch, step)
        if run.views:
            rng = torch.Generator().manual_seed(SEED + 2)  # the same augmentations for every run
            for view in "ab":
                images = augment(data.test[:VIEW_IMAGES], rng)
                save(directory / f"embeddings_view_{view}.npy", embed(network, images))
    write_metrics(directory / "metrics.csv", rows)


# --- Summary -------------------------------------------------------------------------------------


def eigenspectrum(features: np.ndarray) -> np.ndarray:
    """Eigenvalues of the covariance (1/N), largest first."""
    return np.linalg.eigvalsh(np.cov(features.astype(np.float64), rowvar=False, bias=True))[::-1]


def decay_coefficient(spectrum: np.ndarray, first: int = 11, last: int = 100) -> float:
    """α of λₖ ∝ k^−α: least squares of ln λₖ on ln k, weights 1/k, ranks first…last counted from 1."""
    rank = np.arange(first, last + 1)
    slope, _ = np.polyfit(np.log(rank), np.log(spectrum[rank - 1]), 1, w=rank**-0.5)  # squared: 1/k
    return -slope


def participation_ratio(spectrum: np.ndarray) -> float:
    return spectrum.sum() ** 2 / np.square(spectrum).sum()


def rank_correlation(x: list[float], y: list[float]) -> float:
    """Spearman's ρ; equal values share their mean rank."""

    def ranks(values: list[float]) -> np.ndarray:
        _, index, counts = np.unique(values, return_inverse=True, return_counts=True)
        return (np.cumsum(counts) - (counts - 1) / 2)[index]

    return np.corrcoef(ranks(x), ranks(y))[0, 1]


def summarise(output: Path) -> None:
    """Prints a Markdown table of every dump below `output`, and what the finished runs show."""
    print("| run | epoch | α | participation ratio | probe, % | probe on shifted, % |")
    print("|---|--:|--:|--:|--:|--:|")
    last: dict[str, tuple[float, float, float]] = {}
    for run in sweep():
        metrics = output / run.name / "metrics.csv"
        if not metrics.exists():
            continue
        with metrics.open(newline="") as file:
            probed = {int(row["epoch"]): row for row in csv.DictReader(file) if row["probe_acc"]}
        for epoch, row in probed.items():
            spectrum = eigenspectrum(np.load(metrics.parent / f"features_epoch_{epoch:03d}.npy"))
            alpha, ratio = decay_coefficient(spectrum), participation_ratio(spectrum)
            accuracies = row["probe_acc"], row["probe_acc_shifted"]
            last[run.name] = alpha, *map(float, accuracies)
            print(f"| `{run.name}` | {epoch} | {alpha:.3f} | {ratio:.2f} | {' | '.join(accuracies)} |")
    if len(last) > 2:
        alphas, plain, shifted = zip(*last.values())
        print(f"\nSpearman's ρ over the last dumps of these {len(last)} runs: "
              f"α and probe {rank_correlation(alphas, plain):+.2f}, "
              f"α and probe on shifted {rank_correlation(alphas, shifted):+.2f}, "
              f"probe and probe on shifted {rank_correlation(plain, shifted):+.2f}.")


def run_command_line(
    description: str,
    names: Iterable[str],
    execute: Callable[[str, Data, Path], None],
    last_file: str,
    summarise: Callable[[Path], None],
) -> None:
    """Trains what the arguments ask for of the runs `names`, with `execute(name, data, directory)`.

    A run is finished when `last_file` is in its directory.
    """
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    here = Path(__file__).resolve().parent
    parser.add_argument("--output", type=Path, default=here, help="where the runs go (default: here)")
    parser.add_argument("--data", type=Path, default=Path("/usr/share/datasets/fashion-mnist"))
    parser.add_argument(
        "--only", metavar="RUN", action="append", choices=names, help="train this run (repeatable)"
    )
    parser.add_argument("--summary", action="store_true", help="print a table of what is there")
    arguments = parser.parse_args()

    if arguments.summary:
        return summarise(arguments.output)
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    data = Data.load(arguments.data)
    arguments.output.mkdir(parents=True, exist_ok=True)
    np.save(arguments.output / "labels.npy", data.test_labels[:DUMP_IMAGES].numpy())
    for name in arguments.only or names:
        directory = arguments.output / name
        if (directory / last_file).exists():
            print(f"{name}: finished before", flush=True)
            continue
        start = time.monotonic()
        execute(name, data, directory)
        print(f"{name}: {time.monotonic() - start:.0f} s", flush=True)


def main() -> None:
    runs = {run.name: run for run in sweep()}
    run_command_line(
        __doc__,
        runs,
        execute=lambda name, data, directory: execute(runs[name], data, directory),
        last_file="metrics.csv",
        summarise=summarise,
    )


if __name__ == "__main__":
    main()

"""A Lightning callback that writes what eigentop reads, with `eigentop_writer.py` beside it.

    trainer = Trainer(callbacks=[LightningCallback("runs/lambd_0.004", held_out, every=2)])

Needs Lightning 2, as `lightning` or `pytorch_lightning`.
"""

from __future__ import annotations

import os
from typing import Any, Callable, Iterable

import torch
from eigentop_writer import Writer

try:
    from lightning.pytorch import Callback, LightningModule, Trainer
    from lightning.pytorch.utilities import move_data_to_device
except ImportError:
    from pytorch_lightning import Callback, LightningModule, Trainer
    from pytorch_lightning.utilities import move_data_to_device


class LightningCallback(Callback):
    """Dumps the features of held-out samples every k epochs, and the run's settings, metrics and heartbeat.

    Only the process of global rank 0 computes and writes them.
    """

    def __init__(self, directory: str | os.PathLike[str], batches: Iterable[Any], *, every: int = 1,
                 encode: Callable[[LightningModule, Any], Any] | None = None, errors: str = "warn") -> None:
        """
        directory: the run's own, not the one where a `CSVLogger` writes its `metrics.csv`.
        batches: pairs of inputs and labels, or inputs alone, the same in every epoch: a DataLoader without shuffling.
        every: number of epochs from one dump to the next.
        encode: features of a batch's inputs; without it, what `module(inputs)` returns.
        errors: as for `Writer`.
        """
        self._directory, self._batches, self._every, self._errors = directory, batches, every, errors
        self._encode = encode or (lambda module, inputs: module(inputs))
        self._writer: Writer | None = None

    def on_fit_start(self, trainer: Trainer, pl_module: LightningModule) -> None:
        if trainer.is_global_zero:
            self._writer = Writer(
                self._directory, hyperparameters=pl_module.hparams, every=self._every, errors=self._errors)

    def on_train_batch_end(self, trainer: Trainer, *_: Any) -> None:
        if self._writer is not None:
            self._writer.heartbeat(epoch=trainer.current_epoch, step=trainer.global_step)

    def on_train_epoch_end(self, trainer: Trainer, pl_module: LightningModule) -> None:
        if self._writer is None:
            return
        epoch, step = trainer.current_epoch, trainer.global_step
        self._writer.metrics(trainer.callback_metrics, epoch=epoch, step=step)
        if self._writer.is_due(epoch):
            features, labels = self._dump(pl_module)
            self._writer.features(features, labels=labels, epoch=epoch, step=step)

    def on_exception(self, trainer: Trainer, pl_module: LightningModule, exception: BaseException) -> None:
        self._end("failed")

    def on_fit_end(self, trainer: Trainer, pl_module: LightningModule) -> None:
        self._end("finished")

    def _end(self, state: str) -> None:
        if self._writer is not None:
            self._writer.finish(state)
            self._writer = None

    @torch.no_grad()
    def _dump(self, module: LightningModule) -> tuple[torch.Tensor, torch.Tensor | None]:
        modes = {part: part.training for part in module.modules()}
        module.eval()
        try:
            # A DataLoader draws a seed from the generator that the training goes on with.
            with torch.random.fork_rng(devices=[]):
                pairs = [batch if isinstance(batch, (tuple, list)) else (batch, None) for batch in self._batches]
            features = [self._encode(module, move_data_to_device(pair[0], module.device)).cpu() for pair in pairs]
        finally:
            for part, training in modes.items():
                part.training = training
        labels = None if any(pair[1] is None for pair in pairs) else torch.cat([pair[1] for pair in pairs])
        return torch.cat(features), labels

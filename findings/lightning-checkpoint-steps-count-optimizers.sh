#!/usr/bin/env bash
# The step in the name of a Lightning checkpoint is not a step of the log beside it.
#
# Expected: epoch=0-step=8.ckpt belongs to the row of step 8 in metrics.csv.
# Seen with Lightning 2.6.6 (torch 2.13.0): an epoch of 8 batches ends at row 7 and is saved as step=8. With two
#   optimizers (a GAN, or a probe trained beside the encoder) the names count the steps of both: 16, 32, 48. The log
#   counts batches: 7, 15, 23. So step=16 is the end of epoch 0, but batch 16 belongs to epoch 2.
# For whoever joins dumps of checkpoints with logs: trust the epoch in the name. The step must be divided by the number
#   of optimizers, which the name does not tell.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q numpy==2.4.6 torch==2.13.0 lightning==2.6.6
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import csv
import glob
import logging
import re
import warnings
import torch
import lightning
from lightning.pytorch.callbacks import ModelCheckpoint
from lightning.pytorch.loggers import CSVLogger

warnings.simplefilter("ignore")
logging.getLogger("lightning.pytorch").setLevel(logging.ERROR)

class Model(lightning.LightningModule):
    def __init__(self, optimizers):
        super().__init__()
        self.layer, self.count, self.automatic_optimization = torch.nn.Linear(4, 2), optimizers, False

    def training_step(self, batch, index):
        optimizers = self.optimizers()
        for optimizer in optimizers if self.count > 1 else [optimizers]:
            loss = self.layer(batch[0]).square().mean()
            optimizer.zero_grad()
            self.manual_backward(loss)
            optimizer.step()
        self.log("train_loss", loss)

    def configure_optimizers(self):
        return [torch.optim.SGD(self.parameters(), lr=0.1) for _ in range(self.count)]

found = {}
for optimizers in (1, 2):
    batches = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(torch.randn(40, 4)), batch_size=5)
    logger = CSVLogger(".", name=f"optimizers{optimizers}")
    trainer = lightning.Trainer(max_epochs=3, logger=logger, callbacks=[ModelCheckpoint(save_top_k=-1)],
                                accelerator="cpu", log_every_n_steps=4,
                                enable_progress_bar=False, enable_model_summary=False)
    trainer.fit(Model(optimizers), batches)
    files = glob.glob(f"{logger.log_dir}/checkpoints/*")
    names = [re.search(r"epoch=(\d)-step=(\d+)", name).groups() for name in files]
    last = {int(row["epoch"]): int(row["step"]) for row in csv.DictReader(open(f"{logger.log_dir}/metrics.csv"))}
    found[optimizers] = ([int(step) for _, step in sorted(names)], list(last.values()))
    print("optimizers: {}, steps of checkpoints: {}, of the epochs' last rows: {}".format(
        optimizers, *found[optimizers]))
assert found == {1: ([8, 16, 24], [7, 15, 23]), 2: ([16, 32, 48], [7, 15, 23])}, found
PYTHON

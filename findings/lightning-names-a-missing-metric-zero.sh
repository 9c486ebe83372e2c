#!/usr/bin/env bash
# A metric that was never logged appears in the names of Lightning's checkpoints as 0.00.
#
# Expected: a file name that asks for a metric nobody logs is an error, or brings a warning.
# Seen with Lightning 2.6.6 (torch 2.13.0): the module logs val/acc and the name asks for {val_acc:.2f}. All files are
#   called epoch=N-val_acc=0.00.ckpt, and nothing warns. With {val/acc:.2f}, the name that is logged, the slash makes
#   a directory (as the documentation says): epoch=N-val/acc=0.50.ckpt.
# For whoever reads metrics off names: 0.00 may be no value at all.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q numpy==2.4.6 torch==2.13.0 lightning==2.6.6
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import glob
import logging
import logging.handlers
import warnings
import torch
import lightning
from lightning.pytorch.callbacks import ModelCheckpoint

records = logging.handlers.BufferingHandler(10_000)
logging.getLogger("lightning.pytorch").handlers = [records]

class Model(lightning.LightningModule):
    def __init__(self):
        super().__init__()
        self.layer = torch.nn.Linear(4, 2)

    def training_step(self, batch, index):
        return self.layer(batch[0]).square().mean()

    def validation_step(self, batch, index):
        self.log("val/acc", 0.5)

    def configure_optimizers(self):
        return torch.optim.SGD(self.parameters(), lr=0.1)

batches = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(torch.randn(40, 4)), batch_size=5)
with warnings.catch_warnings(record=True) as said:
    warnings.simplefilter("always")
    for folder, name in (("asked", "{epoch}-{val_acc:.2f}"), ("logged", "{epoch}-{val/acc:.2f}")):
        checkpoints = ModelCheckpoint(folder, name, save_top_k=-1)
        trainer = lightning.Trainer(max_epochs=2, logger=False, callbacks=[checkpoints], accelerator="cpu",
                                    enable_progress_bar=False, enable_model_summary=False)
        trainer.fit(Model(), batches, batches)
found = sorted(glob.glob("asked/**/*.ckpt", recursive=True) + glob.glob("logged/**/*.ckpt", recursive=True))
print("\n".join(found))
assert found == ["asked/epoch=0-val_acc=0.00.ckpt", "asked/epoch=1-val_acc=0.00.ckpt",
                 "logged/epoch=0-val/acc=0.50.ckpt", "logged/epoch=1-val/acc=0.50.ckpt"], found
messages = [str(warning.message) for warning in said] + [record.getMessage() for record in records.buffer]
assert messages and not any("val_acc" in message for message in messages), messages
PYTHON

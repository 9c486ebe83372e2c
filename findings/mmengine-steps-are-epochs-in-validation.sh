#!/usr/bin/env bash
# In mmengine's scalars.json "step" counts iterations in rows of the training and epochs in rows of the validation.
#
# Expected: "step" means one thing in one file. The validation after epoch 1 of 20 iterations says 20, or its epoch.
# Seen with mmengine 0.10.7 (torch 2.13.0), default hooks, training by epochs: it says step 1 and has neither "epoch"
#   nor "iter", between rows of steps 20 and 25. The loss of a row is the mean of the last ten iterations, even across
#   the end of an epoch.
# For whoever joins logs with checkpoints by the step: the accuracies of a whole training look as if they came before
#   its first hundred iterations. The checkpoint of iteration 20 finds the accuracy of epoch 20, if there is one.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q numpy==2.4.6 torch==2.13.0 mmengine==0.10.7 setuptools==80.9.0
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import glob
import json
import torch
from torch.utils.data import DataLoader, TensorDataset
from mmengine.evaluator import BaseMetric
from mmengine.model import BaseModel
from mmengine.runner import Runner

class Model(BaseModel):
    def __init__(self):
        super().__init__()
        self.layer, self.iteration = torch.nn.Linear(4, 1), 0

    def forward(self, rows, mode="loss"):
        if mode != "loss":
            return [rows]
        self.iteration += 1
        return {"loss": self.layer(rows).mean() * 0 + self.iteration}

class Accuracy(BaseMetric):
    default_prefix = "val"

    def process(self, batch, outputs):
        self.results.append(0)

    def compute_metrics(self, results):
        return {"acc": 0.5}

def batches():
    return DataLoader(TensorDataset(torch.randn(80, 4)), batch_size=4)

Runner(Model(), work_dir="work", train_dataloader=batches(), val_dataloader=batches(), val_evaluator=[Accuracy()],
       train_cfg={"by_epoch": True, "max_epochs": 2}, val_cfg={},
       optim_wrapper={"optimizer": {"type": "SGD", "lr": 0.1}},
       default_hooks={"logger": {"type": "LoggerHook", "interval": 5}}, log_level="ERROR").train()
name, = glob.glob("work/*/vis_data/scalars.json")
rows = [json.loads(line) for line in open(name)]
for row in rows:
    print({key: row[key] for key in ("epoch", "iter", "step", "loss", "val/acc") if key in row})
assert [row["step"] for row in rows] == [5, 10, 15, 20, 1, 25, 30, 35, 40, 2], rows
assert [row for row in rows if "val/acc" in row and ("epoch" in row or "iter" in row)] == []
assert [row["loss"] for row in rows if row["step"] in (10, 25)] == [5.5, 20.5], "the loss is of another window now"
PYTHON

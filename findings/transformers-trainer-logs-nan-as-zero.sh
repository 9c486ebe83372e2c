#!/usr/bin/env bash
# A diverged training has the best loss in the log of the Hugging Face Trainer: 0.
#
# Expected: log_history, and so trainer_state.json, says nan from where the loss is nan.
# Seen with transformers 5.24.0 (torch 2.13.0): by default a nan or infinite loss is replaced by the mean of the losses
#   since the last row. Once there are none that mean is 0, so every later row says 0.0, while grad_norm says nan and
#   the weights are nan. train_loss, the mean at the end, counts the zeros. logging_nan_inf_filter=False gives nan.
# For whoever ranks models by their logs: sorted by the last loss the diverged run is first. A loss of exactly 0
#   beside a grad_norm of nan is no loss.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q numpy==2.4.6 torch==2.13.0 transformers==5.24.0 accelerate==1.15.0
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import math
import torch
import transformers

transformers.logging.set_verbosity_error()

class Rows(torch.utils.data.Dataset):
    def __len__(self):
        return 64

    def __getitem__(self, index):
        return {"x": torch.ones(3)}

class Model(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.weight = torch.nn.Parameter(torch.ones(3))

    def forward(self, x):
        return {"loss": (x * self.weight).square().sum(dim=-1).mean()}

def log(filtered):
    arguments = transformers.TrainingArguments(
        "out", max_steps=80, logging_steps=10, per_device_train_batch_size=4, learning_rate=50.0,
        lr_scheduler_type="constant", optim="sgd", max_grad_norm=0, report_to=[],
        save_strategy="no", use_cpu=True, disable_tqdm=True,
        logging_nan_inf_filter=filtered)
    trainer = transformers.Trainer(Model(), arguments, train_dataset=Rows())
    trainer.train()
    assert bool(trainer.model.weight.isnan().all())
    return [(row["loss"], row["grad_norm"]) for row in trainer.state.log_history if "loss" in row]

default, unfiltered = log(transformers.TrainingArguments("out").logging_nan_inf_filter), log(False)
print("loss and grad_norm, by default:        ", default)
print("loss and grad_norm, without the filter:", unfiltered)
for rows in (default, unfiltered):
    assert rows[0][0] > 1 and all(math.isnan(norm) for _, norm in rows[1:]), rows
assert all(loss == 0.0 for loss, _ in default[1:]) and all(math.isnan(loss) for loss, _ in unfiltered[1:])
PYTHON

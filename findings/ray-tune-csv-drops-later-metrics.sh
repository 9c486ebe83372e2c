#!/usr/bin/env bash
# A metric that is not in the first report of a Ray Tune trial is missing from its progress.csv.
#
# Expected: progress.csv and result.json of a trial hold the same metrics, one as a table, the other as lines.
# Seen with ray 2.60.0: val_acc, reported each third epoch, is in lines 3 and 6 of result.json. progress.csv has no
#   such column: its header is that of the first report, and later names are left out without a word.
# For whoever reads training logs: the first report seldom has an accuracy. The missing column says nothing about the
#   trial; result.json does.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q numpy==2.4.6 'ray[tune]==2.60.0'
cd "$folder"
export HOME="$folder" # Ray leaves a file of its own in the home directory.
"$folder/venv/bin/python" - <<'PYTHON'
import csv
import glob
import json
import os
os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
import ray
from ray import tune

def train(config):
    for epoch in range(1, 7):
        tune.report({"train_loss": 1 / epoch} | ({"val_acc": epoch / 10} if epoch % 3 == 0 else {}))

ray.init(num_cpus=1, include_dashboard=False, log_to_driver=False, _temp_dir=os.path.abspath("ray"))
tune.Tuner(train, run_config=tune.RunConfig(name="sweep", storage_path=os.path.abspath("results"), verbose=0)).fit()
ray.shutdown()
trial, = glob.glob("results/sweep/*/")
lines = [json.loads(line).get("val_acc") for line in open(f"{trial}/result.json")]
rows = list(csv.DictReader(open(f"{trial}/progress.csv")))
print(f"val_acc in result.json: {lines}")
print(f"progress.csv: {len(rows)} rows, val_acc among its columns: {'val_acc' in rows[0]}")
assert lines == [None, None, 0.3, None, None, 0.6], lines
assert len(rows) == 6 and "train_loss" in rows[0] and "val_acc" not in rows[0], rows[0]
PYTHON

#!/usr/bin/env bash
# Ray Tune writes floats into the names of trials with four decimals, so that small learning rates are all 0.0000.
#
# Expected: directories that carry lr=... tell the learning rates apart.
# Seen with ray 2.60.0: trials of 1e-5 and 3e-5 are both called ..._lr=0.0000_..., and only a running number differs.
#   params.json in the directory has the right values, and those of parameters that were not searched over, which
#   the name leaves out.
# For whoever takes settings off paths: a sweep over small rates looks like repetitions of one run with lr = 0. The
#   file beside must win over the name.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q numpy==2.4.6 'ray[tune]==2.60.0'
cd "$folder"
export HOME="$folder" # Ray leaves a file of its own in the home directory.
"$folder/venv/bin/python" - <<'PYTHON'
import glob
import json
import os
import re
import tempfile
os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
import ray
from ray import tune

def train(config):
    tune.report({"acc": 0.5})

ray.init(num_cpus=1, include_dashboard=False, log_to_driver=False, _temp_dir=os.path.abspath("ray"))
tune.Tuner(train, param_space={"lr": tune.grid_search([1e-5, 3e-5]), "seed": 1},
           run_config=tune.RunConfig(name="sweep", storage_path=os.path.abspath("results"), verbose=0)).fit()
ray.shutdown()
found = []
for name in sorted(glob.glob("results/sweep/*/params.json")):
    trial = name.split("/")[2]
    found.append((re.search(r"_\d{5}_\d+_(.*)_\d{4}-", trial).group(1), json.load(open(name))["lr"]))
    print(f"{trial}: lr {found[-1][1]}")
assert sorted(found) == [("lr=0.0000", 1e-05), ("lr=0.0000", 3e-05)], found
PYTHON

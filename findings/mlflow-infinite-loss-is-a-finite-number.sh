#!/usr/bin/env bash
# MLflow stores a loss of infinity as the greatest double, and nothing marks it as infinite.
#
# Expected: inf comes back as inf, as nan comes back as nan.
# Seen with MLflow 3.17.2 and a SQLite store, its default: nan is a row of value 0 with is_nan 1, and is read as nan.
#   inf is a row of value 1.797e308 with is_nan 0, and MlflowClient reads that number; -inf is its opposite.
#   (The documentation of log_metric says that a store may replace infinity; nothing in the data says that it did.)
# For whoever reads runs: a check for finite values lets a diverged run through, and an axis drawn over all runs shows
#   nothing else. Who reads the table directly must look at is_nan: by value alone a nan is the best loss of all, 0.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q numpy==2.4.6 mlflow==3.17.2
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import logging
import math
import sqlite3
import sys
import mlflow

logging.disable(logging.INFO)
mlflow.set_tracking_uri("sqlite:///runs.db")
with mlflow.start_run() as run:
    for step, value in enumerate([1.5, math.inf, -math.inf, math.nan]):
        mlflow.log_metric("loss", value, step=step)
read = [metric.value for metric in mlflow.MlflowClient().get_metric_history(run.info.run_id, "loss")]
stored = sqlite3.connect("runs.db").execute("select value, is_nan from metrics order by step").fetchall()
print("logged: [1.5, inf, -inf, nan]")
print("read:  ", read)
print("value and is_nan in the table:", stored)
greatest = sys.float_info.max
assert read[:3] == [1.5, greatest, -greatest] and math.isnan(read[3]), read
assert stored == [(1.5, 0), (greatest, 0), (-greatest, 0), (0.0, 1)], stored
PYTHON

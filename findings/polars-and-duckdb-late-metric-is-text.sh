#!/usr/bin/env bash
# A metric that is first logged after many rows is text to polars and DuckDB, and its maximum goes by letters.
#
# Expected: the column val_acc of a CSVLogger's metrics.csv holds numbers, however many rows of steps come first.
# Seen with polars 2.1.0: types are taken from the first 100 rows. A column that is empty there is String, and since
#   any text fits, nothing fails. DuckDB 2.0.1 does the same after 60,000 rows (a long epoch logged at each step), but
#   not after 300. pandas 3.1.1 has float64 each time.
# For whoever reads training logs: of 9e-05 (a collapsed start) and 0.91 the maximum is then 9e-05. The type of a
#   column is only known from all of it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q numpy==2.4.6 polars==2.1.0 duckdb==2.0.1 pandas==3.1.1
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import duckdb
import pandas
import polars

def log(name, steps):
    with open(name, "w") as file:
        file.write("epoch,step,train_loss,val_acc\n")
        for step in range(steps):
            file.write(f"0,{step},0.5,\n")
        file.write(f"0,{steps - 1},,9e-05\n1,{2 * steps - 1},,0.91\n")

found = {}
for steps in (50, 300, 60_000):
    name = f"metrics{steps}.csv"
    log(name, steps)
    table = polars.read_csv(name)
    kind = duckdb.sql(f"select typeof(max(val_acc)), max(val_acc) from '{name}'").fetchall()[0]
    greatest = float(pandas.read_csv(name)["val_acc"].max())
    found[steps] = (str(table.schema["val_acc"]), table["val_acc"].max(), *kind, greatest)
    print(f"{steps} rows before the first val_acc: polars {found[steps][:2]}, DuckDB {kind}, pandas {found[steps][4]}")
assert found[50] == ("Float64", 0.91, "DOUBLE", 0.91, 0.91), found
assert found[300] == ("String", "9e-05", "DOUBLE", 0.91, 0.91), found
assert found[60_000] == ("String", "9e-05", "VARCHAR", "9e-05", 0.91), found
PYTHON

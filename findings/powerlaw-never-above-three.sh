#!/usr/bin/env bash
# powerlaw 2.0 fits no exponent above 3 unless it is told to; powerlaw 1.5 does, in the same data.
#
# Expected: draws from a power law with exponent 3.5 or 5 and a known xmin give the maximum likelihood estimate,
#   1 + n / sum(ln x). For 3,000 draws it is within 0.05 of the truth.
# Seen with powerlaw 1.5 and 2.0.0 (numpy 2.4.6, scipy 1.17.1): 1.5 gives that estimate. 2.0.0 gives 3.000 for both,
#   with the same call: alpha is bounded by 0 and 3. It warns that the fit is at the edge and sets noise_flag; alpha
#   itself is a number like any other. parameter_ranges={"alpha": [1, 8]} gives the estimate again.
# For whoever compares spectra: eigenvalues k^-a have a density with exponent 1 + 1/a. With the default bound every a
#   below one half gives the same number, and so does every weight matrix whose true exponent lies between 3 and 6.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q numpy==2.4.6 scipy==1.17.1
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import json
import subprocess
import sys

fit = """
import json, sys, warnings
import numpy as np, powerlaw
warnings.simplefilter("ignore")
found = {}
for exponent in (2.5, 3.5, 5.0):
    draws = (1 - np.random.default_rng(0).random(3000)) ** (-1 / (exponent - 1))
    wide = {"parameter_ranges": {"alpha": [1, 8]}} if powerlaw.__version__.startswith("2") else {}
    fits = [powerlaw.Fit(draws, xmin=1.0, verbose=False, **options).power_law.alpha for options in ({}, wide)]
    found[exponent] = fits + [1 + 3000 / np.log(draws).sum()]
print(json.dumps(found))
"""
found = {}
for version in ("1.5", "2.0.0"):
    pip = [sys.executable, "-m", "pip", "install", "-q", "numpy==2.4.6", "scipy==1.17.1", f"powerlaw=={version}"]
    subprocess.run(pip, check=True)
    text = subprocess.run([sys.executable, "-c", fit], check=True, capture_output=True, text=True).stdout
    found[version] = json.loads(text.strip().splitlines()[-1])
    for exponent, (fitted, wide, exact) in found[version].items():
        print(f"powerlaw {version}: exponent {exponent}, fitted {fitted:.3f}, "
              f"with a wide range {wide:.3f}, by the formula {exact:.3f}")
for exponent in ("2.5", "3.5", "5.0"):
    old, (new, wide, exact) = found["1.5"][exponent][0], found["2.0.0"][exponent]
    assert abs(old - exact) < 1e-6 and abs(new - min(exact, 3)) < 1e-3 and abs(wide - exact) < 1e-3, found
PYTHON

#!/usr/bin/env bash
# Spearman's p of a perfect order is 0, whatever the number of pairs.
#
# Expected: of three models in order two of the six orders are as good, so that p is 2/3! = 0.333; of four, 2/4! = 0.083.
#   kendalltau of the same package says so, and spearmanr takes the same data.
# Seen with scipy 1.17.1 (numpy 2.4.6): spearmanr gives p = 0.0 for three and for four pairs, without a warning: Student's t is
#   infinite where |rho| is 1. kendalltau gives 0.333 and 0.083. An exact spearmanr is only had by permutation_test.
# For whoever reads it: a sweep of three or four models in order looks certain by one coefficient and says nothing by the other.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q numpy==2.4.6 scipy==1.17.1
"$folder/venv/bin/python" - <<'PYTHON'
import math, warnings
from scipy import stats

warnings.simplefilter("error")
for n in (3, 4):
    alpha, accuracy = list(range(n)), [60.0 + k * k for k in range(n)]
    spearman, kendall = stats.spearmanr(alpha, accuracy), stats.kendalltau(alpha, accuracy)
    print(f"n = {n}: spearmanr p = {spearman.pvalue}, kendalltau p = {kendall.pvalue:.3f}, 2/n! = {2 / math.factorial(n):.3f}")
    assert spearman.pvalue == 0.0, "spearmanr has another p now"
    assert abs(kendall.pvalue - 2 / math.factorial(n)) < 1e-12, "kendalltau has another p now"
PYTHON

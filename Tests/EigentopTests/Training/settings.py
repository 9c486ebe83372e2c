#!/usr/bin/env python3
"""Writes a run of settings that are hard to quote into the directory `run`, and prints those that a record should show."""

import json
import sys
from enum import Enum
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "Sources/eigentop/Python"))
from eigentop_writer import Writer

Norm = Enum("Norm", "LAYER")

shown = {
    "lr": 1e-06, "wd": -2.5e-10, "scale": 1e22, "count": 12345678901, "zero": 0, "on": True, "no": False,
    "empty": "", "number in words": "1e5", "null in words": "null", "yes in words": "yes",
    "punctuation": "a: b # c, [d] {e} 'f' \"g\" \\h %i @j `k` !l &m *n - ? |", "lines": "one\ntwo\r\n\tthree ",
    "letters": "α é 漢 😀 \u0085\u2028\ufeff", "control": "\x00\x1b[31m\x7f\x9b", "a: b": 1, "ключ": 2, "-": 3, "~": 4,
}
converted = {
    "half": (np.float16(0.5), 0.5), "index": (np.int64(7), 7), "flag": (np.bool_(True), True),
    "place": (Path("/data/x"), "/data/x"), "norm": (Norm.LAYER, "Norm.LAYER"), "torn": ("a\udcffb", "a?b"),
}
nested = {"optimizer": {"name": "sgd", "betas": (0.9, 0.999), "rates": {"1e-3": 0.5}}}

settings = {
    **shown, **{name: given for name, (given, _) in converted.items()}, **nested,
    "nothing": None, "layers": [1, [2, "x"]], "seed": np.int32(3),
}
with Writer("run", hyperparameters=settings, errors="raise") as writer:
    writer.features(np.random.default_rng(0).normal(size=(8, 4)))

expected = {name: value for name, (_, value) in converted.items()}
lists = {"layers": "[1, [2, x]]", "optimizer.betas": "[0.9, 0.999]"}
print(json.dumps({**shown, **expected, **lists, "optimizer.name": "sgd", "optimizer.rates.1e-3": 0.5}))

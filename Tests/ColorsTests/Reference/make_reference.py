"""How different pairs of colours look to several kinds of colour vision, without our code: python3 make_reference.py > color_vision.json

Simulated by colorspacious (Machado et al. 2009), compared in Oklab as Ottosson defines it by two matrices.
"""
import itertools
import json

import numpy as np
from colorspacious import cspace_convert

COLORS = ["#56b4e9", "#e69f00", "#009e73", "#d55e00", "#ff00ff", "#123456", "#ffffff", "#000000"]
VISIONS = {"normal": None, "deutan": "deuteranomaly", "protan": "protanomaly", "tritan": "tritanomaly"}
LINEAR_TO_LMS = np.array([
    [0.4122214708, 0.5363325363, 0.0514459929],
    [0.2119034982, 0.6806995451, 0.1073969566],
    [0.0883024619, 0.2817188376, 0.6299787005]])
LMS_TO_LAB = np.array([
    [0.2104542553, 0.7936177850, -0.0040720468],
    [1.9779984951, -2.4285922050, 0.4505937099],
    [0.0259040371, 0.7827717662, -0.8086757660]])


def oklab(color, anomaly):
    srgb = np.array([int(color[i:i + 2], 16) / 255 for i in (1, 3, 5)])
    if anomaly:
        srgb = cspace_convert(srgb, {"name": "sRGB1+CVD", "cvd_type": anomaly, "severity": 100}, "sRGB1")
    linear = cspace_convert(np.clip(srgb, 0, 1), "sRGB1", "sRGB1-linear")
    return LMS_TO_LAB @ np.cbrt(LINEAR_TO_LMS @ linear)


print(json.dumps([
    {"vision": vision, "one": one, "other": other,
     "distance": float(np.linalg.norm(oklab(one, anomaly) - oklab(other, anomaly)))}
    for vision, anomaly in VISIONS.items() for one, other in itertools.combinations(COLORS, 2)], indent=0))

"""What one would run in Python instead: `peer.py FILE WAY` prints alpha over ranks 11…100; only `peer.py - WAY` imports.

The way is one of `numpy-cov`, `scipy-evd`, `sklearn-covariance` and `sklearn-svd`.
"""
import sys

path, way = sys.argv[1:]
import numpy as np

if way.startswith("scipy"):
    import scipy.linalg
if way.startswith("sklearn"):
    from sklearn.decomposition import PCA
if path == "-":
    sys.exit()

features = np.load(path)
if way == "numpy-cov":
    spectrum = np.linalg.eigvalsh(np.cov(features, rowvar=False))[::-1]
elif way == "scipy-evd":
    spectrum = scipy.linalg.eigvalsh(np.cov(features, rowvar=False), driver="evd")[::-1]
elif way == "sklearn-covariance":
    spectrum = PCA(svd_solver="covariance_eigh").fit(features).explained_variance_
elif way == "sklearn-svd":
    spectrum = PCA(svd_solver="full").fit(features).explained_variance_
else:
    sys.exit(f"no way called {way}")

ranks = np.arange(11, 101)
print(-np.polyfit(np.log(ranks), np.log(np.abs(spectrum[10:100])), 1, w=ranks**-0.5)[0])

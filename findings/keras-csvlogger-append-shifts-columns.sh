#!/usr/bin/env bash
# Keras' CSVLogger(append=True) writes the rows of a resumed run under the header of the first, whatever they hold.
#
# Expected: a run that goes on with another metric gets a fitting header, or an error, or its new column is left out.
# Seen with Keras 3.15.1 (jax 0.10.2): metrics are sorted by name and written without a look at the header in the
#   file. With "accuracy" replaced by "top5" the number of columns stays: "accuracy" goes on with the loss, and
#   "val_accuracy" with val_loss. pandas reads the file without a word.
# For whoever reads training logs: the last val_accuracy of such a log is no accuracy. Values above 1 are the only
#   sign.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q numpy==2.4.6 jax==0.10.2 keras==3.15.1 pandas==3.1.1
cd "$folder"
export KERAS_HOME="$folder" # Keras leaves its settings in the home directory.
"$folder/venv/bin/python" - <<'PYTHON'
import os
os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np
import pandas

rng = np.random.default_rng(0)
features, labels = rng.normal(size=(64, 5)).astype("f4"), rng.integers(0, 8, size=64)

def train(metric, first, last):
    keras.utils.set_random_seed(0)
    model = keras.Sequential([keras.layers.Input((5,)), keras.layers.Dense(8, activation="softmax")])
    model.compile("sgd", "sparse_categorical_crossentropy", metrics=[metric])
    return model.fit(features, labels, validation_data=(features, labels), initial_epoch=first, epochs=last, verbose=0,
                     callbacks=[keras.callbacks.CSVLogger("log.csv", append=True)]).history

train("accuracy", 0, 2)
history = train(keras.metrics.SparseTopKCategoricalAccuracy(5, name="top5"), 2, 4)
print(open("log.csv").read())
log = pandas.read_csv("log.csv")
assert list(log.columns) == ["epoch", "accuracy", "loss", "val_accuracy", "val_loss"], log.columns
assert np.allclose(log["accuracy"][2:], history["loss"]) and np.allclose(log["val_accuracy"][2:], history["val_loss"])
assert np.allclose(log["val_loss"][2:], history["val_top5"]) and log["val_accuracy"].iloc[-1] > 1
print("val_accuracy goes on with val_loss")
PYTHON

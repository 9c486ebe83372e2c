"""Writes features, labels, views, settings and metrics of a training run where eigentop finds them.

    from eigentop_writer import Writer

    with Writer("runs/lambd_0.004", hyperparameters=vars(args), every=2) as writer:
        for epoch in range(epochs):
            train(...)
            writer.metrics({"train_loss": loss}, epoch=epoch)
            if writer.is_due(epoch):
                writer.features(encode(held_out), labels=labels, epoch=epoch)

Needs Python 3.9 and numpy. Arrays may be PyTorch's (on any device, bfloat16 too) or whatever numpy takes. One process
writes a run: in distributed training that of rank 0.
"""

from __future__ import annotations

import csv
import io
import json
import math
import operator
import os
import re
import time
import warnings
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, Iterable, Iterator, Mapping

import numpy as np


class Writer:
    """One training run: a directory that eigentop watches.

    Files are written under a hidden name and renamed, so they are there whole or not at all. Wrong arguments raise
    ValueError; what the file system refuses is a RuntimeWarning, for no training should end because a disk is full.
    """

    def __init__(self, directory: str | os.PathLike[str], *, hyperparameters: Mapping[str, Any] | None = None,
                 every: int = 1, interval: float = 600.0, errors: str = "warn", fsync: bool = False) -> None:
        """Makes the directory, and in it `hparams.yaml` and a heartbeat.

        hyperparameters: settings by name, nested or not; `seed` is the seed.
        every: number of epochs (or steps) from one dump to the next, for `is_due`.
        interval: seconds without a call of any method after which the run counts as stalled.
        errors: "warn", or "raise" to let OSError through.
        fsync: whether to wait until the bytes are on the disk before a file gets its name.
        """
        if errors not in ("warn", "raise"):
            raise ValueError(f"errors is 'warn' or 'raise', not {errors!r}")
        if every < 1 or not 0 < interval < math.inf:
            raise ValueError("every is at least 1, interval a positive number of seconds")
        self.directory = Path(directory)
        self._every, self._errors, self._fsync = every, errors, fsync
        self._columns: list[str] = []
        self._beat: dict[str, Any] = {"state": "running", "interval": float(interval)}
        self._beaten = -math.inf
        with self._guard():
            self.directory.mkdir(parents=True, exist_ok=True)
            if hyperparameters is not None:
                lines = (f"{_yaml_key(name)}: {_yaml(value)}\n" for name, value in hyperparameters.items())
                self._replace("hparams.yaml", "".join(lines).encode())
        self.heartbeat()

    def is_due(self, epoch: int) -> bool:
        """Whether this epoch (or step), counted from 0, is one to dump in."""
        self.heartbeat()
        return epoch % self._every == 0

    def features(self, values: Any, *, labels: Any = None, epoch: int | None = None, step: int | None = None,
                 layer: str | None = None) -> None:
        """Dumps features of N samples: N × D, or more axes, which are read as N × their product. NaN are allowed.

        Dump the same samples in the same order every time. Layers are named with a number: `layer3`, `00_stem`.
        """
        array, stem = _features(values), _stem(layer, epoch, step)
        with self._guard():
            self._label(labels, len(array), stem)
            self._replace(f"{stem}.npy", _header(array.dtype, array.shape), array)
        self.heartbeat(epoch=epoch, step=step)

    def features_stream(self, *, rows: int, columns: int, dtype: Any = "float32", labels: Any = None,
                        epoch: int | None = None, step: int | None = None, layer: str | None = None) -> FeatureStream:
        """Begins a dump that memory does not hold; eigentop shows how far it is and analyses what is there."""
        shape, stem = (operator.index(rows), operator.index(columns)), _stem(layer, epoch, step)
        _require_features(shape, np.dtype(dtype))
        with self._guard():
            self._label(labels, shape[0], stem)
        self.heartbeat(epoch=epoch, step=step)
        return FeatureStream(self, f"{stem}.npy", shape, np.dtype(dtype))

    def views(self, a: Any, b: Any, *, epoch: int | None = None, step: int | None = None,
              layer: str | None = None) -> None:
        """Dumps features of two augmentations of the same samples, N × D each."""
        pair, stem = (_features(a), _features(b)), _stem(layer, epoch, step)
        if pair[0].shape != pair[1].shape:
            raise ValueError(f"views of one shape expected, not {pair[0].shape} and {pair[1].shape}")
        with self._guard():
            for name, array in zip("ab", pair):
                self._replace(f"{stem}_view_{name}.npy", _header(array.dtype, array.shape), array)
        self.heartbeat(epoch=epoch, step=step)

    def metrics(self, values: Mapping[str, Any], *, epoch: int | None = None, step: int | None = None) -> None:
        """Adds a row to `metrics.csv`. New metrics may come at any time, and none has to be in every row."""
        row = {**{name: _number(name, value) for name, value in values.items()}, **_place(epoch, step)}
        path = self.directory / "metrics.csv"
        with self._guard():
            if not (self._columns and path.exists() and row.keys() <= set(self._columns)):
                self._add_columns(path, row)
            with open(path, "ab", buffering=0) as file:
                end = file.seek(0, os.SEEK_END)
                try:
                    _write(file, _csv([[row.get(name, "") for name in self._columns]]))
                except OSError:
                    file.truncate(end)
                    raise
        self.heartbeat(epoch=epoch, step=step)

    def heartbeat(self, *, epoch: int | None = None, step: int | None = None) -> None:
        """Says that the training is alive, as every method does. Call it in every batch: that writes a file at most
        ten times in an `interval` and at the start of an epoch."""
        beat = {**self._beat, **_place(epoch, step)}
        is_new = beat.get("epoch") != self._beat.get("epoch")
        self._beat = beat
        if beat["state"] == "running" and (is_new or time.monotonic() - self._beaten >= beat["interval"] / 10):
            self._write_beat()

    def finish(self, state: str = "finished") -> None:
        """Says that the run has "finished" or "failed". Leaving the `with` statement does."""
        if state not in ("finished", "failed"):
            raise ValueError(f"a run has 'finished' or 'failed', not {state!r}")
        self._beat["state"] = state
        self._write_beat()

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, kind: Any, error: Any, traceback: Any) -> None:
        if self._beat["state"] == "running":
            self.finish("finished" if kind is None else "failed")

    def _write_beat(self) -> None:
        self._beaten = time.monotonic()
        with self._guard():
            self._replace("heartbeat", json.dumps(self._beat).encode() + b"\n")

    def _label(self, labels: Any, rows: int, stem: str) -> None:
        """Writes `labels.npy` for all dumps of the run, or labels of its own for a dump of other samples."""
        if labels is None:
            return
        array = _array(labels)
        if array.shape != (rows,) or array.dtype.kind not in "biuf":
            raise ValueError(f"{rows} labels that are numbers expected, not {array.dtype} of shape {array.shape}")
        header, shared = _header(array.dtype, array.shape), self.directory / "labels.npy"
        if not shared.exists():
            self._replace(shared.name, header, array)
        elif shared.read_bytes() != header + array.tobytes():
            self._replace(f"{stem}_labels.npy", header, array)

    def _add_columns(self, path: Path, row: Mapping[str, Any]) -> None:
        """Replaces the log by one that has columns for `row`; a last line that a crash has torn is left out."""
        text = path.read_text("utf-8", "replace") if path.exists() else ""
        names, *rows = list(csv.reader(io.StringIO(text[:text.rfind("\n") + 1], newline=""))) or [[]]
        columns = list(dict.fromkeys([*names, "epoch", "step", *row]))
        self._replace(path.name, _csv([columns, *(old + [""] * (len(columns) - len(old)) for old in rows)]))
        self._columns = columns

    def _replace(self, name: str, *parts: bytes | np.ndarray) -> None:
        # The hidden name ends in nothing that is read; that of the process keeps two writers apart.
        temporary = self.directory / f".{name}.{os.getpid()}.tmp"
        try:
            with open(temporary, "wb", buffering=0) as file:
                for part in parts:
                    _write(file, part)
                if self._fsync:
                    os.fsync(file.fileno())
            os.replace(temporary, self.directory / name)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise

    @contextmanager
    def _guard(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            if self._errors == "raise":
                raise
            warnings.warn(f"eigentop: not written: {error}", RuntimeWarning, stacklevel=4)


class FeatureStream:
    """A dump under its final name from the start, whose header promises all rows. Use it in a `with` statement."""

    def __init__(self, writer: Writer, name: str, shape: tuple[int, int], dtype: np.dtype) -> None:
        self.rows_written = 0
        self._writer, self._path, self._dtype = writer, writer.directory / name, dtype
        self._rows, self._columns = shape
        self._file: BinaryIO | None = None
        with writer._guard():
            writer._replace(name, _header(dtype, shape))
            self._file = open(self._path, "r+b", buffering=0)
            self._file.seek(0, os.SEEK_END)

    def append(self, batch: Any) -> None:
        """Writes some rows, n × D or with more axes. Once the disk has refused some, those behind are left out."""
        array = _array(batch)
        if array.ndim < 2 or math.prod(array.shape[1:]) != self._columns:
            raise ValueError(f"rows of {self._columns} features expected, not an array of shape {array.shape}")
        if self.rows_written + len(array) > self._rows:
            raise ValueError(f"more than the {self._rows} rows that were promised")
        self._writer.heartbeat()
        if self._file is not None:
            with self._writer._guard():
                try:
                    _write(self._file, array.astype(self._dtype, copy=False))
                    self.rows_written += len(array)
                except OSError:
                    self._end()
                    raise

    def close(self) -> None:
        """Ends the dump. If rows are missing, the header is corrected; a dump without any is removed."""
        with self._writer._guard():
            self._end()
        self._rows = self.rows_written

    def __enter__(self) -> FeatureStream:
        return self

    def __exit__(self, kind: Any, error: Any, traceback: Any) -> None:
        self.close()

    def _end(self) -> None:
        file, self._file = self._file, None
        if file is None:
            return
        with file:
            if self.rows_written == 0:
                self._path.unlink()
            elif self.rows_written < self._rows:
                # As long as the first one: headers are padded.
                header = _header(self._dtype, (self.rows_written, self._columns))
                file.truncate(len(header) + self.rows_written * self._columns * self._dtype.itemsize)
                file.seek(0)
                _write(file, header)
            if self._writer._fsync:
                os.fsync(file.fileno())


def _array(values: Any) -> np.ndarray:
    """A numpy array of what may be a tensor on another device, part of a graph, or of a type that numpy has not."""
    if hasattr(values, "detach"):
        values = values.detach().cpu()
    try:
        array = np.asarray(values)
    except TypeError:
        array = np.asarray(values.float())
    # As JAX calls it.
    return array.astype(np.float32) if array.dtype.name == "bfloat16" else array


def _features(values: Any) -> np.ndarray:
    array = _array(values)
    _require_features(array.shape, array.dtype)
    return array


def _require_features(shape: tuple[int, ...], dtype: np.dtype) -> None:
    if dtype.kind not in "biuf" or dtype.itemsize > 8:
        raise ValueError(f"features that are real numbers of at most 64 bits expected, not {dtype}")
    if len(shape) < 2 or shape[0] < 2 or math.prod(shape[1:]) < 2:
        raise ValueError(f"features of shape (N, D) expected, both at least 2, or with more axes, not {shape}")


def _stem(layer: str | None, epoch: int | None, step: int | None) -> str:
    if layer is not None and (not layer or layer[0] == "." or re.search(r"[/\0]", layer)):
        raise ValueError(f"{layer!r} cannot be the name of a layer: it begins a file name")
    places = (f"_{name}_{at:0{3 if name == 'epoch' else 6}}" for name, at in _place(epoch, step).items())
    return (layer or "features") + "".join(places)


def _place(epoch: int | None, step: int | None) -> dict[str, int]:
    place = {name: operator.index(at) for name, at in (("epoch", epoch), ("step", step)) if at is not None}
    if any(at < 0 for at in place.values()):
        raise ValueError(f"epochs and steps count from 0, not {place}")
    return place


def _number(name: str, value: Any) -> int | float:
    try:
        value = value.item() if hasattr(value, "item") else value
        return int(value) if isinstance(value, int) else float(value)
    except (TypeError, ValueError, RuntimeError) as error:
        raise ValueError(f"metric {name!r} is not a number: {value!r}") from error


def _header(dtype: np.dtype, shape: tuple[int, ...]) -> bytes:
    """That of the `.npy` format, version 1.0: 128 bytes for any number of rows and columns."""
    text = repr({"descr": np.lib.format.dtype_to_descr(dtype), "fortran_order": False, "shape": shape})
    length = -(-(len(text) + 11) // 64) * 64 - 10
    return b"\x93NUMPY\x01\x00" + length.to_bytes(2, "little") + text.ljust(length - 1).encode() + b"\n"


def _write(file: BinaryIO, data: bytes | np.ndarray) -> None:
    """Writes all, without a buffer that may fail later; an array in C order."""
    array = np.frombuffer(data, np.uint8) if isinstance(data, bytes) else np.ascontiguousarray(data)
    rest = array.reshape(-1).view(np.uint8).data
    while rest:
        rest = rest[file.write(rest):]


def _csv(rows: Iterable[Iterable[Any]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode("utf-8", "replace")


def _yaml(value: Any) -> str:
    """A value in YAML's flow style; what is neither number, flag, list nor mapping becomes text."""
    if hasattr(value, "tolist"):
        value = value.tolist()
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, (int, float)):
        # YAML 1.1 knows no number without a dot before the exponent, and writes infinity `.inf`.
        text = str(int(value)) if isinstance(value, int) else repr(float(value))
        return re.sub(r"(inf|nan)|^(-?\d+)e", lambda m: "." + m[1] if m[1] else m[2] + ".0e", text)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_yaml_key(name)}: {_yaml(item)}" for name, item in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(_yaml, value)) + "]"
    text = str(value).encode("utf-8", "replace").decode()
    escaped = ("\\" + c if c in '"\\' else c if c.isprintable() else f"\\U{ord(c):08x}" for c in text)
    return '"' + "".join(escaped) + '"'


def _yaml_key(name: Any) -> str:
    words = r"(?!(y|n|yes|no|on|off|true|false|null)$)[a-z_][\w.-]*"
    return str(name) if re.fullmatch(words, str(name), re.ASCII | re.IGNORECASE) else _yaml(str(name))

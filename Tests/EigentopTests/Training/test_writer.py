"""What the writer promises, as far as it takes Python to see it. Run by `WriterTests.swift`."""

import contextlib
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import numpy as np

WRITER = Path(__file__).resolve().parents[3] / "Sources/eigentop/Python"
sys.path.insert(0, str(WRITER))
import eigentop_writer
from eigentop_writer import Writer


class WriterTestCase(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.run = Path(directory.name) / "run"
        self.features = np.random.default_rng(0).normal(size=(20, 8))

    def names(self):
        """The files of the run, but for its heartbeat."""
        return sorted(path.name for path in self.run.iterdir() if path.name != "heartbeat")

    def log(self):
        return (self.run / "metrics.csv").read_text(encoding="utf-8")

    def heartbeat(self):
        return json.loads((self.run / "heartbeat").read_text())


class ArrayTests(WriterTestCase):
    def test_a_dump_is_what_numpy_saves_and_loads(self):
        wide = self.features * 100
        cases = {
            "float64": wide, "float32": wide.astype("f4"), "float16": wide.astype("f2"), "int8": wide.astype("i1"),
            "bool": wide > 0, "big endian": wide.astype(">f4"), "columns first": np.asfortranarray(wide),
            "every other": wide[::2, ::-2], "four axes": wide.reshape(5, 2, 4, 4), "not finite": np.full((2, 2), np.nan),
            "nested lists": wide.tolist(), "read only": np.broadcast_to(wide[0], (20, 8)),
        }
        writer = Writer(self.run, errors="raise")
        for name, array in cases.items():
            with self.subTest(name):
                writer.features(array, epoch=1)
                written, expected = np.load(self.run / "features_epoch_001.npy"), np.asarray(array)
                self.assertEqual(written.dtype, expected.dtype)
                np.testing.assert_array_equal(written, expected)

    def test_tensors_leave_graph_and_device_and_bfloat16_widens(self):
        class Tensor:
            """What PyTorch's have, as far as they are used."""

            def __init__(self, values, attached=True, away=True, wide=False):
                self.values, self.attached, self.away, self.wide = values, attached, away, wide

            def detach(self):
                return Tensor(self.values, False, self.away, self.wide)

            def cpu(self):
                return Tensor(self.values, self.attached, False, self.wide)

            def float(self):
                return Tensor(self.values, self.attached, self.away, True)

            def __array__(self, dtype=None, copy=None):
                if self.attached or self.away:
                    raise RuntimeError("attached to a graph, or on another device")
                if not self.wide:
                    raise TypeError("unsupported ScalarType BFloat16")
                return self.values

        narrow = (self.features.astype("f4").view("u4") & 0xFFFF0000).view("f4")
        tensors = {"stand-in": Tensor(narrow)}
        with contextlib.suppress(ImportError):
            import torch

            tensors["torch"] = torch.tensor(narrow, requires_grad=True).to(torch.bfloat16)
        for name, tensor in tensors.items():
            with self.subTest(name):
                Writer(self.run, errors="raise").features(tensor, epoch=0)
                written = np.load(self.run / "features_epoch_000.npy")
                self.assertEqual(written.dtype, np.float32)
                np.testing.assert_array_equal(written, narrow)

    def test_wrong_arguments_are_value_errors_and_write_nothing(self):
        writer, rows = Writer(self.run), self.features
        calls = {
            "one axis": lambda: writer.features(rows[0]),
            "one row": lambda: writer.features(rows[:1]),
            "one column": lambda: writer.features(rows[:, :1]),
            "no rows": lambda: writer.features(rows[:0]),
            "objects": lambda: writer.features(np.array([[None, "a"], [1, 2]], dtype=object)),
            "complex": lambda: writer.features(rows * 1j),
            "long doubles": lambda: writer.features(rows.astype("longdouble")),
            "texts": lambda: writer.features([["a", "b"], ["c", "d"]]),
            "too few labels": lambda: writer.features(rows, labels=[1, 2]),
            "labels of two axes": lambda: writer.features(rows, labels=rows),
            "labels that are texts": lambda: writer.features(rows, labels=["cat"] * 20),
            "a directory for a layer": lambda: writer.features(rows, layer="a/b"),
            "a hidden layer": lambda: writer.features(rows, layer=".b"),
            "an epoch before the first": lambda: writer.features(rows, epoch=-1),
            "views of two shapes": lambda: writer.views(rows, rows[:-1]),
            "a metric of two values": lambda: writer.metrics({"loss": rows[0, :2]}),
            "a metric that is text": lambda: writer.metrics({"loss": "low"}),
            "a stream without columns": lambda: writer.features_stream(rows=9, columns=0),
            "a stream of texts": lambda: writer.features_stream(rows=9, columns=3, dtype="U4"),
            "an end that is none": lambda: writer.finish("running"),
            "another policy": lambda: Writer(self.run, errors="ignore"),
            "never": lambda: Writer(self.run, every=0),
            "always late": lambda: Writer(self.run, interval=0),
        }
        for name, call in calls.items():
            with self.subTest(name), self.assertRaises(ValueError):
                call()
        self.assertEqual(self.names(), [])

    def test_names_say_layer_epoch_step_and_view(self):
        writer = Writer(self.run, every=2, errors="raise")
        writer.features(self.features)
        writer.features(self.features, epoch=8)
        writer.features(self.features, step=1000)
        writer.features(self.features, epoch=np.int64(8), step=1000, layer="layer3")
        writer.views(self.features, self.features + 1, epoch=8)
        self.assertEqual(
            self.names(), [
                "features.npy", "features_epoch_008.npy", "features_epoch_008_view_a.npy",
                "features_epoch_008_view_b.npy", "features_step_001000.npy", "layer3_epoch_008_step_001000.npy",
            ])
        self.assertEqual([epoch for epoch in range(5) if writer.is_due(epoch)], [0, 2, 4])

    def test_labels_are_written_once_and_others_beside_their_dump(self):
        labels = np.arange(20) % 3
        writer = Writer(self.run, errors="raise")
        writer.features(self.features, labels=labels, epoch=0)
        first = os.stat(self.run / "labels.npy")
        # Also by the writer of a training that is resumed.
        Writer(self.run, errors="raise").features(self.features, labels=labels.tolist(), epoch=1)
        self.assertEqual(os.stat(self.run / "labels.npy").st_ino, first.st_ino)
        writer.features(self.features[:5], labels=labels[10::2], epoch=2)
        np.testing.assert_array_equal(np.load(self.run / "labels.npy"), labels)
        np.testing.assert_array_equal(np.load(self.run / "features_epoch_002_labels.npy"), labels[10::2])
        self.assertNotIn("features_epoch_001_labels.npy", self.names())


class FileTests(WriterTestCase):
    KILLED_WRITER = """
import os, signal, sys
import numpy, eigentop_writer
whole = eigentop_writer._write
def half(file, data):
    if isinstance(data, numpy.ndarray):
        whole(file, data[: len(data) // 2])
        os.kill(os.getpid(), signal.SIGKILL)
    whole(file, data)
writer = eigentop_writer.Writer(sys.argv[1], errors="raise")
writer.metrics({"loss": 1.0}, epoch=0)
eigentop_writer._write = half
writer.features(numpy.ones((1000, 100)), epoch=int(sys.argv[2]))
"""

    def test_a_writer_killed_within_a_dump_leaves_nothing_under_its_name(self):
        Writer(self.run, errors="raise").features(self.features, epoch=1)
        for epoch in (0, 1):
            child = subprocess.run(
                [sys.executable, "-B", "-c", self.KILLED_WRITER, str(self.run), str(epoch)],
                env={**os.environ, "PYTHONPATH": str(WRITER)})
            self.assertEqual(child.returncode, -signal.SIGKILL)
        hidden = [name for name in self.names() if name.startswith(".features_epoch_00")]
        self.assertEqual(len(hidden), 2)
        self.assertFalse([name for name in hidden if name.endswith(".npy")])
        self.assertNotIn("features_epoch_000.npy", self.names())
        np.testing.assert_array_equal(np.load(self.run / "features_epoch_001.npy"), self.features)
        self.assertEqual(self.heartbeat()["state"], "running")

    @contextlib.contextmanager
    def disk_with_room_for(self, byte_count):
        """No file may become longer: writes are cut short and then fail, as where a disk is full."""
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (byte_count, hard))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    def test_a_full_disk_costs_a_warning_and_the_file_but_not_the_training(self):
        writer = Writer(self.run)
        writer.features(self.features, epoch=0)
        writer.metrics({"loss": 0.5}, epoch=0)
        before, log = self.names(), self.log()
        for name, room, write in (
            ("dump", 1000, lambda: writer.features(self.features * 2, epoch=0)),
            ("new dump", 1000, lambda: writer.features(self.features, labels=range(20), epoch=1)),
            ("row", len(log) + 3, lambda: writer.metrics({"loss": 0.123456789}, epoch=1)),
            ("column", len(log) + 3, lambda: writer.metrics({"accuracy": 0.123456789}, epoch=1)),
        ):
            with self.subTest(name), self.disk_with_room_for(room), self.assertWarnsRegex(RuntimeWarning, "not written"):
                write()
        self.assertEqual([name for name in self.names() if name != "labels.npy"], before)
        np.testing.assert_array_equal(np.load(self.run / "features_epoch_000.npy"), self.features)
        self.assertEqual(self.log(), log)
        writer.metrics({"accuracy": 9}, epoch=2)
        self.assertEqual(self.log(), "epoch,step,loss,accuracy\n0,,0.5,\n2,,,9\n")

    def test_who_asks_for_errors_gets_them(self):
        writer = Writer(self.run, errors="raise")
        with self.disk_with_room_for(1000), self.assertRaises(OSError):
            writer.features(self.features, epoch=0)
        self.assertEqual(self.names(), [])
        (self.run / "file").touch()
        with self.assertRaises(OSError):
            Writer(self.run / "file" / "run", errors="raise")
        with self.assertWarns(RuntimeWarning):
            Writer(self.run / "file" / "run")

    def test_bytes_reach_the_disk_before_the_name_where_that_is_asked_for(self):
        calls = mock.Mock()
        with mock.patch("os.fsync", calls.fsync), mock.patch("os.replace", calls.replace):
            Writer(self.run, fsync=True)
            self.assertEqual([call[0] for call in calls.mock_calls], ["fsync", "replace"])
            calls.reset_mock()
            Writer(self.run)
            self.assertEqual([call[0] for call in calls.mock_calls], ["replace"])


class MetricTests(WriterTestCase):
    def test_rows_are_sparse_and_new_columns_replace_the_file_by_a_whole_one(self):
        writer = Writer(self.run, errors="raise")
        writer.metrics({"loss": np.float32(0.5)}, epoch=0, step=10)
        with open(self.run / "metrics.csv", encoding="utf-8") as earlier:
            writer.metrics({"loss": 1 / 3}, step=20)
            writer.metrics({'acc, "top" 1': 70}, epoch=1)
            writer.metrics({"loss": float("nan"), "epoch": 2})
            # Who has it open reads what was there, and the row that was appended.
            self.assertEqual(earlier.read(), f"epoch,step,loss\n0,10,0.5\n,20,{1 / 3!r}\n")
        self.assertEqual(
            self.log(), f'epoch,step,loss,"acc, ""top"" 1"\n0,10,0.5,\n,20,{1 / 3!r},\n1,,,70\n2,,nan,\n')

    def test_a_resumed_training_goes_on_behind_the_last_whole_row(self):
        Writer(self.run, errors="raise").metrics({"loss": 1.5}, epoch=0)
        with open(self.run / "metrics.csv", "a", encoding="utf-8") as log:
            log.write("1,,0.2")
        Writer(self.run, errors="raise").metrics({"loss": 0.25}, epoch=1)
        self.assertEqual(self.log(), "epoch,step,loss\n0,,1.5\n1,,0.25\n")


class StreamTests(WriterTestCase):
    def test_the_header_promises_all_rows_and_appended_ones_are_there_at_once(self):
        path = self.run / "features_epoch_003.npy"
        writer = Writer(self.run, errors="raise")
        with writer.features_stream(rows=20, columns=8, dtype="float32", labels=range(20), epoch=3) as dump:
            for there in (0, 5, 10, 15, 20):
                with open(path, "rb") as file:
                    np.lib.format.read_magic(file)
                    self.assertEqual(np.lib.format.read_array_header_1_0(file), ((20, 8), False, np.dtype("float32")))
                    rows = np.frombuffer(file.read(), "float32").reshape(-1, 8)
                np.testing.assert_array_equal(rows, self.features[:there].astype("float32"))
                if there < 20:
                    dump.append(self.features[there:there + 5].reshape(-1, 2, 4))
            with self.assertRaises(ValueError):
                dump.append(self.features[:1])
        np.testing.assert_array_equal(np.load(path), self.features.astype("float32"))

    def test_a_dump_of_fewer_rows_says_so_at_its_end(self):
        writer = Writer(self.run, errors="raise")
        with writer.features_stream(rows=10**9, columns=8, dtype="float64", epoch=0) as dump:
            dump.append(self.features[:12])
        np.testing.assert_array_equal(np.load(self.run / "features_epoch_000.npy"), self.features[:12])
        with self.assertRaises(ZeroDivisionError):
            with writer.features_stream(rows=20, columns=8, epoch=1) as dump:
                dump.append(self.features[:4])
                raise ZeroDivisionError
        self.assertEqual(np.load(self.run / "features_epoch_001.npy").shape, (4, 8))
        with writer.features_stream(rows=20, columns=8, epoch=2):
            pass
        self.assertNotIn("features_epoch_002.npy", self.names())
        with self.assertRaises(ValueError):
            dump.append(self.features[:1])

    def test_a_dump_is_replaced_under_its_readers_not_emptied(self):
        writer = Writer(self.run, errors="raise")
        writer.features(self.features, epoch=0)
        with open(self.run / "features_epoch_000.npy", "rb") as earlier:
            with writer.features_stream(rows=20, columns=8, epoch=0) as dump:
                dump.append(-self.features)
            np.testing.assert_array_equal(np.load(earlier), self.features)

    def test_a_full_disk_ends_a_dump_behind_its_last_whole_batch(self):
        writer = Writer(self.run)
        with writer.features_stream(rows=20, columns=8, dtype="float64", epoch=0) as dump:
            dump.append(self.features[:5])
            with FileTests.disk_with_room_for(self, 128 + 7 * 64), self.assertWarns(RuntimeWarning):
                dump.append(self.features[5:10])
            # What would come behind a gap is left out, though there were room again.
            dump.append(self.features[10:])
        np.testing.assert_array_equal(np.load(self.run / "features_epoch_000.npy"), self.features[:5])
        self.assertEqual(os.stat(self.run / "features_epoch_000.npy").st_size, 128 + 5 * 64)


class HeartbeatTests(WriterTestCase):
    def test_it_says_how_a_run_ends(self):
        with Writer(self.run, interval=60, errors="raise") as writer:
            self.assertEqual(self.heartbeat(), {"state": "running", "interval": 60.0})
            writer.heartbeat(epoch=3, step=100)
            self.assertEqual(self.heartbeat(), {"state": "running", "interval": 60.0, "epoch": 3, "step": 100})
        self.assertEqual(self.heartbeat()["state"], "finished")
        for error in (ZeroDivisionError, KeyboardInterrupt):
            with self.assertRaises(error), Writer(self.run, errors="raise"):
                raise error
            self.assertEqual(self.heartbeat()["state"], "failed")

    def test_it_is_written_now_and_then_however_often_it_is_called(self):
        with mock.patch("time.monotonic") as clock:
            clock.return_value = 1000.0
            writer = Writer(self.run, interval=60, errors="raise")
            for now, epoch, step, shown in (
                (1000.1, 0, 1, 1), (1000.2, 0, 2, 1), (1006.3, 0, 3, 3), (1006.4, 0, 4, 3), (1006.5, 1, 5, 5)
            ):
                clock.return_value = now
                writer.heartbeat(epoch=epoch, step=step)
                self.assertEqual(self.heartbeat()["step"], shown)


if __name__ == "__main__":
    unittest.main(warnings="error")

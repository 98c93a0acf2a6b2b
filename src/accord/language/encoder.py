"""The pack's ONNX graphs: the only file that knows onnxruntime."""

from pathlib import Path

import numpy as np
import onnxruntime as ort  # type: ignore[import-untyped]
from msgspec import Struct
from numpy.typing import NDArray

from accord.language.vectors import shrink_rows

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]


class Readings(Struct, frozen=True):
    """What the encoder says of one window of n words.

    `upos`, `feats` and `lemmas` hold class numbers, (n,); `names` and `attrs` a score for each tag, (n, tags); `start`
    is the log-odds that a word begins a sentence, (n,); `arcs` scores the root (column 0) and every word as head,
    (n, n + 1); `dep` and `head` feed the label graph; `vectors` is (n, 384), and `words` the same shrunk, (n, 128).
    """

    upos: Integers
    feats: Integers
    lemmas: Integers
    names: Floats
    attrs: Floats
    start: Floats
    arcs: Floats
    dep: Floats
    head: Floats
    vectors: Floats
    words: NDArray[np.int8]


_COLUMNS = ("upos", "feats", "lemmas", "names", "attrs", "start", "arcs", "dep", "head", "vectors")


class Encoder:
    """Runs one window at a time, so that a window's readings depend on nothing else."""

    def __init__(self, folder: Path) -> None:
        self._reader = open_session(folder / "reader.onnx")
        self._labels = open_session(folder / "labels.onnx")
        self._directions = np.load(folder / "directions.npy").astype(np.float32)

    def read(self, ids: list[int], cases: list[int], first: list[int], last: list[int]) -> Readings:
        """Read one window: piece and case numbers, and each word's first and last piece."""
        feed = {"ids": ids, "cases": cases, "first": first, "last": last}
        arrays = {name: np.asarray(values, dtype=np.int32) for name, values in feed.items()}
        found = dict(zip(_COLUMNS, self._reader.run(list(_COLUMNS), arrays), strict=True))
        found["start"] = found["start"][:, 0]
        return Readings(**found, words=shrink_rows(found["vectors"], self._directions))

    def score_labels(self, readings: Readings, heads: Integers, words: Integers | None = None) -> Floats:
        """Score every relation for words (all by default), given their heads (0 the root, i + 1 the word i)."""
        dep = readings.dep if words is None else readings.dep[words]
        pairs = {"dep": dep, "head": readings.head[heads]}
        scores: Floats = self._labels.run(["labels"], pairs)[0]
        return scores


def open_session(path: Path) -> ort.InferenceSession:
    """Open a graph to be run on one thread, the same to the bit wherever it runs."""
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.execution_mode = ort.ExecutionMode.ORT_SEQUENTIAL
    options.use_deterministic_compute = True
    options.enable_mem_pattern = False
    options.enable_cpu_mem_arena = True
    options.log_severity_level = 3
    # Exact integer products on processors without VNNI too, where 8 × 8 bit sums would saturate.
    options.add_session_config_entry("session.x64quantprecision", "1")
    return ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

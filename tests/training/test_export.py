"""The exported graphs read as the trained network does, up to int8."""

import shutil
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")
pytest.importorskip("safetensors")

import torch.nn.functional as F  # noqa: E402
from training.export import SHIPPED, average, build_labels, build_reader, divide_inputs  # noqa: E402
from training.network import LAYERS, WIDTH, Encoder, Reader  # noqa: E402
from training.ranges import choose, miss, round_all, round_weights  # noqa: E402
from training.train import double, part_ways  # noqa: E402

from accord.language.encoder import Encoder as Exported  # noqa: E402

SIZES = {"upos": 4, "feats": 5, "lemmas": 6, "start": 2, "names": 7, "attrs": 7, "labels": 8}


def test_a_random_network_reads_alike_when_exported(tmp_path: Path) -> None:
    torch.manual_seed(1)
    net = Reader(Encoder(), SIZES).eval()
    with torch.no_grad():
        net.arc.normal_(std=0.05)
    weights = average([net.state_dict(), net.state_dict()])
    (tmp_path / "reader.onnx").write_bytes(build_reader(weights).SerializeToString())
    (tmp_path / "labels.onnx").write_bytes(build_labels(weights).SerializeToString())
    shutil.copy(SHIPPED / "directions.npy", tmp_path)
    ids, cases, first, last = [101, 2000, 3000, 4000, 102], [0, 2, 0, 1, 0], [1, 3], [2, 3]
    found = Exported(tmp_path).read(ids, cases, first, last)
    feed = [torch.tensor([v]) for v in (ids, cases, first, last)]
    with torch.no_grad():
        words = net.read_words(feed[0], feed[1], None, feed[2], feed[3])
        dep, head, *_ = net.project(words)
        arcs = net.score_arcs(dep, head)[0].numpy()
        names = net.score_tags(words)["names"][0].numpy()
        vectors = net.vector(words)[0].numpy()
    assert found.arcs.shape == (2, 3)
    assert np.corrcoef(found.arcs.ravel(), arcs.ravel())[0, 1] > 0.98
    assert np.corrcoef(found.names.ravel(), names.ravel())[0, 1] > 0.98
    assert np.corrcoef(found.vectors.ravel(), vectors.ravel())[0, 1] > 0.99


def test_rounding_keeps_values_near() -> None:
    x = torch.tensor([[-1.0, 0.0, 3.0, 0.5]])
    rounded = round_all(x)
    assert (rounded - x).abs().max() <= 4 / 255
    assert rounded[0, 1] == 0
    weight = torch.tensor([[0.5, -1.27], [0.0, 0.001]])
    assert (round_weights(weight) - weight).abs().max() <= 0.005


def test_a_channel_that_reaches_far_is_divided_and_the_map_reads_nearer() -> None:
    torch.manual_seed(2)
    weight, fed = torch.randn(6, 5), [torch.randn(20, 5) * torch.tensor([40.0, 1, 1, 1, 1]) for _ in range(3)]
    targets = [F.linear(x, weight) for x in fed]
    factor = choose(weight, fed)
    assert factor[0] > 2 * factor[1:].max()
    assert miss(weight * factor, [x / factor for x in fed], targets) < miss(weight, fed, targets)


def test_divided_inputs_leave_the_network_as_it_was(tmp_path: Path) -> None:
    torch.manual_seed(1)
    state = Reader(Encoder(), SIZES).state_dict()
    factors = {f"encoder.layers.{i}.{k}": 0.5 + torch.rand(WIDTH) for i in range(LAYERS) for k in ("qkv", "out", "up")}
    feed = [101, 2000, 3000, 102], [0, 2, 0, 0], [1, 2], [1, 2]
    found = []
    for number, w in enumerate((average([state]), divide_inputs(average([state]), factors))):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "reader.onnx").write_bytes(build_reader(w).SerializeToString())
        (folder / "labels.onnx").write_bytes(build_labels(w).SerializeToString())
        shutil.copy(SHIPPED / "directions.npy", folder)
        found.append(Exported(folder).read(*feed).vectors)
    assert np.corrcoef(found[0].ravel(), found[1].ravel())[0, 1] > 0.99


def test_two_readings_that_agree_are_nothing_apart() -> None:
    scores = torch.randn(3, 4)
    assert part_ways(torch.stack([scores, scores])) == 0
    assert part_ways(torch.stack([scores, -scores])) > 0
    batch = {"ids": torch.tensor([[1, 2]]), "rows": [(0, 0, 2, 7)]}
    twice = double(batch)
    assert twice["ids"].tolist() == [[1, 2], [1, 2]]
    assert twice["rows"] == [(0, 0, 2, 7), (1, 0, 2, 7)]

"""The exported graphs read as the trained network does, up to int8."""

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")
pytest.importorskip("safetensors")

from training.export import average, build_labels, build_reader  # noqa: E402
from training.network import Encoder, Linear, Reader, round_states, round_weights  # noqa: E402

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


def test_rounding_keeps_values_near_and_gradients_whole() -> None:
    x = torch.tensor([[[-1.0, 0.0, 3.0, 0.5]]], requires_grad=True)
    rounded = round_states(x)
    assert (rounded - x).abs().max() <= 4 / 255
    assert rounded[0, 0, 1] == 0
    rounded.sum().backward()
    assert torch.equal(x.grad, torch.ones_like(x))
    weight = torch.tensor([[0.5, -1.27], [0.0, 0.001]])
    assert (round_weights(weight) - weight).abs().max() <= 0.005


def test_rounding_is_for_training_alone() -> None:
    layer = Linear(3, 2)
    x = torch.rand(1, 4, 3)
    plain = layer(x)
    Linear.rounds = True
    try:
        assert not torch.equal(layer.train()(x), plain)
        assert torch.equal(layer.eval()(x), plain)
    finally:
        Linear.rounds = False

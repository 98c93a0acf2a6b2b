"""Trained weights → the pack's folder: two ONNX graphs (reader.onnx int8, labels.onnx), the word pieces, the tables.

The graphs are written node by node: int8 weights with a scale for each column, activations quantised as they come, all
in one window, so that nothing outside the window can touch a result."""

import argparse
import json
import shutil
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto as T
from onnx import helper, numpy_helper

from training.network import ARC, HEADS, LABEL, LAYERS, WIDTH, load_mean
from training.ranges import choose_factors
from training.treebanks import read_documents
from training.windows import Tables

SHIPPED = Path(__file__).parent.parent / "src/accord/language/en"
KEPT = ("NOTICE", "directions.npy")  # files of the pack that no training changes
MS = "com.microsoft"
FIRST_REACHES, FIRST_BY = 4, 4.0  # in so many layers a window's first piece reaches so much further than all others


class Graph:
    """Collects nodes and constants."""

    def __init__(self) -> None:
        self.nodes, self.constants, self.count = [], [], 0

    def const(self, array: np.ndarray, name: str) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def add(
        self, op: str, inputs: list[str], outputs: int | list[str] = 1, domain: str = "", **attributes: object
    ) -> str | list[str]:
        if isinstance(outputs, int):
            outputs = [f"v{self.count}_{i}" for i in range(outputs)]
            self.count += 1
        self.nodes.append(helper.make_node(op, inputs, outputs, domain=domain, **attributes))
        return outputs[0] if len(outputs) == 1 else outputs

    def weight(self, matrix: np.ndarray, name: str) -> tuple[str, str, str]:
        """An (in, out) matrix as int8 with one scale a column."""
        scale = np.maximum(np.abs(matrix).max(0), 1e-8) / 127
        whole = np.clip(np.rint(matrix / scale), -127, 127).astype(np.int8)
        return (
            self.const(whole, name),
            self.const(scale.astype(np.float32), name + ".scale"),
            self.const(np.zeros(matrix.shape[1], np.int8), name + ".zero"),
        )

    def linear(self, x: str, matrix: np.ndarray, bias: np.ndarray, name: str) -> str:
        w, scale, zero = self.weight(matrix, name)
        return self.add("DynamicQuantizeMatMul", [x, w, scale, zero, self.const(bias, name + ".bias")], domain=MS)

    def model(self, inputs: list, outputs: list) -> onnx.ModelProto:
        graph = helper.make_graph(self.nodes, "accord", inputs, outputs, self.constants)
        made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid(MS, 1)])
        made.ir_version = 8
        made.producer_name = "accord"
        return made


def build_reader(w: dict[str, np.ndarray]) -> onnx.ModelProto:
    g = Graph()
    x = _embed(g, w)
    zero = g.const(np.array([0], np.int64), "axis0")
    half = g.const(np.array(0.5, np.float32), "half")
    for number in range(LAYERS):
        x = _layer(g, w, x, number)
    flat = g.add("Squeeze", [x, zero])  # (pieces, 384)
    both = g.add("Add", [g.add("Gather", [flat, "first"]), g.add("Gather", [flat, "last"])])
    words = g.add("Mul", [both, half])
    outputs = _tags(g, w, words) + _arcs(g, w, words, zero)
    mapped = g.add("MatMul", [words, g.const(w["vector.weight"].T, "vector.w")])
    g.add("Add", [mapped, g.const(w["vector.bias"], "vector.b")], ["vectors"])
    outputs.append(helper.make_tensor_value_info("vectors", T.FLOAT, ["words", WIDTH]))
    inputs = [
        helper.make_tensor_value_info(n, T.INT32, [d])
        for n, d in (("ids", "pieces"), ("cases", "pieces"), ("first", "words"), ("last", "words"))
    ]
    return g.model(inputs, outputs)


def _embed(g: Graph, w: dict[str, np.ndarray]) -> str:
    table = w["encoder.words.weight"]
    scale = np.maximum(np.abs(table).max(1, keepdims=True), 1e-8) / 127
    whole = g.const(np.rint(table / scale).astype(np.int8), "words.table")
    scales = g.const(scale.astype(np.float32), "words.scale")
    x = g.add("Mul", [g.add("Cast", [g.add("Gather", [whole, "ids"])], to=T.FLOAT), g.add("Gather", [scales, "ids"])])
    x = g.add("Add", [x, g.add("Gather", [g.const(w["encoder.cases.weight"], "cases.table"), "cases"])])
    count = g.add("Shape", ["ids"])
    places = g.add(
        "Slice", [g.const(w["encoder.places.weight"], "places.table"), g.const(np.array([0], np.int64), "begin"), count]
    )
    x = g.add("Add", [x, places])
    for name, value in (("first.less", 1 / FIRST_BY), ("first.more", FIRST_BY)):
        column = np.ones((len(w["encoder.places.weight"]), 1), np.float32)
        column[0] = value
        g.add("Slice", [g.const(column, name + ".table"), "begin", count], [name])
    x = g.add("Unsqueeze", [x, g.const(np.array([0], np.int64), "front")])
    return g.add(
        "LayerNormalization",
        [x, g.const(w["encoder.norm.weight"], "norm.w"), g.const(w["encoder.norm.bias"], "norm.b")],
        axis=-1,
        epsilon=1e-12,
    )


def _layer(g: Graph, w: dict[str, np.ndarray], x: str, number: int) -> str:
    p = f"encoder.layers.{number}."
    q, scale, zero = g.add("DynamicQuantizeLinear", [_divide(g, w, x, p + "qkv")], 3)
    m, ms, mz = g.weight(w[p + "qkv.weight"].T, p + "qkv")
    a = g.add(
        "QAttention",
        [q, m, g.const(w[p + "qkv.bias"], p + "qkv.bias"), scale, ms, "", zero, mz],
        domain=MS,
        num_heads=HEADS,
    )
    o = g.linear(a, w[p + "out.weight"].T, w[p + "out.bias"], p + "out")
    x = _skip(g, w, x, o, p + "norm1")
    wide = g.linear(_divide(g, w, x, p + "up"), w[p + "up.weight"].T, w[p + "up.bias"], p + "up")
    h = g.add("Gelu", [wide], domain=MS)
    if number >= FIRST_REACHES:
        return _skip(g, w, x, g.linear(h, w[p + "down.weight"].T, w[p + "down.bias"], p + "down"), p + "norm2")
    down = g.weight(w[p + "down.weight"].T, p + "down")
    d = g.add("DynamicQuantizeMatMul", [g.add("Mul", [h, "first.less"]), *down], domain=MS)
    d = g.add("Mul", [d, "first.more"])
    return _skip(g, w, x, d, p + "norm2", g.const(w[p + "down.bias"], p + "down.bias"))


def _divide(g: Graph, w: dict[str, np.ndarray], x: str, name: str) -> str:
    return g.add("Mul", [x, g.const(1 / w[name + ".factor"], name + ".factor")]) if name + ".factor" in w else x


def _skip(g: Graph, w: dict[str, np.ndarray], x: str, y: str, p: str, bias: str = "") -> str:
    return g.add(
        "SkipLayerNormalization",
        [x, y, g.const(w[p + ".weight"], p + ".w"), g.const(w[p + ".bias"], p + ".b"), *([bias] if bias else [])],
        domain=MS,
        epsilon=1e-12,
    )


def _tags(g: Graph, w: dict[str, np.ndarray], words: str) -> list:
    hidden = g.add("Gelu", [g.linear(words, w["hidden.weight"].T, w["hidden.bias"], "hidden")], domain=MS)
    outputs = []
    for key in ("upos", "feats", "lemmas", "names", "attrs"):
        group, source = ("marks", hidden) if key in ("names", "attrs") else ("tags", words)
        scores = g.linear(source, w[f"{group}.{key}.weight"].T, w[f"{group}.{key}.bias"], key + ".w")
        if group == "marks":  # scores, so that impossible orders of tags can be left out
            g.add("Identity", [scores], [key])
            outputs.append(helper.make_tensor_value_info(key, T.FLOAT, ["words", w[f"marks.{key}.bias"].shape[0]]))
            continue
        g.add("ArgMax", [scores], [key], axis=1, keepdims=0)
        outputs.append(helper.make_tensor_value_info(key, T.INT64, ["words"]))
    start = g.add("MatMul", [words, g.const((w["tags.start.weight"][1:] - w["tags.start.weight"][:1]).T, "start.w")])
    g.add("Add", [start, g.const(w["tags.start.bias"][1:] - w["tags.start.bias"][:1], "start.b")], ["start"])
    outputs.append(helper.make_tensor_value_info("start", T.FLOAT, ["words", 1]))
    return outputs


def _arcs(g: Graph, w: dict[str, np.ndarray], words: str, zero: str) -> list:
    with_root = g.add("Concat", [g.const(w["root"][None], "root"), words], axis=0)
    gelu = lambda x, key: g.add("Gelu", [g.linear(x, w[key + ".weight"].T, w[key + ".bias"], key)], domain=MS)  # noqa: E731
    left = g.add(
        "Add",
        [g.add("MatMul", [gelu(words, "arc_dep"), g.const(w["arc"][:ARC], "arc.w")]), g.const(w["arc"][ARC], "arc.b")],
    )
    g.add("MatMul", [left, g.add("Transpose", [gelu(with_root, "arc_head")], perm=[1, 0])], ["arcs"])
    g.add("Identity", [gelu(words, "label_dep")], ["dep"])
    g.add("Identity", [gelu(with_root, "label_head")], ["head"])
    shapes = {"arcs": ["words", "heads"], "dep": ["words", LABEL], "head": ["heads", LABEL]}
    return [helper.make_tensor_value_info(k, T.FLOAT, v) for k, v in shapes.items()]


def build_labels(w: dict[str, np.ndarray]) -> onnx.ModelProto:
    """(words, LABEL) dependents and their chosen heads → a score for each label."""
    g = Graph()
    size = w["label"].shape[1]
    bias = g.const(w["label"][LABEL].reshape(1, size, LABEL + 1)[:, :, :LABEL], "bias")
    dep_bias = g.const(w["label"][:LABEL, :, LABEL], "dep.bias")
    both = g.const(w["label"][LABEL, :, LABEL], "both.bias")
    core, scale, zero = g.weight(w["label"][:LABEL, :, :LABEL].reshape(LABEL, -1), "core")
    mixed = g.add("DynamicQuantizeMatMul", ["dep", core, scale, zero], domain=MS)
    mixed = g.add("Reshape", [mixed, g.const(np.array([-1, size, LABEL], np.int64), "shape")])
    mixed = g.add("Add", [mixed, bias])
    column = g.add("Unsqueeze", ["head", g.const(np.array([2], np.int64), "axis2")])
    scores = g.add("Squeeze", [g.add("MatMul", [mixed, column]), g.const(np.array([2], np.int64), "axis2b")])
    scores = g.add("Add", [scores, g.add("MatMul", ["dep", dep_bias])])
    g.add("Add", [scores, both], ["labels"])
    inputs = [helper.make_tensor_value_info(n, T.FLOAT, ["words", LABEL]) for n in ("dep", "head")]
    return g.model(inputs, [helper.make_tensor_value_info("labels", T.FLOAT, ["words", size])])


def count_lemmas(data: Path) -> list[tuple[str, str, str]]:
    """Words of the treebanks' training parts whose lemma, given the part of speech, hardly varies."""
    seen: dict[tuple[str, str], Counter] = defaultdict(Counter)
    for name in ("ewt", "gum"):
        for document in read_documents(data / f"treebanks/{name}-train.conllu.gz"):
            for item in document:
                for word, upos, lemma in zip(item.words, item.upos, item.lemmas, strict=True):
                    if upos not in ("PROPN", "PUNCT", "X", "SYM", "NUM"):
                        seen[word.lower().replace("’", "'"), upos][lemma] += 1
    rows = []
    for (word, upos), lemmas in sorted(seen.items()):
        lemma, count = lemmas.most_common(1)[0]
        if count >= 2 and count >= 0.9 * lemmas.total() and "\t" not in word:
            rows.append((word, upos, lemma))
    return rows


def divide_inputs(w: dict[str, np.ndarray], factors: dict[str, torch.Tensor]) -> dict[str, np.ndarray]:
    """Weights for inputs divided by their factors; what `out` reads is divided where `qkv` makes it, at no cost."""
    made = dict(w)
    for name, tensor in factors.items():
        factor = tensor.numpy()
        made[name + ".weight"] = made[name + ".weight"] * factor
        if not name.endswith("out"):
            made[name + ".factor"] = factor
            continue
        source = name.removesuffix("out") + "qkv"
        shares = np.concatenate([np.ones(2 * WIDTH, np.float32), factor])
        made[source + ".weight"] = made[source + ".weight"] / shares[:, None]
        made[source + ".bias"] = made[source + ".bias"] / shares
    return made


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--weights", type=Path, nargs="+", required=True, help="several are averaged")
    parser.add_argument("--tables", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    w = {name: tensor.numpy() for name, tensor in load_mean(args.weights).items()}
    tables = Tables(**json.loads(args.tables.read_text()))
    factors = choose_factors({k: torch.from_numpy(v) for k, v in w.items()}, tables, args.base, args.data)
    w = divide_inputs(w, factors)
    (args.out / "reader.onnx").write_bytes(build_reader(w).SerializeToString())
    (args.out / "labels.onnx").write_bytes(build_labels(w).SerializeToString())
    shutil.copy(args.base / "tokenizer.json", args.out / "tokenizer.json")
    for name in KEPT:
        if not (args.out / name).exists():
            shutil.copy(SHIPPED / name, args.out / name)
    (args.out / "tags.json").write_text(
        json.dumps(json.loads(args.tables.read_text()), ensure_ascii=False, indent=0) + "\n"
    )
    rows = count_lemmas(args.data)
    head = "# source: UD English EWT and GUM, training parts (CC BY-SA 4.0 and CC BY, see docs/pack.md)\n"
    (args.out / "lemmas.tsv").write_text(head + "".join("\t".join(r) + "\n" for r in rows), encoding="utf-8")
    print({p.name: p.stat().st_size for p in sorted(args.out.iterdir())})


if __name__ == "__main__":
    main()

"""MiniLM with a case table in place of its token types, MPNet in the same form, and the pack's heads."""

import math
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

from accord.language.pieces import FIRST, LAST

WIDTH, LAYERS, HEADS = 384, 6, 12
CASES = 10
PIECES = 30522
REACHES = 32  # MPNet's classes of distance
ARC, LABEL = 256, 96


class Layer(nn.Module):
    def __init__(self, width: int = WIDTH, eps: float = 1e-12) -> None:
        super().__init__()
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=eps)
        self.up = nn.Linear(width, 4 * width)
        self.down = nn.Linear(4 * width, width)
        self.norm2 = nn.LayerNorm(width, eps=eps)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        b, t, d = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, HEADS, d // HEADS).permute(2, 0, 3, 1, 4)
        a = q @ (k * (d // HEADS) ** -0.5).transpose(2, 3)
        if mask is not None:
            a = a + mask
        a = a.softmax(-1).to(v.dtype) @ v  # as written: three times as fast on a CPU as the fused form's backward pass
        x = self.norm1(x + self.out(a.transpose(1, 2).reshape(b, t, d)))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """`deep` layers of `width`; with `reaches`, every layer is told how far apart two pieces stand, as in MPNet."""

    def __init__(self, width: int = WIDTH, deep: int = LAYERS, eps: float = 1e-12, *, reaches: bool = False) -> None:
        super().__init__()
        self.width = width
        self.words = nn.Embedding(PIECES, width)
        self.places = nn.Embedding(512, width)
        self.cases = nn.Embedding(CASES, width)
        self.reaches = nn.Embedding(REACHES, HEADS) if reaches else None
        self.norm = nn.LayerNorm(width, eps=eps)
        self.drop = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer(width, eps) for _ in range(deep))

    def forward(self, ids: Tensor, cases: Tensor, mask: Tensor | None) -> Tensor:
        count = ids.shape[1]
        x = self.words(ids) + self.cases(cases) + self.places.weight[:count]
        x = self.drop(self.norm(x))
        if self.reaches is not None:
            apart = self.reaches(find_reaches(count)).permute(2, 0, 1).to(x.dtype)
            mask = apart if mask is None else mask + apart
        for layer in self.layers:
            x = layer(x, mask)
        return x


def find_reaches(count: int) -> Tensor:
    """MPNet's classes of distance between two places, (count, count): eight near ones each way, then by logarithm."""
    places = torch.arange(count)
    apart = places[:, None] - places[None]
    far, near = apart.abs(), REACHES // 4
    log = near + ((far.clamp(min=1) / near).log() / math.log(128 / near) * near).long()
    return torch.where(far < near, far, log.clamp(max=2 * near - 1)) + (apart < 0) * 2 * near


def load_encoder(path: Path) -> Encoder:
    """MiniLM's published weights; every case begins as token type 0."""
    w = {k.removeprefix("bert."): v.float() for k, v in load_file(path).items()}
    net = Encoder()
    e = "embeddings."
    with torch.no_grad():
        net.words.weight.copy_(w[e + "word_embeddings.weight"])
        net.places.weight.copy_(w[e + "position_embeddings.weight"])
        net.cases.weight.copy_(w[e + "token_type_embeddings.weight"][:1].expand(CASES, -1))
        net.norm.load_state_dict({"weight": w[e + "LayerNorm.weight"], "bias": w[e + "LayerNorm.bias"]})
        names = {"q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value"}
        names |= {"out": "attention.output.dense", "norm1": "attention.output.LayerNorm"}
        copy_layers(net, w, names)
    return net


def make_mpnet() -> Encoder:
    return Encoder(768, 12, 1e-5, reaches=True)


def load_mpnet(path: Path) -> Encoder:
    """MPNet's published weights, its word pieces numbered as MiniLM's are: four further on, but for the marks of start,
    end and nothing."""
    w = {k: v.float() for k, v in load_file(path).items()}
    net = make_mpnet()
    e = "embeddings."
    with torch.no_grad():
        table = w[e + "word_embeddings.weight"]
        net.words.weight.copy_(table[4 : 4 + PIECES])
        for mine, theirs in ((0, 1), (FIRST, 0), (LAST, 2)):
            net.words.weight[mine] = table[theirs]
        net.places.weight.copy_(w[e + "position_embeddings.weight"][2:])
        net.cases.weight.zero_()
        net.reaches.weight.copy_(w["encoder.relative_attention_bias.weight"])
        net.norm.load_state_dict({"weight": w[e + "LayerNorm.weight"], "bias": w[e + "LayerNorm.bias"]})
        names = {k: f"attention.attn.{k}" for k in "qkv"} | {"out": "attention.attn.o", "norm1": "attention.LayerNorm"}
        copy_layers(net, w, names)
    return net


def copy_layers(net: Encoder, w: dict[str, Tensor], names: dict[str, str]) -> None:
    names = names | {"up": "intermediate.dense", "down": "output.dense", "norm2": "output.LayerNorm"}
    for i, layer in enumerate(net.layers):
        for kind in ("weight", "bias"):
            theirs = lambda part: w[f"encoder.layer.{i}.{names[part]}.{kind}"]  # noqa: B023, E731
            getattr(layer.qkv, kind).copy_(torch.cat([theirs(n) for n in "qkv"]))
            for part in ("out", "norm1", "up", "down", "norm2"):
                getattr(getattr(layer, part), kind).copy_(theirs(part))


class Reader(nn.Module):
    """Encoder and heads. A word is the mean of its first and its last piece."""

    def __init__(self, encoder: Encoder, sizes: dict[str, int]) -> None:
        super().__init__()
        self.encoder, width = encoder, encoder.width
        self.sizes = sizes
        self.tags = nn.ModuleDict({k: nn.Linear(width, sizes[k]) for k in ("upos", "feats", "lemmas", "start")})
        self.hidden = nn.Linear(width, width)  # names and attributions share a layer of their own
        self.marks = nn.ModuleDict({k: nn.Linear(width, sizes[k]) for k in ("names", "attrs")})
        self.root = nn.Parameter(torch.zeros(width))
        self.arc_dep, self.arc_head = nn.Linear(width, ARC), nn.Linear(width, ARC)
        self.arc = nn.Parameter(torch.zeros(ARC + 1, ARC))
        self.label_dep, self.label_head = nn.Linear(width, LABEL), nn.Linear(width, LABEL)
        self.label = nn.Parameter(torch.zeros(LABEL + 1, sizes["labels"], LABEL + 1))
        self.vector = nn.Linear(width, width)
        self.drop = nn.Dropout(0.25)
        with torch.no_grad():
            self.vector.weight.copy_(torch.eye(width))
            self.vector.bias.zero_()

    def read_words(self, ids: Tensor, cases: Tensor, mask: Tensor | None, first: Tensor, last: Tensor) -> Tensor:
        x = self.encoder(ids, cases, mask)
        shape = (*first.shape, x.shape[-1])
        pick = lambda i: torch.gather(x, 1, i.unsqueeze(-1).expand(shape))  # noqa: E731
        return (pick(first) + pick(last)) * 0.5

    def score_tags(self, words: Tensor) -> dict[str, Tensor]:
        w = self.drop(words)
        marks = self.drop(F.gelu(self.hidden(w)))
        return {k: f(w) for k, f in self.tags.items()} | {k: f(marks) for k, f in self.marks.items()}

    def project(self, words: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Dependents and heads for arcs and for labels; place 0 of the heads is the root."""
        w = self.drop(words)
        root = self.root.to(w.dtype).expand(w.shape[0], 1, w.shape[-1])
        r = torch.cat([root, w], 1)
        f = lambda layer, x: self.drop(F.gelu(layer(x)))  # noqa: E731
        return f(self.arc_dep, w), f(self.arc_head, r), f(self.label_dep, w), f(self.label_head, r)

    def score_arcs(self, dep: Tensor, head: Tensor) -> Tensor:
        left = dep @ self.arc[:ARC] + self.arc[ARC]
        return left @ head.transpose(1, 2)

    def score_labels(self, dep: Tensor, head: Tensor) -> Tensor:
        """dep, head: (words, LABEL) → (words, labels)."""
        one = dep.new_ones(dep.shape[0], 1)
        dep, head = torch.cat([dep, one], 1), torch.cat([head, one], 1)
        mixed = (dep @ self.label.reshape(LABEL + 1, -1)).view(-1, self.sizes["labels"], LABEL + 1)
        return torch.bmm(mixed, head.unsqueeze(2)).squeeze(2)


def load_mean(paths: Sequence[Path]) -> dict[str, torch.Tensor]:
    """The mean of weights that come from one another, which reads a little better than either.

    A path that comes often counts as often.
    """
    mean: dict[str, torch.Tensor] = {}
    for path, times in Counter(paths).items():
        for name, tensor in torch.load(path, map_location="cpu").items():
            part = tensor.float() * (times / len(paths))
            mean[name] = mean[name] + part if name in mean else part
    return mean

"""MiniLM with a case table in place of its token types, and the pack's heads."""

from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

WIDTH, LAYERS, HEADS = 384, 6, 12
CASES = 10
ARC, LABEL = 256, 96


class Layer(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, 4 * WIDTH)
        self.down = nn.Linear(4 * WIDTH, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
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
    def __init__(self, cases: int = CASES) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.cases = nn.Embedding(cases, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, ids: Tensor, cases: Tensor, mask: Tensor | None) -> Tensor:
        x = self.words(ids) + self.cases(cases) + self.places.weight[: ids.shape[1]]
        x = self.drop(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return x


def load_encoder(path: Path, cases: int = CASES) -> Encoder:
    """MiniLM's published weights; every case begins as token type 0."""
    w = {k.removeprefix("bert."): v.float() for k, v in load_file(path).items()}
    net = Encoder(cases)
    e = "embeddings."
    with torch.no_grad():
        net.words.weight.copy_(w[e + "word_embeddings.weight"])
        net.places.weight.copy_(w[e + "position_embeddings.weight"])
        net.cases.weight.copy_(w[e + "token_type_embeddings.weight"][:1].expand(cases, -1))
        net.norm.load_state_dict({"weight": w[e + "LayerNorm.weight"], "bias": w[e + "LayerNorm.bias"]})
        for i, layer in enumerate(net.layers):
            p = f"encoder.layer.{i}."
            for kind in ("weight", "bias"):
                parts = [w[f"{p}attention.self.{n}.{kind}"] for n in ("query", "key", "value")]
                getattr(layer.qkv, kind).copy_(torch.cat(parts))
                getattr(layer.out, kind).copy_(w[f"{p}attention.output.dense.{kind}"])
                getattr(layer.norm1, kind).copy_(w[f"{p}attention.output.LayerNorm.{kind}"])
                getattr(layer.up, kind).copy_(w[f"{p}intermediate.dense.{kind}"])
                getattr(layer.down, kind).copy_(w[f"{p}output.dense.{kind}"])
                getattr(layer.norm2, kind).copy_(w[f"{p}output.LayerNorm.{kind}"])
    return net


class Reader(nn.Module):
    """Encoder and heads. A word is the mean of its first and its last piece."""

    def __init__(self, encoder: Encoder, sizes: dict[str, int]) -> None:
        super().__init__()
        self.encoder = encoder
        self.sizes = sizes
        self.tags = nn.ModuleDict({k: nn.Linear(WIDTH, sizes[k]) for k in ("upos", "feats", "lemmas", "start")})
        self.hidden = nn.Linear(WIDTH, WIDTH)  # names and attributions share a layer of their own
        self.marks = nn.ModuleDict({k: nn.Linear(WIDTH, sizes[k]) for k in ("names", "attrs")})
        self.root = nn.Parameter(torch.zeros(WIDTH))
        self.arc_dep, self.arc_head = nn.Linear(WIDTH, ARC), nn.Linear(WIDTH, ARC)
        self.arc = nn.Parameter(torch.zeros(ARC + 1, ARC))
        self.label_dep, self.label_head = nn.Linear(WIDTH, LABEL), nn.Linear(WIDTH, LABEL)
        self.label = nn.Parameter(torch.zeros(LABEL + 1, sizes["labels"], LABEL + 1))
        self.vector = nn.Linear(WIDTH, WIDTH)
        self.drop = nn.Dropout(0.25)
        with torch.no_grad():
            self.vector.weight.copy_(torch.eye(WIDTH))
            self.vector.bias.zero_()

    def read_words(self, ids: Tensor, cases: Tensor, mask: Tensor | None, first: Tensor, last: Tensor) -> Tensor:
        x = self.encoder(ids, cases, mask)
        shape = (*first.shape, WIDTH)
        pick = lambda i: torch.gather(x, 1, i.unsqueeze(-1).expand(shape))  # noqa: E731
        return (pick(first) + pick(last)) * 0.5

    def score_tags(self, words: Tensor) -> dict[str, Tensor]:
        w = self.drop(words)
        marks = self.drop(F.gelu(self.hidden(w)))
        return {k: f(w) for k, f in self.tags.items()} | {k: f(marks) for k, f in self.marks.items()}

    def project(self, words: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Dependents and heads for arcs and for labels; place 0 of the heads is the root."""
        w = self.drop(words)
        root = self.root.to(w.dtype).expand(w.shape[0], 1, WIDTH)
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

"""The original model's sentence vectors, which the pack's own are kept close to."""

from pathlib import Path

import torch
import torch.nn.functional as F
from tokenizers import Tokenizer

from training.items import Item
from training.network import load_encoder


def encode_texts(texts: list[str], base: Path) -> torch.Tensor:
    """Vectors as all-MiniLM-L6-v2 makes them: mean of the last layer over all pieces, unit length."""
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(256)
    net = load_encoder(base / "model.safetensors").eval()
    coded = [tokenizer.encode(t).ids for t in texts]
    order = sorted(range(len(texts)), key=lambda i: len(coded[i]))
    out = torch.zeros(len(texts), 384)
    with torch.no_grad():
        for at in range(0, len(order), 64):
            rows = order[at : at + 64]
            width = max(len(coded[i]) for i in rows)
            ids = torch.tensor([coded[i] + [0] * (width - len(coded[i])) for i in rows])
            real = torch.tensor([[1.0] * len(coded[i]) + [0.0] * (width - len(coded[i])) for i in rows])
            mask = (1 - real)[:, None, None] * -1e4
            states = net(ids, torch.zeros_like(ids), mask)
            pooled = (states * real.unsqueeze(-1)).sum(1) / real.sum(1, keepdim=True)
            out[rows] = F.normalize(pooled, dim=-1)
    return out


def add_vectors(items: list[Item], base: Path, store: Path) -> torch.Tensor:
    """Give each item the row of its teacher vector; vectors are computed once and kept."""
    for row, item in enumerate(items):
        item.vector = row
    if store.exists():
        found = torch.load(store)
        if len(found) == len(items):
            return found
    found = encode_texts([i.text for i in items], base)
    store.parent.mkdir(parents=True, exist_ok=True)
    torch.save(found, store)
    return found

# mypy: ignore-errors
"""What the encoder's maps are fed, from training text, and by how much each channel is divided before it is rounded.

A map's input is rounded in 256 steps between its least and greatest value, and a few channels reach five times as far
as the rest. They are divided by a factor, the map's weights for them multiplied by it; that changes the steps alone.
"""

import random
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from accord.language.pieces import Pieces
from training.network import Reader, load_encoder
from training.treebanks import read_documents
from training.windows import Coder, Tables, make_windows

WINDOWS = 24
SHARES = (0.2, 0.35, 0.5)  # of the greatest range, to which greater ones are brought down
POWERS = (0.6, 0.7, 0.8, 0.9)  # of a channel's range, against its weights'
KINDS = ("qkv", "out", "up")


def choose_factors(state: dict[str, Tensor], tables: Tables, base: Path, data: Path) -> dict[str, Tensor]:
    """Map name (`encoder.layers.0.up`) → its input channels' factors, (in,), which leave its output nearest."""
    net = Reader(load_encoder(base / "model.safetensors"), tables.sizes())
    net.load_state_dict(state)
    net.eval()
    maps = {k: m for k, m in net.named_modules() if isinstance(m, nn.Linear) and k.endswith(KINDS) and "layers" in k}
    fed = collect(net, maps, read_windows(tables, base, data))
    return {name: choose(module.weight.detach(), fed[name]) for name, module in maps.items()}


def read_windows(tables: Tables, base: Path, data: Path) -> list[dict]:
    """Windows of GUM's training part, drawn once and for all."""
    documents = read_documents(data / "treebanks/gum-train.conllu.gz")
    windows = [w for d in documents for w in make_windows(d, None, []) if sum(len(i.words) for i in w) > 15]
    coder = Coder(Pieces(base / "tokenizer.json"), tables)
    return [coder.encode(w) for w in random.Random(1).sample(windows, WINDOWS)]


@torch.no_grad()
def collect(net: Reader, maps: dict[str, nn.Linear], windows: list[dict]) -> dict[str, list[Tensor]]:
    """What each map is fed, window by window, (pieces, in)."""
    fed: dict[str, list[Tensor]] = {name: [] for name in maps}
    for name, module in maps.items():
        module.register_forward_pre_hook(lambda _, args, into=fed[name]: into.append(args[0][0]))
    for window in windows:
        net.encoder(torch.tensor([window["ids"]]), torch.tensor([window["cases"]]), None)
    return fed


@torch.no_grad()
def choose(weight: Tensor, fed: list[Tensor]) -> Tensor:
    """Weights, (out, in), and inputs → the factors under which the rounded map is nearest to the true one."""
    reach = torch.cat(fed).abs().amax(0).clamp_min(1e-3)
    pull = weight.abs().amax(0).clamp_min(1e-4)
    targets = [F.linear(x, weight) for x in fed]
    tried = [torch.ones_like(reach)]
    tried += [(reach / (reach.max() * share)).clamp_min(1.0) for share in SHARES]
    tried += [reach**power / pull ** (1 - power) for power in POWERS]
    return min(tried, key=lambda factor: miss(weight * factor, [x / factor for x in fed], targets))


def miss(weight: Tensor, fed: list[Tensor], targets: list[Tensor]) -> float:
    """Squared distance of the rounded map's outputs from the true one's."""
    rounded = round_weights(weight)
    made = (F.linear(round_all(x), rounded) for x in fed)
    return sum((y - target).square().sum().item() for y, target in zip(made, targets, strict=True))


def round_weights(weight: Tensor) -> Tensor:
    """(out, in) → the same in 255 steps, one scale for each output."""
    scale = weight.abs().amax(1, keepdim=True).clamp_min(1e-8) / 127
    return torch.round(weight / scale) * scale


def round_all(x: Tensor) -> Tensor:
    """One window's values in 256 steps between the least and the greatest, nought among them."""
    low, high = x.min().clamp_max(0), x.max().clamp_min(0)
    scale = (high - low).clamp_min(1e-8) / 255
    zero = torch.round(-low / scale)
    return ((torch.round(x / scale) + zero).clamp(0, 255) - zero) * scale

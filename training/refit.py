"""After training: fit the sentence vector once more, in closed form, on several layers at once.

Fine-tuning moves the last layer away from what the original's vectors were made of; the lower layers keep more of it.
Ridge regression from the means of the word states of LAYERS_READ to the teacher's vectors."""

import argparse
import json
import random
from pathlib import Path

import torch

from accord.language.pieces import Pieces
from training.network import WIDTH, Reader, load_encoder
from training.teacher import add_vectors
from training.train import SEED, read_sources
from training.windows import Coder, Tables, make_batches, make_windows, stack

LAYERS_READ = (6,)
RIDGE = 1e-3


def read_states(net: Reader, batch: dict) -> torch.Tensor:
    """Word states of the chosen layers side by side, (windows, words, 384 × layers)."""
    mask = torch.zeros(batch["mask"].shape).masked_fill(~batch["mask"], -1e4)[:, None, None]
    e = net.encoder
    x = e.words(batch["ids"]) + e.cases(batch["cases"]) + e.places.weight[: batch["ids"].shape[1]]
    x = e.norm(x)
    states = []
    for number, layer in enumerate(e.layers, start=1):
        x = layer(x, mask)
        if number in LAYERS_READ:
            index = [batch[k].unsqueeze(-1).expand(-1, -1, WIDTH) for k in ("first", "last")]
            states.append((torch.gather(x, 1, index[0]) + torch.gather(x, 1, index[1])) * 0.5)
    return torch.cat(states, -1)


def collect(net: Reader, batches: list, teacher: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    features, goals = [], []
    with torch.no_grad():
        for batch in batches:
            held = stack(batch)
            states = read_states(net, held)
            for b, first, last, row in held["rows"]:
                features.append(states[b, first:last].mean(0))
                goals.append(teacher[row])
    return torch.stack(features), torch.stack(goals)


def fit_map(features: torch.Tensor, goals: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Weight (384, features) and bias of the ridge regression."""
    x = torch.cat([features, torch.ones(len(features), 1)], 1).double()
    gram = x.T @ x
    gram += RIDGE * len(x) * torch.eye(len(gram), dtype=torch.double) * gram.diagonal().mean() / len(x)
    solved = torch.linalg.solve(gram, x.T @ goals.double()).float()
    return solved[:-1].T.contiguous(), solved[-1].contiguous()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--weights", type=Path, default=None)
    parser.add_argument("--every", type=int, default=1, help="fit on every n-th document's sentences only")
    args = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    rng = random.Random(SEED)
    tables = Tables(**json.loads((args.work / "tables.json").read_text()))
    sources = read_sources(args.data)
    items = [i for k in ("gum", "ewt") for i in sources[k]]
    teacher = add_vectors(items, args.base, args.work / "teacher.pt")
    net = Reader(load_encoder(args.base / "model.safetensors"), tables.sizes())
    net.load_state_dict(torch.load(args.weights or args.work / "net.pt"))
    net.eval()
    coder = Coder(Pieces(args.base / "tokenizer.json"), tables)
    windows = [[i] for i in items[:: 2 * args.every]] + make_windows(items, None, [])[:: 2 * args.every]
    batches = make_batches([coder.encode(w) for w in windows], 4000, rng)
    features, goals = collect(net, batches, teacher)
    weight, bias = fit_map(features, goals)
    found = torch.nn.functional.normalize(features @ weight.T + bias, dim=-1)
    print({"sentences": len(goals), "cosine with the teacher": round(float((found * goals).sum(-1).mean()), 4)})
    state = net.state_dict() | {"vector.weight": weight, "vector.bias": bias}
    torch.save(state, args.work / "final.pt")


if __name__ == "__main__":
    main()

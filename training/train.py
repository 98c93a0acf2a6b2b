"""Train the pack: `python -m training.train --data ../shared/data --base MINILM_FOLDER --out WORK`."""

import argparse
import json
import random
import time
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as F

from accord.language.pieces import Pieces
from training.augment import load_cultures
from training.items import Item
from training.names import read_crossner, read_uner, read_wikinews
from training.network import Reader, load_encoder
from training.teacher import add_vectors
from training.treebanks import add_names, read_documents
from training.windows import NAMES, OTHERS, Coder, count_tables, make_batches, make_windows, stack

SEED = 20231213
WEIGHTS = {"upos": 0.5, "feats": 0.4, "lemmas": 0.4, "start": 0.8, "names": 1.0, "attrs": 0.5}
TRIAL_ITEMS = 200
OPEN = [i for i, t in enumerate(NAMES) if t[2:] not in ("PERSON", "ORGANIZATION", "PLACE")]
RATES = {"encoder": 1.6e-4, "heads": 1.5e-3}


@dataclass(frozen=True)
class Stage:
    """What one run trains with: rates against `RATES`, the pull on the vectors, the share of windows with hidden words,
    the sources whose vectors are taught, whether word pieces learn too, whether each window is read twice and held to
    agree, how often an epoch reads GUM, the share of the rate that is left at the end, the steps it warms up for, the
    pieces a step, and, where it has less than an epoch, its steps."""

    rate: float
    vector_weight: float
    hide_windows: float
    taught: tuple[str, ...]
    pieces: bool = False
    twice: bool = False
    gum: float = 1.0
    left: float = 0.002
    warm: int = 200
    budget: int = 1400
    steps: int = 0


EVERY = ("gum", "ewt", "wikinews", "politics", "science", "literature", "music", "ai")
STAGES = {
    "first": Stage(1.0, 6.0, 0.0, ("gum", "ewt")),
    "second": Stage(0.5, 15.0, 0.4, EVERY),
    "third": Stage(0.5, 10.0, 0.25, EVERY, pieces=True, gum=1.5, left=1 / 3),
    "fourth": Stage(0.3, 7.0, 0.25, EVERY, pieces=True, twice=True, gum=2.0, left=0.1, warm=20, budget=900, steps=450),
}


def read_sources(data: Path) -> dict[str, list[Item]]:
    flat = lambda docs: [i for d in docs for i in d]  # noqa: E731
    gum = read_documents(data / "treebanks/gum-train.conllu.gz")
    add_names(gum)
    ewt = read_documents(data / "treebanks/ewt-train.conllu.gz")
    ewt_dev = read_documents(data / "treebanks/ewt-dev.conllu.gz")
    found = {
        "gum": flat(gum),
        "ewt": flat(ewt),
        "uner": flat(read_uner(data / "names/uner-ewt-dev.iob2.gz", ewt_dev)),
        "wikinews": flat(read_wikinews(data / "wikinews-gold/train.jsonl.gz")),
    }
    for domain in ("politics", "science", "literature", "music", "ai"):
        crossner = data / "names/crossner.tar.gz"
        found[domain] = read_crossner(crossner, domain, "train") + read_crossner(crossner, domain, "dev")
    return found


def draw_epoch(sources: dict[str, list[Item]], rng: random.Random, cultures: list, gum: float) -> list[list[Item]]:
    """One epoch's windows: news twice, the far domains of CrossNER by halves, GUM as often as told."""
    windows = []
    for name, items in sources.items():
        if name in ("literature", "music", "ai"):
            items = [i for i in items if rng.random() < 0.4]
        windows += make_windows(items, rng, cultures)
        if name in ("wikinews", "politics"):
            windows += make_windows(items, rng, cultures)
        if name == "gum":
            windows += [w for w in make_windows(items, rng, cultures) if rng.random() < gum - 1]
    return windows


def tag_loss(scores: dict, batch: dict) -> dict[str, torch.Tensor]:
    out = {}
    for key in WEIGHTS:
        gold = batch[key].flatten()
        odds = scores[key].float().flatten(0, 1).log_softmax(-1)
        told = gold >= 0
        losses = [-odds[told, gold[told]]]
        if (gold == OTHERS).any():
            losses.append(-odds[gold == OTHERS][:, OPEN].logsumexp(-1))
        if sum(map(len, losses)):
            out[key] = torch.cat(losses).mean() * WEIGHTS[key]
    return out


def tree_loss(net: Reader, words: torch.Tensor, batch: dict, *, twice: bool) -> dict[str, torch.Tensor]:
    rows = (batch["heads"] >= 0).any(1)
    if not rows.any():
        return {}
    gold, labels, item = batch["heads"][rows], batch["labels"][rows], batch["item"][rows]
    dep, head, ldep, lhead = net.project(words[rows])
    arcs = net.score_arcs(dep, head).float()
    same = item.unsqueeze(2) == item.unsqueeze(1)
    same = torch.cat([torch.ones_like(same[:, :, :1]), same], 2)
    arcs = arcs.masked_fill(~same, -1e4)
    out = {"arcs": F.cross_entropy(arcs.flatten(0, 1), gold.flatten(), ignore_index=-100)}
    b, w = (gold >= 0).nonzero(as_tuple=True)
    scores = net.score_labels(ldep[b, w], lhead[b, gold[b, w]]).float()
    out["labels"] = F.cross_entropy(scores, labels[b, w], ignore_index=-100)
    if twice:
        half = len(arcs) // 2
        told = gold[:half] >= 0
        out["agree arcs"] = part_ways(torch.stack([arcs[:half][told], arcs[half:][told]]))
        out["agree labels"] = part_ways(scores.view(2, -1, scores.shape[-1]))
    return out


def vector_loss(net: Reader, words: torch.Tensor, batch: dict, teacher: torch.Tensor) -> dict[str, torch.Tensor]:
    rows = batch["rows"]
    if len(rows) < 2:
        return {}
    v = net.vector(words).float()
    mine = F.normalize(torch.stack([v[b, s:e].mean(0) for b, s, e, _ in rows]), dim=-1)
    theirs = teacher[[r for *_, r in rows]]
    near = (1 - (mine * theirs).sum(-1)).mean()
    pairs = ((mine @ mine.T - theirs @ theirs.T) ** 2).mean()
    return {"vector": near * 0.5 + pairs * 5}


def double(batch: dict) -> dict:
    """Every window twice, one half after the other: each is read with other units dropped."""
    size = len(batch["ids"])
    rows = [(b + half * size, *rest) for half in (0, 1) for b, *rest in batch["rows"]]
    return {k: torch.cat([v, v]) for k, v in batch.items() if k != "rows"} | {"rows": rows}


def part_ways(scores: torch.Tensor) -> torch.Tensor:
    """Class scores of both readings, (2, words, classes) → how far they are apart (symmetric Kullback-Leibler)."""
    one, other = scores.float().log_softmax(-1)
    return ((one.exp() - other.exp()) * (one - other)).sum(-1).mean() * 0.5


def agree_loss(scores: dict, batch: dict) -> dict[str, torch.Tensor]:
    """How far the two readings' tags are apart, on all words, whether a source tells their tags or not."""
    half = len(batch["ids"]) // 2
    real = batch["item"][:half] >= 0
    pair = lambda x: torch.stack([x[:half][real], x[half:][real]])  # noqa: E731
    return {"agree": sum(part_ways(pair(scores[k])) * weight for k, weight in WEIGHTS.items())}


def step_loss(net: Reader, batch: dict, teacher: torch.Tensor, stage: Stage) -> dict[str, torch.Tensor]:
    if stage.twice:
        batch = double(batch)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        mask = torch.zeros(batch["mask"].shape, dtype=torch.bfloat16).masked_fill(~batch["mask"], -1e4)[:, None, None]
        words = net.read_words(batch["ids"], batch["cases"], mask, batch["first"], batch["last"])
        scores = net.score_tags(words)
        losses = tag_loss(scores, batch) | tree_loss(net, words, batch, twice=stage.twice)
        losses |= agree_loss(scores, batch) if stage.twice else {}
    return losses | {k: v * stage.vector_weight for k, v in vector_loss(net, words.float(), batch, teacher).items()}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--stage", choices=STAGES, default="first")
    parser.add_argument("--resume", type=Path, nargs="*", default=[], help="go on from these weights' mean")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--limit", type=int, default=0, help="a trial: so many steps, on the sources' first items")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(SEED)
    rng = random.Random(SEED)
    sources = read_sources(args.data)
    if args.limit:
        sources = {name: items[:TRIAL_ITEMS] for name, items in sources.items()}
    print({k: (len(v), sum(len(i.words) for i in v)) for k, v in sources.items()}, flush=True)
    stage = STAGES[args.stage]
    teacher = add_vectors([i for k in stage.taught for i in sources[k]], args.base, args.out / "teacher.pt")
    tables = count_tables([*sources["gum"], *sources["ewt"]])
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "tables.json").write_text(json.dumps(tables.__dict__, ensure_ascii=False, indent=0), encoding="utf-8")
    cultures = load_cultures(Path(__file__).parent / "data/names.tsv")
    coder = Coder(Pieces(args.base / "tokenizer.json"), tables, hide_windows=stage.hide_windows)
    net = Reader(load_encoder(args.base / "model.safetensors"), tables.sizes())
    if args.resume:
        states = [torch.load(path) for path in args.resume]
        net.load_state_dict({k: sum(s[k] for s in states) / len(states) for k in states[0]})
    fit(net, stage, sources, coder, cultures, teacher, rng, args)


def make_optimizer(net: Reader, rate: float, *, pieces: bool) -> torch.optim.Optimizer:
    net.encoder.words.weight.requires_grad_(pieces)
    body = [p for p in net.encoder.parameters() if p.requires_grad]
    own = {id(p) for p in net.encoder.parameters()}
    heads = [p for p in net.parameters() if id(p) not in own]
    groups = [{"params": body, "lr": RATES["encoder"] * rate}, {"params": heads, "lr": RATES["heads"] * rate}]
    return torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98))


def fit(net, stage, sources, coder, cultures, teacher, rng, args) -> None:
    optimizer = make_optimizer(net, stage.rate, pieces=stage.pieces)
    coded = lambda: [coder.encode(w, rng) for w in draw_epoch(sources, rng, cultures, stage.gum)]  # noqa: E731
    draw = lambda: make_batches(coded(), stage.budget, rng)  # noqa: E731
    batches = draw()
    last = args.limit or stage.steps
    total = last or args.epochs * len(batches)
    fall = (1 - stage.left) / total
    rate = lambda step: min((step + 1) / stage.warm, 1 - fall * step)  # noqa: E731
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate)
    print({"windows": sum(map(len, batches)), "steps": len(batches), "total": total}, flush=True)
    step, began, means = 0, time.time(), {}
    for epoch in range(args.epochs):
        net.train()
        for batch in batches if epoch == 0 else draw():
            losses = step_loss(net, stack(batch), teacher, stage)
            sum(losses.values()).backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 2.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            schedule.step()
            step += 1
            for k, v in losses.items():
                means[k] = 0.98 * means.get(k, v.item()) + 0.02 * v.item()
            if step % 50 == 0:
                print(
                    epoch, step, f"{time.time() - began:.0f}s", {k: round(v, 3) for k, v in means.items()}, flush=True
                )
            if step == last:
                break
        torch.save(net.state_dict(), args.out / "net.pt")
        for number in range(epoch, args.epochs if step == last else epoch + 1):  # a trial leaves every file too
            torch.save(net.state_dict(), args.out / f"net-{number}.pt")
        if step == last:
            return


if __name__ == "__main__":
    main()

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
from training.network import Reader, load_encoder, load_mean, load_mpnet, make_mpnet
from training.plain import read_open, read_plain
from training.stories import STORIES
from training.teacher import add_vectors
from training.treebanks import add_names, read_documents
from training.windows import NAMES, OTHERS, Coder, Tables, count_tables, make_batches, make_windows, stack

SEED = 20231213
WEIGHTS = {"upos": 0.5, "feats": 0.4, "lemmas": 0.4, "start": 0.8, "names": 1.0, "attrs": 0.5}
TRIAL_ITEMS = 200
OPEN = [i for i, t in enumerate(NAMES) if t[2:] not in ("PERSON", "ORGANIZATION", "PLACE")]
RATES = {"encoder": 1.6e-4, "heads": 1.5e-3}


@dataclass(frozen=True)
class Stage:
    """What one run trains with: rates against `RATES`, the pull on the vectors, the share of windows with hidden words,
    the sources whose vectors are taught, whether word pieces learn too, whether each window is read twice and held to
    agree, whether the wide reader is followed, on open texts too, how often an epoch reads GUM, the share of the rate
    that is left at the end, the steps it warms up for, the pieces a step, and, where epochs don't tell, its steps."""

    rate: float
    vector_weight: float
    hide_windows: float
    taught: tuple[str, ...]
    pieces: bool = False
    twice: bool = False
    follows: bool = False
    opens: bool = False
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
    "wide": Stage(0.4, 0.0, 0.25, (), gum=1.5, left=0.02, warm=60),
    "fifth": Stage(
        0.5, 7.0, 0.25, EVERY, pieces=True, follows=True, gum=2.0, left=0.03, warm=30, budget=1200, steps=1200
    ),
    "sixth": Stage(
        0.45,
        7.0,
        0.25,
        EVERY,
        pieces=True,
        follows=True,
        opens=True,
        gum=2.0,
        left=0.03,
        warm=30,
        budget=1200,
        steps=2600,
    ),
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
    """One epoch's windows: news twice, the far domains of CrossNER and open texts by halves, GUM as often as told."""
    windows = []
    for name, items in sources.items():
        if name in ("literature", "music", "ai"):
            items = [i for i in items if rng.random() < 0.4]
        if name in ("wikipedia", "speeches"):
            items = [i for i in items if rng.random() < 0.5]
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
    if len(rows) < 2 or not len(teacher):
        return {}
    v = net.vector(words).float()
    mine = F.normalize(torch.stack([v[b, s:e].mean(0) for b, s, e, _ in rows]), dim=-1)
    theirs = teacher[[r for *_, r in rows]]
    near = (1 - (mine * theirs).sum(-1)).mean()
    pairs = ((mine @ mine.T - theirs @ theirs.T) ** 2).mean()
    return {"vector": near * 0.5 + pairs * 5}


def follow_loss(net: Reader, words: torch.Tensor, scores: dict, batch: dict, wide: Reader) -> dict[str, torch.Tensor]:
    """How far the tags, heads and relations are from the wide reader's, on all words, told or not."""
    with torch.no_grad():
        theirs = wide.read_words(batch["ids"], batch["cases"], hide(batch), batch["first"], batch["last"])
        tags, (dep, head, ldep, lhead) = wide.score_tags(theirs), wide.project(theirs)
        apart = ~find_sentences(batch, tags["start"])
        arcs = wide.score_arcs(dep, head).float().masked_fill(apart, -1e4)
    real = batch["item"] >= 0
    b, w = real.nonzero(as_tuple=True)
    heads = arcs[b, w].argmax(-1)
    labels = wide.score_labels(ldep[b, w], lhead[b, heads])
    dep, head, ldep, lhead = net.project(words)
    mine = net.score_arcs(dep, head).float().masked_fill(apart, -1e4)
    out = {"follow arcs": fall_short(arcs[b, w], mine[b, w])}
    out["follow labels"] = fall_short(labels, net.score_labels(ldep[b, w], lhead[b, heads]))
    out["follow"] = sum(fall_short(tags[k][real], scores[k][real]) * weight for k, weight in WEIGHTS.items())
    return out


def find_sentences(batch: dict, starts: torch.Tensor) -> torch.Tensor:
    """Which heads, the root first, stand in each word's sentence; where no tree is told, as the starts say."""
    told = (batch["heads"] >= 0).any(1, keepdim=True)
    begun = ((starts[..., 1] > starts[..., 0]) & ~told).cumsum(1)
    number = batch["item"] * (1 + batch["item"].shape[1]) + begun
    same = number.unsqueeze(2) == number.unsqueeze(1)
    return torch.cat([torch.ones_like(same[:, :, :1]), same], 2)


def fall_short(theirs: torch.Tensor, mine: torch.Tensor) -> torch.Tensor:
    """Cross-entropy of my class scores under theirs, less its least (Kullback-Leibler), (words, classes) each."""
    theirs, mine = theirs.float().log_softmax(-1), mine.float().log_softmax(-1)
    return (theirs.exp() * (theirs - mine)).sum(-1).mean()


def hide(batch: dict) -> torch.Tensor:
    """What is added to the attention so that no piece looks at padding."""
    return torch.zeros(batch["mask"].shape, dtype=torch.bfloat16).masked_fill(~batch["mask"], -1e4)[:, None, None]


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


def step_loss(net: Reader, batch: dict, teacher: torch.Tensor, stage: Stage, wide: Reader | None) -> dict:
    if stage.twice:
        batch = double(batch)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        words = net.read_words(batch["ids"], batch["cases"], hide(batch), batch["first"], batch["last"])
        scores = net.score_tags(words)
        losses = tag_loss(scores, batch) | tree_loss(net, words, batch, twice=stage.twice)
        losses |= agree_loss(scores, batch) if stage.twice else {}
        losses |= follow_loss(net, words, scores, batch, wide) if wide else {}
    return losses | {k: v * stage.vector_weight for k, v in vector_loss(net, words.float(), batch, teacher).items()}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--mpnet", type=Path, help="MPNet's published weights, for the wide reader")
    parser.add_argument("--wide", type=Path, help="the wide reader's weights, for who follows it")
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
    stage = STAGES[args.stage]
    if stage.follows:
        sources["stories"] = read_plain(sorted(STORIES.glob("*.txt")))
    if stage.opens:
        sources |= read_open(args.data, args.out.parent)
    if args.limit:
        sources = {name: items[:TRIAL_ITEMS] for name, items in sources.items()}
    print({k: (len(v), sum(len(i.words) for i in v)) for k, v in sources.items()}, flush=True)
    taught = [i for k in stage.taught for i in sources[k]]
    teacher = add_vectors(taught, args.base, args.out / "teacher.pt") if taught else torch.zeros(0)
    tables = count_tables([*sources["gum"], *sources["ewt"]])
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "tables.json").write_text(json.dumps(tables.__dict__, ensure_ascii=False, indent=0), encoding="utf-8")
    cultures = load_cultures(Path(__file__).parent / "data/names.tsv")
    coder = Coder(Pieces(args.base / "tokenizer.json"), tables, hide_windows=stage.hide_windows)
    encoder = load_mpnet(args.mpnet) if args.stage == "wide" else load_encoder(args.base / "model.safetensors")
    net = Reader(encoder, tables.sizes())
    if args.resume:
        net.load_state_dict(load_mean(args.resume))
    wide = load_wide(args.wide, tables) if stage.follows else None
    fit(net, stage, sources, coder, cultures, teacher, wide, rng, args)


def load_wide(path: Path, tables: Tables) -> Reader:
    """The wide reader as it was trained, to be read only."""
    wide = Reader(make_mpnet(), tables.sizes())
    wide.load_state_dict(torch.load(path))
    return wide.to(torch.bfloat16).eval()


def make_optimizer(net: Reader, rate: float, *, pieces: bool) -> torch.optim.Optimizer:
    net.encoder.words.weight.requires_grad_(pieces)
    body = [p for p in net.encoder.parameters() if p.requires_grad]
    own = {id(p) for p in net.encoder.parameters()}
    heads = [p for p in net.parameters() if id(p) not in own]
    groups = [{"params": body, "lr": RATES["encoder"] * rate}, {"params": heads, "lr": RATES["heads"] * rate}]
    return torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)


def fit(net, stage, sources, coder, cultures, teacher, wide, rng, args) -> None:
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
            losses = step_loss(net, stack(batch), teacher, stage, wide)
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

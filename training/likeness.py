# mypy: ignore-errors
"""The graph that reads pairs of clauses word by word: `python -m training.likeness [--folds N] [--write]`.

Learned on `training/data/stories`, like `training.alignment` and after it: the graph adds to the log-odds of that table
what the words tell beside it. `--folds` prints what stories find that had no part in the graph, and the events of
`benchmarks.alignment`; `--write` trains on all stories and writes `language/en/likeness.onnx`. Seeds are fixed; the
same machine makes the same graph.
"""

import argparse
import json
import time
from pathlib import Path

import msgspec
import numpy as np
import onnx
import torch
import torch.nn.functional as F
from torch import nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from accord.collate.alignment import LEAST_LIKELY, group_pairs, rarity_of
from accord.collate.comparisons import BIAS, WEIGHTS
from accord.collate.nearness import CLOSER, SURE, Nearness
from accord.collate.stretches import Stretches
from accord.language.likeness import Words
from accord.language.vectors import WORD_WIDTH
from benchmarks.alignment import compare_groups, marked_readings
from benchmarks.clusters import clusters
from training.alignment import cuts_of
from training.stories import mark_clauses, read_stories

OUT = Path(__file__).parent.parent / "src/accord/language/en/likeness.onnx"
WIDTH, NARROW, DROP, BATCH = 96, 32, 0.3, 256
RATE, DECAY, EPOCHS, WARM = 2e-3, 0.05, 4, 50
MEAN, MEAN_FROM = 0.999, 0.4  # the running mean of the weights is what is kept, from this share of the steps on
MOST = 2000  # pairs of a story beyond which each counts for less
SIZES = len(msgspec.structs.astuple(WEIGHTS))


class Net(nn.Module):
    """Decomposable attention over two stretches; what it gives is added to the log-odds that it is given."""

    def __init__(self, tags, relations, middle, scale):
        super().__init__()
        self.vectors, self.weights = nn.Linear(WORD_WIDTH, WIDTH, bias=False), nn.Linear(3, WIDTH)
        self.tags, self.relations = nn.Embedding(tags, WIDTH), nn.Embedding(relations, WIDTH)
        for table in (self.tags, self.relations):
            nn.init.normal_(table.weight, 0, 0.1)
        self.asks, self.answers = nn.Linear(WIDTH, NARROW), nn.Linear(WIDTH, NARROW)
        self.alike, self.nothing = nn.Parameter(torch.tensor([6.0, 3.0])), nn.Parameter(torch.tensor(1.0))
        self.compare = nn.Sequential(
            nn.Linear(4 * WIDTH + 6, WIDTH), nn.ReLU(), nn.Dropout(DROP), nn.Linear(WIDTH, WIDTH)
        )
        self.gate = nn.Linear(WIDTH + 6, 1)
        inputs = 2 * WIDTH + SIZES + 1
        self.judge = nn.Sequential(nn.Linear(inputs, WIDTH), nn.ReLU(), nn.Dropout(DROP), nn.Linear(WIDTH, 1))
        nn.init.zeros_(self.judge[3].weight)
        nn.init.zeros_(self.judge[3].bias)
        self.drop = nn.Dropout(DROP)
        self.register_buffer("middle", torch.tensor(middle, dtype=torch.float32))
        self.register_buffer("scale", torch.tensor(scale, dtype=torch.float32))

    def embed(self, words):
        mixed = self.vectors(words.vectors) + self.tags(words.tags) + self.relations(words.relations)
        return self.drop(torch.tanh(mixed + self.weights(words.weights)))

    def look(self, mine, theirs, words, others, cosines, same):
        """What each word of one finds in the other, gated and added up."""
        none = (others.lemmas == 0)[:, None]
        asked = self.asks(mine) @ self.answers(theirs).transpose(1, 2) / 5
        asked = (asked + self.alike[0] * cosines + self.alike[1] * same).masked_fill(none, -1e4)
        nothing = self.nothing.expand(mine.shape[0], mine.shape[1], 1)
        looks = torch.cat([asked, nothing], -1).softmax(-1)
        found = looks[..., :-1] @ theirs
        best = cosines.masked_fill(none, -1.0).amax(-1, keepdim=True)
        met = same.masked_fill(none, 0.0).amax(-1, keepdim=True)
        told = torch.cat([best, met, looks[..., -1:], words.weights], -1)
        compared = self.compare(torch.cat([mine, found, mine * found, (mine - found).abs(), told], -1))
        gates = torch.sigmoid(self.gate(torch.cat([compared, told], -1)))
        gates = gates.masked_fill((words.lemmas == 0)[..., None], 0.0)
        return (gates * torch.tanh(compared)).sum(1) / 3

    def forward(self, one, other, compared, odds):
        mine, theirs = self.embed(one), self.embed(other)
        cosines = unit(one.vectors) @ unit(other.vectors).transpose(1, 2)
        rare = torch.minimum(one.weights[:, :, None, 0], other.weights[:, None, :, 0])
        same = (one.lemmas[:, :, None] == other.lemmas[:, None]).float() * rare
        here = self.look(mine, theirs, one, other, cosines, same)
        there = self.look(theirs, mine, other, one, cosines.transpose(1, 2), same.transpose(1, 2))
        rows = (compared - self.middle) / self.scale
        judged = torch.cat([here + there, here * there, rows, odds[:, None] / 3], -1)
        return self.judge(judged)[:, 0] + odds


class Flat(nn.Module):
    """The net with its inputs one by one, as a graph has them."""

    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, compared, odds, *words):
        return self.net(Words(*words[:5]), Words(*words[5:]), compared, odds)


def unit(rows):
    return rows / rows.norm(dim=-1, keepdim=True).clamp(min=1e-6)


class Story:
    """A story with every pair that the table compares, and how much both say one thing, 0 to 1."""

    def __init__(self, story, vocabulary):
        self.name, self.clauses, self.readings = story
        cuts = cuts_of(story)
        near = Nearness(self.clauses, rarity_of(self.clauses))
        ones, others, compared, same = [], [], [], []
        for one, found, rows in near.compared():
            ones.append(np.full(len(found), one))
            others.append(found)
            compared.append(rows)
            same.append((cuts[one] * cuts[found]).max(axis=1, initial=0.0))
        self.ones, self.others, self.compared, same = map(np.concatenate, (ones, others, compared, same))
        self.odds = BIAS + self.compared @ np.array(msgspec.structs.astuple(WEIGHTS))
        self.same = same.astype(np.float32)
        self.stretches = Stretches([clause.stretch for clause in self.clauses], vocabulary)
        self.near = np.flatnonzero((self.odds >= CLOSER) & (self.odds < SURE))
        sizes = np.array([len(clause.stretch.inside) for clause in self.clauses])
        self.sizes = np.maximum(sizes[self.ones], sizes[self.others])

    def batch(self, chosen):
        """The net's inputs for some pairs."""
        words = [self.stretches.words(each[chosen]) for each in (self.ones, self.others)]
        one, other = (Words(*map(torch.from_numpy, msgspec.structs.astuple(each))) for each in words)
        rows = torch.from_numpy(self.compared[chosen].astype(np.float32))
        return one, other, rows, torch.from_numpy(self.odds[chosen].astype(np.float32))


class Vocabulary:
    """Tags and relations by number, 0 for what is not known."""

    def __init__(self, stories):
        sentences = {id(c.stretch.sentence): c.stretch.sentence for story in stories for c in story.clauses}
        count = lambda each: {name: n for n, name in enumerate(sorted(set(each)), start=1)}  # noqa: E731
        self.tags = count(tag for s in sentences.values() for tag in s.upos)
        self.relations = count(label.split(":")[0] for s in sentences.values() for label in s.labels)


def train(stories, vocabulary, seed=1):
    torch.manual_seed(seed)
    chance = np.random.default_rng(seed)
    rows = np.concatenate([story.compared for story in stories])
    net = Net(len(vocabulary.tags) + 1, len(vocabulary.relations) + 1, rows.mean(0), rows.std(0))
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    total = EPOCHS * sum(-(-len(story.near) // BATCH) for story in stories)
    rate = lambda step: min(1.0, (step + 1) / WARM) * max(0.02, 1 - step / total)  # noqa: E731
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate)
    mean, step = AveragedModel(net, multi_avg_fn=get_ema_multi_avg_fn(MEAN)), 0
    for _ in range(EPOCHS):
        net.train()
        batches = []
        for story in stories:
            order = chance.permutation(story.near)
            order = order[np.argsort(story.sizes[order] // 6, kind="stable")]  # of like length, for speed
            batches += [(story, order[at : at + BATCH]) for at in range(0, len(order), BATCH)]
        chance.shuffle(batches)
        for story, chosen in batches:
            found = net(*story.batch(chosen))
            same = torch.from_numpy(story.same[chosen])
            worth = min(1.0, MOST / len(story.near)) * 2 / BATCH
            loss = F.binary_cross_entropy_with_logits(found, same, reduction="sum") * worth
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            if step >= MEAN_FROM * total:
                mean.update_parameters(net)
    return mean.module.eval()


def judge(net, story):
    """The story's log-odds after the net."""
    odds = story.odds.copy()
    with torch.no_grad():
        for at in range(0, len(story.near), 512):
            chosen = story.near[at : at + 512]
            odds[chosen] = net(*story.batch(chosen)).numpy()
    return odds


def groups_of(story, odds):
    """What stands together in a story by these log-odds, against its marks."""
    likely = 1 / (1 + np.exp(-odds))
    chosen = np.flatnonzero(likely >= LEAST_LIKELY)
    pairs = zip(*(each[chosen].tolist() for each in (story.ones, story.others, likely)), strict=True)
    groups = group_pairs(story.clauses, rarity_of(story.clauses), pairs)
    return compare_groups(groups, story.clauses, story.readings)


def read_events():
    """The events of real news that `benchmarks.alignment` has marked."""
    marked = marked_readings()
    for name, sources in sorted(clusters().items()):
        if name in marked:
            yield mark_clauses(name, sources, [(path.split(".")[0], *rest) for path, *rest in marked[name]])


def mean_of(scores):
    found = [[2 * each.hits / max(1, each.asked + each.said) for each in both] for both in scores]
    hits, asked, said = (sum(getattr(both.links, name) for both in scores) for name in ("hits", "asked", "said"))
    readings, links = np.mean(found, axis=0)
    return f"readings {readings:.3f} links {links:.3f} (p {hits / max(1, said):.2f} r {hits / asked:.2f})"


def precision(story, odds):
    """Average precision of the pairs."""
    same = story.same[np.argsort(-odds, kind="stable")] > 0.5
    return (np.cumsum(same) / np.arange(1, len(same) + 1))[same].mean()


def show(name, stories, **told):
    """A line for each of several judgements of the same stories, log-odds a story."""
    for judge_name, judged in told.items():
        pairs = np.mean([precision(s, o) for s, o in zip(stories, judged, strict=True)])
        scores = [groups_of(s, o) for s, o in zip(stories, judged, strict=True)]
        print(f"{name:8} {judge_name:6} pairs {pairs:.3f}  {mean_of(scores)}", flush=True)


def held_out(stories, vocabulary, events, folds):
    """Log-odds of stories by graphs that did not learn from them, of events by all of these together."""
    odds, theirs, began = [None] * len(stories), [0] * len(events), time.time()
    for fold in range(folds):
        net = train([each for n, each in enumerate(stories) if n % folds != fold], vocabulary)
        for n in range(fold, len(stories), folds):
            odds[n] = judge(net, stories[n])
        theirs = [sum + judge(net, each) / folds for sum, each in zip(theirs, events, strict=True)]
        print(f"fold {fold} {time.time() - began:.0f} s", flush=True)
    return odds, theirs


def write(net, vocabulary, story, path):
    """The net as a graph that carries its vocabulary."""
    one, other, compared, odds = story.batch(story.near[:8])
    names = [f"{name}_{side}" for side in "ab" for name in Words.__struct_fields__]
    words = [*msgspec.structs.astuple(one), *msgspec.structs.astuple(other)]
    axes = {"compared": {0: "pairs"}, "odds": {0: "pairs"}}
    axes |= {name: {0: "pairs", 1: f"words_{name[-1]}"} for name in names} | {"likeness": {0: "pairs"}}
    told = {key: json.dumps(getattr(vocabulary, key)) for key in ("tags", "relations")}
    write_graph(Flat(net), (compared, odds, *words), path, axes, told)


def write_graph(net, inputs, path, axes, told):
    """A net as a graph; `axes` names its inputs, in their order, and its output last, `told` is what it carries."""
    *names, output = axes
    torch.onnx.export(
        net, inputs, str(path), input_names=names, output_names=[output], dynamic_axes=axes, opset_version=17,
        dynamo=False,
    )  # fmt: skip
    made = onnx.load(path)
    for key, value in told.items():
        made.metadata_props.add(key=key, value=value)
    made.producer_name, made.producer_version = "accord", ""
    onnx.save(made, path)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    torch.set_num_threads(1)
    read = read_stories()
    vocabulary = Vocabulary(read)
    stories = [Story(each, vocabulary) for each in read]
    if args.folds:
        events = [Story(each, vocabulary) for each in read_events()]
        odds, theirs = held_out(stories, vocabulary, events, args.folds)
        show("stories", stories, table=[each.odds for each in stories], words=odds)
        show("events", events, table=[each.odds for each in events], words=theirs)
    if args.write:
        write(train(stories, vocabulary), vocabulary, stories[0], OUT)


if __name__ == "__main__":
    main()

# mypy: ignore-errors
"""The net that weighs a pair of clauses by what stands around it: `python -m training.rivals [--odds FILE] [--write]`.

Learned on `training/data/stories`, after `training.likeness`. The graph knows the stories that it learned from too well
to be asked about them; so each story is judged by one that was learned without it (`--odds` keeps what these say, to be
read again), and the net learns how to go on from there. Prints what stories find that had no part in the net either,
and the events of `benchmarks.alignment`; `--write` learns from all stories and writes `language/en/rivals.onnx`.
"""

import argparse
import pickle
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from accord.collate.nearness import CLOSER, SURE, surroundings
from training.likeness import MOST, Story, Vocabulary, held_out, read_events, show, write_graph
from training.stories import read_stories

OUT = Path(__file__).parent.parent / "src/accord/language/en/rivals.onnx"
FOLDS, TESTS = 3, 4
# What lies farther from the middle than so many deviations counts as that far: larger stories hold what none here does.
FARTHEST = 4.0
WIDTH, DROP, BATCH, EPOCHS, RATE, DECAY, SEEDS = 32, 0.2, 256, 6, 2e-3, 0.05, 4


class Net(nn.Module):
    """Several small nets that see the same rows; the mean of what they give is added to the log-odds."""

    def __init__(self, rows):
        super().__init__()
        self.register_buffer("middle", torch.tensor(rows.mean(0), dtype=torch.float32))
        self.register_buffer("scale", torch.tensor(rows.std(0) + 1e-6, dtype=torch.float32))
        self.nets = nn.ModuleList()

    def add(self, seed):
        torch.manual_seed(seed)
        first, second, last = nn.Linear(len(self.middle), WIDTH), nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, 1)
        nn.init.zeros_(last.weight)
        nn.init.zeros_(last.bias)
        self.nets.append(nn.Sequential(first, nn.ReLU(), nn.Dropout(DROP), second, nn.ReLU(), last))
        return self.nets[-1]

    def spread(self, rows):
        return ((rows - self.middle) / self.scale).clamp(-FARTHEST, FARTHEST)

    def forward(self, rows, odds):
        spread = self.spread(rows)
        return sum(net(spread)[:, 0] for net in self.nets) / len(self.nets) + odds


class Case:
    """The pairs of a story that are looked at closely, and what stands around each."""

    def __init__(self, story, odds):
        self.story, self.odds = story, odds
        self.near = np.flatnonzero(story.odds >= CLOSER)
        ones, others, near = story.ones[self.near], story.others[self.near], odds[self.near]
        self.rows = surroundings(story.clauses, ones, others, story.compared[self.near], near).astype(np.float32)
        self.same = story.same[self.near]
        self.open = story.odds[self.near] < SURE

    def tensors(self):
        worth = np.full(len(self.near), min(1.0, MOST / max(1, len(self.near))))[self.open]
        parts = self.rows[self.open], self.odds[self.near][self.open], self.same[self.open], worth
        return [torch.tensor(each, dtype=torch.float32) for each in parts]


def train(cases):
    net = Net(np.concatenate([case.rows for case in cases]))
    rows, odds, same, worth = map(torch.cat, zip(*(case.tensors() for case in cases), strict=True))
    rows = net.spread(rows)
    total = EPOCHS * -(-len(rows) // BATCH)
    for seed in range(SEEDS):
        one = net.add(seed)
        optimizer = torch.optim.AdamW(one.parameters(), lr=RATE, weight_decay=DECAY)
        rate = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: max(0.02, 1 - step / total))
        for _ in range(EPOCHS):
            for chosen in torch.randperm(len(rows)).split(BATCH):
                found = one(rows[chosen])[:, 0] + odds[chosen]
                loss = F.binary_cross_entropy_with_logits(found, same[chosen], reduction="none") * worth[chosen]
                optimizer.zero_grad()
                loss.mean().backward()
                optimizer.step()
                rate.step()
    return net.eval()


def judge(net, case):
    """The log-odds of the story's pairs after the net."""
    odds = case.odds.copy()
    with torch.no_grad():
        found = net(torch.from_numpy(case.rows), torch.tensor(odds[case.near], dtype=torch.float32)).numpy()
    odds[case.near[case.open]] = found[case.open]
    return odds


def write(net, path):
    axes = {name: {0: "pairs"} for name in ("rows", "odds", "rivalry")}
    write_graph(net, (torch.zeros(2, len(net.middle)), torch.zeros(2)), path, axes, {})


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--odds", type=Path)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    torch.set_num_threads(1)
    read = read_stories()
    vocabulary = Vocabulary(read)
    stories, events = [Story(each, vocabulary) for each in read], [Story(each, vocabulary) for each in read_events()]
    if args.odds and args.odds.exists():
        odds = pickle.loads(args.odds.read_bytes())
    else:
        odds = held_out(stories, vocabulary, events, FOLDS)
        if args.odds:
            args.odds.write_bytes(pickle.dumps(odds))
    cases, theirs = (list(map(Case, *each)) for each in zip((stories, events), odds, strict=True))
    judged = [None] * len(cases)
    for test in range(TESTS):
        net = train([case for n, case in enumerate(cases) if n % TESTS != test])
        for n in range(test, len(cases), TESTS):
            judged[n] = judge(net, cases[n])
    show("stories", stories, words=odds[0], rivals=judged)
    net = train(cases)
    show("events", events, words=odds[1], rivals=[judge(net, case) for case in theirs])
    if args.write:
        write(net, OUT)


if __name__ == "__main__":
    main()

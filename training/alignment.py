# mypy: ignore-errors
"""Weights of what makes two clauses say the same thing: `python -m training.alignment [--folds N] [--search SECONDS]`.

Learned on `training/data/stories` (see `training.stories`): each pair of clauses that `Nearness` compares is one case,
the same where both are the best cut of readings of one point. Logistic regression with a quadratic penalty, by Newton's
method: the problem is convex, so the same stories give the same table. `--folds` prints the links and readings that
stories find whose own pairs had no part in the weights; `--search` goes on from the regression's table at random, from
a fixed seed, and keeps what raises the links and readings of the stories.

`accord.collate.comparisons` holds the mean of a regression and a search made on half of these stories with the two open
ones of tests/stories counted eight times: they alone have captions, and most of the figures. Real news had no part in
either (`python -m benchmarks.alignment` measures it).
"""

import argparse
import random
import time
from concurrent.futures import ProcessPoolExecutor

import msgspec
import numpy as np

from accord.collate import nearness
from accord.collate.alignment import align, rarity_of
from accord.collate.comparisons import Weights
from accord.collate.nearness import Nearness
from accord.collate.places import jaccard
from benchmarks.alignment import compare_groups
from training.stories import STORIES, read_story

# A clause is a cut of a reading from this likeness (Jaccard) on.
LEAST_CUT = 0.3
PENALTY = 1.0
STEPS = 30


def cuts_of(story):
    """How good a cut each clause is of a reading of each point, beside the best that overlaps it: (clauses, points)."""
    points = sorted({point for *_, point in story.readings})
    found = np.zeros((len(story.clauses), len(points)))
    for row, clause in enumerate(story.clauses):
        for report, start, end, point in story.readings:
            if report == clause.span.report:
                likeness = jaccard((clause.span.start, clause.span.end), (start, end))
                column = points.index(point)
                found[row, column] = max(found[row, column], likeness if likeness >= LEAST_CUT else 0.0)
    best = np.zeros_like(found)
    for row, clause in enumerate(story.clauses):
        over = [other for other, each in enumerate(story.clauses) if each.span.overlaps(clause.span)]
        best[row] = found[over].max(axis=0)
    return np.divide(found, best, out=np.zeros_like(found), where=best > 0)


def cases_of(path):
    """What was compared of each pair, (pairs, comparisons), and how much both say one thing, 0 to 1, (pairs,)."""
    story = read_story(path)
    cuts = cuts_of(story)
    compared, same = [], []
    for one, others, rows in Nearness(story.clauses, rarity_of(story.clauses)).compared():
        compared.append(rows)
        same.append((cuts[one] * cuts[others]).max(axis=1, initial=0.0))
    return story, np.concatenate(compared), np.concatenate(same)


def learn(stories):
    """The weights, and the bias; each story counts alike."""
    rows = np.concatenate([compared for _, compared, _ in stories])
    same = np.concatenate([same for _, _, same in stories])
    worth = np.concatenate([np.full(len(same), 1.0 / len(same)) for _, _, same in stories])
    worth *= len(same) / worth.sum()
    middle, scale = rows.mean(axis=0), rows.std(axis=0)
    inputs = np.column_stack([(rows - middle) / scale, np.ones(len(rows))])
    weights = np.zeros(inputs.shape[1])
    penalty = np.diag([PENALTY] * (len(weights) - 1) + [0.0])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-inputs @ weights))
        gradient = inputs.T @ (worth * (same - likely)) - penalty @ weights
        curve = (inputs * (worth * likely * (1 - likely))[:, None]).T @ inputs + penalty
        step = np.linalg.solve(curve, gradient)
        weights += step
        if np.abs(step).max() < 1e-8:
            break
    return Weights(*(weights[:-1] / scale).tolist()), float(weights[-1] - (weights[:-1] * middle / scale).sum())


def links_of(stories, weights, bias):
    """The mean over stories of the F1 of their links and a third of that of their readings."""
    nearness.WEIGHTS, nearness.BIAS = weights, bias
    found = []
    for story, _, _ in stories:
        scores = compare_groups(align(story.clauses), story.clauses, story.readings)
        links, readings = (2 * each.hits / max(1, each.asked + each.said) for each in scores)
        found.append(links + readings / 3)
    return sum(found) / len(found)


def search(stories, weights, bias, seconds):
    """Change one to three numbers at random, and keep what finds more."""
    chance, end = random.Random(1), time.monotonic() + seconds
    best = links_of(stories, weights, bias)
    while time.monotonic() < end:
        numbers = [*msgspec.structs.astuple(weights), bias]
        for at in chance.sample(range(len(numbers)), chance.choice((1, 2, 3))):
            numbers[at] *= float(np.exp(chance.gauss(0, 0.18)))
        tried = Weights(*numbers[:-1])
        found = links_of(stories, tried, numbers[-1])
        if found > best:
            weights, bias, best = tried, numbers[-1], found
            print(f"{best:.4f}", flush=True)
    return weights, bias


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--search", type=float, default=0.0, metavar="SECONDS")
    args = parser.parse_args()
    paths = sorted(STORIES.glob("*.txt"))
    with ProcessPoolExecutor(2) as pool:
        stories = list(pool.map(cases_of, paths))
    for fold in range(args.folds):
        nearness.WEIGHTS, nearness.BIAS = learn([each for n, each in enumerate(stories) if n % args.folds != fold])
        for story, _, _ in stories[fold :: args.folds]:
            print(f"{story.name:30}", compare_groups(align(story.clauses), story.clauses, story.readings))
    weights, bias = learn(stories)
    if args.search:
        weights, bias = search(stories, weights, bias, args.search)
    print(f"BIAS = {bias:.2f}")
    print("\n".join(f"    {name}={getattr(weights, name):.2f}," for name in weights.__struct_fields__))


if __name__ == "__main__":
    main()

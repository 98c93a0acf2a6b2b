# mypy: ignore-errors
"""Weights of what makes two clauses say the same thing: `python -m training.alignment [--folds N]`.

Learned on `training/data/stories` (see `training.stories`): each pair of clauses that `Nearness` compares is one case,
the same where both are the best cut of readings of one point. Logistic regression with a quadratic penalty, by Newton's
method: the problem is convex, so the same stories give the same table. `--folds` prints the links and readings that
stories find by the table alone whose own pairs had no part in it. `accord.collate.comparisons` holds the table of all
stories; `training.likeness` goes on from it. Real news had no part in either (`python -m benchmarks.alignment`).
"""

import argparse
from concurrent.futures import ProcessPoolExecutor

import numpy as np

from accord.collate import nearness
from accord.collate.alignment import align, rarity_of
from accord.collate.comparisons import Weights
from accord.collate.nearness import Nearness
from accord.collate.places import jaccard
from benchmarks.alignment import compare_groups
from training.regression import regress
from training.stories import STORIES, read_story

# A clause is a cut of a reading from this likeness (Jaccard) on.
LEAST_CUT = 0.3
PENALTY = 1.0


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
    weights, bias = regress(rows, same, worth * len(same) / worth.sum(), PENALTY)
    return Weights(*weights.tolist()), bias


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folds", type=int, default=0)
    args = parser.parse_args()
    paths = sorted(STORIES.glob("*.txt"))
    with ProcessPoolExecutor(2) as pool:
        stories = list(pool.map(cases_of, paths))
    nearness.MOST_READ = nearness.MOST_WEIGHED = 0  # the table alone
    for fold in range(args.folds):
        nearness.WEIGHTS, nearness.BIAS = learn([each for n, each in enumerate(stories) if n % args.folds != fold])
        for story, _, _ in stories[fold :: args.folds]:
            print(f"{story.name:30}", compare_groups(align(story.clauses), story.clauses, story.readings))
    weights, bias = learn(stories)
    print(f"BIAS = {bias:.2f}")
    print("\n".join(f"    {name}={getattr(weights, name):.2f}," for name in weights.__struct_fields__))


if __name__ == "__main__":
    main()

# mypy: ignore-errors
"""What of two readings' wording is worth telling: `python -m training.differences`.

`training/data/differences` holds, for stories of `training/data/stories`, what a careful reader notes of each point,
a line each: its number, its standing, its origins, and `kind(outlet,outlet) note` for each difference, parted by `;;`.
Pairs of readings that a note names are cases of it, pairs of points without it none. Prints how well stories are told
that had no part, and the table of `accord.collate.renderings`.
"""

import re
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np

from accord.collate.clauses import clauses_of
from accord.collate.phrasings import answers_of
from accord.collate.places import jaccard
from accord.collate.points import telling
from accord.collate.renderings import WORTH_TELLING, Compared, compare
from training.regression import regress
from training.stories import STORIES, analyse_all, read_reports

NOTES = Path(__file__).parent / "data" / "differences"
NOTED = re.compile(r"(\w+)\(([^)]*)\)")
LEAST_CUT = 0.2  # a clause is a reading from this likeness (Jaccard) on
PENALTY = 5.0
# What the table is learned of.
KIND = "wording"


class Pairs(NamedTuple):
    """The pairs of readings of a point: which outlets, what was compared, and what is noted as (kind, outlets)."""

    story: str
    outlets: list
    compared: np.ndarray
    noted: list


def notes_of(path):
    """{point: [(kind, outlets)]} of a story."""
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        point, _, _, differences = line.split("\t")
        noted = NOTED.findall(differences)
        found[int(point)] = [(kind, frozenset(each.strip() for each in outlets.split(","))) for kind, outlets in noted]
    return found


def pairs_of(path):
    """The pairs of readings of each point of a story."""
    sources, marks = read_reports(STORIES / f"{path.stem}.txt")
    analyses, actors = analyse_all(sources)
    clauses = {Path(each.report.path).stem: clauses_of(each) for each in analyses}
    told = telling(analyses, [clause for held in clauses.values() for clause in held], actors)
    readings = defaultdict(dict)
    for outlet, start, end, point in marks:
        likest = max(clauses[outlet], key=lambda each: jaccard((each.span.start, each.span.end), (start, end)))
        if jaccard((likest.span.start, likest.span.end), (start, end)) > LEAST_CUT:
            readings[point][likest.span] = outlet, likest
    for point, noted in notes_of(path).items():
        both = [(a, b) for a, b in combinations(readings[point].values(), 2) if a[0] != b[0]]
        if both:
            rows = [row_of(told(one), told(other)) for (_, one), (_, other) in both]
            yield Pairs(path.stem, [frozenset((a, b)) for (a, _), (b, _) in both], np.array(rows), noted)


def row_of(one, other):
    """What is compared of two readings, as a row."""
    return msgspec.structs.astuple(compare(one, other, answers_of(one.phrasing, other.phrasing)))


def cases_of(points):
    """Rows, whether each is a case, and what it is worth: each point counts as one."""
    rows, same, worth = [], [], []
    for point in points:
        named = [outlets for kind, outlets in point.noted if kind == KIND]
        chosen = [n for n, both in enumerate(point.outlets) if not named or any(both <= each for each in named)]
        rows += [point.compared[n] for n in chosen]
        same += [float(bool(named))] * len(chosen)
        worth += [1 / max(1, len(chosen))] * len(chosen)
    return np.array(rows), np.array(same), np.array(worth)


def judge(points):
    """The best log-odds of each point's pairs, by what was learned of the other stories."""
    found = np.zeros(len(points))
    for story in {point.story for point in points}:
        weights, bias = regress(*cases_of([point for point in points if point.story != story]), PENALTY)
        for n, point in enumerate(points):
            if point.story == story:
                found[n] = (point.compared @ weights).max() + bias
    return found


def main():
    with ProcessPoolExecutor(2) as pool:
        points = [point for story in pool.map(all_pairs, sorted(NOTES.glob("*.tsv"))) for point in story]
    found = judge(points)
    noted = np.array([any(kind == KIND for kind, _ in point.noted) for point in points])
    for least in (0.0, WORTH_TELLING, 2 * WORTH_TELLING):
        said = found >= least
        right = (said & noted).sum()
        print(f"{KIND} from {least}: said {said.sum()}, right {right}, noted {noted.sum()} of {len(points)} points")
    weights, bias = regress(*cases_of(points), PENALTY)
    print(f"WORDED_BIAS = {bias:.2f}")
    print(
        "\n".join(
            f"    {field}={weight:.2f}," for field, weight in zip(Compared.__struct_fields__, weights, strict=True)
        )
    )


def all_pairs(path):
    return list(pairs_of(path))


if __name__ == "__main__":
    main()

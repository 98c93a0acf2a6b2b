"""The judge of roles: evidence by piece, weighed by one table, and the likeliest run of roles over the page."""

import math
from collections.abc import Mapping, Sequence
from functools import cache

from accord.model.reports import Role
from accord.read.context import add_context
from accord.read.features import Reading, read_piece
from accord.read.lines import Piece
from accord.read.weights import ROLES, RUNS, STEPS, WEIGHTS

Hints = Mapping[Role, float]
"""What a page's markup says for each role, in the units of `WEIGHTS`: a `<figcaption>` is {"caption": 6}."""

MARGIN = 7.0
"""Roles that lie further behind the best one of their piece can't win, whatever stands around them."""


def judge_roles(pieces: Sequence[Piece], hints: Sequence[Hints] = ()) -> list[Role]:
    """Return the role of each piece; `hints`, where given, has one entry a piece.

    >>> judge_roles([Piece(0, 13, "Advertisement"), Piece(14, 25, "Back to top")])
    ['promo', 'navigation']
    """
    readings = [read_piece(piece) for piece in pieces]
    add_context(readings)
    scores = [score_roles(reading) for reading in readings]
    for score, hint in zip(scores, hints, strict=False):
        for role, weight in hint.items():
            score[role] += weight
    return best_run(scores)


def score_roles(reading: Reading) -> dict[Role, float]:
    """Add up what a piece's features say for each role."""
    scores = {role: WEIGHTS[role][""] for role in ROLES}
    votes = _votes()
    for name, value in reading.features.items():
        for role, weight in votes.get(name, ()):
            scores[role] += weight * value
    return scores


@cache
def _votes() -> dict[str, tuple[tuple[Role, float], ...]]:
    """`WEIGHTS` by feature."""
    names = dict.fromkeys(name for weights in WEIGHTS.values() for name in weights)
    return {name: tuple((role, WEIGHTS[role][name]) for role in ROLES if name in WEIGHTS[role]) for name in names}


def best_run(scores: Sequence[Mapping[Role, float]]) -> list[Role]:
    """Return the run of roles with the highest sum of scores and steps (Viterbi's algorithm)."""
    if not scores:
        return []
    table: list[dict[Role, tuple[float, Role | None]]] = []
    for score in scores:
        floor = max(score.values()) - MARGIN
        before = table[-1] if table else {}
        row: dict[Role, tuple[float, Role | None]] = {}
        for role in ROLES:
            if score[role] >= floor:
                best, last = _best_before(before, role)
                row[role] = best + score[role], last
        table.append(row)
    ends = {role: total for role, (total, _) in table[-1].items()}
    end = max(ends, key=lambda role: ends[role])
    at: Role | None = end
    run: list[Role] = []
    for row in reversed(table):
        if at is not None:
            run.append(at)
            at = row[at][1]
    return run[::-1]


def _best_before(before: Mapping[Role, tuple[float, Role | None]], role: Role) -> tuple[float, Role | None]:
    """The best sum up to a role and the role before it there; the first of equals."""
    best, found = (0.0, None) if not before else (-math.inf, None)
    for last, (so_far, _) in before.items():
        total = so_far + step(last, role)
        if total > best:
            best, found = total, last
    return best, found


def step(before: Role, role: Role) -> float:
    """Return what the role of the piece before adds."""
    return RUNS.get(role, 0.0) if before == role else STEPS.get((before, role), 0.0)

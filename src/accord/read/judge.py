"""The judge of roles: evidence by piece, weighed by one table, and the likeliest run of roles over the page."""

from collections.abc import Mapping, Sequence

from accord.model.reports import Role
from accord.read.context import add_context
from accord.read.features import Reading, read_piece
from accord.read.lines import Piece
from accord.read.weights import ROLES, RUNS, STEPS, WEIGHTS

Hints = Mapping[Role, float]
"""What a page's markup says for each role, in the units of `WEIGHTS`: a `<figcaption>` is {"caption": 6}."""

MARGIN = 9.0
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
    features = {"": 1.0, **reading.features}
    return {
        role: sum(weights[name] * value for name, value in features.items() if name in weights)
        for role, weights in WEIGHTS.items()
    }


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
            if score[role] < floor:
                continue
            best = max(((so_far + step(last, role), last) for last, (so_far, _) in before.items()), default=(0.0, None))
            row[role] = (best[0] + score[role], best[1])
        table.append(row)
    final = table[-1]
    at: Role | None = max(final, key=lambda one: final[one][0])
    run: list[Role] = []
    for row in reversed(table):
        if at is not None:
            run.append(at)
            at = row[at][1]
    return run[::-1]


def step(before: Role, role: Role) -> float:
    """Return what the role of the piece before adds."""
    return RUNS.get(role, 0.0) if before == role else STEPS.get((before, role), 0.0)

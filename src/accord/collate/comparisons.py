"""How alike two clauses are: small comparisons, each giving a score from 0 to 1 and a sentence of reason.

`WEIGHTS` is the whole judgement: what each comparison adds to the sum. Chosen on the stories under tests/stories
(the blind ones kept out) and on the five reports of hanoi-2023; `make bench-points` prints what others would give.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from msgspec import Struct

from accord.collate.clauses import Clause
from accord.model.findings import Figure
from accord.text.intervals import compare_dates

Score = tuple[float, str]
NOTHING: Score = (0.0, "")
# Two quotations share an utterance when they share a run of words as long as this.
QUOTED_RUN = 4


class Rarity(Struct, frozen=True):
    """How telling each word, actor and figure of a story is: the rarer among its clauses, the more (0 to 1)."""

    of_stem: Mapping[str, float]
    of_actor: Mapping[str, float]
    of_figure: Mapping[Any, float]


Comparison = Callable[[Clause, Clause, Rarity], Score]


def compare_words(one: Clause, other: Clause, rarity: Rarity) -> Score:
    """Words in common, weighed by how rare they are in the story (a cosine)."""
    shared = one.stems & other.stems
    if not shared:
        return NOTHING
    score = (
        _weight(shared, rarity.of_stem)
        / (_weight(one.stems, rarity.of_stem) * _weight(other.stems, rarity.of_stem)) ** 0.5
    )
    telling = sorted(shared, key=lambda word: (-rarity.of_stem.get(word, 0.0), word))[:4]
    return score, f"both say {', '.join(one.words[word] for word in telling)}"


def compare_figures(one: Clause, other: Clause, rarity: Rarity) -> Score:
    """Figures that could be one count: the same number, or two that lie close and count alike."""
    best = NOTHING
    for mine in one.figures:
        for theirs in other.figures:
            closeness = figure_closeness(mine, theirs)
            if closeness:
                score = closeness * rarity.of_figure.get(figure_key(mine), 0.5)
                best = max(best, (score, f"both count: {mine.span.text}, {theirs.span.text}"))
    return best


def compare_actors(one: Clause, other: Clause, rarity: Rarity) -> Score:
    """Actors in common, weighed by how rarely the story speaks of them."""
    shared = one.actors & other.actors
    if not shared:
        return NOTHING
    either = one.actors | other.actors
    return _weight(shared, rarity.of_actor) / (
        _weight(either, rarity.of_actor) or 1.0
    ), f"they speak of the same actors ({len(shared)})"


def compare_quotations(one: Clause, other: Clause, rarity: Rarity) -> Score:
    """A run of quoted words in common."""
    run = longest_run(one.quoted, other.quoted)
    if run < QUOTED_RUN:
        return NOTHING
    return min(1.0, run / 8), f"they quote the same {run} words"


def compare_times(one: Clause, other: Clause, rarity: Rarity) -> Score:
    """Dates that are the same or lie one within the other."""
    for mine in one.times:
        for theirs in other.times:
            if compare_dates(mine.edtf, theirs.edtf) in ("same", "within"):
                return 1.0, f"on the same days: {mine.span.text}, {theirs.span.text}"
    return NOTHING


def compare_vectors(one: Clause, other: Clause, rarity: Rarity) -> Score:
    """How near the sentences lie in the pack's space of meaning; nothing where no model has read them."""
    if not one.vector or not other.vector:
        return NOTHING
    cosine = float(np.frombuffer(one.vector, "<f4") @ np.frombuffer(other.vector, "<f4"))
    return max(0.0, cosine), "their sentences mean much the same"


WEIGHTS: tuple[tuple[Comparison, float], ...] = (
    (compare_words, 1.0),
    (compare_figures, 0.35),
    (compare_actors, 0.15),
    (compare_quotations, 0.4),
    (compare_times, 0.05),
    (compare_vectors, 0.0),
)


def compare(one: Clause, other: Clause, rarity: Rarity) -> tuple[float, tuple[str, ...]]:
    """Sum the comparisons of two clauses; the reasons come strongest first."""
    parts = [(weight * score, reason) for of, weight in WEIGHTS for score, reason in [of(one, other, rarity)] if score]
    parts.sort(key=lambda part: (-part[0], part[1]))
    return sum(score for score, _ in parts), tuple(reason for score, reason in parts if score)


def figure_key(figure: Figure) -> tuple[float | None, float | None, float | None, str | None]:
    """What makes two figures the same figure."""
    return figure.value, figure.min, figure.max, figure.unit if figure.unit == "%" else None


def figure_closeness(one: Figure, other: Figure) -> float:
    """1 for the same number, 0.6 for two within a tenth of each other, 0 else; small counts must be the same."""
    if (one.unit == "%") != (other.unit == "%"):
        return 0.0
    mine, theirs = middle(one), middle(other)
    if mine is None or theirs is None:
        return 0.0
    if mine == theirs:
        return 1.0
    return 0.6 if min(mine, theirs) >= 10 and abs(mine - theirs) <= 0.1 * max(mine, theirs) else 0.0


def middle(figure: Figure) -> float | None:
    """The number that stands for a figure: its value, the middle of its range, or its one bound."""
    if figure.value is not None:
        return figure.value
    bounds = [bound for bound in (figure.min, figure.max) if bound is not None]
    return sum(bounds) / len(bounds) if bounds else None


def _weight(keys: Iterable[str], rarity: Mapping[str, float]) -> float:
    return sum(rarity.get(key, 0.5) for key in sorted(keys))


def longest_run(one: Sequence[str], other: Sequence[str]) -> int:
    """Length of the longest run of words in common; the quotations of a clause are short, so the table is small."""
    best, above = 0, [0] * (len(other) + 1)
    for word in one:
        row = [0] * (len(other) + 1)
        for j, theirs in enumerate(other, start=1):
            if word == theirs:
                row[j] = above[j - 1] + 1
                best = max(best, row[j])
        above = row
    return best

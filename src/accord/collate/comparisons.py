"""How alike two clauses are: small comparisons, each giving what is shared and a sentence of reason.

The log-odds that two clauses of different reports say the same thing are `BIAS` and the sum of the comparisons, each
times its weight in `WEIGHTS`; where these leave a doubt, `language.likeness` reads on from them. `python -m
training.alignment` learns them from stories written for it; no published text has a part in them.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import lru_cache, partial
from math import fsum
from typing import Any, Generic, TypeVar

from msgspec import Struct

from accord.collate.clauses import Clause
from accord.collate.concepts import concept_of
from accord.knowledge.words import function_words
from accord.model.findings import Figure
from accord.text.intervals import compare_dates
from accord.text.stems import words_of

# A score with what gives its reason: reasons are asked for the few pairs that end up together.
Score = tuple[float, Callable[[], str]]
FigureKey = tuple[float | None, float | None, float | None, str | None]
NOTHING: Score = (0.0, str)
# Two quotations share an utterance when they share a run of words as long as this.
QUOTED_RUN = 4
# So many words in a row are the same words, whatever stands around them.
LONG_RUN = 8
# Two counts are versions of one only when neither is more than so many times the other.
FARTHEST = 3.0
# What two figures are worth that count the same thing, with the same number and with another, against 1 for the same
# number of who knows what. A small number of two things is a chance.
COUNTED_ALIKE, COUNTED_OTHERWISE = 2.0, 1.1
SMALL = 10
# What two dates are worth by how they stand to one another.
SAME_DAYS = {"same": 1.0, "within": 0.45}


class Rarity(Struct, frozen=True):
    """How telling each word, actor and figure of a story is: the rarer among its clauses, the more (0 to 1)."""

    of_stem: Mapping[str, float]
    of_actor: Mapping[str, float]
    of_figure: Mapping[Any, float]
    of_time: Mapping[str, float]


Comparison = Callable[[Clause, Clause, Rarity], Score]


def compare_words(one: Clause, other: Clause, rarity: Rarity) -> Score:
    """Words in common."""
    shared = one.stems & other.stems
    if not shared:
        return NOTHING

    def reason() -> str:
        telling = sorted(shared, key=lambda word: (-rarity.of_stem.get(word, 0.0), word))[:4]
        return f"both say {', '.join(one.words[word] for word in telling)}"

    return _weight(shared, rarity.of_stem), reason


def compare_actors(one: Clause, other: Clause, rarity: Rarity) -> Score:
    """Actors in common."""
    shared = one.actors & other.actors
    if not shared:
        return NOTHING
    return _weight(shared, rarity.of_actor), lambda: f"they speak of the same actors ({len(shared)})"


def compare_figures(one: Clause, other: Clause, rarity: Rarity) -> Score:
    """Figures that could be one count: the same number, or two that count the same and lie near enough."""
    best = NOTHING
    for mine in one.figures:
        for theirs in other.figures:
            closeness = figure_closeness(mine, theirs)
            if closeness:
                score = closeness * rarity.of_figure.get(figure_key(mine), 0.5)
                if score > best[0]:
                    best = score, partial("both count: {}, {}".format, mine.span.text, theirs.span.text)
    return best


def compare_times(one: Clause, other: Clause, rarity: Rarity) -> Score:
    """Dates that are the same or lie one within the other."""
    best = NOTHING
    for mine in one.times:
        for theirs in other.times:
            worth = SAME_DAYS.get(_relation(mine.edtf, theirs.edtf) or "", 0.0)
            if worth:
                score = worth * min(rarity.of_time.get(time.edtf or "", 0.5) for time in (mine, theirs))
                if score > best[0]:
                    best = score, partial("at the same time: {}, {}".format, mine.span.text, theirs.span.text)
    return best


def compare_quotations(one: Clause, other: Clause, rarity: Rarity) -> Score:
    """A run of quoted words in common, a quarter a word."""
    if len(one.quoted) < QUOTED_RUN or len(other.quoted) < QUOTED_RUN:
        return NOTHING
    run = longest_run(one.quoted, other.quoted, QUOTED_RUN)
    return (run / 4, lambda: f"they quote the same {run} words") if run else NOTHING


def persons_apart(one: Clause, other: Clause) -> bool:
    """Whether each of two clauses speaks of a person of whom the other does not."""
    return bool(one.persons - other.actors and other.persons - one.actors)


T = TypeVar("T")


class Weights(Struct, Generic[T], frozen=True):
    """What each comparison adds to the log-odds, or what each found of some pairs.

    The first four weigh what `compare_words`, `compare_actors`, `compare_figures` and `compare_times` give; `persons`
    counts once where `persons_apart`; `meaning` weighs the cosine of the two vectors, and `nearest` how far it lies
    under the best that either finds in the other's report (`Meanings.rows`); `length` the logarithm of the shorter
    one's tokens; `headlines` and `captions` how many of the two stand in one.
    """

    words: T
    actors: T
    figures: T
    times: T
    persons: T
    meaning: T
    nearest: T
    length: T
    headlines: T
    captions: T


BIAS = -4.22
WEIGHTS: Weights[float] = Weights(
    words=0.77,
    actors=0.96,
    figures=0.86,
    times=1.92,
    persons=-0.63,
    meaning=3.58,
    nearest=5.92,
    length=0.25,
    headlines=0.72,
    captions=-0.03,
)


# What the comparisons that give a reason are worth; a run of quoted words is no likelier for being quoted, but it tells
# a reader more than the words alone.
REASONS: tuple[tuple[Comparison, float], ...] = (
    (compare_words, WEIGHTS.words),
    (compare_actors, WEIGHTS.actors),
    (compare_figures, WEIGHTS.figures),
    (compare_times, WEIGHTS.times),
    (compare_quotations, WEIGHTS.words),
)


def reasons(one: Clause, other: Clause, rarity: Rarity) -> tuple[str, ...]:
    """Say why two clauses are alike, strongest first."""
    scores = [(weight, *of(one, other, rarity)) for of, weight in REASONS]
    parts = sorted((-weight * score, reason()) for weight, score, reason in scores if score)
    return tuple(reason for _, reason in parts) or ("they are alike in meaning",)


def figure_key(figure: Figure) -> FigureKey:
    """What makes two figures the same figure."""
    return figure.value, figure.min, figure.max, figure.unit if figure.unit == "%" else None


def values_of(clause: Clause) -> frozenset[Hashable]:
    """The figures and dates that a clause gives, each as what makes two the same."""
    dates = (time.edtf for time in clause.times if time.edtf)
    return frozenset((*map(figure_key, clause.figures), *dates))


def figure_closeness(one: Figure, other: Figure) -> float:
    """How near two figures are to being one count, 0 to `COUNTED_ALIKE`.

    Two that count the same thing are versions of one count as long as they could be (`same_count`): 36 agreements, 37
    deals. Others must be the same number, or lie within a tenth of each other; small ones must be the same, and say of
    what no more than one of them.
    """
    mine, theirs = middle(one), middle(other)
    if (one.unit == "%") != (other.unit == "%") or mine is None or theirs is None:
        return 0.0
    if counted(one) & counted(other) and same_count(one, other):
        return COUNTED_ALIKE if mine == theirs else COUNTED_OTHERWISE
    if mine == theirs:
        return 0.0 if abs(mine) < SMALL and counted(one) and counted(other) else 1.0
    return 0.6 if min(mine, theirs) >= SMALL and abs(mine - theirs) <= 0.1 * max(mine, theirs) else 0.0


def same_count(one: Figure, other: Figure) -> bool:
    """Whether two figures can be versions of one: alike in unit and in size, beyond counting on one hand."""
    a, b = middle(one), middle(other)
    if (one.unit == "%") != (other.unit == "%") or a is None or b is None:
        return False
    low, high = sorted((abs(a), abs(b)))
    return low == high or (low >= 5 and high <= FARTHEST * low)


def counted(figure: Figure) -> frozenset[str]:
    """Give the concepts of what a figure counts: one for "36 agreements" and "37 deals"."""
    return _concepts_in(figure.unit or "")


@lru_cache(maxsize=1 << 14)
def _concepts_in(unit: str) -> frozenset[str]:
    return frozenset(concept_of(word) for word in words_of(unit) if word.lower() not in function_words())


def middle(figure: Figure) -> float | None:
    """The number that stands for a figure: its value, the middle of its range, or its one bound."""
    if figure.value is not None:
        return figure.value
    bounds = [bound for bound in (figure.min, figure.max) if bound is not None]
    return sum(bounds) / len(bounds) if bounds else None


def _weight(keys: Iterable[str], rarity: Mapping[str, float]) -> float:
    # rounded once, so that the order of a set does not show
    return fsum([rarity.get(key, 0.5) for key in keys])


def longest_run(one: Sequence[str], other: Sequence[str], least: int = 1) -> int:
    """Length of the longest run of words in common, 0 where it is shorter than `least`.

    >>> longest_run("we meet again in the spring".split(), "they meet again in spring".split())
    3
    """
    places: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(other) - least + 1):
        places.setdefault(tuple(other[at : at + least]), []).append(at)
    best = 0
    for at in range(len(one) - least + 1):
        for place in places.get(tuple(one[at : at + least]), ()):
            if not (at and place and one[at - 1] == other[place - 1]):
                best = max(best, _run_from(one, at, other, place))
    return best


def _run_from(one: Sequence[str], at: int, other: Sequence[str], place: int) -> int:
    return next(
        (n for n, (mine, theirs) in enumerate(zip(one[at:], other[place:], strict=False)) if mine != theirs),
        min(len(one) - at, len(other) - place),
    )


# the same few dates meet one another over and over
_relation = lru_cache(maxsize=1 << 16)(compare_dates)

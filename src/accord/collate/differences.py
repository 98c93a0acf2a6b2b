"""How the readings of one point differ: each kind a small function over two clauses, none hiding a contradiction."""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from msgspec import Struct

from accord.collate.chains import Chain
from accord.collate.clauses import Clause
from accord.collate.comparisons import QUOTED_RUN, counted, longest_run, same_count
from accord.knowledge.markers import is_negated
from accord.model.findings import Figure, Time
from accord.model.points import Difference, DifferenceKind
from accord.model.spans import Span
from accord.text.intervals import compare_dates, days_of
from accord.text.stems import words_of

# Two days are versions of one date only when no more days lie between them.
FARTHEST_DAYS = 14
# What a reading without a date gives instead of one.
UNDATED = "no date"
# Kinds of which a point shows one difference for all its readings, where they can all be true.
ONCE = frozenset({"precision", "stage", "wording", "attribution"})
# Stages at which a thing is still to come.
AHEAD = frozenset({"possible", "expected", "proposed", "pledged"})


class Contrast(Struct, frozen=True):
    """A difference between two readings: the two values, where each stands, and whether both can be true."""

    values: tuple[str, str]
    places: tuple[Span, Span]
    compatible: bool
    note: str


Told = tuple[Clause, Chain]
Contraster = Callable[[Told, Told], Contrast | None]


def figure_contrast(one: Told, other: Told) -> Contrast | None:
    """36 against 37, 36 against "at least 36", "dozens" against 37: what each allows, and whether they meet."""
    same = [(mine, theirs) for mine in one[0].figures for theirs in other[0].figures if same_count(mine, theirs)]
    # a figure that the other reading gives too is not the one that differs
    settled = {figure.span for pair in same if bounds(pair[0]) == bounds(pair[1]) for figure in pair}
    for mine, theirs in same:
        if mine.span in settled or theirs.span in settled:
            continue
        a, b = bounds(mine), bounds(theirs)
        meet = a[0] <= b[1] and b[0] <= a[1]
        note = f"{mine.span.text} / {theirs.span.text}" + ("" if meet else ": both can't be right")
        return Contrast((mine.span.text, theirs.span.text), (mine.span, theirs.span), meet, note)
    return None


def date_contrast(one: Told, other: Told) -> Contrast | None:
    """Two readings that each give one day, and not the same; where neither does, the days of their sentences count."""
    mine, theirs = ([time for time in told[0].times if _is_day(time)] for told in (one, other))
    if not mine and not theirs and is_near(one[0], other[0]):
        mine, theirs = ([time for time in told[0].around if _is_day(time)] for told in (one, other))
    if len(mine) != 1 or len(theirs) != 1:
        return None
    a, b = mine[0], theirs[0]
    days = [days_of(time.edtf) for time in (a, b)]
    if days[0] == days[1] or not days[0] or not days[1] or abs((days[0][0] - days[1][0]).days) > FARTHEST_DAYS:
        return None
    return Contrast((a.edtf or "", b.edtf or ""), (a.span, b.span), False, f"{a.span.text} / {b.span.text}")


def _is_day(time: Time) -> bool:
    """Whether a time says one day."""
    days = days_of(time.edtf)
    return time.kind == "date" and days is not None and days[0] == days[1]


def precision_contrast(one: Told, other: Told) -> Contrast | None:
    """A date in one that lies within the other's wider one, or that the other does not give at all."""
    for mine in one[0].times:
        for theirs in other[0].times:
            if compare_dates(mine.edtf, theirs.edtf) == "within":
                values = (mine.edtf or "", theirs.edtf or "")
                return Contrast(values, (mine.span, theirs.span), True, f"{mine.span.text} / {theirs.span.text}")
    for finer, vaguer in ((one[0], other[0]), (other[0], one[0])):
        dated = next((time for time in finer.times if time.edtf), None)
        if dated and not vaguer.times:
            return Contrast(
                (dated.edtf or "", UNDATED), (dated.span, vaguer.span), True, f"{dated.span.text} / {UNDATED}"
            )
    return None


def stage_contrast(one: Told, other: Told) -> Contrast | None:
    """One has it ahead, the other done."""
    mine, theirs = one[0].stage, other[0].stage
    if not mine or not theirs or (mine in AHEAD) == (theirs in AHEAD):
        return None
    return Contrast((mine, theirs), (one[0].span, other[0].span), True, f"{mine} / {theirs}")


def polarity_contrast(one: Told, other: Told) -> Contrast | None:
    """One says it, the other says that it is not so."""
    mine, theirs = (is_negated([word.lower() for word in words_of(told[0].span.text)]) for told in (one, other))
    if mine == theirs:
        return None
    values = ("negated" if mine else "stated", "negated" if theirs else "stated")
    return Contrast(values, (one[0].span, other[0].span), False, "one reading negates what the other states")


def attribution_contrast(one: Told, other: Told) -> Contrast | None:
    """The same matter on other words: two speakers; both can't be right only where the very words are the same."""
    mine, theirs = ({who for each in told[0].attributions for who in each.speaker} for told in (one, other))
    if not mine or not theirs or mine & theirs:
        return None
    values = (", ".join(sorted(mine)), ", ".join(sorted(theirs)))
    same_words = longest_run(one[0].quoted, other[0].quoted) >= QUOTED_RUN
    note = "the same words, other speakers" if same_words else "other speakers"
    return Contrast(values, (one[0].span, other[0].span), not same_words, note)


def wording_contrast(one: Told, other: Told) -> Contrast | None:
    """One quotation in two wordings: a run of words in common, and words that stand in one alone."""
    mine, theirs = one[0].quoted, other[0].quoted
    if longest_run(mine, theirs) < QUOTED_RUN or mine == theirs or set(mine) <= set(theirs) or set(theirs) <= set(mine):
        return None
    note = "one quotation in two wordings"
    return Contrast((one[0].span.text, other[0].span.text), (one[0].span, other[0].span), True, note)


def naming_contrast(one: Told, other: Told) -> Contrast | None:
    """What is counted goes by two names: agreements, deals."""
    for mine in one[0].figures:
        for theirs in other[0].figures:
            a, b = (mine.unit or "").casefold(), (theirs.unit or "").casefold()
            if a and b and a != b and counted(mine) & counted(theirs) and same_count(mine, theirs):
                return Contrast((a, b), (mine.span, theirs.span), True, f"{a} / {b}")
    return None


CONTRASTS: tuple[tuple[DifferenceKind, Contraster], ...] = (
    ("figure", figure_contrast),
    ("date", date_contrast),
    ("precision", precision_contrast),
    ("stage", stage_contrast),
    ("polarity", polarity_contrast),
    ("attribution", attribution_contrast),
    ("wording", wording_contrast),
    ("wording", naming_contrast),
)
# A negation word in one of two loosely matching sentences is no denial: only readings that share this much are asked.
LEAST_SHARED = 0.6


def differences_of(told: Sequence[Told]) -> tuple[Difference, ...]:
    """Differences among the readings of a point, contradictions first.

    A contradiction stands for each pair of values; what is only finer, earlier or worded otherwise, once a kind.
    """
    found: dict[tuple[DifferenceKind, bool, frozenset[str] | None], list[Contrast]] = {}
    for one, other in combinations(told, 2):
        for kind, contrast in _contrasts(one, other):
            values = None if contrast.compatible and kind in ONCE else frozenset(contrast.values)
            found.setdefault((kind, contrast.compatible, values), []).append(contrast)
    made = [_difference(kind, compatible, contrasts) for (kind, compatible, _), contrasts in found.items()]
    order = list(dict(CONTRASTS))
    return tuple(sorted(made, key=lambda each: (each.compatible, order.index(each.kind), each.readings)))


def _difference(kind: DifferenceKind, compatible: bool, contrasts: Sequence[Contrast]) -> Difference:
    places = dict.fromkeys(place for contrast in contrasts for place in contrast.places)
    return Difference(
        kind=kind,
        between=tuple(dict.fromkeys(place.report for place in places)),
        readings=tuple(places),
        values=tuple(dict.fromkeys(value for contrast in contrasts for value in contrast.values)),
        compatible=compatible,
        note="; ".join(dict.fromkeys(contrast.note for contrast in contrasts)),
    )


def _contrasts(one: Told, other: Told) -> Iterator[tuple[DifferenceKind, Contrast]]:
    for kind, contrast_of in CONTRASTS:
        if kind == "polarity" and not is_near(one[0], other[0]):
            continue
        contrast = contrast_of(one, other)
        if contrast:
            yield kind, contrast


def is_near(one: Clause, other: Clause) -> bool:
    """Whether two readings say nearly the same words, so that a negation or a day in one is about the other too."""
    return len(one.stems & other.stems) >= LEAST_SHARED * min(len(one.stems), len(other.stems))


def bounds(figure: Figure) -> tuple[float, float]:
    """The least and the most that a figure allows. "at least 36" → (36, inf)"""
    if figure.value is None:
        return (
            figure.min if figure.min is not None else float("-inf"),
            figure.max if figure.max is not None else float("inf"),
        )
    if figure.comparator in ("≥", ">"):
        return figure.value, float("inf")
    if figure.comparator in ("≤", "<"):
        return float("-inf"), figure.value
    if figure.comparator == "~":
        return 0.9 * figure.value, 1.1 * figure.value
    return figure.value, figure.value

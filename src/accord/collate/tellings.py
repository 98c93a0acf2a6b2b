"""How two readings differ in what they tell: counts, days, details, how far a thing has come, whether it is so."""

from collections.abc import Sequence

import msgspec

from accord.collate.comparisons import counted, figure_key, same_count
from accord.collate.contexts import Contrast, Told, is_near, is_the_same
from accord.knowledge.units import currency_codes, measure_kinds
from accord.model.findings import Figure, Time
from accord.model.points import UNDATED, UNSAID
from accord.model.spans import Span
from accord.text.intervals import compare_dates, days_of
from accord.text.stems import stem

# Two days are versions of one date only when no more days lie between them.
FARTHEST_DAYS = 14
# Two sums are of one thing only where their readings share so many words and actors.
LEAST_ABOUT_ONE = 2
# A number is another rounded that ends in so many zeros and is no farther from it than this share.
LEAST_ZEROS, ROUNDED = 2, 0.01
# Two readings are as good as one that share this much of what the longer one says.
COPIED = 0.8
# Two days are of one thing only where their readings share so many, or most of what both say.
LEAST_DATED = 4
# How far a thing has come, in steps that can't be told at once: it may be; it is to be; it is promised; it is done.
STEPS = {"possible": 0, "expected": 1, "proposed": 1, "pledged": 2, "agreed": 3, "signed": 4, "in-force": 4, "done": 3}
# What is done may be agreed, and may be signed; who agrees with somebody to do a thing has promised it.
LEVEL = frozenset(map(frozenset, (("done", "signed"), ("done", "in-force"), ("pledged", "agreed"))))


def figure_contrast(one: Told, other: Told) -> Contrast | None:
    """36 against 37, 36 against "at least 36", "dozens" against 37: what each allows, and whether they meet."""
    same = [
        (mine, theirs) for mine in one.clause.figures for theirs in other.clause.figures if same_count(mine, theirs)
    ]
    # a figure that the other reading gives too is not the one that differs
    settled = {figure.span for pair in same if bounds(pair[0]) == bounds(pair[1]) for figure in pair}
    for mine, theirs in same:
        if mine.span in settled or theirs.span in settled:
            continue
        a, b = bounds(mine), bounds(theirs)
        # sums in two currencies may be one sum
        meet = (a[0] <= b[1] and b[0] <= a[1]) or _are_currencies(mine.unit, theirs.unit) or _is_rounded(mine, theirs)
        if not meet and not (_counts_alike(mine, theirs) or is_near(one, other) or _share_much(one, other)):
            continue
        note = f"{mine.span.text} / {theirs.span.text}" + ("" if meet else ": both can't be right")
        return Contrast((mine.span.text, theirs.span.text), (mine.span, theirs.span), meet, note)
    return None


def _counts_alike(one: Figure, other: Figure) -> bool:
    """Whether two figures count one thing by name; money, years and shares are of many things."""
    is_measured = one.unit == "%" or one.unit in currency_codes() or (one.unit or "") in measure_kinds()
    return bool(counted(one) & counted(other)) and not is_measured


def _are_currencies(one: str | None, other: str | None) -> bool:
    return one != other and one in currency_codes() and other in currency_codes()


def _is_rounded(one: Figure, other: Figure) -> bool:
    """Whether one number is the other rounded: "a $43,000 watch" / "a $43,350 watch"."""
    if one.value is None or other.value is None:
        return False
    full, rounded = sorted((one.value, other.value), key=_zeros)
    return _zeros(rounded) >= LEAST_ZEROS and abs(rounded - full) <= ROUNDED * abs(full)


def _zeros(value: float) -> int:
    """Zeros that a whole number ends in."""
    digits = str(int(value)) if value == int(value) else "1"
    return len(digits) - len(digits.rstrip("0"))


def _share_much(one: Told, other: Told) -> bool:
    return _shared(one, other) >= LEAST_ABOUT_ONE


def _shared(one: Told, other: Told) -> int:
    """How many words and actors two readings have in common."""
    return len(one.clause.stems & other.clause.stems) + len(one.clause.actors & other.clause.actors)


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


def date_contrast(one: Told, other: Told) -> Contrast | None:
    """Two near readings that each give one day, and not the same; of copies without one that of the sentence counts."""
    if not is_near(one, other) or not (is_the_same(one, other) or _shared(one, other) >= LEAST_DATED):
        return None
    mine, theirs = ([time for time in told.clause.times if _is_day(time)] for told in (one, other))
    if is_the_same(one, other, COPIED):  # of what is only alike, its sentence may tell another day for another thing
        mine = mine or [time for time in one.clause.around if _is_day(time)]
        theirs = theirs or [time for time in other.clause.around if _is_day(time)]
    shared = {time.edtf for time in mine} & {time.edtf for time in theirs}
    mine, theirs = ([time for time in days if time.edtf not in shared] for days in (mine, theirs))
    if len(mine) != 1 or len(theirs) != 1:
        return None
    a, b = mine[0], theirs[0]
    if a.span.text.casefold() == b.span.text.casefold():  # one word for a day, read twice
        return None
    days = [days_of(time.edtf) for time in (a, b)]
    if days[0] == days[1] or not days[0] or not days[1] or abs((days[0][0] - days[1][0]).days) > FARTHEST_DAYS:
        return None
    return Contrast((a.edtf or "", b.edtf or ""), (a.span, b.span), False, f"{a.span.text} / {b.span.text}")


def _is_day(time: Time) -> bool:
    """Whether a time says one day, and not about when."""
    days = days_of(time.edtf)
    return (
        time.kind == "date" and not (time.edtf or "").endswith(("~", "%")) and days is not None and days[0] == days[1]
    )


def precision_contrast(one: Told, other: Told) -> Contrast | None:
    """A date in one that lies within the other's wider one, or that the other's sentence does not give at all."""
    given = {time.edtf for time in one.clause.times} & {time.edtf for time in other.clause.times}
    for mine in one.clause.times:
        for theirs in other.clause.times:
            if not given & {mine.edtf, theirs.edtf} and compare_dates(mine.edtf, theirs.edtf) == "within":
                values = (mine.edtf or "", theirs.edtf or "")
                return Contrast(values, (mine.span, theirs.span), True, f"{mine.span.text} / {theirs.span.text}")
    return _undated(one, other) or _turned(_undated(other, one))


def _undated(finer: Told, vaguer: Told) -> Contrast | None:
    """A date that another reading lacks, its sentence too, and its report wherever it tells of the point."""
    dated = next((time for time in finer.fuller.times if time.edtf and time.kind == "date"), None)
    if not dated or vaguer.clause.around or vaguer.clause.times or _has_date(vaguer, dated):
        return None
    values = (dated.edtf or "", UNDATED)
    return Contrast(values, (dated.span, vaguer.clause.span), True, f"{dated.span.text} / {UNDATED}")


def _turned(contrast: Contrast | None) -> Contrast | None:
    """The same contrast, of the other reading first."""
    if contrast is None:
        return None
    one, other = contrast.values
    return msgspec.structs.replace(contrast, values=(other, one), places=contrast.places[::-1])


def _has_date(told: Told, date: Time) -> bool:
    """Whether another reading of the report gives a date."""
    return any(compare_dates(date.edtf, edtf) in ("same", "within") for edtf in told.dates)


def detail_contrast(one: Told, other: Told) -> Contrast | None:
    """A figure or names in one that the other's whole report does not give: "claimed by Brunei too" / "claimed"."""
    mine, theirs = _own_details(one, other), _own_details(other, one)
    if bool(mine) == bool(theirs) or not (is_near(one, other) or _share_much(one, other)):
        return None
    return _unsaid(mine, other) if mine else _turned(_unsaid(theirs, one))


def _unsaid(details: Sequence[Span], vaguer: Told) -> Contrast:
    value = ", ".join(span.text for span in details)
    return Contrast((value, UNSAID), (details[0], vaguer.clause.span), True, f"{value} / {UNSAID}")


def _own_details(one: Told, other: Told) -> list[Span]:
    figures = [
        figure.span
        for figure in one.fuller.figures
        if measure_kinds().get(figure.unit or "") != "time"
        and figure_key(figure) not in other.report_counts
        and not any(same_count(figure, theirs) for theirs in other.fuller.figures)
    ]
    # bodies stand in titles more often than not: "general secretary of the party's central committee"
    sources = [each.source for each in one.clause.attributions if each.source]
    named = [
        mention
        for mention in (*one.mentions, *one.added)
        # who says it is no part of what is said
        if mention.type != "organization" and not any(source.holds(mention.span) for source in sources)
    ]
    names = {mention.actor: mention.span for mention in reversed(named)}
    # "God" need be no actor where another report says it
    unsaid = (span for actor, span in names.items() if actor not in other.report_names)
    return sorted([*figures, *(span for span in unsaid if span.text.casefold() not in other.report_text)])


def stage_contrast(one: Told, other: Told) -> Contrast | None:
    """One has it farther than the other: may, is to, promised, done; that somebody said it is no stage of it."""
    mine, theirs = one.stage, other.stage
    if mine not in STEPS or theirs not in STEPS or STEPS[mine] == STEPS[theirs] or {mine, theirs} in LEVEL:
        return None
    return Contrast((mine, theirs), (one.context.span, other.context.span), True, f"{mine} / {theirs}")


def polarity_contrast(one: Told, other: Told) -> Contrast | None:
    """One says it, the other says that it is not so, in nearly the same words."""
    # whether somebody said a thing is another question than whether it is so
    if one.context.saying != other.context.saying:
        return None
    mine, theirs = one.context.denied, other.context.denied
    if mine is None or theirs is None or mine == theirs or not is_the_same(one, other):
        return None
    values = ("negated" if mine else "stated", "negated" if theirs else "stated")
    places = (one.context.span, other.context.span)
    return Contrast(values, places, False, "one reading negates what the other states")


def naming_contrast(one: Told, other: Told) -> Contrast | None:
    """What is counted goes by two names: agreements, deals."""
    for mine in one.clause.figures:
        for theirs in other.clause.figures:
            a, b = _unit(mine), _unit(theirs)
            if a and b and stem(a) != stem(b) and counted(mine) & counted(theirs) and same_count(mine, theirs):
                return Contrast((a, b), (mine.span, theirs.span), True, f"{a} / {b}")
    return None


def _unit(figure: Figure) -> str:
    return (figure.unit or "").casefold()

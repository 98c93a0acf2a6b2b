"""Expressions that hang on something else the report tells: "three months after the visit", "its second day"."""

from datetime import date

from msgspec import Struct

from accord.find.times.happenings import Happenings, Mention, mention_after
from accord.find.times.lengths import DAYS, count_on, lasting
from accord.find.times.passages import Passage
from accord.find.times.settings import AHEAD, Setting
from accord.find.times.units import add_days, place
from accord.find.times.values import Coming, DayOf, FromEvent, Length, Same, Since, UpTo, Value
from accord.text.edtf import approximate, bounds, format_day, grain

PRINTED_EVENT = 5
"""Words of the happening that an expression takes in, `three weeks after the envoy's visit`; else it ends before."""
_TO_COME = frozenset(("visit", "meeting", "gathering", "election"))
_COMES = frozenset(("come", "comes", "came", "coming", "follow", "follows"))
_RANKS = frozenset(
    ("first", "second", "third", "worst", "biggest", "largest", "highest", "lowest", "deadliest", "best", "only")
)


class Hanging(Struct, frozen=True):
    """An expression that waits for the rest of the report, with where it stands and what was told there."""

    value: Value
    passage: Passage
    first: int
    last: int
    published: date | None
    told: date | None
    is_quoted: bool
    same: str | None = None  # time that stands right before it: "on Wednesday, the second day of the visit"

    def setting(self) -> Setting:
        """Give the setting in which the expression stood."""
        setting = Setting(self.published)
        setting.told, setting.beside, setting.is_quoted = self.told, self.told, self.is_quoted
        return setting


class Placed(Struct, frozen=True):
    """The value of a hanging expression, the index that its stretch ends before, the words of what it hangs on."""

    edtf: str
    last: int
    on: tuple[int, int] | None = None


def place_hanging(hanging: Hanging, happenings: Happenings) -> Placed | None:
    """Place an expression by what the report tells; None where the report doesn't tell enough."""
    value = hanging.value
    if isinstance(value, FromEvent):
        return _from_event(hanging, value, happenings)
    if isinstance(value, DayOf):
        return _day_of(hanging, value, happenings)
    if isinstance(value, UpTo):
        return _up_to(hanging, happenings)
    if isinstance(value, Length):
        return _length_of(hanging, value, happenings)
    if isinstance(value, Same):
        return _beside(hanging, value, happenings)
    if isinstance(value, Coming):
        return _coming(hanging, value)
    return _since(hanging, value) if isinstance(value, Since) else None


def _from_event(hanging: Hanging, value: FromEvent, happenings: Happenings) -> Placed | None:
    """Place either end: what the clause tells, from the happening; or the happening, from what the clause tells.

    `Li's trip came three months after Kim's visit` → the visit; `two days before Kim's visit, they agreed` → that day.
    """
    mention = mention_after(hanging.passage, hanging.last)
    if mention is None:
        return None
    told = happenings.find(mention)
    begin = hanging.passage.sentence_of(hanging.first)[0]
    before = hanging.passage.lower[begin : hanging.first]
    places_event = any(word in _COMES for word in before) or hanging.same is not None or _is_bare(hanging)
    here = hanging.told or hanging.published
    edtf = told if places_event else None
    if places_event and told is None and here and not _is_bare(hanging):
        edtf = count_on(here, value.length, -value.sign)
    if not places_event and told and not _is_bare(hanging):
        edtf = _count(told, value)
    return Placed(edtf, _end(hanging, mention), _on(hanging, mention)) if edtf else None


def _on(hanging: Hanging, mention: Mention) -> tuple[int, int]:
    """Words of the happening that an expression hangs on: `Kim's visit`, of `two days before Kim's visit`."""
    return min(hanging.last, mention.end - 1), mention.end


def _is_bare(hanging: Hanging) -> bool:
    """Whether no count is said: `just months after`."""
    return hanging.passage.lower[hanging.first] in ("just", "mere", "only", "months", "years", "weeks", "days")


def _count(told: str, value: FromEvent) -> str | None:
    start = bounds(told)[0]
    if start is None or (grain(told) in ("year", "interval") and value.length.unit not in ("year", "decade")):
        return None
    if value.length.unit in ("minute", "hour"):
        return told if grain(told) == "day" else None
    if grain(told) == "month" and value.length.unit in DAYS:
        return None
    return count_on(start, value.length, value.sign)


def _end(hanging: Hanging, mention: Mention) -> int:
    return mention.end if mention.end - hanging.last <= PRINTED_EVENT else hanging.last


def _day_of(hanging: Hanging, value: DayOf, happenings: Happenings) -> Placed | None:
    mention = mention_after(hanging.passage, hanging.last)
    last = _end(hanging, mention) if mention else hanging.last
    if hanging.same:
        return Placed(hanging.same, last, _on(hanging, mention) if mention else None)
    if mention is None:
        return None
    if value.number is None:
        told = happenings.find(mention)
        return Placed(told[:10], last, _on(hanging, mention)) if told and grain(told) in ("day", "minute") else None
    start = happenings.start(mention, value.number)
    day = add_days(date.fromisoformat(start), value.number - 1) if start else None
    return Placed(format_day(day), last, _on(hanging, mention)) if day else None


def _up_to(hanging: Hanging, happenings: Happenings) -> Placed | None:
    """Place `before his visit` by the beginning of what was to come; a death or a quake is nothing one is ahead of."""
    mention = mention_after(hanging.passage, hanging.last)
    if mention is None or mention.kind not in _TO_COME or mention.end - hanging.last > PRINTED_EVENT:
        return None
    start = happenings.start(mention, 1)
    return Placed(f"../{start}", mention.end, _on(hanging, mention)) if start else None


def _length_of(hanging: Hanging, value: Length, happenings: Happenings) -> Placed | None:
    """Place a length from the beginning of what it describes: `a two-day visit` → both days."""
    mention = mention_after(hanging.passage, hanging.last)
    is_plural = hanging.passage.lower[hanging.last - 1].endswith("s")  # "two weeks of talks" is no "two-week visit"
    if mention is None or is_plural or mention.end - hanging.last > 4 or value.unit not in DAYS or value.rough:
        return None
    days = int(value.count * DAYS[value.unit])
    start = happenings.start(mention, days)
    end = add_days(date.fromisoformat(start), days - 1) if start else None
    edtf = f"{start}/{format_day(end)}" if end and days > 1 else str(start)
    return Placed(edtf, hanging.last, _on(hanging, mention)) if end else None


def _beside(hanging: Hanging, value: Same, happenings: Happenings) -> Placed | None:
    """Place `the day before the blast` by the blast."""
    mention = mention_after(hanging.passage, hanging.last)
    told = happenings.find(mention) if mention else None
    start = bounds(told)[0] if told and grain(told) in ("day", "minute", "month") else None
    if mention is None or start is None:
        return None
    edtf = place(value.unit, value.by, start)
    return Placed(edtf, _end(hanging, mention), _on(hanging, mention)) if edtf else None


def _coming(hanging: Hanging, value: Coming) -> Placed | None:
    """Tell `the first visit in six years` from `will return in two days`; leave `built in two days` alone."""
    passage, setting = hanging.passage, hanging.setting()
    begin = max(passage.sentence_of(hanging.first)[0], hanging.first - 15)
    lean = passage.lean(hanging.first, hanging.last)
    unit = value.length.unit
    is_long = unit in ("year", "decade", "century") or (value.length.count > 1 and unit in ("month", "week"))
    is_long = is_long or (value.length.count > 1 and lean < 0 and not hanging.is_quoted)
    if is_long and any(passage.lower[i] in _RANKS for i in range(begin, hanging.first)):
        edtf = count_on(setting.now, value.length, -1) if setting.now else None
    elif lean == AHEAD or (hanging.is_quoted and lean >= 0):
        edtf = count_on(setting.now, value.length, 1) if setting.now else None
    else:
        edtf = None
    is_short = value.length.unit in ("minute", "hour") or value.length.vague
    return Placed(edtf.rstrip("~"), hanging.last) if edtf and not is_short else None


def _since(hanging: Hanging, value: Since) -> Placed | None:
    """Place `has been going on for two years`: what goes on still; leave other lengths alone."""
    passage = hanging.passage
    begin = max(passage.sentence_of(hanging.first)[0], hanging.first - 10)
    words = passage.lower[begin : hanging.first]
    goes_on = any(word in ("has", "have", "had", "'ve", "’ve", "'s", "’s") for word in words) and "been" in words
    if not goes_on or value.length.unit in ("minute", "hour", "day") or value.length.vague:
        return None
    interval = lasting(value.length, -1, hanging.setting())
    if interval is None or "/" not in interval:
        return None
    first, _, last = interval.partition("/")
    return Placed(f"{approximate(first)}/{last}", hanging.last)

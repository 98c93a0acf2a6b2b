"""A parsed report → its time expressions, in the order of the text."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from msgspec import Struct

from accord.find.times.grammar import grammar
from accord.find.times.hanging import Hanging, place_hanging
from accord.find.times.happenings import Happenings, happenings_in
from accord.find.times.passages import Passage, passages_of
from accord.find.times.plausible import is_plausible
from accord.find.times.resolve import resolve
from accord.find.times.rules import Node
from accord.find.times.settings import Setting
from accord.find.times.values import VALUES, Coming, DayOf, FromEvent, Lasting, Length, Same, Since, UpTo, Value
from accord.model.accounts import ParsedReport
from accord.model.findings import Time
from accord.text.dates import explicit_dates
from accord.text.edtf import bounds, grain, is_edtf

_KEYS = ("AT", "D", "AGO", "LATER", "LASTING", "FROM", "DAYOF", "UPTO", "IN", "FOR", "LEN")
_HANGING = (FromEvent, DayOf, Coming, Since, Length, UpTo)
BESIDE = 3
"""Words that may stand between a time and the expression that repeats it: "on Friday, on the third day"."""


class Found(Struct, frozen=True):
    """A phrase with its meaning, by the words of its passage, and its place where that is known at once."""

    passage: Passage
    first: int
    last: int
    start: int
    end: int
    value: Value
    edtf: str | None
    on: tuple[int, int] | None = None  # code points of what the expression hangs on


def find_times(parsed: ParsedReport) -> tuple[Time, ...]:
    """Find every time expression of the passages that tell the story, and the report's own date line."""
    report = parsed.report
    published = published_day(report.published)
    reader = Reader(published or guessed_day(parsed), is_guess=published is None)
    for passage in passages_of(parsed):
        reader.read(passage)
    times = [
        Time(
            report.span(each.start, each.end),
            each.edtf,
            kind_of(each.edtf, each.value),
            report.span(*each.on) if each.on else None,
        )
        for each in (*reader.found, *reader.place_rest())
    ]
    return tuple(sorted((*_date_lines(parsed), *times), key=lambda time: time.span.start))


def published_day(published: str | None) -> date | None:
    """Read the day of publishing from its EDTF; None where it is not known to the day."""
    if not published or not is_edtf(published):
        return None
    first = published.partition("/")[0]
    return bounds(first)[0] if grain(first) in ("day", "minute") else None


def guessed_day(parsed: ParsedReport) -> date | None:
    """Give the day that a report without a day of publishing names most often, the first named among equals."""
    counts: dict[str, int] = {}
    for passage in parsed.passages:
        if passage.is_content or passage.role == "dateline":
            for _, _, value in explicit_dates(passage.span.text):
                if is_edtf(value) and grain(value) in ("day", "minute"):
                    counts[value[:10]] = counts.get(value[:10], 0) + 1
    return date.fromisoformat(max(counts, key=lambda day: counts[day])) if counts else None


class Reader:
    """Reads passages one after another and remembers what they tell with its time."""

    def __init__(self, published: date | None, is_guess: bool = False) -> None:
        self.setting = Setting(published, is_guess)
        self.happenings = Happenings()
        self.found: list[Found] = []
        self.hanging: list[tuple[Found, Hanging]] = []

    def read(self, passage: Passage) -> None:
        """Find the times of a passage; those that hang on something told elsewhere wait for the end."""
        times: list[tuple[int, int, str]] = []
        self.setting.year_here = None
        self.setting.passage += 1
        for node in grammar().read(passage.words, passage.starts):
            value = _meaning(node)
            if value is None or not is_plausible(node, passage):
                continue
            found = self._place(passage, node, value)
            if self._hangs(found):
                self.hanging.append((found, self._hanging(found, times)))
            elif not isinstance(value, _HANGING) and self._is_kept(found):
                self.found.append(found)
                if found.edtf:
                    times.append((found.first, found.last, found.edtf))
                    begin = passage.sentence_of(found.first)[0]
                    self.setting.tell(found.edtf, is_frame=found.first <= begin + 1)
        self._remember(passage, times)

    def _place(self, passage: Passage, node: Node, value: Value) -> Found:
        first, last = passage.index_at(node.start), passage.index_after(node.end)
        self.setting.enter(passage.starts[passage.sentence_of(first)[0]])
        self.setting.is_quoted, self.setting.is_limit = passage.quoted[first], passage.is_limit(first)
        self.setting.lean = lambda: passage.lean(first, last)
        edtf = resolve(value, self.setting)
        return Found(passage, first, last, node.start, node.end, value, edtf if edtf and is_edtf(edtf) else None)

    def _is_kept(self, found: Found) -> bool:
        """Keep what is placed; and, where the day of publishing is not known, what that day would place."""
        is_unknown = self.setting.is_guess or self.setting.published is None
        return found.edtf is not None or (is_unknown and not isinstance(found.value, Same))

    @staticmethod
    def _hangs(found: Found) -> bool:
        is_beside = isinstance(found.value, Same) and found.passage.lower[found.last - 1] in ("before", "after")
        return is_beside or isinstance(found.value, _HANGING)

    def _hanging(self, found: Found, times: list[tuple[int, int, str]]) -> Hanging:
        setting, passage = self.setting, found.passage
        is_near = bool(times) and found.first - times[-1][1] <= BESIDE
        is_near = is_near and passage.sentence_of(found.first) == passage.sentence_of(times[-1][0])
        same = times[-1][2] if is_near else None
        now, told, is_quoted = setting.published, setting.news_day, setting.is_quoted
        return Hanging(found.value, passage, found.first, found.last, now, told, is_quoted, same)

    def _remember(self, passage: Passage, times: list[tuple[int, int, str]]) -> None:
        """Take in what each sentence tells with its time."""
        at = 0
        for first, last in passage.sentences():
            inside = at
            while inside < len(times) and times[inside][0] < last:
                inside += 1
            if inside > at:
                self.happenings.add(happenings_in(passage, first, last, times[at:inside]))
            at = inside

    def place_rest(self) -> Iterator[Found]:
        """Place what hangs on something else, now that all is told."""
        for found, hanging in self.hanging:
            placed = place_hanging(hanging, self.happenings)
            if placed and is_edtf(placed.edtf):
                passage = found.passage
                end = found.end if placed.last <= found.last else passage.end_of(placed.last - 1)
                on = (passage.starts[placed.on[0]], passage.end_of(placed.on[1] - 1)) if placed.on else None
                yield Found(passage, found.first, placed.last, found.start, end, found.value, placed.edtf, on)
            elif isinstance(found.value, Same) and found.edtf and not _is_of_something(found):
                yield found


def _is_of_something(found: Found) -> bool:
    """Whether it is said what "the week after" is counted from: "the week after the fire"."""
    return found.passage.tag(found.last) in ("DET", "NOUN", "PROPN", "ADJ", "PRON") or (
        found.passage.lower[found.last : found.last + 1] in (["the"], ["a"], ["his"], ["her"], ["their"], ["its"])
    )


def _meaning(node: Node) -> Value | None:
    value = next((node.keys[key] for key in _KEYS if key in node.keys), None)
    return value if isinstance(value, VALUES) else None


def _date_lines(parsed: ParsedReport) -> Iterator[Time]:
    """Give the dates of date lines; a stamp with a clock time is the page's, not the story's."""
    for passage in parsed.passages:
        if passage.role != "dateline":
            continue
        for start, end, edtf in explicit_dates(passage.span.text):
            if is_edtf(edtf) and grain(edtf) == "day":
                at = passage.span.start
                yield Time(parsed.report.span(at + start, at + end), edtf, "date")


def kind_of(edtf: str | None, value: Value) -> Literal["date", "interval", "duration"]:
    """Say what sort of time an expression is: one that states a length is a duration, wherever it lies."""
    if isinstance(value, Lasting | Since | Length):
        return "duration"
    return "interval" if edtf and "/" in edtf else "date"

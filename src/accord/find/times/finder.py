"""A parsed report → its time expressions, in the order of the text."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from accord.find.times.grammar import grammar
from accord.find.times.passages import Passage
from accord.find.times.plausible import is_plausible
from accord.find.times.resolve import resolve
from accord.find.times.rules import Node
from accord.find.times.settings import Setting
from accord.find.times.values import VALUES, Lasting, LengthOf, Since, Value
from accord.model.accounts import ParsedReport
from accord.model.findings import Time
from accord.model.sentences import Sentence
from accord.text.dates import explicit_dates
from accord.text.edtf import bounds, grain, is_edtf

_KEYS = ("AT", "D", "AGO", "LATER", "LASTING")


def find_times(parsed: ParsedReport) -> tuple[Time, ...]:
    """Find every time expression of the passages that tell the story, and the report's own date line."""
    report = parsed.report
    setting = Setting(published_day(report.published))
    found = list(_date_lines(parsed))
    for passage in passages_of(parsed):
        for node in grammar().read(passage.words, passage.starts):
            value = _meaning(node)
            if value is None or not is_plausible(node, passage):
                continue
            first, last = passage.index_at(node.start), passage.index_after(node.end)
            setting.is_quoted = passage.quoted[first]
            setting.lean = lambda p=passage, a=first, b=last: p.lean(a, b)  # type: ignore[misc]
            edtf = resolve(value, setting)
            if edtf is not None and not is_edtf(edtf):
                edtf = None
            if edtf:
                setting.tell(edtf)
            found.append(Time(report.span(node.start, node.end), edtf, kind_of(edtf, value)))
    return tuple(sorted(found, key=lambda time: time.span.start))


def published_day(published: str | None) -> date | None:
    """Read the day of publishing from its EDTF; None where it is not known to the day."""
    if not published or not is_edtf(published):
        return None
    first = published.partition("/")[0]
    return bounds(first)[0] if grain(first) in ("day", "minute") else None


def passages_of(parsed: ParsedReport) -> Iterator[Passage]:
    """Give the sentences of each passage together."""
    ends = [passage.span.end for passage in parsed.content()]
    at, group = 0, list[Sentence]()
    for sentence in parsed.sentences:
        while at < len(ends) and sentence.start >= ends[at]:
            at += 1
            if group:
                yield Passage(group, group[0].start)
                group = []
        group.append(sentence)
    if group:
        yield Passage(group, group[0].start)


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
    if isinstance(value, Lasting | LengthOf | Since):
        return "duration"
    return "interval" if edtf and "/" in edtf else "date"

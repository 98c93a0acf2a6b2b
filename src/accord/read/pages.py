"""One input → one page: its report and its passages by role."""

import hashlib
import re
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Literal

import msgspec

from accord.errors import InputError
from accord.model.pages import Page
from accord.model.problems import Problem
from accord.model.reports import Passage, Report, Source
from accord.model.spans import Span
from accord.read.datelines import closing_dateline, is_town, name_place, opening_dateline
from accord.read.decoding import decode, mend
from accord.read.html import looks_like_html, read_html
from accord.read.outlets import find_outlet
from accord.read.passages import find_passages
from accord.read.people import byline_names, credit_names
from accord.read.publication import find_published

_TRAILING = re.compile(r"\d.{0,12}\s[-–—|]\s([A-Z][A-Z .]{2,30})$")  # `… 07:02 am IST - KATHMANDU`
_FILED_FROM = re.compile(r"^[^,]+ in ([A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+){0,2})$")  # `By Lena Ortiz in Nairobi`
# A text of this many characters is a book or a dump; parsing it would take minutes and gigabytes.
LONGEST = 4_000_000
_STORY_ROLES = frozenset({"body", "summary", "caption"})


def read(source: Source) -> Page:
    """Read one input; InputError, in one line, where no report can be made of it.

    The kind of input, a page of HTML or text, is told from its first characters.
    """
    if looks_like_html(source.text or source.data):
        page = read_html(source)
    else:
        text, notes = mend(source.text) if source.text is not None else decode(source.data)
        page = read_text(text, source, notes)
    modified = page.facts.modified if page.facts else None
    report = msgspec.structs.replace(page.report, captured=source.captured, modified=modified)
    return msgspec.structs.replace(page, report=report)


def read_text(text: str, source: Source, notes: Sequence[str] = ()) -> Page:
    """Read text without markup."""
    if not text.strip():
        raise InputError("is empty" if not text else "holds nothing but blanks")
    if len(text) > LONGEST:
        raise InputError(f"holds {len(text):,} characters, more than any report ({LONGEST:,} at most): split it")
    name = source.id or PurePosixPath(source.path).stem
    bare = Report(
        id=name, path=source.path, sha256=hashlib.sha256(text.encode()).hexdigest(), text=text, url=source.url
    )
    passages = find_passages(bare)
    if len(passages) > 2 and not any(passage.role in _STORY_ROLES for passage in passages):
        raise InputError("holds no report: all of it is page furniture (menus, appeals, forms, notices)")
    problems = tuple(Problem("read", note, report=name) for note in notes)
    return Page(describe(bare, passages, source), passages, problems)


def describe(report: Report, passages: Sequence[Passage], source: Source) -> Report:
    """Add what the page and the metadata say of the report: what is given goes before what is found."""
    published, published_from = _published(report, passages, source)
    return msgspec.structs.replace(
        report,
        outlet=source.outlet or find_outlet(passages),
        headline=next((passage.span for passage in passages if passage.role == "headline"), None),
        published=published,
        published_from=published_from,
        authors=_names(passages, "byline"),
        contributors=_names(passages, "credit"),
        dateline=_dateline(passages),
        language=source.language,
    )


def _published(
    report: Report, passages: Sequence[Passage], source: Source
) -> tuple[str | None, Span | Literal["metadata"] | None]:
    if source.published:
        return source.published, "metadata"
    return find_published(report, passages) or (None, None)


def _names(passages: Sequence[Passage], role: Literal["byline", "credit"]) -> tuple[str, ...]:
    find = byline_names if role == "byline" else credit_names
    last = max((i for i, one in enumerate(passages) if one.role == "body"), default=len(passages))
    above = [name for one in passages[:last] if one.role == role for name in find(one.span.text)]
    if role == "byline" and above:  # bylines below are those of teasers
        return tuple(dict.fromkeys(above))
    return tuple(dict.fromkeys(name for one in passages if one.role == role for name in find(one.span.text)))


def _dateline(passages: Sequence[Passage]) -> str | None:
    for passage in passages:
        if passage.role == "dateline":
            line = opening_dateline(passage.span.text + " X") or closing_dateline(passage.span.text)
            if line and line.place:
                return line.place
            if trailing := _TRAILING.search(passage.span.text):
                return name_place(trailing[1])
            if is_town(passage.span.text):
                return name_place(passage.span.text)
    places = [_FILED_FROM.search(passage.span.text) for passage in passages if passage.role == "byline"]
    return places[0][1] if len(places) == 1 and places[0] else None

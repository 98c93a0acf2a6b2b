"""Any noun in one line: `report("Text.")`, `parsed("First. Second.", published="2031-05-04")`."""

import hashlib
import re
import zlib
from typing import Any

import msgspec

from accord.collate.clauses import Clause
from accord.knowledge.words import function_words
from accord.language.pack import load
from accord.model.accounts import Analysis, ParsedReport
from accord.model.findings import Figure
from accord.model.reports import Passage, Report, Role
from accord.model.spans import Span
from accord.text.stems import stem, words_of


def span(text: str, piece: str, *, nth: int = 1, report: str = "r") -> Span:
    """Return the span of the nth occurrence of a piece of a text."""
    start = -1
    for _ in range(nth):
        start = text.index(piece, start + 1)
    return Span(report, start, start + len(piece), piece)


def report(text: str, *, id: str = "r", published: str | None = None, outlet: str | None = None) -> Report:
    """Return a report of a text."""
    return Report(
        id=id,
        path=f"{id}.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        published=published,
        outlet=outlet,
    )


def passages(report: Report, role: Role = "body") -> tuple[Passage, ...]:
    """Return a passage a non-blank line, all of one role."""
    found = re.finditer(r"[^\s].*", report.text)
    return tuple(Passage(report.span(match.start(), match.end()), role) for match in found if match[0].strip())


def parsed(text: str, *, id: str = "r", published: str | None = None, role: Role = "body") -> ParsedReport:
    """Return a report with every line a passage, read by the pack."""
    made = report(text, id=id, published=published)
    lines = passages(made, role)
    sentences = load().parse(text, [(line.span.start, line.span.end) for line in lines])
    return ParsedReport(made, lines, tuple(sentences))


def analysis(text: str, *, id: str = "r", published: str | None = None) -> Analysis:
    """Return an analysis that found nothing beside the sentences."""
    read = parsed(text, id=id, published=published)
    return Analysis(report=read.report, passages=read.passages, sentences=read.sentences)


def clause(text: str, *, report: str = "r", quoted: str = "", **found: Any) -> Clause:
    """Return a clause of its own text, in a place of its own; `quoted` are the words between its marks."""
    at = 1000 * (zlib.crc32(text.encode()) % 1_000_000)
    words = {stem(word): word for word in words_of(text) if word.lower() not in function_words()}
    made = Clause(
        span=Span(report, at, at + len(text), text),
        sentence=at,
        role="body",
        stems=frozenset(words),
        words=words,
        actors=frozenset(),
        figures=(),
        times=(),
        attributions=(),
        quoted=tuple(stem(word) for word in words_of(quoted)),
        length=len(words_of(text)),
    )
    return msgspec.structs.replace(made, **found)


def figure(text: str, value: float | None = None, **more: Any) -> Figure:
    """Return a figure of its own text."""
    return Figure(span=Span("r", 0, len(text), text), value=value, **more)

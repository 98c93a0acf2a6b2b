"""What differs between the readings of a point, marked inside their words."""

import re
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import LCSseq

from accord.model.points import Difference, Point, Reading
from accord.model.spans import Span
from accord.publish.lookups import Lookup
from accord.publish.page.markup import Markup, tag, text

Mark = tuple[int, int, str]
# Quotations that share less are different words, not variants of the same ones: marking all of them would say nothing.
# Chosen by eye on the invented story of tests/publish; choose again by looking at the pairs on either side of it.
VARIANT = 0.5
# Comparing word by word is quadratic; no quotation in a report is longer than a page.
LONGEST = 600
_WORD = re.compile(r"\w+(?:['’.,]\w+)*")


def marks_of(lookup: Lookup, point: Point, reading: Reading) -> list[Mark]:
    """Return what to mark in a reading, as offsets into its words with the kind of difference."""
    found: list[Mark] = []
    for difference in point.differences:
        found += _difference_marks(lookup, difference, reading.span)
    found += _quotation_marks(lookup, point, reading)
    return merged(found)


def changed_words(base: str, other: str) -> list[tuple[int, int]] | None:
    """Return offsets of the words of `other` that `base` does not have there; None where the two share too little.

    >>> other = "a lake, a border and one future"
    >>> [other[start:end] for start, end in changed_words("A lake, a border and a future", other)]
    ['one']
    """
    words, others = list(_WORD.finditer(base)), list(_WORD.finditer(other))
    if not words or not others or max(len(words), len(others)) > LONGEST:
        return None
    left, right = [match[0].casefold() for match in words], [match[0].casefold() for match in others]
    if LCSseq.similarity(left, right) < VARIANT * max(len(left), len(right)):
        return None
    changed = [code for code in LCSseq.opcodes(left, right) if code.tag in ("replace", "insert")]
    return [(others[code.dest_start].start(), others[code.dest_end - 1].end()) for code in changed]


def merged(marks: Iterable[Mark]) -> list[Mark]:
    """Return marks in order, without overlaps; of two that overlap the first stays, of two firsts the longer."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark[0], -mark[1], mark[2])):
        if not kept or mark[0] >= kept[-1][1]:
            kept.append(mark)
    return kept


def marked(words: str, marks: Iterable[Mark]) -> list[Markup]:
    """Return words as markup with the marks in them, each named by its kind for whoever can't see it."""
    pieces, at = [], 0
    for start, end, kind in marks:
        pieces += [text(words[at:start]), tag("mark", words[start:end], class_=f"d-{kind}", title=f"differs: {kind}")]
        at = end
    return [*pieces, text(words[at:])]


def _difference_marks(lookup: Lookup, difference: Difference, span: Span) -> Iterator[Mark]:
    for place in difference.readings:
        if not span.holds(place):
            continue
        if (place.start, place.end) != (span.start, span.end):
            yield place.start - span.start, place.end - span.start, difference.kind
        elif difference.kind == "wording":
            base = difference.readings[0] if difference.readings[0] != place else difference.readings[-1]
            yield from ((start, end, "wording") for start, end in changed_words(base.text, span.text) or ())
        elif difference.kind in ("figure", "date", "precision"):
            values = lookup.values_in(span)
            yield from ((value.start - span.start, value.end - span.start, difference.kind) for value in values)


def _quotation_marks(lookup: Lookup, point: Point, reading: Reading) -> Iterator[Mark]:
    """Mark the words of a quotation that the first report to quote it does not have."""
    quoted = [other for other in point.readings if lookup.is_quoted(other)]
    if len(quoted) > 1 and reading in quoted:
        base = quoted[0] if quoted[0] != reading else quoted[1]
        yield from ((start, end, "wording") for start, end in changed_words(base.span.text, reading.span.text) or ())

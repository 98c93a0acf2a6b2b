"""A span of a report → where it stands in the page: the DOM range and the bytes of the file."""

from bisect import bisect_right
from typing import Any, NamedTuple

from accord.model.reports import Report
from accord.model.sources import SourceMap
from accord.model.spans import Span


class Point(NamedTuple):
    """A place in a page: the XPath of a text node and code points from its start."""

    path: str
    offset: int


class Range(NamedTuple):
    """A stretch of a page, end-exclusive: two points of its tree, and bytes of its file where these are known."""

    start: Point
    end: Point
    byte_start: int | None
    byte_end: int | None


def find_range(source: SourceMap, report: Report, span: Span) -> Range | None:
    """Return where a span stands in its page; None where no character of it is in the page.

    Line breaks between passages are not in the page: a span that begins or ends with one is trimmed to what is.
    """
    first = bisect_right(source.starts, span.start) - 1
    last = bisect_right(source.starts, span.end - 1) - 1
    if first < 0 or span.start >= source.starts[first] + source.lengths[first]:
        first += 1
    if first > last or last < 0:
        return None
    start = max(span.start, source.starts[first]) - source.starts[first]
    end = min(span.end - source.starts[last], source.lengths[last])
    return Range(
        Point(source.nodes[source.node_of[first]], source.offsets[first] + start),
        Point(source.nodes[source.node_of[last]], source.offsets[last] + end),
        _byte_at(source, report, first, start, is_end=False),
        _byte_at(source, report, last, end, is_end=True),
    )


def _byte_at(source: SourceMap, report: Report, segment: int, inside: int, *, is_end: bool) -> int | None:
    """Byte of a place in a segment. A segment written otherwise (`&amp;`) begins and ends as a whole."""
    first, size = source.bytes_from[segment], source.byte_lengths[segment]
    if first < 0:
        return None
    start, length = source.starts[segment], source.lengths[segment]
    if inside in (0, length):
        return first + (size if inside else 0)
    text = report.text[start : start + length]
    if len(text.encode(source.encoding, "replace")) != size:
        return first + (size if is_end else 0)
    return first + len(text[:inside].encode(source.encoding, "replace"))


def to_selector(found: Range) -> dict[str, Any]:
    """Return a range as a W3C Web Annotation RangeSelector; offsets are code points, as the standard asks.

    >>> here = Point("/html[1]/body[1]/p[1]/text()[1]", 4)
    >>> to_selector(Range(here, here, 30, 30))["startSelector"]["refinedBy"]
    {'type': 'TextPositionSelector', 'start': 4, 'end': 4}
    """
    return {
        "type": "RangeSelector",
        "startSelector": _point(found.start),
        "endSelector": _point(found.end),
    }


def _point(point: Point) -> dict[str, object]:
    return {
        "type": "XPathSelector",
        "value": point.path,
        "refinedBy": {"type": "TextPositionSelector", "start": point.offset, "end": point.offset},
    }

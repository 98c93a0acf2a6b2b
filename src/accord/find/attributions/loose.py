"""Quotations that no cue reaches: speech that goes on after the sentence of its cue."""

from bisect import bisect_right
from collections.abc import Sequence

from accord.find.attributions.spans import Quotations, Stretch
from accord.model.accounts import ParsedReport
from accord.text.quotes import Quote

SPOKEN = 4
"""Words from which a quotation is taken as speech and not as a name, a title or a phrase held at arm's length."""


def find_loose(parsed: ParsedReport, quotations: Quotations, taken: Sequence[Sequence[Stretch]]) -> list[Quote]:
    """Quotations outside every attribution that are sentences of their own."""
    covered = sorted(stretch for each in taken for stretch in each)
    starts, ends = [start for start, _ in covered], _furthest(covered)
    text = parsed.report.text
    loose = []
    for quote in quotations.quotes:
        reached = ends[bisect_right(starts, quote.end - 1) - 1] if bisect_right(starts, quote.end - 1) else 0
        if reached <= quote.start + 1 and is_speech(text, quote):
            loose.append(quote)
    return loose


def _furthest(covered: Sequence[Stretch]) -> list[int]:
    """The furthest end among the stretches up to each."""
    ends: list[int] = []
    for _, end in covered:
        ends.append(max(end, ends[-1] if ends else 0))
    return ends


def is_speech(text: str, quote: Quote) -> bool:
    """Whether a quotation reads as something said: it begins as a sentence does and has several words."""
    inner = text[quote.start : quote.end].strip("\"'“”‘’«»„ ")
    return inner[:1].isupper() and len(inner.split()) >= SPOKEN and inner[-1:] in ".!?,…"

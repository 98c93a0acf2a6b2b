"""From tokens to stretches of the report: marks kept with what they hold, quotations followed past a full stop."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from accord.find.attributions.trees import Tokens
from accord.model.accounts import ParsedReport
from accord.model.sentences import Sentence
from accord.text.quotes import Quote, find_quotes

Stretch = tuple[int, int]


class Quotations:
    """The outermost quotations of a report's content passages, in order, looked up by place."""

    def __init__(self, parsed: ParsedReport) -> None:
        found: list[Quote] = []
        for passage in parsed.content():
            span = passage.span
            found += [one for one in find_quotes(parsed.report.text, span.start, span.end) if not one.depth]
        self.quotes = found
        self._starts = [one.start for one in found]
        self._ends = [one.end for one in found]

    def within(self, start: int, end: int) -> list[Quote]:
        """Quotations that share a character with a stretch."""
        return self.quotes[bisect_right(self._ends, start) : bisect_left(self._starts, end)]

    def about(self, place: int) -> Quote | None:
        """The quotation that a character lies in."""
        found = self.within(place, place + 1)
        return found[0] if found else None


def tokens_of(sentence: Sentence, quotes: Sequence[Quote]) -> list[Tokens]:
    """Quotations of a sentence by token, marks included."""
    found = []
    for quote in quotes:
        first = bisect_right(sentence.ends, quote.start)
        last = bisect_left(sentence.starts, quote.end)
        if first < last:
            found.append((first, last))
    return found


def stretches_of(sentence: Sentence, runs: Sequence[Tokens], cue: Stretch, quotations: Quotations) -> list[Stretch]:
    """Stretches of content runs, each drawn out to the marks of the quotations that it fills, none over the cue."""
    found: list[Stretch] = []
    for first, last in runs:
        start, end = sentence.span_of(first, last)
        for quote in quotations.within(max(start - 2, 0), end + 3):
            if quote.start < cue[1] and cue[0] < quote.end:
                continue
            start, end = _drawn(start, end, quote)
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def _drawn(start: int, end: int, quote: Quote) -> Stretch:
    """A stretch that reaches into a quotation takes all of it."""
    if quote.start - 1 <= start <= quote.start + 2 or start <= quote.start < end:
        return min(start, quote.start), max(end, quote.end)
    if quote.start < start < quote.end:
        return (quote.start if quote.end <= end else start), max(end, quote.end)
    return start, end

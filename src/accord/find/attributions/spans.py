"""From tokens to stretches of the report: marks kept with what they hold, quotations followed past a full stop."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import groupby, pairwise

from accord.find.attributions.trees import Tokens
from accord.model.accounts import ParsedReport
from accord.model.sentences import Sentence
from accord.text.quotes import Quote
from accord.text.running import find_running_quotes

Stretch = tuple[int, int]

INTRODUCED = 2
"""Words between a cue and a quotation from which they are content too, not `that` or `in part:`."""

BARE = 14
"""Words of a sentence that may be only the cue of a question or cry before it."""

OPEN_ENDS = "!?…—–"
"""Marks before a closing one behind which the cue may stand as a sentence of its own."""

_TRIM = "\"'“”‘’«»„`([ "


class Quotations:
    """The outermost quotations of a report's content passages, in order, looked up by place."""

    def __init__(self, parsed: ParsedReport) -> None:
        found: list[Quote] = []
        for _, passages in groupby(parsed.content(), key=lambda one: one.role if one.role != "body" else ""):
            stretches = [(one.span.start, one.span.end) for one in passages]
            found += [one for one in find_running_quotes(parsed.report.text, stretches) if not one.depth]
        self.quotes = found
        self._starts = [one.start for one in found]
        self.ends = [one.end for one in found]
        self._runs = _number_runs(found)

    def run_of(self, quote: Quote) -> int:
        """Number of the speech over several paragraphs that a quotation is part of, -1 if it is none."""
        return self._runs.get(quote.start, -1)

    def within(self, start: int, end: int) -> list[Quote]:
        """Quotations that share a character with a stretch."""
        return self.quotes[bisect_right(self.ends, start) : bisect_left(self._starts, end)]

    def about(self, place: int) -> Quote | None:
        """The quotation that a character lies in."""
        found = self.within(place, place + 1)
        return found[0] if found else None

    def after(self, place: int) -> Quote | None:
        """The first quotation that begins at a place or after it."""
        index = bisect_left(self._starts, place)
        return self.quotes[index] if index < len(self.quotes) else None

    def before(self, place: int) -> Quote | None:
        """The last quotation that ends at a place or before it."""
        index = bisect_right(self.ends, place)
        return self.quotes[index - 1] if index else None


def _number_runs(quotes: Sequence[Quote]) -> dict[int, int]:
    """Start of each quotation that goes on or is gone on with, with the number of the first."""
    numbers: dict[int, int] = {}
    for number, (one, other) in enumerate(pairwise(quotes)):
        if one.goes_on:
            numbers[other.start] = numbers.setdefault(one.start, number)
    return numbers


def tokens_of(sentence: Sentence, quotes: Sequence[Quote]) -> list[Tokens]:
    """Quotations of a sentence by token, marks included."""
    found = []
    for quote in quotes:
        first = bisect_right(sentence.ends, quote.start)
        last = bisect_left(sentence.starts, quote.end)
        if first < last:
            found.append((first, last))
    return found


def stretches_of(
    text: str, sentence: Sentence, runs: Sequence[Tokens], cue: Stretch, quotations: Quotations
) -> list[Stretch]:
    """Stretches of content runs: the whole quotation where one is spoken, else each run drawn to the marks it fills."""
    places = [sentence.span_of(*run) for run in runs]
    if holder := quotations.about(cue[0]):
        places = [(max(start, holder.start), min(end, holder.end)) for start, end in places if start < holder.end]
    reach = max(sentence.end, cue[1])  # a quotation behind the sentence's stop is another speech
    touched = [
        quote for start, end in places for quote in quotations.within(max(start - 2, 0), max(end, min(end + 3, reach)))
    ]
    free = [quote for quote in dict.fromkeys(touched) if not (quote.start < cue[1] and cue[0] < quote.end)]
    spoken = [quote for quote in free if is_spoken(text, quote, cue)]
    if spoken and not _is_introduced(text, places[0][0], cue, spoken[0]):
        return [(quote.start, quote.end) for quote in spoken]
    found: list[Stretch] = []
    for place in places:
        start, end = place
        for quote in free:
            start, end = _drawn(start, end, quote)
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return _cut(text, found, free)


def _is_introduced(text: str, start: int, cue: Stretch, quote: Quote) -> bool:
    """Whether words of the content lead up to the quotation: `said the talks went on: “We are close.”`."""
    return cue[1] <= start and len(text[start : quote.start].split()) > INTRODUCED


def stretches_beyond(text: str, sentence: Sentence, quotations: Quotations) -> list[Stretch]:
    """The quotation that ends right before a sentence, or the one that begins right behind its colon or stop.

    Behind a short sentence that begins a line and ends in a colon it may be the rest of the line, without marks: a turn
    of a transcript.
    """
    if text[sentence.start : sentence.end].rstrip("\"'“”’ ").endswith(":"):
        quote = quotations.after(sentence.end - 1)
        if quote and not text[sentence.end : quote.start].strip():
            return [(quote.start, quote.end)]
        return _rest_of_line(text, sentence) if len(sentence) <= BARE else []
    quote = quotations.before(sentence.start)
    if quote and not text[quote.end : sentence.start].strip(" \t"):
        mark = text[quote.end - 2 : quote.end - 1]
        is_cue = mark == "," or (mark in OPEN_ENDS and len(sentence) <= BARE)
        return [(quote.start, quote.end)] if is_cue else []
    quote = quotations.after(sentence.end)
    if quote and not text[sentence.end : quote.start].strip(" \t") and text[quote.end - 2 : quote.end - 1] == ".":
        return [(quote.start, quote.end)]
    return []


def _rest_of_line(text: str, sentence: Sentence) -> list[Stretch]:
    """What stands behind a sentence that begins a line; nothing behind others, of which a line may hold thousands."""
    if sentence.start and "\n" not in text[max(0, sentence.start - 2) : sentence.start]:
        return []
    end = text.find("\n", sentence.end)
    line = text[sentence.end : end if end >= 0 else len(text)]
    start = sentence.end + len(line) - len(line.lstrip())
    return [(start, sentence.end + len(line.rstrip()))] if line.strip() else []


def is_spoken(text: str, quote: Quote, cue: Stretch) -> bool:
    """Whether a quotation is a sentence said, not a phrase inside another's sentence.

    It begins with a capital (`“[T]he`, `“(W)e` too) after a stop, comma, colon or the cue.
    """
    inner = text[quote.start : quote.start + 6].strip(_TRIM)
    if quote.is_single or not (inner[:1].isupper() or inner[:1].isdigit()):
        return False
    end = text[quote.end - 3 : quote.end + 1]
    if not any(mark in end for mark in ",.?!…—–:\n") and quote.end < len(text):
        return False  # `“We are tired” of the talks`
    before = text[max(0, quote.start - 4) : quote.start].rstrip(" \t")
    return not before or before[-1] in '.!?:,;\n—–-”"’)' or cue[1] in range(quote.start - 2, quote.start + 1)


def _drawn(start: int, end: int, quote: Quote) -> Stretch:
    """A stretch that reaches into a quotation takes all of it."""
    if quote.start - 1 <= start <= quote.start + 2 or start <= quote.start < end:
        return min(start, quote.start), max(end, quote.end)
    if quote.start < start < quote.end:
        return (quote.start if quote.end <= end else start), max(end, quote.end)
    return start, end


def _cut(text: str, found: list[Stretch], quotes: Sequence[Quote]) -> list[Stretch]:
    """End content at a last quotation that closes on a comma: what follows is the report's: `“…,” while trying to`."""
    last = quotes[-1].end if quotes else 0
    if last and (text[last - 2 : last - 1] == "," or text[last : last + 1] == ","):
        return [(start, min(end, last)) for start, end in found if start < last] or found
    return found

"""Quotations that run over several paragraphs: opened anew at each, or opened once and closed at the end."""

import re
from collections.abc import Iterable

from msgspec import structs

from accord.text.quotes import Quote, find_quotes, nested, paragraphs

LONGEST = 8
"""Paragraphs without marks of their own that a quotation may run through: a lost mark must not take in a report."""

PHRASE = 3
"""Words of a quotation that may stand in a paragraph of another's words: a name, a term held at arm's length."""

LABEL = 60
"""Letters of a paragraph from which it is a line of speech even without a stop at its end, not a heading."""

_KINDS = ("\"“”„‟＂`'", "«»", "‹›", "「」", "『』")
# what begins another's speech: "LUND: We stay", and what is no speech: "(APPLAUSE.)"
_SPEAKER = re.compile(r"(?:[A-Z][\w.'’-]{0,30} ){0,3}[A-Z][\w.'’-]{0,30}:(?=\s|$)|[A-Z]{4,}[.!]?\)")
_LEAD = "\"'“”‘’«»‹›„`([ "
_STOPPED = frozenset(".!?…:;,—–-\"'”’»›)]")


def find_running_quotes(text: str, stretches: Iterable[tuple[int, int]]) -> tuple[Quote, ...]:
    r"""Find the quotations of consecutive stretches, those that run on tied by `goes_on`; never raises.

    A paragraph in the middle of a quotation is one of its own, without marks.

    >>> text = "“We begin the work today.\n\nNobody will be left behind.\n\nWe end in May,” she wrote."
    >>> quotes = find_running_quotes(text, [(0, len(text))])
    >>> [(text[quote.start:quote.end], quote.goes_on) for quote in quotes]
    [('“We begin the work today.', True), ('Nobody will be left behind.', True), ('We end in May,”', False)]
    """
    reader = _Reader(text)
    for stretch in stretches:
        for first, last in paragraphs(text, *stretch):
            if text[first:last].strip():
                reader.take(first, last)
    return tuple(reader.found)


class _Reader:
    """Quotations up to a paragraph, the one that may run on there, and the paragraphs that it would run through.

    The paragraphs are kept with how many quotations stand before them, so that theirs can be put inside the one found.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Quote] = []
        self._opened = -1
        self._between: list[tuple[int, int, int, list[Quote]]] = []

    def take(self, first: int, last: int) -> None:
        """Add the quotations of the next paragraph."""
        quotes = list(find_quotes(self.text, first, last))
        first = last - len(self.text[first:last].lstrip())
        outer = [one for one in quotes if not one.depth and not one.is_single]
        if self._opened >= 0 and not self._is_kept(first, last, outer):
            self._opened = -1
        if self._opened >= 0:
            closing = next((one for one in outer if not one.is_opened), None)
            if self._takes_up(first, outer):
                self._run_on()
            elif closing and self._closes(closing, outer):
                quotes = self._close(first, closing, quotes)
            else:
                last = first + len(self.text[first:last].rstrip())
                self._between.append((len(self.found), first, last, quotes))
                self.found += quotes
                return
        self._between = []
        self.found += quotes
        self._opened = self._left_open(first, last, quotes)

    def _is_kept(self, first: int, last: int, outer: list[Quote]) -> bool:
        """Whether a quotation left open may run on into a paragraph: not past another speaker, a heading, a speech."""
        text = self.text[first:last].rstrip()
        if _SPEAKER.match(text.lstrip(_LEAD)) or len(self._between) >= LONGEST:
            return False
        if self._takes_up(first, outer):
            return True
        if len(text) < LABEL and text[-1] not in _STOPPED:
            return False
        closing = next((i for i, one in enumerate(outer) if not one.is_opened), len(outer))
        return all(one.is_closed and self._words(one) <= PHRASE for one in outer[:closing])

    def _takes_up(self, first: int, outer: list[Quote]) -> bool:
        """Whether a paragraph begins with the mark that stands open: curly ones do not go on with straight ones."""
        is_led = not self._between and bool(outer) and outer[0].is_opened and outer[0].start == first
        return is_led and self.text[first] == self.text[self.found[self._opened].start]

    def _words(self, quote: Quote) -> int:
        return len(self.text[quote.start : quote.end].split())

    def _closes(self, closing: Quote, outer: list[Quote]) -> bool:
        """Whether a lone closing mark is of the kind that the quotation was opened with."""
        opening, mark = self.text[self.found[self._opened].start], self.text[closing.end - 1]
        return any(opening in kind and mark in kind for kind in _KINDS)

    def _run_on(self) -> None:
        self.found[self._opened] = structs.replace(self.found[self._opened], goes_on=True)

    def _close(self, first: int, closing: Quote, quotes: list[Quote]) -> list[Quote]:
        """Tie the paragraphs between to the quotation; its last part begins where the last paragraph does."""
        self._run_on()
        if self._between:
            del self.found[self._between[0][0] :]
        for _, start, end, inner in self._between:
            self.found += nested([Quote(start, end, is_opened=False, is_closed=False, goes_on=True), *inner])
        whole = Quote(first, closing.end, is_opened=False)
        return nested([whole, *(one for one in quotes if one is not closing)])

    def _left_open(self, first: int, last: int, quotes: list[Quote]) -> int:
        """Number of the paragraph's last quotation where it is a speech without an end, -1 if there is none."""
        place = next((i for i in range(len(quotes) - 1, -1, -1) if not quotes[i].depth), -1)
        if place < 0 or quotes[place].is_closed or quotes[place].is_single or not quotes[place].is_opened:
            return -1
        quote = quotes[place]
        is_end = not self.text[quote.end : last].strip()
        inner = self.text[quote.start : quote.end].strip(_LEAD)
        is_speech = self._words(quote) > PHRASE and (inner[:1].isupper() or inner[:1].isdigit())
        return len(self.found) - len(quotes) + place if is_end and is_speech else -1

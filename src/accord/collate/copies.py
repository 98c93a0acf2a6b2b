"""Passages that stand word for word in several reports: copied one from the other, or all from one hand."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from msgspec import Struct

from accord.collate.clauses import Clause
from accord.collate.places import Spanned
from accord.knowledge.words import function_words
from accord.model.accounts import Analysis
from accord.model.reports import Passage, Role
from accord.text.intervals import days_of
from accord.text.quotes import find_quotes

# So many words in a row outside quotation marks are no chance. Read on fifty events told by three outlets each: of
# the runs of six and of eight that two outlets share many are names and formulas ("according to the … office"); of ten
# seven stretches are left, two of them names, the others sentences of one hand.
COPIED_RUN = 10
# Of these so many must be words of their own, neither names nor the words that hold sentences together: "of the
# Port Authority of New York and New Jersey" is copied from nobody.
LEAST_TELLING = 3
# A run with more words than this between its first and its last is mostly a quotation that both give.
LONGEST = 60
# A clause is copied where copied runs cover this share of it.
MOSTLY = 0.6
COPIED_ROLES: frozenset[Role] = frozenset({"summary", "body"})
_WORD = re.compile(r"[^\W_]+(?:[.'’&-][^\W_]+)*")


class Window(Struct, frozen=True):
    """A run of words with its place in a report; copies have the same `run`, of which so many words are telling."""

    start: int
    end: int
    run: str
    telling: int


class Copied(Struct, frozen=True):
    """What a clause has in common with other reports word for word: the runs, and the report that had them first."""

    runs: frozenset[str]
    source: str


class Copies:
    """The runs of words that several reports of a story share outside quotation marks, by place.

    The report that was published first, of one day the first in the story, counts as the source of what it shares.
    """

    def __init__(self, analyses: Sequence[Analysis]) -> None:
        self.first: dict[str, str] = {}
        windows: dict[str, list[Window]] = {}
        shared: set[str] = set()
        for analysis in sorted(analyses, key=_day):
            id = analysis.report.id
            windows[id] = list(_windows(analysis))
            shared.update(window.run for window in windows[id] if self.first.setdefault(window.run, id) != id)
        self.windows = {
            id: Spanned((window, window) for window in _copied(found, shared)) for id, found in windows.items()
        }

    def of(self, clause: Clause) -> Copied | None:
        """Return what a clause shares with other reports; None where most of it is the report's own."""
        start, end = clause.span.start, clause.span.end
        held = self.windows.get(clause.span.report)
        found = held.touching(start, end) if held else []
        if not found or _covered(found, start, end) < MOSTLY * (end - start):
            return None
        return Copied(frozenset(window.run for window in found), self.first[found[0].run])


def _day(analysis: Analysis) -> date:
    days = days_of(analysis.report.published)
    return days[0] if days else date.max


def _windows(analysis: Analysis) -> Iterator[Window]:
    """Yield every run of so many words outside quotation marks, with the quoted words between and beside them."""
    text = analysis.report.text
    for passage in analysis.passages:
        if passage.role not in COPIED_ROLES:
            continue
        words = list(_WORD.finditer(text, passage.span.start, passage.span.end))
        telling = [word[0].islower() and word[0] not in function_words() for word in words]
        own = _unquoted(text, passage, words)
        for first, last in _runs(own, len(words)):
            run = " ".join(word[0].casefold() for word in words[first : last + 1])
            yield Window(words[first].start(), words[last].end(), run, sum(telling[first : last + 1]))


def _runs(own: Sequence[int], length: int) -> Iterator[tuple[int, int]]:
    """Yield the first and last word of runs that hold just so many of a passage's own words; each once, in order."""
    for at, (first, last) in enumerate(zip(own, own[COPIED_RUN - 1 :], strict=False)):
        before = own[at - 1] + 1 if at else 0
        behind = own[at + COPIED_RUN] if at + COPIED_RUN < len(own) else length
        yield from ((start, last) for start in range(max(before, last - LONGEST + 1), first + 1))
        yield from ((first, end) for end in range(last + 1, min(behind, first + LONGEST)))


def _copied(windows: Iterable[Window], shared: Collection[str]) -> Iterator[Window]:
    """Yield the windows that other reports have too, where enough of a passage that they make up is telling."""
    for is_shared, held in groupby(windows, key=lambda window: window.run in shared):
        passage = list(held)
        if is_shared and max(window.telling for window in passage) >= LEAST_TELLING:
            yield from passage


def _unquoted(text: str, passage: Passage, words: Sequence[re.Match[str]]) -> list[int]:
    """Words outside quotation marks, by number."""
    quotes = iter(find_quotes(text, passage.span.start, passage.span.end))
    quote = next(quotes, None)
    found = []
    for number, word in enumerate(words):
        while quote and quote.end <= word.start():
            quote = next(quotes, None)
        if not quote or word.start() < quote.start:
            found.append(number)
    return found


def _covered(windows: Sequence[Window], start: int, end: int) -> int:
    """How many characters of a stretch lie in windows, which stand in order."""
    covered, reached = 0, start
    for window in windows:
        covered += max(0, min(window.end, end) - max(window.start, reached))
        reached = max(reached, window.end)
    return covered

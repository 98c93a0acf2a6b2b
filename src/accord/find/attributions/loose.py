"""Quotations that no cue reaches: fragments behind "she said,", speech that goes on after the sentence of its cue."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from msgspec import structs

from accord.find.attributions.drafts import Draft
from accord.find.attributions.spans import Quotations, Stretch
from accord.model.accounts import ParsedReport
from accord.text.quotes import Quote

SPOKEN = 4
"""Words from which a quotation is taken as speech and not as a name, a title or a phrase held at arm's length."""


ALONE = 2
"""Words that will do where a quotation is all of a paragraph."""


def join_fragments(parsed: ParsedReport, drafts: Sequence[Draft], quotations: Quotations) -> list[Draft]:
    """Drafts with the quotations that go on where they end: one speech, one attribution, as PolNeAR marks it."""
    follower = _Follower(parsed, drafts, quotations)
    return [follower.follow(draft) for draft in drafts]


class _Follower:
    """What is needed to see whether a quotation goes on after a cue."""

    def __init__(self, parsed: ParsedReport, drafts: Sequence[Draft], quotations: Quotations) -> None:
        self._report, self._quotations = parsed.report, quotations
        self._reached = Reached(outer_reach(drafts, quotations))
        self._cues = sorted(draft.cue.start for draft in drafts if draft.cue)
        self._starts = [sentence.start for sentence in parsed.sentences]

    def follow(self, draft: Draft) -> Draft:
        """Take in fragment after fragment until another speaks or the report goes on in its own words."""
        content = list(draft.content)
        end = max(stretch[1] for stretch in draft.reach)
        if draft.kind == "indirect" or not self._quotations.within(content[0].start, content[0].end):
            return draft
        if before := self._before(draft):
            content.insert(0, self._report.span(before.start, before.end))
        while (quote := self._quotations.after(end)) and self._goes_on(end, quote) and not self._reached.has(quote):
            content.append(self._report.span(quote.start, quote.end))
            end = quote.end
        return structs.replace(draft, content=tuple(content)) if len(content) > len(draft.content) else draft

    def _before(self, draft: Draft) -> Quote | None:
        """The fragment that a cue interrupts: `“First,” she said, “the vote stands.”` where the tree saw the second."""
        start = min(stretch[0] for stretch in draft.reach)
        quote = self._quotations.before(start)
        if quote is None or draft.content[0].start == start or quote.is_single or self._reached.has(quote):
            return None
        text = self._report.text
        return quote if not text[quote.end : start].strip() and "," in text[quote.end - 2 : quote.end] else None

    def _goes_on(self, end: int, quote: Quote) -> bool:
        """Whether only the rest of the cue's sentence parts two quotations, and no other cue stands there."""
        text = self._report.text
        between = text[end : quote.start]
        if quote.is_single or "\n" in between or bisect_left(self._cues, end) != bisect_left(self._cues, quote.start):
            return False
        here, there = bisect_right(self._starts, max(end - 1, 0)), bisect_right(self._starts, quote.start + 1)
        if here == there:
            return not between.strip(" ,—–-:")
        return there - here == 1 and quote.start <= self._starts[there - 1] + 1 and is_speech(text, quote, least=1)


def outer_reach(drafts: Sequence[Draft], quotations: Quotations) -> list[list[Stretch]]:
    """Stretches of the attributions whose cue stands outside quotation marks: those inside are the speaker's own."""
    return [one.reach for one in drafts if one.cue is None or not quotations.within(one.cue.start, one.cue.end)]


class Reached:
    """Stretches of the text that attributions have taken up."""

    def __init__(self, taken: Sequence[Sequence[Stretch]]) -> None:
        covered = sorted(stretch for each in taken for stretch in each)
        self._starts = [start for start, _ in covered]
        self._ends: list[int] = []
        for _, end in covered:
            self._ends.append(max(end, self._ends[-1] if self._ends else 0))

    def has(self, quote: Quote) -> bool:
        """Whether any part of a quotation is taken."""
        before = bisect_right(self._starts, quote.end - 1)
        return bool(before) and self._ends[before - 1] > quote.start + 1


def find_loose(parsed: ParsedReport, quotations: Quotations, drafts: Sequence[Draft]) -> list[Quote]:
    """Quotations outside every attribution that are sentences of their own."""
    reached = Reached(outer_reach(drafts, quotations))
    text = parsed.report.text
    cues = sorted(draft.cue.start for draft in drafts if draft.cue)

    def tells_itself(quote: Quote) -> bool:
        """Whether a quotation was never closed and holds the cue of its own speech: `“We agree, she said.`."""
        return not quote.is_closed and bisect_left(cues, quote.start) != bisect_left(cues, quote.end)

    def least(quote: Quote) -> int:
        """Words that make a quotation speech: fewer where it is a paragraph of its own."""
        line = text[text.rfind("\n", 0, quote.start) + 1 : quote.end].strip()
        is_alone = quote.end - quote.start == len(line) and text[quote.end : quote.end + 1] in ("", "\n")
        return ALONE if is_alone else SPOKEN

    def stands_alone(quote: Quote) -> bool:
        return quotations.run_of(quote) >= 0 or (is_speech(text, quote, least(quote)) and not tells_itself(quote))

    return [quote for quote in quotations.quotes if not reached.has(quote) and stands_alone(quote)]


def find_echoes(parsed: ParsedReport, quotations: Quotations, drafts: Sequence[Draft]) -> list[tuple[Quote, Draft]]:
    """Phrases quoted in a headline or heading and in no attribution there, each with the one that holds their words."""
    reached = Reached([draft.reach for draft in drafts])
    heads = [one.span for one in parsed.passages if one.role in ("headline", "heading")]
    spoken = [(_folded(" ".join(span.text for span in one.content)), one) for one in drafts]
    text, found = parsed.report.text, []
    for quote in (one for span in heads for one in quotations.within(span.start, span.end)):
        words = _folded(text[quote.start : quote.end])
        source = next((draft for said, draft in spoken if f" {words} " in f" {said} "), None)
        if source and words and not reached.has(quote):
            found.append((quote, source))
    return found


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def is_speech(text: str, quote: Quote, least: int = SPOKEN) -> bool:
    """Whether a quotation reads as something said: it begins as a sentence does and has several words.

    Right behind the sentence of a cue one word will do: `“The vote stands,” she said. “Always.”`.
    """
    inner = text[quote.start : quote.end].strip("\"'“”‘’«»„ ")
    return inner[:1].isupper() and len(inner.split()) >= least and inner[-1:] in ".!?,…"

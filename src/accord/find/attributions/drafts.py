"""An attribution with its spans, before speakers and chains are known."""

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

from accord.find.attributions.candidates import Candidate
from accord.find.attributions.spans import Quotations, Stretch, stretches_beyond, stretches_of
from accord.find.attributions.trees import Tree
from accord.model.reports import Report
from accord.model.spans import Span
from accord.text.quotes import Quote

Kind = Literal["direct", "indirect", "mixed"]


class Draft(Struct, frozen=True):
    """Source, cue and content of one attribution; `candidate` is None for a quotation that stands alone.

    `echo` is the attribution whose words a phrase in a headline repeats.
    """

    content: tuple[Span, ...]
    kind: Kind
    source: Span | None = None
    cue: Span | None = None
    candidate: Candidate | None = None
    echo: "Draft | None" = None

    @property
    def reach(self) -> list[Stretch]:
        """Stretches that the attribution takes up."""
        return [(span.start, span.end) for span in (*self.content, *filter(None, (self.source, self.cue)))]

    @property
    def order(self) -> tuple[int, int]:
        """Place in the text: that of the first part; the longer of two goes first."""
        return min(start for start, _ in self.reach), -self.content[-1].end

    def holds(self, other: "Draft") -> bool:
        """Whether the other attribution's cue, or its content where it has none, lies in this one's content."""
        inner = other.cue or other.content[0]
        return other is not self and any(span.start <= inner.start and inner.end <= span.end for span in self.content)


def make_draft(report: Report, tree: Tree, candidate: Candidate, quotations: Quotations) -> Draft | None:
    """Lay a candidate's tokens out in the text; None where it has no content there."""
    sentence = tree.sentence
    cue = sentence.span_of(*candidate.cue)
    source = report.span(*sentence.span_of(*candidate.source)) if candidate.source else None
    stretches = (
        stretches_of(report.text, sentence, candidate.content, cue, quotations)
        if candidate.content
        else stretches_beyond(report.text, sentence, quotations)
    )
    # a stretch whose opening mark and cue stand in one another's place has nothing left of it
    stretches = [(start, end) for start, end in stretches if start < end]
    if not stretches:
        return None
    content = tuple(report.span(*stretch) for stretch in stretches)
    return Draft(content, kind_of(stretches, quotations, report.text), source, report.span(*cue), candidate)


def quote_draft(report: Report, quote: Quote, echo: Draft | None = None, *, kind: Kind = "direct") -> Draft:
    """Make the draft of a quotation that stands alone."""
    return Draft((report.span(quote.start, quote.end),), kind, echo=echo)


def kind_of(stretches: Iterable[Stretch], quotations: Quotations, text: str) -> Kind:
    """Direct where all letters stand in quotation marks, mixed where some do, else indirect."""
    inside = total = 0
    for start, end in stretches:
        total += _letters(text, start, end)
        for quote in quotations.within(start, end):
            inside += _letters(text, max(start, quote.start), min(end, quote.end))
    return "direct" if inside == total else "mixed" if inside else "indirect"


def _letters(text: str, start: int, end: int) -> int:
    return sum(map(str.isalnum, text[start:end]))


def without_copies(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts in order of the text, of two with the same cue or the same content and source only the surer."""
    kept: dict[tuple[Stretch, ...], Draft] = {}
    said: set[tuple[Span | None, tuple[Span, ...]]] = set()
    for draft in sorted(drafts, key=lambda one: (-(one.candidate.strength if one.candidate else 0), one.order)):
        key = ((draft.cue.start, draft.cue.end),) if draft.cue else tuple(draft.reach)
        words = draft.source, draft.content
        if key not in kept and words not in said:
            kept[key] = draft
            said.add(words)
    return sorted(kept.values(), key=lambda draft: draft.order)

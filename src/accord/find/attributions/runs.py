"""Speech over several paragraphs made one attribution: parts without a cue go with the one that has one."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import structs

from accord.find.attributions.drafts import Draft, quote_draft
from accord.find.attributions.spans import Quotations
from accord.model.reports import Report
from accord.model.spans import Span
from accord.text.quotes import Quote


def with_runs(report: Report, drafts: Sequence[Draft], loose: Sequence[Quote], quotations: Quotations) -> list[Draft]:
    """Drafts with the quotations that no cue reaches: those of one run together, with its cue if it has one."""
    tellers = _tellers(drafts, quotations)
    added: dict[int, list[Span]] = {}
    alone: dict[int, list[Quote]] = {}
    for quote in loose:
        run = quotations.run_of(quote)
        told = tellers.get(run, [])
        if told:
            before = bisect_right(told, quote.start, key=lambda one: one[0])
            added.setdefault(told[max(before - 1, 0)][1], []).append(report.span(quote.start, quote.end))
        else:
            alone.setdefault(run if run >= 0 else -1 - quote.start, []).append(quote)
    joined = [_with(draft, added.get(number, [])) for number, draft in enumerate(drafts)]
    return joined + [_with(quote_draft(report, first), _spans(report, rest)) for first, *rest in alone.values()]


def _tellers(drafts: Sequence[Draft], quotations: Quotations) -> dict[int, list[tuple[int, int]]]:
    """For each run the drafts that tell who speaks in it: where their part begins, and their number."""
    found: dict[int, list[tuple[int, int]]] = {}
    for number, draft in enumerate(drafts):
        if draft.cue and draft.kind != "indirect" and not quotations.within(draft.cue.start, draft.cue.end):
            for run, start in _parts(draft, quotations):
                found.setdefault(run, []).append((start, number))
    return {run: sorted(told) for run, told in found.items()}


def _parts(draft: Draft, quotations: Quotations) -> Iterator[tuple[int, int]]:
    """Runs that an attribution has a part of, each with where that part begins."""
    for span in draft.content:
        for quote in quotations.within(span.start, span.end):
            if (run := quotations.run_of(quote)) >= 0:
                yield run, quote.start


def _spans(report: Report, quotes: Sequence[Quote]) -> list[Span]:
    return [report.span(one.start, one.end) for one in quotes]


def _with(draft: Draft, spans: Sequence[Span]) -> Draft:
    content = sorted((*draft.content, *spans), key=lambda span: span.start)
    return structs.replace(draft, content=tuple(content)) if spans else draft

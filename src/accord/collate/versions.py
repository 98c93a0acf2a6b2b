"""What changed from one version of a report to the next."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal

from accord.model.accounts import Analysis
from accord.model.reports import CONTENT_ROLES, Passage, Report
from accord.model.spans import Span
from accord.model.versions import Change, Edit, Version

ALIKE = 0.5
"""Share of words that two passages have in common from which the one is the other rewritten."""
NEAR = 5
"""Passages within which the one that was rewritten is looked for."""
MOST = 100_000
"""Pairs of passages or of words that are compared in order; beyond, passages are told apart by their texts alone."""
_WORD = re.compile(r"\w+(?:[.,’'-]\w+)*|[^\w\s]")

Pair = tuple[Analysis, Analysis]


def versions_of(chains: Sequence[Sequence[Analysis]]) -> tuple[Version, ...]:
    """Return each version but the latest with what changed from it to the next."""
    return tuple(_version(chain[-1].report.id, pair) for chain in chains for pair in pairwise(chain))


def _version(report: str, pair: Pair) -> Version:
    earlier, later = pair
    known = {passage.span.text for passage in earlier.passages}
    notes = [one.span for one in later.passages if one.role == "note" and one.span.text not in known]
    return Version(report, earlier.report, later.report.id, find_changes(pair), tuple(notes))


def find_changes(pair: Pair) -> tuple[Change, ...]:
    """Return what changed in the passages that tell the story, in the order of the text."""
    old, new = ([passage for passage in one.passages if passage.role in CONTENT_ROLES] for one in pair)
    start = _count_same(old, new)
    end = _count_same(old[start:][::-1], new[start:][::-1])
    return tuple(_compare_all(pair, old[start : len(old) - end], new[start : len(new) - end]))


def _count_same(old: Sequence[Passage], new: Sequence[Passage]) -> int:
    """How many passages are the same from the beginning on."""
    pairs = enumerate(zip(old, new, strict=False))
    differing = (at for at, (one, other) in pairs if one.span.text != other.span.text)
    return next(differing, min(len(old), len(new)))


def _compare_all(pair: Pair, old: Sequence[Passage], new: Sequence[Passage]) -> Iterator[Change]:
    before, after = [one.span.text for one in old], [one.span.text for one in new]
    if len(before) * len(after) > MOST:
        kept = set(before) & set(after)
        yield from (Change("removed", one.span, None) for one in old if one.span.text not in kept)
        yield from (Change("added", None, one.span) for one in new if one.span.text not in kept)
        return
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from _compare(pair, old[a:b], new[c:d])


def _compare(pair: Pair, old: Sequence[Passage], new: Sequence[Passage]) -> Iterator[Change]:
    """Pair the passages of a changed stretch, in order, where they are alike; the rest was removed or added."""
    at = 0
    for passage in old:
        match = next((i for i in range(at, min(at + NEAR, len(new))) if _alike(passage, new[i])), None)
        if match is None:
            yield Change("removed", passage.span, None)
            continue
        yield from (Change("added", None, one.span) for one in new[at:match])
        edits = tuple(_find_edits(pair, passage.span, new[match].span))
        yield Change("rewritten", passage.span, new[match].span, edits)
        at = match + 1
    yield from (Change("added", None, one.span) for one in new[at:])


def _alike(one: Passage, other: Passage) -> bool:
    mine, theirs = set(one.span.text.split()), set(other.span.text.split())
    return len(mine & theirs) >= ALIKE * max(len(mine), len(theirs), 1)


def _find_edits(pair: Pair, before: Span, after: Span) -> Iterator[Edit]:
    """Yield the words that differ, a run of them at a time; none where the passages are too long to compare."""
    old, new = list(_WORD.finditer(before.text)), list(_WORD.finditer(after.text))
    if len(old) * len(new) > MOST:
        return
    matcher = SequenceMatcher(None, [one[0] for one in old], [one[0] for one in new], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            one = _span(pair[0].report, before.start, old[a:b])
            other = _span(pair[1].report, after.start, new[c:d])
            yield Edit(_kind(pair, one, other), one, other)


def _span(report: Report, start: int, words: Sequence[re.Match[str]]) -> Span | None:
    return report.span(start + words[0].start(), start + words[-1].end()) if words else None


def _kind(pair: Pair, before: Span | None, after: Span | None) -> Literal["figure", "date", "wording"]:
    """Name what another value is given of: 36 → 37, Monday → Tuesday."""
    if before is None or after is None:
        return "wording"
    if _differ(_figures(pair[0], before), _figures(pair[1], after)):
        return "figure"
    return "date" if _differ(_times(pair[0], before), _times(pair[1], after)) else "wording"


def _differ(old: set[object], new: set[object]) -> bool:
    return bool(old and new) and old != new


def _figures(analysis: Analysis, span: Span) -> set[object]:
    found = [figure for figure in analysis.figures if figure.span.overlaps(span)]
    return {(one.value, one.min, one.max, one.comparator, one.unit) for one in found}


def _times(analysis: Analysis, span: Span) -> set[object]:
    return {time.edtf or time.span.text for time in analysis.times if time.span.overlaps(span)}

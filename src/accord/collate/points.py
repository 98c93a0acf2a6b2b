"""Points: what readings say in common, how they stand, and why they are together."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain as joined
from itertools import groupby

import msgspec

from accord.collate.alignment import Group, align
from accord.collate.chains import chain_of, voice_of
from accord.collate.clauses import Clause
from accord.collate.contexts import Contexts, Told
from accord.collate.copies import Copies
from accord.collate.differences import differences_of
from accord.collate.independence import Independence, independence_of
from accord.model.accounts import Analysis
from accord.model.findings import Actor
from accord.model.points import Difference, DifferenceKind, Point, Reading, Standing
from accord.model.reports import Role
from accord.model.spans import Span

# Differences of these kinds, where both can't be true, put a point in dispute.
DISPUTING: frozenset[DifferenceKind] = frozenset({"figure", "polarity", "attribution"})
TELLING_ROLES: frozenset[Role] = frozenset({"headline", "summary", "body", "caption"})
# A clause is told by the readings within it where they have more than this of its characters.
MOST_TOLD = 0.4
# A sentence without a complete clause and with fewer content words, actors, times and figures says too little to stand
# as a point by itself; one in a caption then is a credit.
LEAST_HELD = 4


def points_of(
    analyses: Sequence[Analysis], clauses: Sequence[Sequence[Clause]], actors: Mapping[str, Actor]
) -> tuple[Point, ...]:
    """Align the clauses of a story's reports; then add what one report alone tells, a sentence at a time."""
    every = list(joined.from_iterable(clauses))
    of_report = {analysis.report.id: analysis for analysis in analyses}
    voices = {analysis.report.id: voice_of(analysis) for analysis in analyses}
    copies = Copies(analyses)
    chained = telling(analyses, every, actors)
    groups = align(every)
    taken = _Taken(every[index] for group in groups for index in group.members)
    told = [[chained(every[index]) for index in group.members] for group in groups]
    shared = [
        _point(group, each, independence_of(each, copies, voices)) for group, each in zip(groups, told, strict=True)
    ]
    shared.sort(
        key=lambda point: (-len({reading.span.report for reading in point.readings}), -point.independent_origins)
    )
    alone = [_single(span, [chained(clause) for clause in held]) for span, held in _left_over(every, taken, of_report)]
    return tuple(
        msgspec.structs.replace(point, id=f"p{number}") for number, point in enumerate((*shared, *alone), start=1)
    )


def telling(
    analyses: Sequence[Analysis], clauses: Sequence[Clause], actors: Mapping[str, Actor]
) -> Callable[[Clause], Told]:
    """Return what gives a clause of a story its chain, and what stands around it."""
    of_report = {analysis.report.id: analysis for analysis in analyses}
    voices = {analysis.report.id: voice_of(analysis) for analysis in analyses}
    contexts = Contexts(analyses, clauses)

    def told(clause: Clause) -> Told:
        report = clause.span.report
        chain = chain_of(clause, of_report[report], actors, voices[report])
        reading = msgspec.structs.replace(chain.reading, within=contexts.whole_of(clause))
        return contexts.told(clause, msgspec.structs.replace(chain, reading=reading))

    return told


def _point(group: Group, told: Sequence[Told], independence: Independence) -> Point:
    differences = differences_of(told)
    return Point(
        id="",
        gist=told[0].clause.span,
        readings=_in_place([each.chain.reading for each in told]),
        standing=_standing(differences, independence.origins),
        independent_origins=independence.origins,
        differences=differences,
        because=group.because,
        merged=independence.merged,
    )


def _standing(differences: Sequence[Difference], origins: int) -> Standing:
    """Disputed where readings can't all be true; corroborated by two roots or more, however many outlets repeat one."""
    if any(not difference.compatible and difference.kind in DISPUTING for difference in differences):
        return "disputed"
    return "corroborated" if origins > 1 else "single"


def _single(span: Span, told: Sequence[Told]) -> Point:
    """Make a point of what one report alone has: one reading, with the chain of its fullest clause."""
    reading = max(told, key=lambda each: len(each.clause.stems)).chain.reading
    return Point(
        id="",
        gist=span,
        readings=(msgspec.structs.replace(reading, span=span, within=None),),
        standing="single",
        independent_origins=1,
    )


class _Taken:
    """What shared points hold of each sentence."""

    def __init__(self, clauses: Iterable[Clause]) -> None:
        self._spans: dict[tuple[str, int], list[Span]] = {}
        for clause in clauses:
            self._spans.setdefault((clause.span.report, clause.sentence), []).append(clause.span)

    def of_sentence(self, clause: Clause) -> list[Span]:
        """Return the stretches of a clause's sentence that are readings already."""
        return self._spans.get((clause.span.report, clause.sentence), [])


def _left_over(
    every: Sequence[Clause], taken: _Taken, of_report: Mapping[str, Analysis]
) -> Iterator[tuple[Span, list[Clause]]]:
    """Yield what no shared point holds: a sentence with its clauses, or of one that is told in part the rest.

    The rest are the complete clauses, the longest first, of which most stands in no reading yet.
    """
    for (report, number), clauses in groupby(every, key=lambda clause: (clause.span.report, clause.sentence)):
        held = list(clauses)
        told = taken.of_sentence(held[0])
        if held[0].role not in TELLING_ROLES:
            continue
        if not told and _is_telling(held):
            sentence = of_report[report].sentences[number]
            yield of_report[report].report.span(sentence.start, sentence.end), held
        elif told:
            yield from ((clause.span, [clause]) for clause in _rest(held, told))


def _rest(clauses: Sequence[Clause], told: Sequence[Span]) -> Iterator[Clause]:
    covered = list(told)
    for clause in sorted(clauses, key=lambda clause: (clause.span.start - clause.span.end, clause.span)):
        length = clause.span.end - clause.span.start
        if clause.complete and _shared(clause.span, covered) <= MOST_TOLD * length:
            covered.append(clause.span)
            yield clause


def _shared(span: Span, others: Sequence[Span]) -> int:
    """Characters of a span that stand in any of the others."""
    inside = sorted((max(other.start, span.start), min(other.end, span.end)) for other in others)
    shared, reached = 0, span.start
    for start, end in inside:
        if end > max(start, reached):
            shared += end - max(start, reached)
            reached = end
    return shared


def _is_telling(clauses: Sequence[Clause]) -> bool:
    if any(clause.complete for clause in clauses):
        return True
    held = sum(len(clause.stems) + len(clause.actors) + len(clause.times) + len(clause.figures) for clause in clauses)
    return held >= LEAST_HELD and clauses[0].role != "caption"


def _in_place(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    return tuple(sorted(readings, key=lambda reading: (reading.span.report, reading.span.start)))

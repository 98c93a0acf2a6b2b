"""Points: what readings say in common, how they stand, and why they are together."""

from collections.abc import Collection, Iterator, Mapping, Sequence
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

# Differences of these kinds, where both can't be true, put a point in dispute.
DISPUTING: frozenset[DifferenceKind] = frozenset({"figure", "polarity", "attribution"})
TELLING_ROLES: frozenset[Role] = frozenset({"headline", "summary", "body", "caption"})
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
    contexts = Contexts(analyses, every)

    def chained(clause: Clause) -> Told:
        report = clause.span.report
        return contexts.told(clause, chain_of(clause, of_report[report], actors, voices[report]))

    groups = align(every)
    taken = {(every[index].span.report, every[index].sentence) for group in groups for index in group.members}
    told = [[chained(every[index]) for index in group.members] for group in groups]
    shared = [
        _shared(group, each, independence_of(each, copies, voices)) for group, each in zip(groups, told, strict=True)
    ]
    shared.sort(
        key=lambda point: (-len({reading.span.report for reading in point.readings}), -point.independent_origins)
    )
    alone = [
        _single(of_report[held[0].span.report], [chained(clause) for clause in held])
        for held in _left_over(every, taken)
    ]
    return tuple(
        msgspec.structs.replace(point, id=f"p{number}") for number, point in enumerate((*shared, *alone), start=1)
    )


def _shared(group: Group, told: Sequence[Told], independence: Independence) -> Point:
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


def _single(analysis: Analysis, told: Sequence[Told]) -> Point:
    """Make a point of a sentence that one report alone has: one reading, with the chain of its fullest clause."""
    reading = max(told, key=lambda each: len(each.clause.stems)).chain.reading
    sentence = analysis.sentences[told[0].clause.sentence]
    span = analysis.report.span(sentence.start, sentence.end)
    return Point(
        id="",
        gist=span,
        readings=(msgspec.structs.replace(reading, span=span),),
        standing="single",
        independent_origins=1,
    )


def _left_over(every: Sequence[Clause], taken: Collection[tuple[str, int]]) -> Iterator[list[Clause]]:
    """Yield the clauses of each telling sentence that no shared point holds."""
    for (report, sentence), clauses in groupby(every, key=lambda clause: (clause.span.report, clause.sentence)):
        held = list(clauses)
        if (report, sentence) not in taken and held[0].role in TELLING_ROLES and _is_telling(held):
            yield held


def _is_telling(clauses: Sequence[Clause]) -> bool:
    if any(clause.complete for clause in clauses):
        return True
    held = sum(len(clause.stems) + len(clause.actors) + len(clause.times) + len(clause.figures) for clause in clauses)
    return held >= LEAST_HELD and clauses[0].role != "caption"


def _in_place(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    return tuple(sorted(readings, key=lambda reading: (reading.span.report, reading.span.start)))

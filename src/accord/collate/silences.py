"""What was left out: by somebody, as a report says; by a report, as the others show."""

from collections.abc import Iterator, Sequence

from accord.knowledge.markers import find_omission
from accord.model.accounts import Analysis
from accord.model.points import Omission, Point

# A report is missed from a point that this share of the reports carry, and only among at least so many reports.
MOST_CARRY = 0.6
LEAST_REPORTS = 3
# A report with less text than this leaves out for want of room.
LEAST_CHARACTERS = 1200


def reported_omissions(analyses: Sequence[Analysis]) -> Iterator[Omission]:
    """Sentences that say that somebody left something out."""
    for analysis in analyses:
        for sentence in analysis.sentences:
            words = [word.lower().replace("’", "'") for word in sentence.words]
            if find_omission(words):
                span = analysis.report.span(sentence.start, sentence.end)
                yield Omission(kind="reported", report=analysis.report.id, evidence=span)


def observed_omissions(analyses: Sequence[Analysis], points: Sequence[Point]) -> Iterator[Omission]:
    """Points that most reports carry and a report long enough to hold them does not: not in the text we have."""
    if len(analyses) < LEAST_REPORTS:
        return
    long_enough = [
        analysis.report.id
        for analysis in analyses
        if sum(passage.span.end - passage.span.start for passage in analysis.passages if passage.is_content)
        >= LEAST_CHARACTERS
    ]
    for point in points:
        carrying = {reading.span.report for reading in point.readings}
        missing = tuple(report for report in long_enough if report not in carrying)
        if missing and len(carrying) >= MOST_CARRY * len(analyses):
            yield Omission(kind="observed", evidence=None, missing_from=missing, point=point.id)

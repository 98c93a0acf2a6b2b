"""What was left out: by somebody, as a report says; by a report, as the others show."""

from collections.abc import Iterator, Sequence

from accord.knowledge.markers import find_omission
from accord.knowledge.words import function_words
from accord.model.accounts import Analysis
from accord.model.points import Omission, Point
from accord.text.stems import stem, words_of

# A report is missed from a point that this share of the reports carry, and at least so many: where two of three tell a
# thing, that the third does not says little.
MOST_CARRY, LEAST_CARRIERS = 0.6, 3
# What is told nearly so elsewhere in a report is not left out: a sentence that has this share of the gist's words.
TOLD_ELSEWHERE = 0.6
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
    long_enough = [analysis for analysis in analyses if _length(analysis) >= LEAST_CHARACTERS]
    sentences: dict[str, list[frozenset[str]]] = {}
    for point in points:
        carrying = {reading.span.report for reading in point.readings}
        if len(carrying) < max(LEAST_CARRIERS, MOST_CARRY * len(analyses)):
            continue
        gist = _words(words_of(point.gist.text))
        missing = []
        for analysis in long_enough:
            id = analysis.report.id
            if id not in carrying:
                told = sentences.setdefault(id, []) or [_words(sentence.words) for sentence in analysis.sentences]
                sentences[id] = told
                if not any(len(gist & words) >= TOLD_ELSEWHERE * len(gist) for words in told):
                    missing.append(id)
        if missing:
            yield Omission(kind="observed", evidence=None, missing_from=tuple(missing), point=point.id)


def _length(analysis: Analysis) -> int:
    return sum(passage.span.end - passage.span.start for passage in analysis.passages if passage.is_content)


def _words(words: Sequence[str]) -> frozenset[str]:
    return frozenset(stem(word) for word in words if word[0].isalnum() and word.lower() not in function_words())

"""What parties agreed, pledged, proposed or are expected to do: the commitments of one report."""

from collections.abc import Sequence

from accord.find.commitments.cues import Pledge, find_pledges
from accord.find.commitments.lists import find_items
from accord.find.lexical import LexicalTree
from accord.find.parties import Parties
from accord.knowledge.commitments import find_instrument, find_topics
from accord.model.accounts import ParsedReport
from accord.model.findings import Actor, Attribution, Commitment, CommitmentReading, Figure, Time
from accord.model.spans import Span

ISO_4217 = 3
"""Letters of a currency's code: units of that length in capitals are money."""


def find_commitments(
    parsed: ParsedReport,
    actors: Sequence[Actor],
    figures: Sequence[Figure],
    attributions: Sequence[Attribution],
    times: Sequence[Time],
) -> tuple[Commitment, ...]:
    """Find every commitment of a report, one reading each, ids c1, c2 …; none without a parse.

    Items of a list are their own, at the stage of the bundle that they are in. Equal ones are merged when a story is
    collated.
    """
    parties = Parties(parsed.sentences, actors)
    found: list[tuple[int, Pledge]] = []
    bundle: Pledge | None = None
    for index, sentence in enumerate(parsed.sentences):
        if not sentence.heads:
            continue
        tree = LexicalTree(sentence)
        pledges = find_pledges(tree, index, parties)
        items = find_items(tree, parties, bundle, pledges)
        found += [(index, pledge) for pledge in (*pledges, *items)]
        parties.close(index)
        bundle = next((pledge for pledge in reversed(pledges) if pledge.is_bundle), bundle)
    names = {actor.id: actor.name for actor in actors}
    money = [
        figure.span for figure in figures if figure.unit and len(figure.unit) == ISO_4217 and figure.unit.isupper()
    ]
    return tuple(
        _commitment(parsed, f"c{number}", index, pledge, attributions, names, money)
        for number, (index, pledge) in enumerate(found, 1)
    )


def _commitment(
    parsed: ParsedReport,
    id: str,
    index: int,
    pledge: Pledge,
    attributions: Sequence[Attribution],
    names: dict[str, str],
    money: Sequence[Span],
) -> Commitment:
    sentence = parsed.sentences[index]
    span = parsed.report.span(*sentence.span_of(*pledge.stretch))
    subject = parsed.report.span(*sentence.span_of(*pledge.subject))
    return Commitment(
        id=id,
        subject=subject,
        readings=(CommitmentReading(span, pledge.stage, _via(span, attributions, names)),),
        parties=pledge.parties,
        instrument=find_instrument(span.text),
        topics=_topics(span, subject, money),
    )


def _topics(span: Span, subject: Span, money: Sequence[Span]) -> tuple[str, ...]:
    """Topics of the subject, else of the clause; money promised is finance whatever it is for."""
    found = find_topics(subject.text) or find_topics(span.text)
    paid = any(span.overlaps(each) for each in money)
    return (*found, "finance") if paid and "finance" not in found else found


def _via(span: Span, attributions: Sequence[Attribution], names: dict[str, str]) -> tuple[str, ...]:
    """Through whom the report has a reading: the source of the narrowest attribution whose content holds it."""
    holding = [
        each
        for each in attributions
        if any(part.holds(span) for part in each.content) and not (each.cue and span.overlaps(each.cue))
    ]
    if not holding:
        return ()
    nearest = min(holding, key=lambda each: sum(part.end - part.start for part in each.content))
    return nearest.via or tuple(names[speaker] for speaker in nearest.speaker if speaker in names)

"""What parties agreed, pledged, proposed or are expected to do: the commitments of one report."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from accord.find.commitments.binding import is_foretold
from accord.find.commitments.cues import Pledge, find_pledges
from accord.find.commitments.lists import find_items
from accord.find.commitments.matters import topics_of
from accord.find.lexical import LexicalTree
from accord.find.parties import Parties
from accord.knowledge.commitments import find_instrument
from accord.knowledge.tables import read_words
from accord.model.accounts import ParsedReport
from accord.model.findings import Actor, Attribution, Commitment, CommitmentReading, Figure, Time
from accord.model.sentences import Sentence
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
    parties = Parties(parsed.sentences, actors, parsed.report.text)
    found: list[tuple[int, Pledge]] = []
    bundle: Pledge | None = None
    for index, sentence in enumerate(parsed.sentences):
        if not sentence.heads:
            continue
        tree = LexicalTree(sentence)
        pledges = find_pledges(tree, index, parties)
        items = find_items(tree, parties, bundle, pledges)
        pledges = [
            pledge
            for pledge in pledges
            if not is_foretold(_span(parsed, index, pledge), pledge.by, attributions, parties)
        ]
        found += [(index, pledge) for pledge in (*pledges, *items)]
        bundle = next((pledge for pledge in reversed(pledges) if pledge.is_bundle), bundle)
    names = {actor.id: actor.name for actor in actors}
    # by identity: the pledge of a bundle and the one that its items point at are the same object
    ids = {id(pledge): f"c{number}" for number, (_, pledge) in enumerate(found, 1)}
    starts = [figure.span.start for figure in figures]
    placed = [time for time in times if time.edtf and time.kind == "date"]
    return tuple(
        _commitment(parsed, ids, index, pledge, attributions, names, _within(parsed, index, figures, starts), placed)
        for index, pledge in found
    )


def _span(parsed: ParsedReport, index: int, pledge: Pledge) -> Span:
    return parsed.report.span(*parsed.sentences[index].span_of(*pledge.stretch))


def _within(parsed: ParsedReport, index: int, figures: Sequence[Figure], starts: Sequence[int]) -> tuple[Figure, ...]:
    """Figures of a sentence: they come in text order."""
    sentence = parsed.sentences[index]
    start, end = sentence.span_of(0, len(sentence))
    return tuple(figures[bisect_left(starts, start) : bisect_left(starts, end)])


def _commitment(
    parsed: ParsedReport,
    ids: Mapping[int, str],
    index: int,
    pledge: Pledge,
    attributions: Sequence[Attribution],
    names: dict[str, str],
    figures: Sequence[Figure],
    times: Sequence[Time],
) -> Commitment:
    sentence = parsed.sentences[index]
    span = _span(parsed, index, pledge)
    subject = parsed.report.span(*sentence.span_of(*pledge.subject))
    within = [figure for figure in figures if span.overlaps(figure.span)]
    return Commitment(
        id=ids[id(pledge)],
        subject=subject,
        readings=(CommitmentReading(span, pledge.stage, _via(span, attributions, names), _date(span, times)),),
        parties=pledge.parties,
        instrument=find_instrument(span.text),
        topics=_topics(sentence, pledge, any(_is_money(figure) for figure in within)),
        parent=ids.get(id(pledge.bundle)),
        amounts=tuple(figure.span for figure in within if span.holds(figure.span) and _is_amount(figure)),
    )


def _date(span: Span, times: Sequence[Time]) -> str | None:
    """Day that a reading gives, the first of several; times come in text order."""
    first = bisect_left(times, span.start, key=lambda time: time.span.start)
    return times[first].edtf if first < len(times) and span.holds(times[first].span) else None


def _is_money(figure: Figure) -> bool:
    return figure.unit is not None and len(figure.unit) == ISO_4217 and figure.unit.isupper()


def _is_amount(figure: Figure) -> bool:
    """Whether a figure says how much is promised: money, a share, troops or arms."""
    return figure.unit == "%" or _is_money(figure) or figure.unit in read_words("force_words.txt")


def _topics(sentence: Sentence, pledge: Pledge, paid: bool) -> tuple[str, ...]:
    """Topics of the subject, else of the clause; money promised is finance whatever it is for."""
    found = topics_of(sentence, *pledge.subject) or topics_of(sentence, *pledge.stretch)
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

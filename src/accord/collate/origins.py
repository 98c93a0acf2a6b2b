"""Whom each report leans on: agencies and media that it cites, and where the credit lines say its pictures are from."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from accord.collate.citations import media_in
from accord.knowledge.media import Medium, find_medium
from accord.knowledge.offices import office_kind
from accord.knowledge.sources import source_nouns
from accord.model.accounts import Analysis
from accord.model.findings import Actor, Attribution
from accord.model.points import Origin, OriginKind
from accord.model.spans import Span
from accord.text.inflections import base_forms

DETERMINERS = frozenset(("a", "an", "the", "its", "their", "his", "her", "this", "that", "these", "those"))
# Words at which a noun's own phrase has ended, and at which all that belongs to it has.
PREPOSITIONS = frozenset(("of", "in", "on", "at", "from", "with", "by", "for", "to"))
CLAUSAL = frozenset(("who", "whose", "which", "that", "familiar", "close", "speaking"))
# A person without a post, or a minister, is one the story is told by where no more than this share of reports name him.
FEW_REPORTS = 0.5
TELLING_KINDS = frozenset({"spokesperson", "diplomat", "expert", "official", "military", None})
CREDITED_ROLES = frozenset({"byline", "dateline", "credit", "caption"})


def origins_of(analyses: Sequence[Analysis], actors: Mapping[str, Actor]) -> tuple[Origin, ...]:
    """List each report's origins with their evidence, in the order in which the report shows them."""
    few = max(1.0, FEW_REPORTS * len(analyses))
    heard = frozenset(id for id, actor in actors.items() if len({span.report for span in actor.mentions}) <= few)
    return tuple(origin for analysis in analyses for origin in _of_report(analysis, actors, heard))


def _of_report(analysis: Analysis, actors: Mapping[str, Actor], heard: Collection[str]) -> list[Origin]:
    found: dict[str, tuple[OriginKind, list[Span]]] = {}
    own = analysis.report.outlet
    for name, kind, evidence in (*_cited(analysis, actors, heard), *_credited(analysis)):
        if name != own:
            found.setdefault(name, (kind, []))[1].append(evidence)
    for short in [name for name in found if name.islower() and " " not in name]:
        fuller = next((name for name in found if short in name.split() and name != short), None)
        if fuller:  # "the diplomat", once "a diplomat in the room" is named
            found[fuller][1].extend(found.pop(short)[1])
    return [
        Origin(report=analysis.report.id, origin=name, kind=kind, evidence=tuple(sorted(set(spans))))
        for name, (kind, spans) in found.items()
    ]


def _cited(
    analysis: Analysis, actors: Mapping[str, Actor], heard: Collection[str]
) -> Iterator[tuple[str, OriginKind, Span]]:
    for attribution in analysis.attributions:
        evidence = attribution.source or attribution.cue or attribution.content[0]
        for name in attribution.via:
            yield name, kind_of_medium(find_medium(name)), evidence
        unnamed = _unnamed(attribution)
        if unnamed:
            yield *unnamed, evidence
        for speaker in attribution.speaker:
            actor = actors.get(speaker)
            kind = _kind_of_speaker(actor, is_heard=speaker in heard) if actor else None
            if actor and kind:
                yield actor.name, kind, evidence


def _unnamed(attribution: Attribution) -> tuple[str, OriginKind] | None:
    """Name and kind of a source without a name: "the draft communiqué", "two officers", "a diplomat in the room"."""
    if attribution.speaker or attribution.source is None:
        return None
    words = attribution.source.text.split()
    while words and words[0].lower() in DETERMINERS:
        words = words[1:]
    phrase = _until(words, CLAUSAL)
    noun = _until(phrase, PREPOSITIONS)
    head = noun[-1].lower() if noun else ""
    kind = next((source_nouns()[form] for form in base_forms(head) if form in source_nouns()), None)
    return (" ".join(phrase), kind) if kind else None


def _until(words: Sequence[str], stops: Collection[str]) -> list[str]:
    """Words up to a stop word, or up to a comma."""
    kept: list[str] = []
    for word in words:
        if word.lower() in stops or not word[0].isalnum():
            break
        kept.append(word.rstrip(",;:"))
        if kept[-1] != word:
            break
    return kept


def _kind_of_speaker(actor: Actor, *, is_heard: bool) -> OriginKind | None:
    """What a speaker is as an origin: a medium, a body, an official or expert; None for those the story is about.

    `is_heard` says that few reports name him: he is somebody whom they asked.
    """
    medium = find_medium(actor.name)
    if medium:
        return kind_of_medium(medium)
    if actor.type == "organization":
        return "official-statement"
    kinds = {office_kind(office.title) for office in actor.offices}
    told_by = kinds & TELLING_KINDS or (is_heard and kinds <= {"minister"})
    return "person" if actor.type == "person" and told_by else None


def _credited(analysis: Analysis) -> Iterator[tuple[str, OriginKind, Span]]:
    for passage in analysis.passages:
        if passage.role in CREDITED_ROLES:
            at = passage.span.start
            for start, end, medium in media_in(passage.span.text):
                yield medium.name, kind_of_medium(medium), analysis.report.span(at + start, at + end)


def kind_of_medium(medium: Medium | None) -> OriginKind:
    """Kind of a medium as an origin; an outlet where it is not known."""
    if medium and medium.is_state:
        return "state-media"
    return "agency" if medium and medium.kind in ("agency", "photo-agency") else "outlet"

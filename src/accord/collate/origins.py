"""Whom each report leans on: agencies and media that it cites, and where the credit lines say its pictures are from."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from accord.collate.citations import media_in
from accord.collate.posts import rules
from accord.knowledge.body_names import is_same_body
from accord.knowledge.media import Medium, find_medium
from accord.knowledge.offices import office_kind
from accord.knowledge.organizations import organization_nouns
from accord.knowledge.sources import source_nouns
from accord.knowledge.tables import read_words
from accord.model.accounts import Analysis
from accord.model.findings import Actor, Attribution
from accord.model.points import Origin, OriginKind
from accord.model.spans import Span
from accord.text.inflections import base_forms

DETERMINERS = frozenset(("a", "an", "the", "its", "their", "his", "her", "this", "that", "these", "those"))
# Words at which a noun's own phrase has ended, and at which all that belongs to it has.
PREPOSITIONS = frozenset(("of", "in", "on", "at", "from", "with", "by", "for", "to"))
CLAUSAL = frozenset(("who", "whose", "which", "that", "familiar", "close", "speaking"))
# Words behind a body's name among which the noun for what it publishes stands.
NEAR = 2
# A person without a post, or a minister, is one the story is told by where no more than this share of reports name him.
FEW_REPORTS = 0.5
MEDIA_KINDS = frozenset({"agency", "state-media", "outlet"})
CREDITED_ROLES = frozenset({"byline", "dateline", "credit", "caption"})


def origins_of(analyses: Sequence[Analysis], actors: Mapping[str, Actor]) -> tuple[Origin, ...]:
    """List each report's origins with their evidence, in the order in which the report shows them."""
    few = max(1.0, FEW_REPORTS * len(analyses))
    heard = frozenset(id for id, actor in actors.items() if len({span.report for span in actor.mentions}) <= few)
    return tuple(origin for analysis in analyses for origin in _of_report(analysis, actors, heard))


def _of_report(analysis: Analysis, actors: Mapping[str, Actor], heard: Collection[str]) -> list[Origin]:
    found: dict[str, tuple[OriginKind, list[Span]]] = {}
    own = analysis.report.outlet or ""
    for name, kind, evidence in (*_cited(analysis, actors, heard), *_credited(analysis)):
        medium = find_medium(name) if kind in MEDIA_KINDS else None
        if not (medium and is_same_body(name, own)) and name != own:
            found.setdefault(medium.name if medium else name, (kind, []))[1].append(evidence)
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
    said = [(each, one) for each in analysis.attributions for one in each.speaker if one in actors]
    named = {one for each, one in said if _is_named(each, actors[one])}
    for attribution in analysis.attributions:
        evidence = attribution.source or attribution.cue or attribution.content[0]
        for name in attribution.via:
            yield name, kind_of_medium(find_medium(name)), evidence
        unnamed = _unnamed(attribution, actors)
        if unnamed:
            yield *unnamed, evidence
            continue
        for speaker in attribution.speaker:
            actor = actors.get(speaker)
            kind = _kind_of_speaker(actor, is_heard=speaker in heard) if actor and speaker in named else None
            if actor and kind:
                yield actor.name, kind, evidence


def _is_named(attribution: Attribution, actor: Actor) -> bool:
    """Whether a source shows by itself that it is its speaker: a person by more than "who", a body by more than "it".

    A body is not whoever belongs to it: "members of the union" and "union leaders" are not the union.
    """
    words = _words(attribution.source.text) if attribution.source else []
    if actor.type == "person" or not words:
        return actor.type == "person" and [word.lower() for word in words] not in (["who"], ["which"])
    source = " ".join(words)
    if any(_is_head(source, name) or _is_voice_of(source, name) for name in (actor.name, *actor.names)):
        return True
    noun = _until(words, PREPOSITIONS)
    is_said_for = any(_is_voice(word.lower()) for word in noun)
    return is_said_for or (len(noun) == 1 and noun[0].lower() in organization_nouns())  # "the commission"


def _is_head(source: str, name: str) -> bool:
    """Whether a source is a name, or ends in it, or lists it: "Bank One, Bank Two and the state's Bank Three"."""
    before, found, behind = source.partition(name)
    after = behind.split()
    is_end = not after or behind.lstrip()[0] in ",(;" or after[0] in ("and", "or")
    return bool(found) and is_end and PREPOSITIONS.isdisjoint(before.lower().split())


def _is_voice_of(source: str, name: str) -> bool:
    """Whether a source is what a body publishes or who speaks for it: "Kenya customs data cited by the agency"."""
    _, found, behind = source.partition(name)
    near = {word.strip(",;:()").lower() for word in behind.split()[:NEAR]}
    return bool(found) and not near.isdisjoint(read_words("voices.txt") - {"members"})


def _is_voice(noun: str) -> bool:
    """Whether a noun stands for what a body says: its spokesman, its statement."""
    kinds = {source_nouns().get(form) for form in base_forms(noun)}
    return office_kind(noun) == "spokesperson" or bool(kinds & {"document", "official-statement"})


def _unnamed(attribution: Attribution, actors: Mapping[str, Actor]) -> tuple[str, OriginKind] | None:
    """Name and kind of a source without a name: "the draft communiqué", "two officers", "a diplomat in the room".

    One of a body is told of by name no more than one of none: "a senior union official".
    """
    if attribution.source is None:
        return None
    phrase = _until(_words(attribution.source.text), CLAUSAL)
    noun = _until(phrase, PREPOSITIONS)
    head = noun[-1].lower() if noun else ""
    kind = next((source_nouns()[form] for form in base_forms(head) if form in source_nouns()), None)
    is_ones = kind == "person" and office_kind(head) != "spokesperson"
    speakers = [actors[one] for one in attribution.speaker if one in actors]
    names = {name for actor in speakers for name in (actor.name, *actor.names)}
    is_bodies = all(actor.type == "organization" for actor in speakers) and " ".join(phrase) not in names
    if attribution.speaker and not (is_ones and is_bodies):
        return None
    return (" ".join(phrase), kind) if kind else None


def _words(source: str) -> list[str]:
    """Words of a source without the articles and the like before it."""
    words = source.split()
    while words and words[0].lower() in DETERMINERS:
        words = words[1:]
    return words


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
    if actor.type != "person":
        return None
    ruling = {office_kind(office.title) for office in actor.offices if rules(office)}
    told_by = (is_heard and ruling <= {"minister"}) or (actor.offices and not ruling)
    return "person" if told_by else None


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

"""Whom each report leans on: agencies and media that it cites, and where the credit lines say its pictures are from."""

from collections.abc import Iterator, Mapping, Sequence

from accord.collate.citations import media_in
from accord.knowledge.media import Medium, find_medium
from accord.knowledge.offices import office_kind
from accord.model.accounts import Analysis
from accord.model.findings import Actor, Attribution
from accord.model.points import Origin, OriginKind
from accord.model.spans import Span

CREDITED_ROLES = frozenset({"byline", "dateline", "credit", "caption"})


def origins_of(analyses: Sequence[Analysis], actors: Mapping[str, Actor]) -> tuple[Origin, ...]:
    """List each report's origins with their evidence, in the order in which the report shows them."""
    return tuple(origin for analysis in analyses for origin in _of_report(analysis, actors))


def _of_report(analysis: Analysis, actors: Mapping[str, Actor]) -> list[Origin]:
    found: dict[str, tuple[OriginKind, list[Span]]] = {}
    own = analysis.report.outlet
    for name, kind, evidence in (*_cited(analysis, actors), *_credited(analysis)):
        if name != own:
            found.setdefault(name, (kind, []))[1].append(evidence)
    return [
        Origin(report=analysis.report.id, origin=name, kind=kind, evidence=tuple(sorted(set(spans))))
        for name, (kind, spans) in found.items()
    ]


def _cited(analysis: Analysis, actors: Mapping[str, Actor]) -> Iterator[tuple[str, OriginKind, Span]]:
    for attribution in analysis.attributions:
        evidence = attribution.source or attribution.cue or attribution.content[0]
        for name in attribution.via:
            yield name, kind_of_medium(find_medium(name)), evidence
        for speaker in attribution.speaker:
            actor = actors.get(speaker)
            kind = _kind_of_speaker(actor, attribution) if actor else None
            if actor and kind:
                yield actor.name, kind, evidence


def _kind_of_speaker(actor: Actor, attribution: Attribution) -> OriginKind | None:
    """What a speaker is as an origin: a medium, a body, an official or expert; None for those the story is about."""
    medium = find_medium(actor.name)
    if medium:
        return kind_of_medium(medium)
    if actor.type == "organization":
        return "official-statement"
    kinds = {office_kind(office.title) for office in actor.offices}
    if actor.type == "person" and kinds & {"spokesperson", "diplomat", "expert", "official", "military", None}:
        return "person"
    return None


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

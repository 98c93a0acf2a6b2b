from collections.abc import Mapping
from typing import get_args

from accord.model.findings import Commitment, CommitmentReading, Relation, Stage
from accord.model.spans import Span
from accord.publish.dates import spell_date, spell_since
from accord.publish.page.markup import Markup, join, tag, verbatim
from accord.publish.page.places import Places, item, section
from accord.publish.page.points import reading_chain

STAGES: tuple[Stage, ...] = get_args(Stage)
ABREAST = 3
LADDER_LEAD = "Each pledge on the ladder from proposed to in force, at the stage where each report sees it."
RELATIONS_LEAD = "Standing relations between the parties, as the reports have them."


def render_commitments(places: Places) -> Markup | None:
    """Return the section of commitments, each a ladder of stages."""
    commitments = places.lookup.account.commitments
    if not commitments:
        return None
    numbers = {commitment.id: n for n, commitment in enumerate(commitments, start=1)}
    ladders = [_render_commitment(places, commitment, numbers) for commitment in commitments]
    return section("pledged", "Agreed and pledged", *ladders, count=str(len(commitments)), lead=LADDER_LEAD)


def render_relations(places: Places) -> Markup | None:
    """Return the section of relations."""
    relations = places.lookup.account.relations
    if not relations:
        return None
    rows = [_render_relation(places, relation, n) for n, relation in enumerate(relations, start=1)]
    return section("standing", "How they stand", *rows, count=str(len(relations)), lead=RELATIONS_LEAD)


def render_parties(places: Places, *groups: "list[str] | tuple[str, ...] | str | None") -> Markup:
    """Return lists of names and single words as one line of small print, parted by points."""
    lines = [", ".join(places.lookup.names(group)) if isinstance(group, (list, tuple)) else group for group in groups]
    return tag("p", join([verbatim(line) for line in lines if line], " · "), class_="parties")


def _render_commitment(places: Places, commitment: Commitment, numbers: Mapping[str, int]) -> Markup:
    number = numbers[commitment.id]
    name = f"pledge-{number}"
    for reading in commitment.readings:
        places.note(reading.span, name, f"c{number}", "pledge")
    heading = tag("h3", tag("span", f"c{number}", class_="number"), verbatim(commitment.subject.text))
    about = render_parties(places, commitment.parties, commitment.instrument, commitment.topics)
    by_stage = {stage: [reading for reading in commitment.readings if reading.stage == stage] for stage in STAGES}
    rungs = [_render_rung(places, stage, readings) for stage, readings in by_stage.items()]
    # side by side only as long as each stage has room for its readings
    steep = "ladder" if sum(bool(readings) for readings in by_stage.values()) <= ABREAST else "ladder steep"
    reports = [reading.span.report for reading in commitment.readings]
    within = numbers.get(commitment.parent or "")
    bundle = (
        tag("p", "part of ", tag("a", f"c{within}", href=f"#pledge-{within}"), class_="mentions") if within else None
    )
    ladder = tag("ol", *rungs, class_=steep)
    return item(
        places, name, reports, heading, about, bundle, _render_amounts(places, commitment), ladder, class_="pledge"
    )


def _render_amounts(places: Places, commitment: Commitment) -> Markup | None:
    """Say how much is pledged, each wording once with its place."""
    worded: dict[str, Span] = {}
    for span in commitment.amounts:
        worded.setdefault(" ".join(span.text.split()), span)
    linked = [places.link(span, label=words) for words, span in worded.items()]
    return tag("p", "amounts: ", join(linked, " · "), class_="mentions") if linked else None


def _render_rung(places: Places, stage: Stage, readings: list[CommitmentReading]) -> Markup:
    label = tag("p", stage.replace("-", " "), class_="stage")
    if not readings:
        return tag("li", label, class_="empty")
    said = [
        tag(
            "div",
            tag("p", places.link(reading.span), _render_date(places, reading.span), class_="outlet"),
            places.quote(reading.span),
            reading_chain(tuple(places.lookup.names(reading.via))),
        )
        for reading in readings
    ]
    return tag("li", label, *said, class_="taken")


def _render_date(places: Places, span: Span) -> Markup | None:
    """Say when a report that takes a stage was published."""
    published = places.lookup.reports[span.report].published
    return tag("span", f" · {spell_date(published)}", class_="setting") if published else None


def _render_relation(places: Places, relation: Relation, number: int) -> Markup:
    name = f"relation-{number}"
    for span in relation.evidence:
        places.note(span, name, f"r{number}", "relation")
    kind = relation.level or relation.kind
    heading = tag("h3", tag("span", f"r{number}", class_="number"), verbatim(kind))
    since = spell_since(relation.since) if relation.since else None
    about = render_parties(places, relation.parties, relation.kind if kind != relation.kind else None, since)
    rows = [tag("li", tag("p", places.link(span), class_="outlet"), places.quote(span)) for span in relation.evidence]
    reports = [span.report for span in relation.evidence]
    return item(places, name, reports, heading, about, tag("ul", *rows, class_="evidence"), class_="relation")

"""Through whom a reading came, and where its chain is rooted."""

from collections.abc import Mapping

from msgspec import Struct

from accord.collate.citations import media_in
from accord.collate.clauses import Clause
from accord.knowledge.offices import office_kind
from accord.model.accounts import Analysis
from accord.model.findings import Actor, Attribution
from accord.model.points import Reading

# Kinds of office whose holders a diplomatic story is about, rather than told by.
PRINCIPAL_KINDS = frozenset({"head", "royal", "leader", "party", "parliament", "minister"})


class Chain(Struct, frozen=True):
    """A reading with the root of its chain: an agency, a medium, a person, a document, or the outlet itself."""

    reading: Reading
    root: str
    because: str


def chain_of(clause: Clause, analysis: Analysis, actors: Mapping[str, Actor], voice: str) -> Chain:
    """Follow a clause to its root: the attribution that governs it, the credit of a caption, else the report's voice.

    The words of those whom the story is about (heads of state, government and party) are what is reported, not through
    whom: they stand in no chain.
    """
    attribution = _governing(clause)
    via = list(attribution.via) if attribution else []
    if attribution:
        via += [actors[each].name for each in attribution.speaker if each in actors and not _is_principal(actors[each])]
    if not via and clause.role == "caption":
        via = _caption_credits(clause, analysis)
    reading = Reading(
        span=clause.span, via=tuple(dict.fromkeys(via)), attribution=attribution.id if attribution else None
    )
    if reading.via:
        return Chain(reading, reading.via[-1], f"through {' ← '.join(reading.via)}")
    return Chain(reading, voice, "in its own voice")


def voice_of(analysis: Analysis) -> str:
    """Whose voice a report's own is: the agency whose dispatch it runs, else the outlet, else the report."""
    for passage in analysis.passages:
        if passage.role in ("byline", "credit", "dateline"):
            for _, _, medium in media_in(passage.span.text):
                if medium.is_agency:
                    return medium.name
    return analysis.report.outlet or analysis.report.id


def _governing(clause: Clause) -> Attribution | None:
    """Return the attribution whose content covers most of the clause; of nested ones the inner."""

    def cover(each: Attribution) -> int:
        spans = [span for span in each.content if span.overlaps(clause.span)]
        return sum(min(span.end, clause.span.end) - max(span.start, clause.span.start) for span in spans)

    long_enough = [each for each in clause.attributions if 2 * cover(each) >= clause.span.end - clause.span.start]
    return max(long_enough, key=lambda each: (cover(each), each.id), default=None)


def _is_principal(actor: Actor) -> bool:
    return actor.type in ("state", "place") or any(
        office_kind(office.title) in PRINCIPAL_KINDS for office in actor.offices
    )


def _caption_credits(clause: Clause, analysis: Analysis) -> list[str]:
    for passage in analysis.passages:
        if passage.span.start <= clause.span.start < passage.span.end:
            return [medium.name for _, _, medium in media_in(passage.span.text)][::-1]
    return []

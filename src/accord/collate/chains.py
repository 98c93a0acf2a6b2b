"""Through whom a reading came, and where its chain is rooted."""

from collections.abc import Mapping

from msgspec import Struct

from accord.collate.citations import media_in
from accord.collate.clauses import Clause
from accord.collate.posts import rules
from accord.knowledge.body_names import is_same_body
from accord.knowledge.markers import find_stage
from accord.knowledge.words import function_words
from accord.model.accounts import Analysis
from accord.model.findings import Actor, Attribution
from accord.model.points import Reading
from accord.model.spans import Span
from accord.text.stems import stem, words_of

# Stages that a cue of speech brings about by itself: who agrees or vows does it in saying so.
ACTS = frozenset({"proposed", "pledged", "agreed", "signed"})
# Two captions side by side of which the shorter shares more than this with the other tell of one picture.
SAME_PICTURE = 0.5


class Chain(Struct, frozen=True):
    """A reading with the root of its chain: an agency, a medium, a person, a document, or the outlet itself.

    Where several say it together the first of them is the link and the root, and `beside` has the others: one behind
    the other they would read as if one had it from the next.
    `said_by` is the one person whose words it gives, by id; a state that agrees or a party that vows says nothing once.
    """

    reading: Reading
    root: str
    because: str
    said_by: str | None = None
    beside: tuple[str, ...] = ()


def chain_of(clause: Clause, analysis: Analysis, actors: Mapping[str, Actor], voice: str) -> Chain:
    """Follow a clause to its root: the attribution that governs it, the credit of a caption, else the report's voice.

    The words of those whom the story is about (heads of state, government and party) are what is reported, not through
    whom: they stand in no chain.
    """
    attribution = _governing(clause)
    via = list(attribution.via) if attribution else []
    speakers = [actors[each] for each in attribution.speaker if each in actors] if attribution else []
    told_by = [actor.name for actor in speakers if not _is_principal(actor)]
    if attribution is None or _is_act(attribution, clause):
        told_by = []
    via += told_by[:1]
    if not via and clause.role == "caption":
        via = _caption_credits(clause, analysis)
    # what an outlet was told itself it tells in its own voice
    own = analysis.report.outlet or ""
    others = tuple(name for name in dict.fromkeys(via) if not is_same_body(name, own))
    reading = Reading(span=clause.span, via=others, attribution=attribution.id if attribution else None)
    is_saying = attribution is not None and len(speakers) == 1 and speakers[0].type == "person"
    said_by = speakers[0].id if is_saying and attribution and not _is_act(attribution, clause) else None
    if reading.via:
        return Chain(reading, reading.via[-1], f"through {' ← '.join(reading.via)}", said_by, tuple(told_by[1:]))
    return Chain(reading, voice, "in its own voice", said_by)


def _is_act(attribution: Attribution, clause: Clause) -> bool:
    """Whether a clause tells the very act of its speaker ("the bank pledged ten million"), rather than his words."""
    cue = attribution.cue
    if cue is None or not clause.span.holds(cue):
        return False
    return find_stage(cue.text.lower().split()) in ACTS


def voice_of(analysis: Analysis) -> str:
    """Whose voice a report's own is: the agency whose dispatch it runs, else the outlet, else the report."""
    for passage in analysis.passages:
        if passage.role in ("byline", "credit", "dateline"):
            for _, _, medium in media_in(passage.span.text):
                if medium.is_agency:
                    return medium.name
    return analysis.report.outlet or analysis.report.id


def _governing(clause: Clause) -> Attribution | None:
    """Return the attribution whose content covers most of what a clause says; of nested ones the inner."""

    def cover(each: Attribution) -> int:
        return sum(_shared(span, clause.span) for span in each.content)

    def is_wide_enough(each: Attribution) -> bool:
        # in "According to the envoy, both sides signed" the envoy is no part of what is said
        saying = sum(_shared(span, clause.span) for span in (each.source, each.cue) if span)
        return 2 * cover(each) >= clause.span.end - clause.span.start - saying

    wide_enough = [each for each in clause.attributions if is_wide_enough(each)]
    return max(wide_enough, key=lambda each: (cover(each), each.id), default=None)


def _shared(one: Span, other: Span) -> int:
    """Characters that two spans of a report share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start)) if one.report == other.report else 0


def _is_principal(actor: Actor) -> bool:
    return actor.type in ("state", "place") or any(map(rules, actor.offices))


def _caption_credits(clause: Clause, analysis: Analysis) -> list[str]:
    """The media that a caption is credited to, the last named first.

    Pages often describe a picture beside its caption, for those who can't see it; the credit holds for both.
    """
    captions = [passage.span if passage.role == "caption" else None for passage in analysis.passages]
    for number, span in enumerate(captions):
        if span and span.start <= clause.span.start < span.end:
            beside = captions[max(number - 1, 0) : number + 2]
            told = (each.text for each in (span, *beside) if each and _tell_alike(each.text, span.text))
            named = ([medium.name for _, _, medium in media_in(text)][::-1] for text in told)
            return next(filter(None, named), [])
    return []


def _tell_alike(one: str, other: str) -> bool:
    """Whether the shorter of two texts shares most of its telling words with the other."""
    words, others = (
        {stem(word) for word in words_of(text) if word.lower() not in function_words()} for text in (one, other)
    )
    return len(words & others) > SAME_PICTURE * min(len(words), len(others))

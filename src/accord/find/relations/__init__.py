"""How actors stand with one another: the standing relations that one report states or presupposes."""

from collections.abc import Sequence

from accord.find.events.dates import Dates
from accord.find.lexical import LexicalTree
from accord.find.parties import Parties
from accord.find.relations.cues import Tie, find_ties
from accord.find.relations.frames import find_frameworks
from accord.find.relations.kin import find_kin
from accord.model.accounts import ParsedReport
from accord.model.findings import Actor, Relation, Time


def find_relations(parsed: ParsedReport, actors: Sequence[Actor], times: Sequence[Time]) -> tuple[Relation, ...]:
    """Find every standing relation of a report in order of the text, ids l1, l2 …; none without a parse."""
    parties = Parties(parsed.sentences, actors, parsed.report.text)
    dates = Dates(times)
    found: list[tuple[int, Tie]] = []
    for index, sentence in enumerate(parsed.sentences):
        if not sentence.heads:
            continue
        tree = LexicalTree(sentence)
        near = dates.in_sentence(sentence)
        named = find_frameworks(tree, index, parties)
        told = [tie for tie in find_ties(tree, index, parties, near) if not _is_named(tie, named)]
        ties = [*told, *named, *find_kin(tree, index, parties)]
        found += [(index, tie) for tie in sorted(ties, key=lambda tie: tie.stretch)]
    return tuple(_relation(parsed, f"l{number}", index, tie) for number, (index, tie) in enumerate(found, 1))


def _is_named(tie: Tie, named: Sequence[Tie]) -> bool:
    """Whether a tie is no more than the noun of a framework's name: "initiative" in "the Belt and Road Initiative"."""
    inside = any(one.stretch[0] < tie.stretch[1] and tie.stretch[0] < one.stretch[1] for one in named)
    return tie.kind == "framework" and inside


def _relation(parsed: ParsedReport, id: str, index: int, tie: Tie) -> Relation:
    span = parsed.report.span(*parsed.sentences[index].span_of(*tie.stretch))
    return Relation(id, tie.kind, (span,), tie.parties, tie.level, tie.since)

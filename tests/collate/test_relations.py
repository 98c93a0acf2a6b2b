"""One entry a relation of the same parties in the same respect."""

from msgspec import structs

from accord.collate.relations import merge_relations
from accord.model.accounts import Analysis
from accord.model.findings import Actor, Relation, RelationKind
from tests.factories import analysis

ACTORS = tuple(Actor(id, name, "state", (name,)) for id, name in (("n1", "Norway"), ("n2", "Chile"), ("n3", "Peru")))


def tie(id: str, text: str, kind: RelationKind, parties: tuple[str, ...], level: str | None = None) -> Analysis:
    read = analysis(text, id=id)
    one = Relation("l1", kind, (read.report.span(0, len(text)),), parties, level)
    return structs.replace(read, actors=ACTORS, relations=(one,))


def test_the_same_parties_in_any_order_are_one_relation() -> None:
    one = tie("a", "Norway and Chile are at odds.", "dispute", ("n1", "n2"))
    other = tie("b", "Chile's quarrel with Norway goes on.", "dispute", ("n2", "n1"))
    (found,) = merge_relations([one, other])
    assert [span.report for span in found.evidence] == ["a", "b"]


def test_kinds_and_parties_part_relations() -> None:
    dispute = tie("a", "Norway and Chile are at odds.", "dispute", ("n1", "n2"))
    trade = tie("b", "Norway trades with Chile.", "trade", ("n1", "n2"))
    others = tie("c", "Norway and Peru are at odds.", "dispute", ("n1", "n3"))
    assert len(merge_relations([dispute, trade, others])) == 3


def test_a_framework_is_one_by_its_name_and_keeps_those_most_told() -> None:
    ties = [tie(each, "The Schengen Area.", "framework", ("n1", "n2"), "Schengen Area") for each in "abc"]
    ties.append(tie("d", "The Schengen Area.", "framework", ("n1", "n3"), "Schengen Area"))
    (found,) = merge_relations(ties)
    assert found.parties == ("n1", "n2")


def test_one_marriage_is_one_tie_whichever_word_names_it() -> None:
    one = tie("a", "His wife came.", "other", ("n1", "n2"), "wife")
    assert len(merge_relations([one, tie("b", "His spouse came.", "other", ("n1", "n2"), "spouse")])) == 1
    assert len(merge_relations([one, tie("b", "His aide came.", "other", ("n1", "n2"), "aide")])) == 2


def test_the_rank_of_a_trading_partner_is_not_what_is_traded() -> None:
    one = tie("a", "Chile is Norway's largest trading partner.", "trade", ("n1", "n2"), "largest trading partner")
    assert len(merge_relations([one, tie("b", "Trade grew.", "trade", ("n1", "n2"), "bilateral trade")])) == 2

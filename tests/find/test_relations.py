"""How actors stand with one another: kind, parties, level, since when."""

import pytest

from accord.find.actors import find_actors
from accord.find.relations import find_relations
from accord.find.times import find_times
from accord.model.findings import Relation
from tests.factories import parsed


def relations(text: str) -> list[tuple[Relation, set[str]]]:
    read = parsed(text, published="2031-05-14")
    actors = find_actors(read)
    names = {actor.id: actor.name for actor in actors}
    found = find_relations(read, actors, find_times(read))
    for one in found:
        assert all(text[span.start : span.end] == span.text for span in one.evidence)
    return [(one, {names[party] for party in one.parties}) for one in found]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Norway regards Chile as a strategic partner.", "partnership"),
        ("Norway and Chile upgraded their ties last year.", "partnership"),
        ("Norway and Chile are at odds over fishing rights.", "dispute"),
        ("Norway is Chile's largest trading partner.", "trade"),
        ("Norway and Chile are bitter rivals.", "other"),
    ],
)
def test_kinds_and_parties(sentence: str, kind: str) -> None:
    found = relations(sentence)
    assert [(one.kind, parties) for one, parties in found] == [(kind, {"Norway", "Chile"})]


def test_a_member_belongs_to_each_body() -> None:
    found = relations("Chile is a member of OPEC and of the African Union.")
    assert [one.kind for one, _ in found] == ["membership", "membership"]
    bodies = [parties - {"Chile"} for _, parties in found]
    assert all(len(body) == 1 for body in bodies)
    assert bodies[0] != bodies[1]


def test_since_when() -> None:
    (found,) = relations("Norway and Chile have been at odds over fishing rights since 2019.")
    assert found[0].since is not None
    assert found[0].since.startswith("2019")


def test_a_framework_is_known_by_its_name() -> None:
    (found,) = relations("Chile joined talks on the Schengen Area.")
    assert (found[0].kind, found[0].level) == ("framework", "Schengen Area")


def test_kin() -> None:
    (found,) = relations("President Carlos Ruiz and his wife Rosa Marin waved.")
    assert (found[0].kind, found[0].level, found[1]) == ("other", "wife", {"Carlos Ruiz", "Rosa Marin"})


def test_a_claim_of_fact_is_no_dispute() -> None:
    assert relations("Norway claims that Chile has lied.") == []


def test_a_tie_that_may_come_is_none_yet() -> None:
    assert relations("Norway may upgrade its ties with Chile.") == []

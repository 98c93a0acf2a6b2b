from collections.abc import Sequence

import msgspec
import pytest

from accord.find.actors import find_actors
from accord.knowledge.rosters import parse_roster
from accord.language.pack import load
from accord.language.rules import RulePack
from accord.model.accounts import ParsedReport
from accord.model.findings import Actor
from accord.model.rosters import Roster
from tests.factories import passages, report

ROSTER = parse_roster("""
[[actor]]
name = "Kari Dahl"
aliases = ["K. Dahlsen"]
wikidata = "Q101"
offices = [
  { title = "Minister of Ports", of = "Norway", from = 2030-01-01, to = 2032 },
  { title = "Mayor", of = "Oslo", to = "2029" },
]

[[actor]]
name = "Kari Dahlmann"
wikidata = "Q102"

[[actor]]
name = "Harbour Union of Workers"
type = "organization"
aliases = ["Harbour Union", "HU"]
wikidata = "Q103"

[[actor]]
name = "Ruritania"
type = "state"
""")

TEXT = (
    "Kari Dahl spoke in Oslo. K. Dahlsen said that the Harbour Union would help, and the HU agreed. Dahl left. "
    "Kari Dahlmann stayed. The envoy of Ruritania praised Ana Reyes of the Harbour Union Bank."
)

PACKS = [pytest.param(RulePack(), id="rules"), pytest.param(load(), id="pack")]


def actors_of(text: str, pack: object, roster: Roster = ROSTER, day: str | None = "2031-03-04") -> tuple[Actor, ...]:
    made = msgspec.structs.replace(report(text), published=day)
    lines = passages(made)
    sentences = pack.parse(text, [(one.span.start, one.span.end) for one in lines])  # type: ignore[attr-defined]
    return find_actors(ParsedReport(made, lines, tuple(sentences)), roster)


def by_name(actors: Sequence[Actor]) -> dict[str, Actor]:
    return {actor.name: actor for actor in actors}


@pytest.mark.parametrize("pack", PACKS)
def test_all_names_of_a_listed_actor_are_one(pack: object) -> None:
    found = by_name(actors_of(TEXT, pack))
    assert found["Kari Dahl"].names == ("Kari Dahl", "K. Dahlsen", "Dahl")
    assert found["Harbour Union of Workers"].names == ("Harbour Union", "HU")
    assert [found[name].wikidata for name in ("Kari Dahl", "Harbour Union of Workers")] == ["Q101", "Q103"]
    for actor in found.values():
        assert all(TEXT[span.start : span.end] == span.text for span in actor.mentions)


@pytest.mark.parametrize("pack", PACKS)
def test_listed_actors_of_like_names_stay_two(pack: object) -> None:
    found = by_name(actors_of(TEXT, pack))
    assert found["Kari Dahlmann"].wikidata == "Q102"
    assert found["Kari Dahlmann"].names == ("Kari Dahlmann",)


@pytest.mark.parametrize("pack", PACKS)
def test_a_listed_state_that_no_table_knows(pack: object) -> None:
    assert by_name(actors_of(TEXT, pack))["Ruritania"].type == "state"


def test_a_longer_name_is_not_cut() -> None:
    assert "Harbour Union Bank" in by_name(actors_of(TEXT, load()))


@pytest.mark.parametrize(("day", "posts"), [("2031-03-04", ["Minister of Ports"]), ("2028-01", ["Mayor"]), (None, [])])
def test_posts_of_the_day_of_the_report(day: str | None, posts: list[str]) -> None:
    actor = by_name(actors_of("Kari Dahl spoke.", load(), day=day))["Kari Dahl"]
    assert [office.title for office in actor.offices] == posts


def test_without_a_list_nothing_changes() -> None:
    plain = actors_of(TEXT, load(), ())
    assert all(actor.wikidata is None for actor in plain)

from collections.abc import Sequence

import pytest

from accord.find.actors import find_actors
from accord.language.pack import load
from accord.language.rules import RulePack
from accord.model.accounts import ParsedReport
from accord.model.findings import Actor
from tests.factories import parsed, passages, report

PACKS = [pytest.param(RulePack(), id="rules"), pytest.param(load(), id="pack")]

STORY = """Norway and Kenya to share port data

OSLO, March 3 - Norwegian Foreign Minister Kari Dahl met Kenyan President Joseph Mwangi in Oslo on Tuesday.
Dahl said Norway would help. Mwangi, who heads the Harbour Workers' Party, thanked Oslo for its support.
The World Trade Organization (WTO) will watch the talks, said Ana Reyes, a spokeswoman for the WTO.
Reyes praised Kari Dahl and the United Nations. Officials from Nairobi visited the Kremlin in May.
"""


def actors_of(text: str, pack: object) -> tuple[Actor, ...]:
    made = report(text)
    lines = passages(made)
    sentences = pack.parse(text, [(one.span.start, one.span.end) for one in lines])  # type: ignore[attr-defined]
    return find_actors(ParsedReport(made, lines, tuple(sentences)))


def named(actors: Sequence[Actor], name: str) -> Actor:
    found = [actor for actor in actors if name in (actor.name, *actor.names)]
    assert found, f"{name} not among {[actor.name for actor in actors]}"
    return found[0]


@pytest.mark.parametrize("pack", PACKS)
def test_every_mention_stands_where_it_says(pack: object) -> None:
    actors = actors_of(STORY, pack)
    assert [actor.id for actor in actors] == [f"n{number}" for number in range(1, len(actors) + 1)]
    for actor in actors:
        assert actor.mentions
        for span in actor.mentions:
            assert STORY[span.start : span.end] == span.text


@pytest.mark.parametrize("pack", PACKS)
def test_a_surname_alone_is_the_person_named_before(pack: object) -> None:
    actors = actors_of(STORY, pack)
    dahl = named(actors, "Kari Dahl")
    assert dahl.type == "person"
    assert "Dahl" in dahl.names
    assert len(dahl.mentions) == 3
    assert named(actors, "Ana Reyes") is named(actors, "Reyes")


@pytest.mark.parametrize("pack", PACKS)
def test_posts_come_from_titles_and_appositions(pack: object) -> None:
    actors = actors_of(STORY, pack)
    held = {(actor.name, office.title.lower(), office.of) for actor in actors for office in actor.offices}
    assert ("Kari Dahl", "foreign minister", "Norway") in held
    assert ("Joseph Mwangi", "president", "Kenya") in held
    assert ("Ana Reyes", "spokeswoman", "World Trade Organization") in held


@pytest.mark.parametrize("pack", PACKS)
def test_a_capital_is_a_place_or_its_government(pack: object) -> None:
    actors = actors_of(STORY, pack)
    norway = named(actors, "Norway")
    assert norway.type == "state"
    assert "Oslo" in norway.names  # thanked Oslo for its support
    assert any(actor.type == "place" and actor.name == "Oslo" for actor in actors)  # met in Oslo
    assert not any(actor.name == "Norwegian" for actor in actors)


@pytest.mark.parametrize("pack", PACKS)
def test_an_abbreviation_is_its_body(pack: object) -> None:
    body = named(actors_of(STORY, pack), "WTO")
    assert body.type == "organization"
    assert {"World Trade Organization", "WTO"} <= set(body.names)


@pytest.mark.parametrize("pack", PACKS)
def test_two_people_of_one_surname_stay_two(pack: object) -> None:
    text = "President Maria Silva met former minister Pedro Silva on Monday. Maria Silva left. Pedro Silva stayed."
    people = [actor for actor in actors_of(text, pack) if actor.type == "person"]
    assert sorted(person.name for person in people) == ["Maria Silva", "Pedro Silva"]


@pytest.mark.parametrize("pack", PACKS)
def test_a_lost_letter_makes_no_second_person(pack: object) -> None:
    text = "President Tran Van Minh spoke in Oslo on Monday. On Tuesday President Tran Van Min flew home."
    people = [actor for actor in actors_of(text, pack) if actor.type == "person"]
    assert len(people) == 1


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize(
    "text", ["", "\n\n", "No names here at all.", "“", "A" * 500, "Minister Minister of of , Prime"]
)
def test_odd_texts_raise_nothing(text: str, pack: object) -> None:
    find = actors_of(text, pack)
    assert all(actor.mentions for actor in find)


def test_ordinary_words_that_begin_sentences_are_no_names() -> None:
    text = "Talks went on. Ministers left early. The talks ended. Later the ministers met Kari Dahl."
    assert [actor.name for actor in actors_of(text, RulePack())] == ["Kari Dahl"]


POSTS = [
    ("Norwegian Prime Minister Kari Dahl spoke.", "Kari Dahl", "Prime Minister", "Norway"),
    ("President Joseph Mwangi of Kenya spoke in Oslo.", "Joseph Mwangi", "President", "Kenya"),
    ("The former Kenyan president Joseph Mwangi spoke.", "Joseph Mwangi", "former president", "Kenya"),
    ("Kenya's deputy health minister, Joseph Mwangi, spoke.", "Joseph Mwangi", "deputy health minister", "Kenya"),
    ("Kari Dahl, Norway's minister for rural affairs, spoke.", "Kari Dahl", "minister for rural affairs", "Norway"),
    ("Norwegian Minister of Trade Kari Dahl spoke.", "Kari Dahl", "Minister of Trade", "Norway"),
    ("Kari Dahl is the mayor of the Norwegian city of Bergen.", "Kari Dahl", "mayor", "Bergen"),
    ("Kari Dahl, Norway's ambassador to Kenya, spoke.", "Kari Dahl", "ambassador to Kenya", "Norway"),
    ("Kari Dahl, 45, a lawyer for Ana Reyes, spoke.", "Kari Dahl", "lawyer", "Ana Reyes"),
    ("Ana Reyes left. Ana Reyes's lawyer, Kari Dahl, spoke.", "Kari Dahl", "lawyer", "Ana Reyes"),
    ("Kari Dahl, who heads the World Bank, spoke.", "Kari Dahl", "head", "World Bank"),
    ("Kari Dahl was elected president of Norway in May.", "Kari Dahl", "president", "Norway"),
    ("The World Bank agreed. Its regional director, Kari Dahl, spoke.", "Kari Dahl", "regional director", "World Bank"),
    ("Norwegian Prime Minister Kari Dahl and first lady Ana Reyes left.", "Ana Reyes", "first lady", "Norway"),
    ("Norway voted. Norway agreed. Prime Minister Kari Dahl left.", "Kari Dahl", "Prime Minister", "Norway"),
    ("A police spokesman, Joseph Mwangi, spoke.", "Joseph Mwangi", "spokesman", "police"),
    ("Kari Dahl (left), the Norwegian minister of trade, spoke.", "Kari Dahl", "minister of trade", "Norway"),
    ("Joseph Mwangi, Kenya's top envoy in Oslo, spoke.", "Joseph Mwangi", "envoy", "Kenya"),
    ("Kenya's President-elect Joseph Mwangi spoke.", "Joseph Mwangi", "President-elect", "Kenya"),
    ("Presidents Joseph Mwangi of Kenya and Kari Dahl of Norway met.", "Kari Dahl", "President", "Norway"),
]


@pytest.mark.parametrize(("text", "person", "title", "of"), POSTS)
def test_posts_by_how_they_are_told(text: str, person: str, title: str, of: str) -> None:
    held = [(office.title, office.of) for office in named(actors_of(text, load()), person).offices]
    assert held == [(title, of)]


def test_a_trade_is_a_post_where_its_body_is_told() -> None:
    text = "Kari Dahl, a lecturer in peace studies at the University of Bergen, spoke. Ana Reyes, a baker, left."
    actors = actors_of(text, load())
    assert [office.title for office in named(actors, "Kari Dahl").offices] == ["lecturer"]
    assert named(actors, "Ana Reyes").offices == ()


def test_one_state_has_one_prime_minister() -> None:
    text = (
        "Norway and Kenya met. Norwegian Prime Minister Kari Dahl spoke first. "
        "Norway and Kenya agreed as Prime Minister Joseph Mwangi signed."
    )
    assert [office.of for office in named(actors_of(text, load()), "Joseph Mwangi").offices] == ["Kenya"]


def test_two_states_joined_by_a_hyphen_are_two() -> None:
    found = {actor.name: actor.type for actor in actors_of("The Norway-Kenya talks went on in May.", load())}
    assert found == {"Norway": "state", "Kenya": "state"}


def test_an_organ_is_named_with_its_body() -> None:
    text = "Ana Reyes, a member of the Secretariat of the Harbour Workers' Party, spoke."
    office = named(actors_of(text, load()), "Ana Reyes").offices[0]
    assert (office.title, office.of) == ("member", "Secretariat of the Harbour Workers' Party")


@pytest.mark.skipif(isinstance(load(), RulePack), reason="the English pack is not there")
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Oslo denounces the Kenyan army", "Kenyan army"),
        ("Army of Kenya says no", "Army of Kenya"),
        ("They met at the interior ministry", "interior ministry"),
    ],
)
def test_a_body_at_the_edge_of_a_line_without_a_stop(text: str, name: str) -> None:
    assert name in {mention.text for actor in actors_of(text, load()) for mention in actor.mentions}


@pytest.mark.skipif(isinstance(load(), RulePack), reason="the English pack is not there")
def test_a_ministry_called_by_its_field_alone_is_a_body() -> None:
    [ministry] = [actor for actor in actors_of("The interior ministry denied it.", load())]
    assert (ministry.name, ministry.type) == ("interior ministry", "organization")
    text = "Norway's Foreign Ministry said no. The foreign ministry gave no reason."
    bodies = [actor.name for actor in actors_of(text, load()) if actor.type == "organization"]
    assert bodies == ["Norway's Foreign Ministry"]


def test_initials_with_stops_are_their_names() -> None:
    text = "F.H.W. workers marched. The Federation of Harbour Workers met on Monday. The F.H.W. said it would strike.\n"
    bodies = [actor for actor in find_actors(parsed(text)) if actor.type == "organization"]
    assert [actor.name for actor in bodies] == ["Federation of Harbour Workers"]

"""Party and home behind a name are no actors, and a post behind them is still read."""

import pytest

from accord.find.actors.joining import with_firms
from accord.find.actors.marks import Mark
from accord.find.actors.tags import tag_end
from accord.language.tokens import split_tokens
from accord.model.sentences import Sentence
from tests.find.test_actors import PACKS, actors_of, named


def tag(text: str) -> str:
    tokens = split_tokens(text)
    end = tag_end([text[token.start : token.end] for token in tokens], 1)
    return text[tokens[1].start : tokens[end - 1].end] if end else ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dahl, R-N.D., asked", ", R-N.D."),
        ("Dahl (D-Mich.) asked", "(D-Mich.)"),
        ("Dahl (I–Alaska) asked", "(I–Alaska)"),
        ("Dahl (R., Utah) asked", "(R., Utah)"),
        ("Dahl, D, Utah, asked", ", D, Utah"),
        ("Dahl (Lab) asked", "(Lab)"),
        ("Dahl (Lib Dem, Harwick North) asked", "(Lib Dem, Harwick North)"),
        ("Dahl (D-Port Ellen) asked", "(D-Port Ellen)"),
        ("Dahl, D-Ellenport, asked", ", D-Ellenport"),
        ("Dahl, C and D follow", ""),
        ("Dahl (I was late)", ""),
        ("Dahl, Norway's premier", ""),
        ("Dahl (R", ""),
    ],
)
def test_where_party_and_home_end(text: str, expected: str) -> None:
    assert tag(text) == expected


TAGGED = (
    "Senator Ana Dahl, R-Utah, the panel's chairwoman, and Representative Karl Berg (D-Ore.) spoke. Dahl left early.\n"
)


@pytest.mark.parametrize("pack", PACKS)
def test_party_and_home_name_nobody(pack: object) -> None:
    actors = actors_of(TAGGED, pack)
    assert {actor.name for actor in actors} == {"Ana Dahl", "Karl Berg"}
    assert "chairwoman" in {office.title for office in named(actors, "Ana Dahl").offices}


def test_a_member_of_a_party_is_no_body() -> None:
    actors = actors_of("Karl Berg voted no. The Vermont Democrat said that the bill was dead.\n", PACKS[1].values[0])
    assert not [actor.name for actor in actors if "Democrat" in actor.name]


@pytest.mark.parametrize("text", ["Spokesmen for both ports declined to talk.\n", "Teachers in Oslo marched.\n"])
def test_what_people_are_is_no_name(text: str) -> None:
    assert not [actor.name for actor in actors_of(text, PACKS[1].values[0]) if actor.type == "person"]


def test_initials_and_a_name_without_its_last_word_are_one_body() -> None:
    text = (
        "The National Harbour Workers Association met in Oslo. “We want more,” the NHWA said in a statement.\n"
        "The charity Open Shores Trust and the campaign Clean Harbours Now agreed. Clean Harbours sued.\n"
    )
    found = [actor for actor in actors_of(text, PACKS[1].values[0]) if actor.type == "organization"]
    assert "NHWA" in named(found, "National Harbour Workers Association").names
    assert sum("Clean Harbours" in actor.name for actor in found) == 1


def test_a_state_written_short_is_the_place() -> None:
    actors = actors_of("Karl Berg, the mayor of Ellenport, Tex., spoke. He left Texas on Monday.\n", PACKS[1].values[0])
    assert named(actors, "Texas").type == "place"
    assert not [actor.name for actor in actors if actor.name == "Tex."]


@pytest.mark.parametrize(("link", "label"), [("of", "ORGANIZATION"), ("at", "ORGANIZATION"), ("and", "PERSON")])
def test_whom_a_person_is_of_is_a_firm(link: str, label: str) -> None:
    words = tuple(f"William Hayes {link} Carter Wells declined to talk .".split())
    sentence = Sentence(0, len(words), tuple(range(len(words))), tuple(range(1, len(words) + 1)), words)
    marks = [Mark(0, 0, 2, "PERSON"), Mark(0, 3, 5, "PERSON")]
    assert [mark.label for mark in with_firms(marks, sentence)] == ["PERSON", label]

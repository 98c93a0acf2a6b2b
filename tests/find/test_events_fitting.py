"""Words of force and of diplomacy make an event where they are meant literally, and none where they are a figure."""

import pytest

from accord.find.actors import find_actors
from accord.find.events import find_events
from accord.find.times import find_times
from tests.factories import parsed


def types(text: str) -> list[str]:
    read = parsed(text, published="2031-05-14")
    return [event.type for event in find_events(read, find_actors(read), find_times(read))]


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("Norwegian troops shelled a village in Chile on Monday.", "ASSAULT"),
        ("Gunmen attacked a convoy near Lima.", "ASSAULT"),
        ("Rebels fought with the army near Lima.", "ASSAULT"),
        ("Police detained dozens of farmers in Lima.", "COERCE"),
        ("The army seized a tanker off Chile.", "COERCE"),
        ("Farmers rallied in Lima.", "PROTEST"),
        ("President Anna Berg of Norway received the Chilean ambassador in Oslo.", "CONSULT"),
        ("Norway withdrew its troops from Chile.", "RETREAT"),
        ("The bombing in Lima killed 12 people.", "ASSAULT"),
        ("Clashes between Norwegian and Chilean guards killed 12 people.", "ASSAULT"),
        ("Norway and Chile issued a joint statement.", "AGREE"),
    ],
)
def test_an_act_is_told_by_its_word_and_whom_it_is_done_to(sentence: str, type_: str) -> None:
    assert type_ in types(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Senator Anna Berg attacked the budget.",
        "Anna Berg fought for lower rents.",
        "We are battling a deficit, Anna Berg said.",
        "Anna Berg stormed into the studio.",
        "The board seized on a note of Anna Berg's.",
        "Anna Berg received 40 letters.",
        "Anna Berg went back to her desk.",
        "Anna Berg withdrew her support for the bill.",
        "Anna Berg signed autographs.",
        "Anna Berg elected to stay.",
        "Anna Berg rallied her base.",
        "The survey demonstrated that rents fell.",
        "Anna Berg held a press conference.",
        "Anna Berg spoke of the war on waste.",
        "Partisan battles over the name of the bridge went on, Anna Berg said.",
        "Anna Berg issued a statement on Friday.",
        "Did Norway attack Chile?",
    ],
)
def test_a_figure_of_speech_makes_no_event(sentence: str) -> None:
    assert types(sentence) == []


def test_what_a_noun_is_only_about_is_not_told() -> None:
    assert types("Anna Berg spoke of efforts to invade Chile.") == []
    assert types("The cost of invading Chile is high, Anna Berg said.") == []
    assert types("Norway was the first state to invade Chile.") == ["ASSAULT"]


def test_a_refusal_that_is_denied_is_none() -> None:
    assert types("Norway did not rule out talks.") == []


def parties(text: str) -> tuple[list[str], list[str]]:
    read = parsed(text, published="2031-05-14")
    actors = find_actors(read)
    names = {actor.id: actor.name for actor in actors}
    event = find_events(read, actors, find_times(read))[-1]
    return [names[one] for one in event.actors], [names[one] for one in event.recipients]


def test_a_post_stands_for_the_one_who_holds_it() -> None:
    known = "President Anna Berg of Norway and President Carlos Ruiz of Chile spoke."
    assert parties(f"{known} The presidents of Norway and Chile met on Monday.")[0] == ["Anna Berg", "Carlos Ruiz"]
    assert parties("The presidents of Norway and Chile met on Monday.")[0] == ["Norway", "Chile"]
    assert "Anna Berg" not in parties(f"{known} A Norwegian president visited Chile in 2019.")[0]


def test_what_a_treaty_is_on_is_no_party() -> None:
    assert parties("Norway and Chile signed a treaty on Bolivia.") == (["Norway", "Chile"], [])


def test_a_candidate_attacks_another_with_words() -> None:
    text = "Anna Berg and Carlos Ruiz are candidates. Anna Berg attacked Carlos Ruiz for his vote."
    assert types(text) == ["ACCUSE"]
    assert types("Anna Berg claimed that her plan was cheap.") == []
    assert types("Anna Berg asked whether the plan was cheap.") == []

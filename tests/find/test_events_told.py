"""Who does what to whom in sentences that turn it round, and what is not told as done at all."""

import pytest

from accord.find.actors import find_actors
from accord.find.events import find_events
from accord.find.times import find_times
from tests.factories import parsed

Told = tuple[str, str, list[str], list[str]]


def told(text: str) -> list[Told]:
    """Type, status, and names of those who do it and to whom, of each event."""
    read = parsed(text, published="2031-05-14")
    actors = find_actors(read)
    names = {actor.id: actor.name for actor in actors}
    return [
        (event.type, event.status, [names[each] for each in event.actors], [names[each] for each in event.recipients])
        for event in find_events(read, actors, find_times(read))
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Parliament of Norway passed a bill on fishing.", "OTHER"),
        ("Ana Berg sold the ferry on Monday.", "OTHER"),
        ("Ana Berg sold the ferry.", None),
        ("Ana Berg has sold ferries in recent years.", None),
        ("Ana Berg thought of the ferry on Monday.", None),
    ],
)
def test_a_deed_of_no_kind_is_an_event_where_its_day_is_told(sentence: str, expected: str | None) -> None:
    assert [type for type, *_ in told(sentence)] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("sentence", "actors", "recipients"),
    [
        ("Norway blamed Chile for Peru's losses.", ["Norway"], ["Chile"]),
        ("Norway urged Chile to take a harder line with Peru.", ["Norway"], ["Chile"]),
        ("Norway drew sharp criticism from Chile on Monday.", ["Chile"], ["Norway"]),
        ("Norway Condemned Over Harbour Raid", [], ["Norway"]),
        ("Norway upgraded its ties with Chile on Monday.", ["Norway"], ["Chile"]),
        ("Norway is expected to be sued by Chile.", ["Chile"], ["Norway"]),
        ("At a summit of Peru's, Norway called on Chile to leave Fiji.", ["Norway"], ["Chile"]),
        ("Texas sued Colorado.", ["Texas"], ["Colorado"]),
        ("Norway urged lawmakers to reopen the road.", ["Norway"], []),
    ],
)
def test_who_does_it_to_whom(sentence: str, actors: list[str], recipients: list[str]) -> None:
    assert [each[2:] for each in told(sentence)] == [(actors, recipients)]


def test_ties_raised_with_two_states_are_two_events() -> None:
    found = told("Norway upgraded its ties with Chile and Peru on Monday.")
    assert [each[3] for each in found] == [["Chile"], ["Peru"]]


def test_the_host_of_a_paper_is_no_paper() -> None:
    found = told("Ruiz spoke on Monday. The Lima Herald host urged Chile to open the road.")
    assert all("Lima Herald" not in each[2] for each in found)


@pytest.mark.parametrize(
    "sentence",
    [
        "A fence will stop gunmen from attacking Chile's port.",
        "The panel suggested that Norway release the prisoners.",
        "Norway should not give Chile leave to attack Peru.",
        "The letter warned that the dam in Chile had cracks.",
        "The plea by Norway was made more telling by the frost.",
        "The visit by Norway's president threatens to delay the talks.",
        "A report funded by the Bank of Norway runs to 90 pages.",
        "Norway will have to give way to Chile.",
        "Anna Berg of Norway pleaded guilty to fraud.",
        "Signing a deal with Chile by Christmas is impossible, Norway said.",
    ],
)
def test_what_is_not_told_as_done(sentence: str) -> None:
    assert [each for each in told(sentence) if each[1] == "happened"] == []


def test_a_second_verb_in_the_past_stands_by_itself() -> None:
    found = told("Norway would not go that far but urged Chile to open the road.")
    assert ("REQUEST", "happened") in [each[:2] for each in found]


def test_no_deal_is_a_refusal() -> None:
    assert [each[:2] for each in told("Norway and Chile reached no agreement on Monday.")] == [("REJECT", "happened")]


def test_a_warning_not_to_do_it_asks_where_no_state_warns() -> None:
    assert "THREATEN" in [each[0] for each in told("Norway warned Chile not to send ships.")]


def test_the_opponents_of_somebody_are_not_they() -> None:
    found = told("Anna Berg met Luis Quispe in Lima. Anna Berg's opponents condemned Luis Quispe.")
    assert ["Luis Quispe"] in [each[3] for each in found if each[0] == "ACCUSE"]
    assert all("Anna Berg" not in each[2] for each in found if each[0] == "ACCUSE")


def test_whoever_is_left_to_do_it_does_it() -> None:
    found = told("Norway left Chile to negotiate with Peru.")
    assert all(each[2] != ["Norway"] for each in found)


def test_the_day_of_what_an_act_answers_is_not_its_own() -> None:
    read = parsed(
        "Norway expelled two diplomats of Chile in response to the raid of 3 May 2031.", published="2031-06-14"
    )
    (event,) = (each for each in find_events(read, find_actors(read), find_times(read)) if each.type == "SANCTION")
    assert event.date is None
    read = parsed("After the clashes of 2011, Norway expelled two diplomats of Chile.", published="2031-06-14")
    (event,) = (each for each in find_events(read, find_actors(read), find_times(read)) if each.type == "SANCTION")
    assert event.date is None

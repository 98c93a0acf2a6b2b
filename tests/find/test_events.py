"""What is told as done, planned, possible or denied, by whom; and that every anchor holds on any text."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from accord.find.actors import find_actors
from accord.find.events import find_events
from accord.find.times import find_times
from accord.language.rules import RulePack
from accord.model.accounts import ParsedReport
from accord.model.findings import Event
from benchmarks.events import TABLES, find, load_cases, main_of
from tests.factories import parsed

PIECES = [
    "Oslo",
    "Lima",
    "will",
    "not",
    "may",
    "meet",
    "sign",
    "a deal",
    "with",
    "and",
    ",",
    "said",
    "the two sides",
    "to",
    "visit",
]
PIECES += [
    "agreed",
    "accused",
    "of",
    "it",
    "“",
    "”",
    "on Tuesday",
    ".",
    "if",
    "protest",
    "talks",
    "between",
    "was",
    "by",
    "n't",
]


def events(text: str, published: str = "2031-05-14") -> tuple[Event, ...]:
    read = parsed(text, published=published)
    return find_events(read, find_actors(read), find_times(read))


def only(text: str) -> Event:
    found = events(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize("name", TABLES)
def test_most_sentences_of_the_case_tables_are_right(name: str) -> None:
    cases = load_cases(name)
    assert len(cases) >= 100
    told = [(case, main_of(find(case[0]))) for case in cases]
    right = sum(((main.type, main.status) if main else ("-", "-")) == case[1:] for case, main in told)
    assert right / len(cases) >= 0.8


def test_who_does_what_to_whom_when_and_where() -> None:
    read = parsed("Norway's President Anna Berg visited Peru in March 2030.", published="2031-05-14")
    actors = find_actors(read)
    names = {actor.id: actor.name for actor in actors}
    (event,) = find_events(read, actors, find_times(read))
    assert (event.type, event.status, event.date) == ("CONSULT", "happened", "2030-03")
    assert [names[actor] for actor in event.actors] == ["Anna Berg"]
    assert [names[actor] for actor in event.recipients] == ["Peru"]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Peru will send troops to Chile.", "planned"),
        ("Peru is expected to send troops to Chile.", "planned"),
        ("Peru may send troops to Chile.", "possible"),
        ("Peru did not send troops to Chile.", "denied"),
        ("Peru sent troops to Chile.", "happened"),
    ],
)
def test_modality_and_negation(sentence: str, status: str) -> None:
    event = only(sentence)
    assert (event.type, event.status) == ("MOBILIZE", status)


def test_a_refusal_is_an_act_of_its_own() -> None:
    event = only("Chile refused to sign the treaty with Peru.")
    assert (event.type, event.status) == ("REJECT", "happened")


def test_what_is_wished_for_or_only_asked_is_not_told() -> None:
    assert events("Chile hopes to visit Peru.") == ()
    assert events("Chile should meet Peru, a columnist wrote.") == ()


def test_one_who_meets_several_has_several_meetings() -> None:
    text = "President Anna Berg met Prime Minister Carlos Ruiz and Foreign Minister Rosa Marin on Tuesday."
    meetings = [event for event in events(text) if event.type == "CONSULT"]
    assert len(meetings) == 2
    assert len({event.recipients for event in meetings}) == 2


def test_a_noun_tells_of_an_act_where_it_says_whose() -> None:
    text = "The trip follows a June visit to Chile from Norwegian President Anna Berg."
    assert any(event.type == "CONSULT" and event.date == "2030-06" for event in events(text, "2030-09-01"))
    assert events("The meeting was long.") == ()


def test_ids_and_evidence() -> None:
    text = "Norway expelled the ambassador of Peru. Peru condemned Norway."
    found = events(text)
    assert [event.id for event in found] == ["e1", "e2"]
    for event in found:
        assert all(text[span.start : span.end] == span.text for span in event.evidence)


def test_no_parse_no_events() -> None:
    read = parsed("Norway met Peru.")
    rules = tuple(RulePack().parse(read.report.text, [(0, len(read.report.text))]))
    assert find_events(structs.replace(read, sentences=rules), (), ()) == ()


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000))
def test_any_text_has_anchors_that_hold(seed: int) -> None:
    random = Random(seed)
    text = " ".join(random.choices(PIECES, k=40))
    for event in events(text):
        assert all(text[span.start : span.end] == span.text for span in event.evidence)
        assert event.evidence


def test_a_crossing_or_headless_tree_is_survived() -> None:
    read = parsed("Norway met Peru and Chile in Lima on Tuesday.")
    (sentence,) = read.sentences
    for heads in ((-1,) * len(sentence), (*range(1, len(sentence)), -1)):
        broken: ParsedReport = structs.replace(read, sentences=(structs.replace(sentence, heads=heads),))
        find_events(broken, find_actors(broken), ())


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("Kenya launched three days of talks with Oman.", "CONSULT"),
        ("Kenyan frigates began a round of drills with Oman.", "COOPERATE"),
        ("The Omani government declared on Tuesday that Kenya must open its ports.", "REQUEST"),
        ("Peru issued an ultimatum to Chile.", "THREATEN"),
        ("Norway released two journalists of Chile.", "CONCEDE"),
    ],
)
def test_measured_acts_demands_and_ultimatums(sentence: str, type_: str) -> None:
    main = main_of(find(sentence))
    assert main is not None
    assert (main.type, main.status) == (type_, "happened")


def test_a_duty_of_ones_own_demands_nothing() -> None:
    assert main_of(find("Peru said it must repair its roads.")) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Marta Ruiz arrived in Peru on Monday for her first visit to the country in six years.",
        "Marta Ruiz arrived in Peru on Monday, her second visit since 2025.",
    ],
)
def test_a_time_that_reaches_back_dates_nothing(sentence: str) -> None:
    dates = {event.date for event in events(sentence)}
    assert "2031-05-12" in dates
    assert not {date for date in dates if date and date.startswith("2025")}

"""The scorer itself, on the Nairobi story: an account that says what is expected reaches 1, an empty one 0."""

from pathlib import Path
from typing import Any

import pytest

from accord.model.accounts import Account, StoryHead
from accord.model.findings import (
    Actor,
    Attribution,
    Commitment,
    CommitmentReading,
    Event,
    Figure,
    Office,
    Relation,
    Time,
)
from accord.model.points import Difference, Omission, Origin, Point, Reading
from accord.model.reports import Passage, Report
from accord.model.spans import Span
from tests.stories.expected import HERE, Entry, Expected, Place
from tests.stories.pairing import Score, found, likeness, name_key, pair, same_date
from tests.stories.runs import load_floors, score, write_floors

STORY = Expected(HERE / "nairobi-2029")


def spans(anchor: Any, report: str | None = None) -> list[Span]:
    place = STORY.place(anchor, report)
    if place is None:
        return []
    return [Span(place.report, a, b, STORY.texts[place.report][a:b]) for a, b in place.ranges]


def span(anchor: Any, report: str | None = None) -> Span | None:
    return next(iter(spans(anchor, report)), None)


def sure(anchor: Any, report: str | None = None) -> Span:
    return spans(anchor, report)[0]


def evidence(entry: Entry) -> tuple[Span, ...]:
    return tuple(sure(each, entry.get("report")) for each in entry["evidence"])


def report_of(entry: Entry) -> Report:
    text = STORY.texts[entry["id"]]
    start = text.index(entry["headline"])
    fields: Entry = {field: entry[field] for field in ("outlet", "published", "dateline")}
    people: Entry = {field: tuple(entry[field]) for field in ("authors", "contributors")}
    headline = Span(entry["id"], start, start + len(entry["headline"]), entry["headline"])
    return Report(
        id=entry["id"], path=f"reports/{entry['file']}", sha256="", text=text, headline=headline, **fields, **people
    )


def passages_of(entry: Entry) -> list[Passage]:
    text, id = STORY.texts[entry["id"]], entry["id"]
    first = [part["role"] for passage in entry["passages"] for part in passage.get("parts") or [passage]]
    return [
        Passage(Span(id, start, end, text[start:end]), role)
        for role, (start, end, _) in zip(first, STORY.passages(entry), strict=True)
    ]


def point_of(entry: Entry) -> Point:
    readings = tuple(Reading(sure(each), via=tuple(each["via"])) for each in entry["readings"])
    differences = tuple(
        Difference(each["kind"], tuple(each["between"]), (), (), bool(each["compatible"]), each["note"])
        for each in entry["differences"]
    )
    return Point(entry["id"], readings[0].span, readings, entry["standing"], entry["independent_origins"], differences)


def attribution_of(entry: Entry) -> Attribution:
    report = entry["report"]
    return Attribution(
        "a",
        tuple(spans(entry["content"], report)),
        entry["kind"],
        span(entry["source"], report),
        span(entry["cue"], report),
        speaker=tuple(entry["speaker"]),
        via=tuple(entry["via"]),
    )


def omission_of(entry: Entry) -> Omission:
    if entry["kind"] == "reported":
        return Omission("reported", span(entry), report=entry["report"])
    return Omission("observed", None, missing_from=tuple(entry["missing_from"]), point=entry["point"])


def event_of(entry: Entry) -> Event:
    who: Entry = {"actors": tuple(entry["actors"]), "recipients": tuple(entry["recipients"])}
    return Event(entry["id"], entry["type"], entry["status"], evidence(entry), date=entry["date"], **who)


def commitment_of(entry: Entry) -> Commitment:
    readings = tuple(CommitmentReading(sure(each), each["stage"]) for each in entry["readings"])
    return Commitment(entry["id"], readings[0].span, readings)


def figure_of(entry: Entry) -> Figure:
    return Figure(sure(entry), *(entry[key] for key in ("value", "min", "max", "comparator", "unit", "of")))


def actor_of(entry: Entry) -> Actor:
    posts = tuple(Office(post["title"], post["of"]) for post in entry["offices"])
    return Actor(f"id of {entry['name']}", entry["name"], entry["type"], tuple(entry["names"]), posts)


def perfect() -> Account:
    data = STORY.data
    return Account(
        StoryHead("s", "t"),
        tuple(report_of(entry) for entry in data["reports"]),
        passages=tuple(passage for entry in data["reports"] for passage in passages_of(entry)),
        times=tuple(Time(sure(entry), entry["edtf"], "date") for entry in data["times"]),
        figures=tuple(map(figure_of, data["figures"])),
        attributions=tuple(map(attribution_of, data["attributions"])),
        actors=tuple(map(actor_of, data["actors"])),
        events=tuple(map(event_of, data["events"])),
        commitments=tuple(map(commitment_of, data["commitments"])),
        relations=tuple(
            Relation(each["id"], each["kind"], evidence(each), tuple(each["parties"])) for each in data["relations"]
        ),
        points=tuple(map(point_of, data["points"])),
        omissions=tuple(map(omission_of, data["omissions"])),
        origins=tuple(Origin(each["report"], each["origin"], each["kind"], evidence(each)) for each in data["origins"]),
    )


def test_an_account_that_says_what_is_expected_reaches_one_everywhere() -> None:
    scores = score(STORY, perfect())
    assert {field: str(each) for field, each in scores.items() if each.value < 1} == {}


def test_an_empty_account_finds_nothing() -> None:
    scores = score(STORY, Account(StoryHead("s", "t"), ()))
    assert {field for field, each in scores.items() if each.hits} == set()


def test_fields_of_the_floors_are_the_fields_of_the_scores() -> None:
    fields = score(STORY, perfect()).keys()
    assert all(floors.keys() == fields for floors in load_floors().values())


def test_likeness_is_of_characters() -> None:
    one, other = Place("r", ((0, 10),)), Place("r", ((5, 10), (20, 25)))
    assert likeness(one, other) == pytest.approx(5 / 15)
    assert likeness(one, Place("s", ((0, 10),))) == 0
    assert likeness(one, None) == 0


def test_pairs_are_one_to_one_and_the_most_alike_come_first() -> None:
    table = {(0, 0): 0.5, (0, 1): 0.9, (1, 1): 0.8}
    assert pair(range(2), range(2), lambda i, j: table.get((i, j), 0.0)) == {0: 1}
    assert pair(range(2), range(2), lambda i, j: table.get((i, j), 0.0), least=0.95) == {}


def test_optional_entries_count_for_nothing() -> None:
    assert found({0: 0, 1: 1}, 3, [False, True, True]) == Score(hits=1, asked=1, said=2)
    assert Score(1, 1, 2).value == pytest.approx(2 / 3)
    assert Score(0, 0, 0).value == Score(0, 0).value == 0


def test_names_and_dates_are_compared_without_their_dress() -> None:
    assert name_key("The Côte d’Ivoire") == name_key("cote d'ivoire")
    assert same_date(["2031-05-14~"], "2031-05-14")
    assert same_date(["2031", None], None)
    assert not same_date(["2031"], "2031-05")


def test_floors_stand_a_margin_below_what_is_measured(tmp_path: Path) -> None:
    write_floors({"s": {"times.found": Score(9, 10), "times.right": Score(0, 10)}}, 0.02, tmp_path / "floors.toml")
    assert load_floors(tmp_path / "floors.toml") == {"s": {"times.found": 0.88, "times.right": 0.0}}

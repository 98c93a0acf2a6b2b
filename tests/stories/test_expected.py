"""What expected.json says of itself: every anchor occurs and is unmistakable, every name and value is one of ours."""

import re
from collections.abc import Iterator
from typing import Any, get_args

import pytest

from accord.model.findings import ActorType, Comparator, EventStatus, EventType, RelationKind, Stage
from accord.model.points import DifferenceKind, OriginKind, Standing
from accord.model.reports import Role
from tests.stories.expected import HERE, Entry, Expected, occurrences, story_folders

FOLDERS = story_folders() + story_folders(HERE / "blind")
STORIES = [Expected(folder) for folder in FOLDERS]
EDTF = re.compile(r"(\.\.|[\dX]{4}(-\d\d){0,2}[~?]?)(/(\.\.|\d{4}(-\d\d){0,2}[~?]?))?")

each_story = pytest.mark.parametrize("story", STORIES, ids=[folder.name for folder in FOLDERS])


def anchors(value: Any, report: str | None = None) -> Iterator[tuple[str, Entry]]:
    """Yield every anchor below a value with the report it stands in."""
    if isinstance(value, list):
        for each in value:
            yield from anchors(each, report)
    elif isinstance(value, dict):
        report = value.get("report", report)
        if "text" in value:
            yield str(report), value
        for each in value.values():
            yield from anchors(each, report)


def findings(story: Expected) -> dict[str, Any]:
    return {section: value for section, value in story.data.items() if isinstance(value, list) and section != "reports"}


@each_story
def test_every_anchor_occurs_and_says_which_occurrence_it_is(story: Expected) -> None:
    for report, anchor in anchors(findings(story)):
        times = sum(1 for _ in occurrences(anchor["text"], story.texts[report]))
        assert times >= 1, f"{report}: {anchor}"
        assert times == 1 or 1 <= anchor.get("nth", 0) <= times, f"{report}: {anchor} occurs {times} times"


@each_story
def test_passages_cover_each_non_blank_line_in_order(story: Expected) -> None:
    for report in story.data["reports"]:
        covered = list(story.passages(report))
        text = story.texts[report["id"]]
        assert "".join("".join(text[a:b].split()) for a, b, _ in covered) == "".join(text.split())
        assert all(roles <= set(get_args(Role)) for _, _, roles in covered)


@each_story
def test_every_report_file_is_expected(story: Expected) -> None:
    assert set(story.files) == {path.name for path in (story.folder / "reports").glob("*.txt")}
    for report in story.data["reports"]:
        assert report["headline"] is None or report["headline"] in story.texts[report["id"]]


@each_story
def test_values_are_of_the_record(story: Expected) -> None:
    rows = [
        ("figures", "comparator", Comparator),
        ("actors", "type", ActorType),
        ("events", "type", EventType),
        ("events", "status", EventStatus),
        ("relations", "kind", RelationKind),
        ("points", "standing", Standing),
        ("origins", "kind", OriginKind),
    ]
    for section, field, allowed in rows:
        assert {entry[field] for entry in story.data[section]} <= set(get_args(allowed)), (section, field)
    assert {r["stage"] for c in story.data["commitments"] for r in c["readings"]} <= set(get_args(Stage))
    assert {d["kind"] for p in story.data["points"] for d in p["differences"]} <= set(get_args(DifferenceKind))


@each_story
def test_dates_are_edtf(story: Expected) -> None:
    for entry in story.data["times"]:
        for date in (entry["edtf"], *entry.get("also", [])):
            assert date is None or EDTF.fullmatch(date), entry


@each_story
def test_points_hold_together(story: Expected) -> None:
    ids = {point["id"] for point in story.data["points"]}
    for point in story.data["points"]:
        reports = {reading["report"] for reading in point["readings"]}
        assert len(reports) > 1 or point["standing"] == "disputed", point["id"]
        assert all(set(each["between"]) <= reports for each in point["differences"]), point["id"]
        assert 1 <= point["independent_origins"] <= len(point["readings"]), point["id"]
    for omission in story.data["omissions"]:
        assert omission["kind"] == "reported" or omission["point"] in ids


@each_story
def test_those_who_speak_and_act_are_actors(story: Expected) -> None:
    known = {actor["name"] for actor in story.data["actors"]}
    speakers = {name for entry in story.data["attributions"] for name in entry["speaker"]}
    acting = {name for entry in story.data["events"] for name in entry["actors"] + entry["recipients"]}
    parties = {name for key in ("commitments", "relations") for entry in story.data[key] for name in entry["parties"]}
    assert speakers | acting | parties <= known

"""One entry an event, over the reports."""

from collections.abc import Sequence
from datetime import date

from msgspec import structs

from accord.collate.accounts import place_in_story
from accord.collate.events import merge_events
from accord.model.accounts import Analysis
from accord.model.findings import Actor, Event, EventStatus, EventType
from tests.factories import analysis

NORWAY = Actor("n1", "Norway", "state", ("Norway",))
CHILE = Actor("n2", "Chile", "state", ("Chile",))
PERU = Actor("n3", "Peru", "state", ("Peru",))


def telling(
    id: str,
    text: str,
    type_: EventType = "CONSULT",
    *,
    actors: Sequence[str] = ("n1", "n2"),
    date: str | None = None,
    status: EventStatus = "happened",
) -> Analysis:
    read = analysis(text, id=id)
    event = Event("e1", type_, status, (read.report.span(0, len(text)),), tuple(actors), (), date)
    return structs.replace(read, actors=(NORWAY, CHILE, PERU), events=(event,))


def test_two_reports_of_one_meeting_are_one_event() -> None:
    one = telling("a", "Norway met Chile.", date="2031-05-13")
    other = telling("b", "Chile and Norway held talks.", date="2031-05-13/2031-05-14")
    (event,) = merge_events([one, other])
    assert [span.report for span in event.evidence] == ["a", "b"]
    assert event.actors == ("n1", "n2")


def test_days_apart_are_two_events() -> None:
    assert (
        len(
            merge_events(
                [telling("a", "Norway met Chile.", date="2031-05-13"), telling("b", "Norway met Chile.", date="2029")]
            )
        )
        == 2
    )


def test_other_parties_are_another_event() -> None:
    assert len(merge_events([telling("a", "Norway met Chile."), telling("b", "Peru met.", actors=("n3",))])) == 2


def test_other_types_are_other_events() -> None:
    assert len(merge_events([telling("a", "Norway met Chile."), telling("b", "Norway accused Chile.", "ACCUSE")])) == 2


def test_what_has_happened_is_no_longer_planned() -> None:
    one = telling("a", "Norway will meet Chile.", status="planned", date="2031-05-13")
    other = telling("b", "Norway met Chile.", date="2031-05-13")
    (event,) = merge_events([one, other])
    assert event.status == "happened"


def test_an_undated_telling_takes_the_date_of_the_others() -> None:
    (event,) = merge_events([telling("a", "Norway met Chile."), telling("b", "Norway met Chile.", date="2031-05-13")])
    assert event.date == "2031-05-13"


def test_what_lies_well_before_the_story_is_background() -> None:
    def event(day: str | None) -> Event:
        return Event(id="e1", type="CONSULT", status="happened", evidence=(), date=day)

    days = [date(2031, 5, 4), date(2031, 5, 5)]
    told = {
        day: place_in_story(event(day), days).background for day in ("2031-05-03", "2031-04-20", "2030", "2031", None)
    }
    assert told == {"2031-05-03": False, "2031-04-20": True, "2030": True, "2031": False, None: False}

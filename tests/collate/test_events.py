"""One entry an event, over the reports."""

from collections.abc import Sequence
from datetime import date

from msgspec import structs

from accord.collate.accounts import place_in_story
from accord.collate.events import merge_events
from accord.model.accounts import Analysis
from accord.model.findings import Actor, Event, EventStatus, EventType, Office
from tests.factories import analysis

NORWAY = Actor("n1", "Norway", "state", ("Norway",))
CHILE = Actor("n2", "Chile", "state", ("Chile",))
PERU = Actor("n3", "Peru", "state", ("Peru",))
PERSONS = tuple(
    Actor(id, name, "person", (name,), (Office(post, of),))
    for id, name, post, of in (
        ("n4", "Berit Aas", "prime minister", "Norway"),
        ("n5", "Rosa Mella", "president", "Chile"),
        ("n6", "Luis Quispe", "prime minister", "Peru"),
        ("n7", "Tor Lund", "foreign minister", "Norway"),
    )
)


def telling(
    id: str,
    text: str,
    type_: EventType = "CONSULT",
    *,
    actors: Sequence[str] = ("n1", "n2"),
    date: str | None = None,
    recipients: Sequence[str] = (),
    status: EventStatus = "happened",
    published: str | None = None,
) -> Analysis:
    read = analysis(text, id=id, published=published)
    event = Event("e1", type_, status, (read.report.span(0, len(text)),), tuple(actors), tuple(recipients), date)
    return structs.replace(read, actors=(NORWAY, CHILE, PERU, *PERSONS), events=(event,))


def count(*tellings: Analysis) -> int:
    return len(merge_events(tellings))


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


def test_talks_of_one_with_two_others_are_two() -> None:
    aas = telling("a", "Aas met Mella.", actors=("n4",), recipients=("n5",), date="2031-05-13")
    quispe = telling("b", "Quispe met top officials of Chile.", actors=("n6",), recipients=("n2",), date="2031-05")
    lund = telling("c", "Lund met Mella.", actors=("n7",), recipients=("n5",), date="2031-05-13")
    assert count(aas, quispe) == count(aas, lund) == 2


def test_each_side_may_be_named_by_its_own_report() -> None:
    one = telling("a", "Aas met Chile's president.", actors=("n4",), recipients=("n2",))
    assert count(one, telling("b", "Mella met the Norwegian leader.", actors=("n5",), recipients=("n1",))) == 1


def test_a_deal_with_another_state_is_another_deal() -> None:
    words = "agreed to work together on fishing"
    chile, same = (telling(id, f"Norway and Chile {words}.", "AGREE") for id in "ab")
    assert count(chile, same) == 1
    assert count(chile, telling("b", f"The two {words}.", "AGREE", actors=("n1", "n3"))) == 2


def test_what_one_does_another_has_not_done() -> None:
    one = telling("a", "Norway accused Peru of fishing.", "ACCUSE", actors=("n1",), recipients=("n3",))
    other = telling("b", "Peru accused Norway of fishing.", "ACCUSE", actors=("n3",), recipients=("n1",))
    assert count(one, other) == 2
    lund, aas = (telling(id, "She accused Peru of fishing.", "ACCUSE", actors=(id,)) for id in ("n7", "n4"))
    assert count(lund, aas) == 2


def test_a_body_may_be_told_by_whoever_acts_for_it() -> None:
    bank = Actor("n8", "Fjord Bank", "organization", ("Fjord Bank",)), "bank"
    chief = Actor("n9", "Ida Moe", "person", ("Ida Moe",)), "chief"

    def told(actor: Actor, id: str, verb: str, type_: EventType) -> Analysis:
        read = telling(id, f"The {id} {verb} Chile for the loan.", type_, actors=(actor.id,), recipients=("n2",))
        return structs.replace(read, actors=(*read.actors, actor))

    assert count(told(*bank, "blamed", "ACCUSE"), told(*chief, "blamed", "ACCUSE")) == 1
    assert count(told(*bank, "visited", "CONSULT"), told(*chief, "visited", "CONSULT")) == 2


def test_a_visitor_is_not_the_host_of_another() -> None:
    aas = telling("a", "Aas visited Chile.", actors=("n4",), recipients=("n2",))
    assert count(aas, telling("b", "visits to Norway and Peru", actors=(), recipients=("n1", "n3"))) == 2
    assert count(aas, telling("b", "Aas's visit", actors=("n4",))) == 1


def test_a_visit_goes_on_the_next_day() -> None:
    days = [telling(f"a{day}", "Aas visited Chile.", actors=("n4",), date=f"2031-05-{day}") for day in (13, 14, 29)]
    assert [count(days[0], other) for other in days[1:]] == [1, 2]


def test_a_treaty_of_long_ago_is_not_that_of_the_news() -> None:
    news = telling("a", "Norway, Chile and Peru signed a treaty.", "AGREE", actors=("n1", "n2", "n3"))
    old = telling("b", "The two signed a treaty in 2027.", "AGREE", date="2027", published="2031-05-14")
    assert count(news, old) == 2
    assert count(news, structs.replace(old, report=structs.replace(old.report, published="2027-12-01"))) == 1


def test_what_was_planned_for_today_has_happened() -> None:
    planned = telling("a", "Norway will meet Chile.", status="planned", date="2031-05-13")
    met = [telling("b", "Norway met Chile.", published=day) for day in ("2031-05-13", "2031-05-10")]
    assert [count(planned, each) for each in met] == [1, 2]


def test_other_weekdays_are_other_talks() -> None:
    sunday, monday = (telling(day, f"Norway met Chile on {day}.") for day in ("Sunday", "Monday"))
    assert count(sunday, monday) == 2
    assert count(sunday, telling("c", "Norway met Chile.")) == 1


def test_what_is_agreed_on_is_no_act_beside_the_agreement() -> None:
    read = telling("a", "Norway and Chile agreed to cooperate.", "AGREE")
    (deal,) = read.events
    term = structs.replace(deal, id="e2", type="COOPERATE", status="planned")
    assert count(structs.replace(read, events=(deal, term))) == 1
    assert count(structs.replace(read, events=(deal, structs.replace(term, actors=("n3",))))) == 2


def test_the_first_act_told_names_the_kind() -> None:
    longer = telling("a", "Aas visited Chile weeks after Quispe met with Mella there.", actors=("n4",))
    assert count(longer, telling("b", "Aas's visit", actors=("n4",))) == 1


def test_one_denial_of_three_tellings_denies_nothing() -> None:
    told: tuple[EventStatus, ...] = ("happened", "denied", "happened", "denied", "denied")
    tellings = [telling(f"r{n}", "Norway met Chile.", status=status) for n, status in enumerate(told)]
    assert [event.status for size in (3, 4, 5) for event in merge_events(tellings[:size])] == [
        "happened",
        "happened",
        "denied",
    ]


def test_vague_dates_speak_for_the_exact_one() -> None:
    dates = ("2031-05", "2031-05", "2031-05-13", "2031-05-12/2031-05-14")
    tellings = [telling(f"r{n}", "Norway met Chile.", date=day) for n, day in enumerate(dates)]
    (event,) = merge_events(tellings)
    assert event.date == "2031-05-13"


def test_talks_on_a_sunday_do_not_last_a_summer() -> None:
    sunday = telling("a", "Norway met Chile on Sunday.")
    firsts = [
        telling("b", "Norway's first talks with Chile since then", date=day)
        for day in ("2030-06/2030-08", "2030-06-09")
    ]
    assert [merge_events([sunday, first])[0].date for first in firsts] == [None, "2030-06-09"]


def test_a_visit_has_the_days_that_most_give() -> None:
    dates = ("2031-05/2031-06", "2031-05-13/2031-05-14", "2031-05-13/2031-05-14", "2031-05-13", "2031-05-13")
    tellings = [telling(f"r{n}", "Aas's visit", actors=("n4",), date=day) for n, day in enumerate(dates)]
    assert [event.date for event in merge_events(tellings)] == ["2031-05-13/2031-05-14"]


def test_nobody_receives_himself() -> None:
    one = telling("a", "Aas met Mella.", actors=("n4",), recipients=("n5",))
    other = telling("b", "Mella met Aas.", actors=("n5",), recipients=("n4",))
    (event,) = merge_events([one, other])
    assert sorted((*event.actors, *event.recipients)) == ["n4", "n5"]


def test_what_lies_well_before_the_story_is_background() -> None:
    def event(day: str | None) -> Event:
        return Event(id="e1", type="CONSULT", status="happened", evidence=(), date=day)

    days = [date(2031, 5, 4), date(2031, 5, 5)]
    told = {
        day: place_in_story(event(day), days).background for day in ("2031-05-03", "2031-04-20", "2030", "2031", None)
    }
    assert told == {"2031-05-03": False, "2031-04-20": True, "2030": True, "2031": False, None: False}


def test_nameless_deeds_are_one_where_a_name_bridges_them() -> None:
    texts = ("The Lima shooting", "The Holm School shooting", "The massacre at Holm School in Lima")
    tellings = [telling(str(n), text, "ASSAULT", actors=()) for n, text in enumerate(texts)]
    assert count(*tellings) == 1


def test_a_bombing_is_no_shooting_and_several_attacks_are_not_one() -> None:
    assert (
        count(*(telling(text, text, "ASSAULT", actors=()) for text in ("The Lima shooting", "The Lima bombing"))) == 2
    )
    assert count(*(telling(text, text, "ASSAULT", actors=()) for text in ("The Lima attack", "Attacks in Lima"))) == 2


def test_visits_to_two_states_are_two() -> None:
    one = telling("a", "Berit Aas visited Chile.", actors=("n4",), recipients=("n2",))
    other = telling("b", "Berit Aas visited Peru.", actors=("n4",), recipients=("n3",))
    assert count(one, other) == 2


def test_what_is_asked_of_two_is_two_requests() -> None:
    one = telling("a", "Norway urged Chile to open the road.", "REQUEST", actors=("n1",), recipients=("n2",))
    other = telling("b", "Norway urged Peru to open the road.", "REQUEST", actors=("n1",), recipients=("n3",))
    assert count(one, other) == 2

import msgspec
import pytest

from accord.collate.actors import merge_actors
from accord.model.accounts import Analysis
from accord.model.findings import Actor, ActorType, Office
from accord.model.spans import Span
from tests import factories


def report(id: str, *actors: Actor) -> Analysis:
    return msgspec.structs.replace(factories.analysis("Talks.", id=id), actors=actors)


def actor(name: str, *names: str, id: str = "n1", type: ActorType = "person", **more: object) -> Actor:
    return Actor(id=id, name=name, type=type, names=(name, *names), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "merged"),
    [
        (actor("Temur Alisherov"), actor("Temur Alisherov"), True),
        (actor("Temur Alisherov"), actor("Temur Alishero"), True),
        (actor("Temur Alisherov"), actor("Alisherov"), True),
        (actor("Nguyen Van Lam"), actor("Nguyen Thi Hoa"), False),
        (actor("Temur Alisherov"), actor("Dilnoza Alisherova"), False),
        (actor("Kenya", type="state"), actor("Kenya", "Nairobi", type="state"), True),
        (actor("Georgia", type="state"), actor("Georgia", type="place"), False),
        (actor("African Union", "AU", type="organization"), actor("AU", type="organization"), True),
        (actor("A.H.U.", type="organization"), actor("Alliance of Harbour Unions", type="organization"), True),
        (actor("Open Shores", type="organization"), actor("Open Shores Now", type="organization"), True),
        (actor("Open Shores", type="organization"), actor("Open Shores Bank", type="organization"), False),
        (actor("Temur Alisherov", wikidata="Q1"), actor("T. Alisher", wikidata="Q1"), True),
        (actor("Temur Alisherov", wikidata="Q1"), actor("Temur Alisherov", wikidata="Q2"), False),
    ],
)
def test_one_actor_or_two(one: Actor, other: Actor, merged: bool) -> None:
    actors, ids = merge_actors([report("a", one), report("b", other)])
    assert (len(actors) == 1) is merged
    assert (ids["a", "n1"] == ids["b", "n1"]) is merged


def test_a_surname_that_two_bear_joins_neither() -> None:
    two = [report("a", actor("Temur Alisherov"), actor("Dilshod Alisherov", id="n2")), report("b", actor("Alisherov"))]
    actors, _ = merge_actors(two)
    assert len(actors) == 3


def test_a_surname_alone_is_the_one_of_whom_the_reports_speak() -> None:
    places = tuple(Span("a", at, at + 9, "Alisherov") for at in range(0, 80, 10))
    often = msgspec.structs.replace(actor("Temur Alisherov"), mentions=places)
    two = [report("a", often, actor("Alisherov-Karimov", id="n2")), report("b", actor("Alisherov"))]
    actors, ids = merge_actors(two)
    assert len(actors) == 2
    assert ids["a", "n1"] == ids["b", "n1"]


def test_two_that_one_report_tells_apart_stay_two() -> None:
    actors, _ = merge_actors([report("a", actor("Omar Diallo"), actor("Omar Diallo", id="n2"))])
    assert len(actors) == 2


def test_names_offices_and_the_order_of_reports() -> None:
    president, premier = Office("President", "Kenya"), Office("premier")
    reports = [
        report("a", actor("Wanjiru", offices=(premier,))),
        report("b", actor("Grace Wanjiru", offices=(president,))),
    ]
    (one,), _ = merge_actors(reports)
    (other,), _ = merge_actors(reports[::-1])
    assert one.name == other.name == "Grace Wanjiru"
    assert set(one.names) == {"Grace Wanjiru", "Wanjiru"}
    assert set(one.offices) == set(other.offices) == {president, premier}


def test_an_office_is_told_once_and_with_what_it_is_of() -> None:
    offices = (Office("president"), Office("President", "Kenya"), Office("president", "Kenya"), Office("chair"))
    (made,), _ = merge_actors([report("a", actor("Grace Wanjiru", offices=offices))])
    assert made.offices == (Office("President", "Kenya"), Office("chair"))


def test_an_office_is_of_a_body_by_the_name_that_it_has_across_reports() -> None:
    front = actor("Harbour Front", "HF", id="n2", type="organization")
    one = actor("Dina Kim", offices=(Office("leader", "Harbour Front"),))
    other = actor(
        "Dina Kim", offices=(Office("leader", "HF"), Office("Minister of Trade"), Office("trade minister", "Kenya"))
    )
    actors, _ = merge_actors([report("a", one, front), report("b", other)])
    assert actors[0].offices == (Office("leader", "Harbour Front"), Office("trade minister", "Kenya"))


def test_a_name_is_of_the_type_that_most_reports_give_it() -> None:
    firm = [report(each, actor("Berg Lund", type="organization")) for each in ("a", "b")]
    actors, _ = merge_actors([*firm, report("c", actor("Berg Lund"))])
    assert [(each.name, each.type) for each in actors] == [("Berg Lund", "organization")]


def test_a_surname_that_one_report_takes_for_a_body_is_the_persons() -> None:
    people = [report(each, actor("Ana Alisherov", "Alisherov")) for each in ("a", "b")]
    actors, _ = merge_actors([*people, report("c", actor("Alisherov", type="organization"))])
    assert [each.type for each in actors] == ["person"]


def test_a_state_keeps_its_type_whatever_is_called_like_it() -> None:
    places = [report(each, actor("South Borduria", type="place")) for each in ("a", "b")]
    actors, _ = merge_actors([*places, report("c", actor("South Borduria", type="state"))])
    assert {each.type for each in actors} == {"place", "state"}


def test_who_heads_one_state_in_most_reports_heads_no_other() -> None:
    kenya, norway = Office("President", "Kenya"), Office("President", "Norway")
    offices = [kenya, kenya, norway]
    reports = [report(str(n), actor("Grace Wanjiru", offices=(one,))) for n, one in enumerate(offices)]
    assert merge_actors(reports)[0][0].offices == (kenya,)
    assert set(merge_actors(reports[1:])[0][0].offices) == {kenya, norway}


def test_of_two_states_the_one_that_the_story_is_of() -> None:
    kenya, norway = Office("President", "Kenya"), Office("former President", "Norway")
    minister = actor("Omar Diallo", id="n2", offices=(Office("Foreign Minister", "Kenya"),))
    reports = [
        report("a", actor("Grace Wanjiru", offices=(norway,))),
        report("b", actor("Grace Wanjiru", offices=(kenya,)), minister),
    ]
    assert merge_actors(reports)[0][0].offices == (kenya,)

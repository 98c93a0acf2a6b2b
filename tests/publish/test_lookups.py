from msgspec.structs import replace

from accord.model.findings import Attribution
from accord.model.points import Merge, Reading
from accord.publish.chains import web_of
from accord.publish.lookups import Lookup
from tests.publish.accounts import summit

LOOKUP = Lookup(summit())
BY_ID = {point.id: point for point in summit().points}


def test_points_are_numbered_in_the_order_that_they_are_shown() -> None:
    numbers = [(number, point.standing) for number, point in LOOKUP.points.values()]
    assert [number for number, _ in numbers] == list(range(1, 16))
    standings = [standing for _, standing in numbers]
    assert standings == ["corroborated"] * 5 + ["disputed"] * 4 + ["single"] * 6


def test_a_chain_ends_with_whoever_said_it() -> None:
    chains = [LOOKUP.chain(reading) for reading in BY_ID["p2"].readings]
    assert chains == [("Grace Otieno",), ("Rift News Agency", "Grace Otieno"), ("Grace Otieno",)]


def test_a_name_with_and_without_its_article_is_one_link() -> None:
    chains = [LOOKUP.chain(reading) for reading in BY_ID["p9"].readings]
    assert chains[1] == ("The Nairobi Ledger",)


def test_a_pronoun_is_no_origin_and_a_description_is() -> None:
    report = summit().reports[0]
    words, they, officials = report.span(300, 330), report.span(0, 4), report.span(40, 60)
    for source, chain in ((they, ()), (officials, (officials.text,))):
        said = Attribution(id="x", content=(words,), kind="indirect", source=source)
        lookup = Lookup(replace(summit(), attributions=(said,)))
        assert lookup.chain(Reading(words, (), "x")) == chain


def test_what_made_readings_one_origin_is_told_by_report() -> None:
    point = BY_ID["p2"]
    spans = tuple(reading.span for reading in point.readings)
    merges = (Merge(spans[:2], "through an agency"), Merge(spans[:1], "of one report alone"))
    labels = list(dict.fromkeys(LOOKUP.label(span.report) for span in spans[:2]))
    assert LOOKUP.merges(replace(point, merged=merges)) == [(labels, "through an agency")]


def test_reports_that_share_an_outlet_are_numbered() -> None:
    reports = tuple(replace(report, outlet="The Post") for report in summit().reports[:2])
    assert list(Lookup(replace(summit(), reports=reports)).labels.values()) == ["The Post 1", "The Post 2"]


def test_a_report_without_outlet_is_called_by_its_site_or_file() -> None:
    first, second = summit().reports[:2]
    reports = (replace(first, outlet=None), replace(second, outlet=None))
    assert list(Lookup(replace(summit(), reports=reports)).labels.values()) == ["ledger.example", "dispatch"]


def test_who_tells_otherwise() -> None:
    assert LOOKUP.otherwise(BY_ID["p1"]) == {"monitor"}
    assert LOOKUP.otherwise(BY_ID["p5"]) == {"herald", "meridian"}
    assert LOOKUP.otherwise(BY_ID["p4"]) == set()


def test_a_reading_within_another_is_told_once() -> None:
    report = summit().reports[0]
    outer, inner = Reading(report.span(300, 360)), Reading(report.span(310, 330))
    by_agency = Reading(report.span(310, 330), ("Rift News Agency",))
    assert LOOKUP.outermost([inner, outer]) == [outer]
    assert LOOKUP.outermost([by_agency, outer]) == [outer, by_agency]


def test_roots_and_the_one_utterance() -> None:
    assert LOOKUP.utterance(BY_ID["p2"]) == "Grace Otieno"
    assert LOOKUP.utterance(BY_ID["p7"]) is None
    assert LOOKUP.roots(BY_ID["p7"]) == {
        "State House": ["ledger", "meridian"],
        "Tanzania's trade ministry": ["dispatch"],
    }


def test_the_web_has_carriers_between_reports_and_origins() -> None:
    web = web_of(LOOKUP)
    assert web.carriers == ("Rift News Agency", "The Nairobi Ledger")
    assert "joint communique" in web.origins
    assert ("Rift News Agency", "joint communique") in {(link.near, link.far) for link in web.links}
    assert web.own["ledger"] > 0


def test_several_reports_of_one_origin_stand_apart_from_what_one_tells() -> None:
    alone = {id: LOOKUP.part_of(point) for id, point in BY_ID.items() if point.standing == "single"}
    several = {id for id in alone if len(LOOKUP.reports_of(BY_ID[id])) > 1}
    assert several
    assert several == {id for id, part in alone.items() if part == "one-origin"}
    assert len(several) < len(alone)


def test_a_point_is_named_by_the_statement_of_its_gist() -> None:
    point = BY_ID["p2"]
    report = next(each for each in summit().reports if each.id == point.gist.report)
    whole = report.span(point.gist.start, point.gist.end + 1)
    readings = [replace(each, within=whole if each.span == point.gist else None) for each in point.readings]
    assert LOOKUP.title(replace(point, readings=tuple(readings))) == whole
    assert LOOKUP.title(point) == point.gist

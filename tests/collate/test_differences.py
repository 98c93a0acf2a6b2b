from typing import Any

import msgspec
import pytest

from accord.collate.chains import Chain
from accord.collate.clauses import Clause
from accord.collate.comparisons import same_count
from accord.collate.contexts import Mention, Told
from accord.collate.differences import differences_of
from accord.collate.tellings import bounds
from accord.knowledge.markers import find_stage
from accord.model.findings import ActorType, Attribution, Figure, Time
from accord.model.points import Reading
from accord.model.spans import Span
from accord.text.stems import stem
from tests.factories import clause, figure


def told(made: Clause, **found: Any) -> Told:
    chain = Chain(Reading(made.span), made.span.report, "in its own voice")
    reading = Told(made, chain, context=made, fuller=made, stage=made.stage)
    return msgspec.structs.replace(reading, **found)


def time(text: str, edtf: str, report: str = "r") -> Time:
    return Time(Span(report, 0, len(text), text), edtf, "date")


AT_LEAST_36 = figure("at least 36", 36, comparator="≥")
DOZENS = figure("dozens", None, min=24, comparator="≥")


@pytest.mark.parametrize(
    ("one", "other", "compatible"),
    [
        (figure("36", 36), figure("37", 37), False),
        (AT_LEAST_36, figure("36", 36), True),
        (AT_LEAST_36, figure("37", 37), True),
        (AT_LEAST_36, figure("35", 35), False),
        (DOZENS, figure("37", 37), True),
        (DOZENS, figure("20", 20), False),
        (DOZENS, AT_LEAST_36, True),
        (figure("up to 40", 40, comparator="≤"), figure("37", 37), True),
        (figure("30 to 40", None, min=30, max=40), figure("37", 37), True),
        (figure("about 40", 40, comparator="~"), figure("37", 37), True),
        (figure("about 40", 40, comparator="~"), figure("30", 30), False),
        (figure("43,000", 43_000), figure("43,350", 43_350), True),
        (figure("43,000", 43_000), figure("44,000", 44_000), False),
    ],
)
def test_figures_that_leave_room_for_one_another_are_compatible(one: Figure, other: Figure, compatible: bool) -> None:
    text = "ministers signed agreements"
    found = differences_of(
        [told(clause(text, report="a", figures=(one,))), told(clause(text, report="b", figures=(other,)))]
    )
    assert [(each.kind, each.compatible) for each in found] == [("figure", compatible)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (figure("36", 36), figure("36", 36)),
        (figure("two", 2), figure("three", 3)),
        (figure("36", 36), figure("36 percent", 36, unit="%")),
        (figure("12", 12), figure("4,000", 4000)),
    ],
)
def test_figures_of_two_things_are_no_difference(one: Figure, other: Figure) -> None:
    assert not same_count(one, other) or bounds(one) == bounds(other)


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        ("2031-05-04", "2031-05-05", [("date", False)]),
        ("2031-05-04", "2031-05", [("precision", True)]),
        ("2031-05-04", "2031-05-04", []),
    ],
)
def test_dates(one: str, other: str, kinds: list[tuple[str, bool]]) -> None:
    text = "ministers met in the capital"
    readings = [told(clause(text, report=name, times=(time(edtf, edtf),))) for name, edtf in (("a", one), ("b", other))]
    assert [(each.kind, each.compatible) for each in differences_of(readings)] == kinds


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        ("Ministers signed the water treaty", "Ministers are expected to sign the water treaty", ["stage"]),
        ("Ministers pledged to sign the water treaty", "Ministers agreed to sign the water treaty", []),
        ("The envoy did not meet the rebels", "The envoy met the rebels", ["polarity"]),
        ("The envoy met the rebels", "The envoy met the rebels", []),
    ],
)
def test_stage_and_polarity(one: str, other: str, kinds: list[str]) -> None:
    readings = [
        told(clause(text, report=report, stage=find_stage(text.lower().split()), denied=" not " in text))
        for text, report in ((one, "a"), (other, "b"))
    ]
    assert [each.kind for each in differences_of(readings)] == kinds


def test_a_quotation_in_two_wordings() -> None:
    one = clause("x", report="a", quoted="deeper trust and more solid cooperation between neighbours")
    other = clause("x", report="b", quoted="deeper trust and more substantive cooperation between neighbours")
    (found,) = differences_of([told(one), told(other)])
    assert (found.kind, found.compatible, found.between) == ("wording", True, ("a", "b"))
    assert found.note == "one quotation in two wordings"


def test_each_pair_of_values_is_told_once() -> None:
    readings = [
        told(clause("signed", report=name, figures=(replaced(figure(text, value), name, 0),)))
        for name, text, value in (("a", "36", 36), ("b", "37", 37), ("c", "37", 37))
    ]
    (found,) = differences_of(readings)
    assert list(dict.fromkeys(found.values)) == ["36", "37"]
    assert found.between == ("a", "b", "c")


def test_what_is_counted_under_two_names() -> None:
    one, other = figure("36 agreements", 36, unit="agreements"), figure("36 deals", 36, unit="deals")
    readings = [
        told(clause("signed", report="a", figures=(one,))),
        told(clause("struck", report="b", figures=(other,))),
    ]
    assert [(each.kind, each.values) for each in differences_of(readings)] == [("wording", ("agreements", "deals"))]


def test_a_reading_without_a_date_is_less_precise_and_told_once() -> None:
    dated = [told(clause("met", report=name, times=(time("May 4", "2031-05-04", name),))) for name in "ab"]
    (found,) = differences_of([*dated, told(clause("met", report="c"))])
    assert (found.kind, found.compatible, set(found.between)) == ("precision", True, {"a", "b", "c"})


def test_numbers_that_both_give_settle_one_another() -> None:
    mine = (figure("36 deals", 36, unit="deals"), figure("12 grants", 12, unit="grants"))
    text = "ministers signed 36 deals and 12 grants"
    both = [
        told(clause(text, report=name, figures=tuple(replaced(each, name, n) for n, each in enumerate(mine))))
        for name in "ab"
    ]
    assert differences_of(both) == ()


def replaced(made: Figure, report: str, at: int) -> Figure:
    """The same figure in a place of its own."""
    return msgspec.structs.replace(made, span=Span(report, 100 * at, 100 * at + len(made.span.text), made.span.text))


def test_the_day_of_the_sentence_counts_where_near_equal_readings_give_none() -> None:
    text = "the two presidents signed the water treaty"
    days = (("a", "Sunday", "2031-05-04"), ("b", "Tuesday", "2031-05-06"))
    near = [told(clause(text, report=name, around=(time(word, day, name),))) for name, word, day in days]
    assert [(each.kind, each.compatible) for each in differences_of(near)] == [("date", False)]
    same = [told(clause(text, report=name, around=(time("then", day, name),))) for name, _, day in days]
    assert differences_of(same) == ()
    for text in ("a strike closed the port", "ministers signed the treaty on water with two rivals"):
        far = [near[0], told(clause(text, report="b", around=(time("Tuesday", "2031-05-06", "b"),)))]
        assert "date" not in {each.kind for each in differences_of(far)}


def mention(text: str, actor: str, report: str) -> Mention:
    return Mention(Span(report, 0, len(text), text), actor, "person")


def test_a_name_that_another_report_never_gives_is_a_detail() -> None:
    one = told(clause("the five islands", report="a"), mentions=(mention("Brunei", "n1", "a"),))
    silent = told(clause("the five islands", report="b"))
    (found,) = differences_of([one, silent])
    assert (found.kind, found.compatible, found.values) == ("precision", True, ("Brunei", "not said"))
    elsewhere = told(clause("the five islands", report="b"), report_names=frozenset({"n1"}))
    assert differences_of([one, elsewhere]) == ()


def test_who_says_it_is_no_detail_of_it() -> None:
    made = clause("the five islands", report="a", attributions=(unnamed("a", "Brunei"),))
    one = told(made, mentions=(mention("Brunei", "n1", "a"),))
    assert "precision" not in {
        each.kind for each in differences_of([one, told(clause("the five islands", report="b"))])
    }


def test_two_names_in_one_place_are_two_actors() -> None:
    readings = [
        told(
            clause("opened the trade fair", report=report),
            mentions=(mention(name, name, report),),
            named=frozenset({name}),
        )
        for report, name in (("a", "Ada Orr"), ("b", "Ben Iru"))
    ]
    (found,) = differences_of(readings)
    assert (found.kind, found.values) == ("actor", ("Ada Orr", "Ben Iru"))


def speech(report: str, number: int, speaker: str, source: str = "Ada Orr") -> Attribution:
    named = Span(report, 0, len(source), source)
    return Attribution(f"{report}.a{number}", content=(), kind="indirect", source=named, speaker=(speaker,))


@pytest.mark.parametrize(
    ("source", "told_apart"), [("Ben Iru", True), ("Iru", True), ("he", False), ("The spokesman", False)]
)
def test_two_speakers_of_the_same_words_are_told_where_both_are_named(source: str, *, told_apart: bool) -> None:
    words = "the toll on the northern bridge should be lifted before winter comes back"
    readings = []
    for report, who, text in (("a", "n1", "Ada Orr"), ("b", "n2", source)):
        made = clause(words, report=report, quoted=words, attributions=(speech(report, 1, who, text),))
        chain = Chain(Reading(made.span), report, "", said_by=who)
        readings.append(told(made, chain=chain))
    assert [(each.kind, each.compatible) for each in differences_of(readings)] == [("attribution", False)] * told_apart


def test_of_nested_speakers_those_differ_who_are_not_in_both() -> None:
    text = "that the toll should be lifted"
    readings = [
        told(clause(text, report=report, attributions=(speech(report, 1, "n1"), speech(report, 2, who))))
        for report, who in (("a", "n2"), ("b", "n3"))
    ]
    (found,) = differences_of(readings)
    assert (found.kind, found.values) == ("attribution", ("n2", "n3"))


def test_a_reading_is_compared_with_the_nearest_of_another_report() -> None:
    texts = ("ministers may sign the water treaty", "ministers signed a fishing pact")
    both = [
        told(clause(text, report=report, stage=find_stage(text.split()) or "done")) for report in "ab" for text in texts
    ]
    assert differences_of(both) == ()


def test_a_phrase_is_denied_with_the_clause_that_it_stands_in() -> None:
    text = "talks with the harbour master"
    readings = []
    for report, whole in (("a", f"She held {text}"), ("b", f"She did not hold {text}")):
        context = clause(whole, report=report, stage="done", denied=" not " in whole)
        start = context.span.start + whole.index(text)
        phrase = clause(text, span=Span(report, start, start + len(text), text))
        readings.append(told(phrase, context=context))
    assert [each.kind for each in differences_of(readings)] == ["polarity"]


def test_two_places_behind_the_same_word_are_not_both_right() -> None:
    def at(report: str, word: str, name: str) -> Told:
        made = clause(f"ministers meet again {word} {name} next summer", report=report)
        start = made.span.start + made.span.text.index(name)
        place = Mention(Span(report, start, start + len(name), name), name, "place")
        return told(msgspec.structs.replace(made, stems=made.stems - {stem(name)}), mentions=(place,))

    (found,) = differences_of([at("a", "in", "Alton"), at("b", "in", "Bexley")])
    assert (found.kind, found.compatible, found.values) == ("place", False, ("Alton", "Bexley"))
    (found,) = differences_of([at("a", "in", "Alton"), at("b", "via", "Bexley")])
    assert (found.kind, found.compatible) == ("place", True)


@pytest.mark.parametrize(("named", "kinds"), [("Norway’s President Ada Orr", []), ("Norway and Ada Orr", ["actor"])])
def test_a_name_in_a_title_acts_in_nothing(named: str, kinds: list[str]) -> None:
    def acting(report: str, words: str, names: dict[str, ActorType]) -> Told:
        made = clause(f"{words} reached the harbour late that rainy evening", report=report)
        start = made.span.start
        places = tuple(
            Mention(Span(report, at, at + len(name), name), name, type)
            for name, type in names.items()
            for at in [start + made.span.text.index(name)]
        )
        stems = made.stems - {stem(word) for name in names for word in (*name.split(), f"{name}’s", "president")}
        return told(msgspec.structs.replace(made, stems=stems), mentions=places, named=frozenset(names))

    one = acting("a", named, {"Norway": "state", "Ada Orr": "person"})
    other = acting("b", "Ada Orr and Kenya", {"Ada Orr": "person", "Kenya": "state"})
    assert [each.kind for each in differences_of([one, other]) if each.kind == "actor"] == kinds


def test_the_same_words_of_nobody_named_are_no_contradiction() -> None:
    words = "we will keep the harbour open all winter long"
    readings = [
        told(clause(words, report=report, quoted=words, attributions=(unnamed(report, source),)))
        for report, source in (("a", "the spokesman"), ("b", "an official in a raincoat"))
    ]
    assert differences_of(readings) == ()


def unnamed(report: str, source: str) -> Attribution:
    return Attribution(f"{report}.a1", content=(), kind="direct", source=Span(report, 0, len(source), source))


def test_a_headline_lacks_no_date_that_its_report_gives() -> None:
    text = "ministers met in the capital"
    dated = told(clause(text, report="a", times=(time("Monday", "2031-05-12"),)))
    headline = told(clause(f"{text} again", report="b"))
    body = told(clause(f"{text} for talks", report="b", times=(time("on Monday", "2031-05-12"),)))
    assert [each.kind for each in differences_of([dated, headline])] == ["precision"]
    assert not differences_of([dated, headline, body])


def test_what_one_lacks_is_placed_in_each_that_lacks_it() -> None:
    lacking = [told(clause("ministers signed agreements", report=report)) for report in "ab"]
    dated = [
        told(clause("ministers signed agreements Monday", report=report, times=(time("Monday", "2031-05-05", report),)))
        for report in "cd"
    ]
    (found,) = [each for each in differences_of([*lacking, *dated]) if each.kind == "precision"]
    placed: dict[str, list[str]] = {value: [] for value in found.values}
    for value, place in zip(found.values, found.readings, strict=True):
        placed[value].append(place.report)
    assert placed == {"no date": ["a", "b"], "2031-05-05": ["c", "d"]}


def test_a_name_that_stands_in_the_other_report_is_not_unsaid() -> None:
    one = clause("ministers signed the Quito accord at dawn", report="a")
    mention = Mention(Span("a", one.span.start + 21, one.span.start + 26, "Quito"), "quito", "place")
    other = told(clause("ministers signed the accord at dawn", report="b"))
    kinds = [
        [each.kind for each in differences_of([told(one, mentions=(mention,)), replaced])]
        for replaced in (other, msgspec.structs.replace(other, report_text="they came to quito by train"))
    ]
    assert kinds == [["precision"], []]

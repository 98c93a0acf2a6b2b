import msgspec

from accord.collate.alignment import align, rarity_of
from accord.collate.clauses import Clause
from accord.collate.comparisons import compare
from accord.model.findings import Figure
from accord.model.spans import Span
from tests.factories import clause, figure

NOISE = [
    "Officials praised the harvest in the northern valley",
    "A strike closed the port for a third week",
    "Prices of bread rose across the country",
    "The opposition asked for an inquiry into the bridge",
    "Schools reopened after the floods in the south",
    "Two museums will lend paintings to one another",
]


def noise(*reports: str) -> list[Clause]:
    return [clause(text, report=report) for report in reports for text in NOISE[len(report) % 2 :: 2]]


def groups_of(clauses: list[Clause]) -> list[set[str]]:
    return [{clauses[index].span.text for index in group.members} for group in align(clauses)]


def test_two_reports_that_say_one_thing_are_together() -> None:
    one = clause("The presidents opened a joint hydropower dam on the river", report="a")
    other = clause("A joint hydropower dam on the river was opened by the presidents", report="bb")
    assert groups_of([one, *noise("a", "bb"), other]) == [{one.span.text, other.span.text}]


def test_figures_bring_together_what_words_would_not() -> None:
    def signed(text: str, report: str, *figures: Figure) -> Clause:
        return clause(text, report=report, figures=figures)

    one, other = "Ministers signed 36 agreements", "The neighbours announced 36 deals among ministers"
    with_figures = [signed(one, "a", figure("36", 36)), *noise("a", "bb"), signed(other, "bb", figure("36", 36))]
    without = [signed(one, "a"), *noise("a", "bb"), signed(other, "bb")]
    rarity = rarity_of(with_figures)
    assert compare(with_figures[0], with_figures[-1], rarity) > compare(without[0], without[-1], rarity) + 0.05


def test_one_report_alone_makes_no_group() -> None:
    text = "The presidents opened a joint hydropower dam"
    assert align([clause(text, report="a"), clause(text, report="a"), *noise("a")]) == []


def test_a_chain_of_near_matches_does_not_run_away() -> None:
    steps = [
        "red green blue white",
        "green blue white black",
        "blue white black amber",
        "white black amber violet",
        "black amber violet grey",
    ]
    clauses = [clause(text, report=str(n)) for n, text in enumerate(steps)]
    first, last = clauses[0].span.text, clauses[-1].span.text
    assert not any({first, last} <= group for group in groups_of(clauses))


def test_the_order_of_clauses_changes_nothing_but_their_numbers() -> None:
    clauses = [clause(text, report=report) for report in "abc" for text in NOISE]
    assert sorted(map(sorted, groups_of(clauses))) == sorted(map(sorted, groups_of(clauses[::-1])))


def test_pieces_of_one_point_make_no_second() -> None:
    whole, piece = "Herders and farmers share the upland wells", "the upland wells"

    def at(text: str, report: str, start: int) -> Clause:
        return clause(whole, report=report, span=Span(report, start, start + len(text), text), nominal=text == piece)

    told = [each for report in ("a", "bb") for each in (at(whole, report, 0), at(piece, report, 26))]
    assert groups_of([*told, *noise("a", "bb")]) == [{whole}]


def test_two_phrases_need_more_in_common_than_two_statements() -> None:
    one = clause("officials of the upland district in the northern valley", report="a")
    other = clause("officials of a museum in the valley of bridges", report="bb")
    told = [one, *noise("a", "bb"), other]
    rarity = rarity_of(told)
    phrase, phrase_of_other = (msgspec.structs.replace(each, nominal=True) for each in (one, other))
    assert compare(phrase, phrase_of_other, rarity) < compare(one, other, rarity) / 2

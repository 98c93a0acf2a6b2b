import msgspec
import pytest

from accord.collate.alignment import align, group_pairs, rarity_of
from accord.collate.clauses import Clause
from accord.collate.nearness import Nearness
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
    "Fishermen found an old anchor near the lighthouse",
    "A court freed four editors of a weekly",
    "The airline sold its oldest planes abroad",
    "Nurses voted on a shorter week",
    "Snow blocked both passes until noon",
    "The bank kept its rates where they were",
    "A poet laureate read in the central library",
    "Voters in two islands chose new councils",
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
    def likely(*figures: Figure) -> float:
        one = clause("Ministers signed 36 agreements", report="a", figures=figures)
        other = clause("The neighbours announced 36 deals among ministers", report="bb", figures=figures)
        clauses = [one, *noise("a", "bb"), other]
        pairs = Nearness(clauses, rarity_of(clauses)).pairs(0.0)
        return max(share for first, last, share in pairs if {first, last} == {0, len(clauses) - 1})

    assert likely(figure("36", 36)) > 1.5 * likely()


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


@pytest.mark.parametrize(("near", "groups"), [(0.52, 1), (0.45, 2)])
def test_groups_that_began_apart_are_joined_where_they_say_the_same(near: float, groups: int) -> None:
    clauses = [
        clause(f"{text} during the harbour strike", report=report) for text, report in zip(NOISE, "abcd", strict=False)
    ]
    pairs = [(0, 1, 0.95), (2, 3, 0.9), (0, 2, near), (1, 2, near)]
    assert len(group_pairs(clauses, rarity_of(clauses), pairs)) == groups


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("The union of the port opened the talks", "A lawyer called the strike unfair in the talks", False),
        ("The union of the port opened the talks", "The talks of the union ended in the night", True),
    ],
    ids=["one word", "two words"],
)
def test_one_word_in_common_hardly_holds_clauses_together(one: str, other: str, together: bool) -> None:
    clauses = [clause(one, report="a"), clause(other, report="b")]
    assert bool(group_pairs(clauses, rarity_of(clauses), [(0, 1, 0.35)])) is together


def test_joined_groups_tell_a_report_no_oftener_than_one_does() -> None:
    texts = [f"{text} during the harbour strike" for text in NOISE]
    clauses = [clause(text, report=report) for text, report in zip(texts, "abacadae", strict=False)]
    pairs = [(here, here + 1, 0.9) for here in range(0, 8, 2)] + [(1, there, 0.8) for there in range(2, 8)]
    found = group_pairs(clauses, rarity_of(clauses), pairs)
    assert max(sum(clauses[member].span.report == "a" for member in group.members) for group in found) == 3


def test_the_order_of_clauses_changes_nothing_but_their_numbers() -> None:
    clauses = [clause(text, report=report) for report in "abc" for text in NOISE]
    assert sorted(map(sorted, groups_of(clauses))) == sorted(map(sorted, groups_of(clauses[::-1])))


def test_pieces_of_one_point_make_no_second() -> None:
    whole, piece = "Herders and farmers share the upland wells", "the upland wells"

    def at(text: str, report: str, start: int) -> Clause:
        return clause(whole, report=report, span=Span(report, start, start + len(text), text))

    told = [each for report in ("a", "bb") for each in (at(whole, report, 0), at(piece, report, 26))]
    clauses = [*told, *noise("a", "bb")]
    pairs = [(0, 2, 0.9), (0, 3, 0.5), (1, 2, 0.5), (1, 3, 0.6)]
    assert [group.members for group in group_pairs(clauses, rarity_of(clauses), pairs)] == [(0, 2)]


def test_persons_keep_apart_what_shares_all_else() -> None:
    def met(person: str | None, report: str) -> Clause:
        ids = frozenset(filter(None, ("host", person)))
        return clause("The president received her at the old palace", report=report, actors=ids, persons=ids)

    def likely(one: str, other: str | None) -> float:
        clauses = [met(one, "a"), *noise("a", "bb"), met(other, "bb")]
        return max(share for *pair, share in Nearness(clauses, rarity_of(clauses)).pairs(0.0) if set(pair) == ENDS)

    ENDS = {0, len(noise("a", "bb")) + 1}
    assert likely("ada", "ada") > likely("ada", None) > 1.3 * likely("ada", "eve")


def test_a_report_says_one_thing_three_times_at_most() -> None:
    text = "The presidents opened a joint hydropower dam on the river"
    places = [Span("a", 1000 * at, 1000 * at + len(text), text) for at in range(5)]
    dam = (figure("12", 12),)
    clauses = [clause(text, span=place, sentence=at, figures=dam) for at, place in enumerate(places)]
    (group,) = align([*clauses, *noise("a", "bb"), clause(text, report="bb", figures=dam)])
    assert len(group.members) == 4


def met(report: str, *whom: str, read_for: str = "") -> Clause:
    text = f"In the capital the envoy met {', '.join(whom)} over the river dam"
    found = clause(text, report=report, actors=frozenset(whom), persons=frozenset(whom), complete=True)
    return msgspec.structs.replace(found, read_for=frozenset({read_for} if read_for else ()))


def test_a_clause_read_for_a_person_stands_with_those_that_speak_of_that_person() -> None:
    told = [met("a", "Ruiz", read_for="Ruiz"), met("a", "Klein", read_for="Klein"), *noise("a")]
    told += [met("bb", "Ruiz"), *noise("bb"), met("ccc", "Klein"), *noise("ccc")]
    whole = told[0].span
    told[1] = msgspec.structs.replace(told[1], span=whole, sentence=told[0].sentence)  # one clause, read twice
    pairs = {(one, other) for one, other, _ in Nearness(told, rarity_of(told)).pairs(0.0)}
    first, second = (n for n, each in enumerate(told) if each.persons and each.span.report != "a")
    assert (0, first) in pairs
    assert (1, second) in pairs
    assert not {(0, second), (1, first)} & pairs


def test_one_clause_stands_in_a_point_for_each_person_that_it_is_read_for() -> None:
    told = [
        met("a", "Ruiz", read_for="Ruiz"),
        met("a", "Klein", read_for="Klein"),
        met("bb", "Ruiz"),
        met("bb", "Klein"),
    ]
    told[1] = msgspec.structs.replace(told[1], span=told[0].span, sentence=told[0].sentence)
    likely = [(0, 2, 0.9), (1, 3, 0.9)]
    found = group_pairs(told, rarity_of(told), likely)
    assert [set(group.members) for group in found] == [{0, 2}, {1, 3}]


def test_a_group_read_for_a_person_takes_in_nobody_elses() -> None:
    told = [met("a", "Ruiz", "Klein", read_for="Ruiz"), met("bb", "Ruiz"), met("ccc", "Klein")]
    likely = [(0, 1, 0.9), (0, 2, 0.0), (1, 2, 0.9)]
    found = group_pairs(told, rarity_of(told), likely)
    assert [set(group.members) for group in found] == [{0, 1}]

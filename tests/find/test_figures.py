"""What counts as a figure and what does not, what it counts, and that every anchor holds on any text."""

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from accord.find.figures import find_figures
from accord.language.pack import Pack, load
from accord.language.rules import RulePack
from accord.model.findings import Figure, Time
from accord.model.sentences import Sentence
from benchmarks.figures import TABLES, Case, is_right, load_cases, parse
from tests.factories import report

PIECES = [
    *("at least", "20", "1,300", "2.5", "people", "were", "killed", "$", "€", "US$", "bn", "m", "million", "thousand"),
    *(
        "dozen",
        "half",
        "a",
        "an",
        "third",
        "of",
        "the",
        "%",
        "per cent",
        "-",
        "–",
        "to",
        "and",
        "or",
        "more",
        "between",
    ),
    *(
        "from",
        "twenty",
        "three",
        "hundreds",
        "several",
        "few",
        "couple",
        "in",
        "2019",
        "years",
        "old",
        ",",
        ".",
        "(",
        ")",
    ),
    *("km", "/", "h", "one", "five", "over", "nearly", "5G", "COVID-19", "10:30", "p.m.", "Article", "5", "No.", "May"),
    *(
        "3",
        "0800",
        "Rs",
        "crore",
        "troops",
        "votes",
        "61-38",
        "aged",
        "every",
        "day",
        "per",
        "+",
        "odd",
        "so",
        "'s",
        '"',
        "\n",
    ),
]


def figures(text: str, times: tuple[Time, ...] = ()) -> tuple[Figure, ...]:
    return find_figures(parse(text, RulePack()), times)


def only(text: str) -> Figure:
    (figure,) = figures(text)
    return figure


@pytest.mark.parametrize("case", load_cases(TABLES[0]), ids=lambda case: case.sentence[:60])
def test_case(case: Case) -> None:
    known = ("Boeing's 787",)
    if case.sentence.startswith(known):
        pytest.xfail("a bare model number behind a maker's genitive reads as a count")
    assert is_right(case, figures(case.sentence)), figures(case.sentence)


@pytest.mark.parametrize("pack", [RulePack(), load()], ids=["tokens", "pack"])
def test_nine_tenths_of_the_held_back_half_are_right(pack: Pack) -> None:
    cases = load_cases(TABLES[1])
    assert len(cases) >= 150
    assert sum(is_right(case, find_figures(parse(case.sentence, pack))) for case in cases) >= 0.9 * len(cases)


def test_a_figure_says_what_it_counts() -> None:
    assert only("Ministers signed 36 agreements on trade and transport.").of == "agreements on trade"
    assert only("He won 15% of the vote in March.").of == "the vote in March"
    assert only("It lent $2.9 billion for roads.").of == "roads"


@pytest.mark.parametrize(
    ("words", "comparator"),
    [
        ("at least", "≥"),
        ("no fewer than", "≥"),
        ("up to", "≤"),
        ("as many as", "≤"),
        ("more than", ">"),
        ("over", ">"),
        ("fewer than", "<"),
        ("below", "<"),
        ("nearly", "~"),
        ("around", "~"),
        ("some", "~"),
        ("an estimated", "~"),
        ("only", "="),
    ],
)
def test_comparators_belong_to_the_figure(words: str, comparator: str) -> None:
    figure = only(f"The fire destroyed {words} 40 houses.")
    assert figure.comparator == comparator
    assert figure.span.text == f"{words} 40 houses"


def test_a_range_has_no_value() -> None:
    figure = only("The plan needs $3-$4 billion.")
    assert (figure.value, figure.min, figure.max, figure.unit) == (None, 3e9, 4e9, "USD")


def test_a_change_is_two_figures() -> None:
    assert [figure.value for figure in figures("Output rose 12% to 4.1 million barrels.")] == [12, 4.1e6]
    assert [figure.value for figure in figures("The toll rose from 14 to 31.")] == [14, 31]


def test_a_number_inside_a_placed_time_is_no_figure() -> None:
    text = "The 12 envoys left on the 12 day of the talks."
    made = report(text)
    start = text.rindex("12")
    placed = Time(made.span(start, start + 6), "2031-05-12", "date")
    unplaced = Time(made.span(start, start + 6), None, "duration")
    assert [figure.span.start for figure in figures(text, (placed,))] == [0]
    assert len(figures(text, (unplaced,))) == 2


@pytest.mark.parametrize(
    "text",
    [
        "It was his fourth overseas trip.",
        "COVID-19 spread in 2020.",
        "The G20 and the G7 met on May 3.",
        "Article 5 was invoked at 10:30 p.m.",
        "No one spoke, and one of them left.",
        "The 5G network opened.",
        "Call 0800 555 019 now.",
        "The two sides agreed.",
    ],
)
def test_numbers_that_count_nothing(text: str) -> None:
    assert figures(text) == ()


def test_figures_come_in_order_and_apart() -> None:
    found = figures("Of 40 seats, 12 went to 3 parties; at least 2 million people voted, 51% of them women.")
    assert [figure.value for figure in found] == [40, 12, 3, 2e6, 51]
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


def holds(text: str) -> None:
    for figure in figures(text):
        assert text[figure.span.start : figure.span.end] == figure.span.text
        assert figure.of is None or figure.of in text
        assert (figure.value is None) != (figure.min is None and figure.max is None)


@given(st.text(max_size=200))
def test_any_text_is_read_and_anchored(text: str) -> None:
    holds(text)


@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
def test_any_run_of_counting_words_is_read_and_anchored(text: str) -> None:
    holds(text)


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_run_of_glued_words_is_read_and_anchored(text: str) -> None:
    holds(text)


@given(st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join), st.randoms(use_true_random=False))
def test_any_tree_is_read_and_anchored(text: str, random: Random) -> None:
    read = parse(text, RulePack())
    grown = tuple(grow(sentence, random) for sentence in read.sentences)
    for figure in find_figures(structs.replace(read, sentences=grown)):
        assert text[figure.span.start : figure.span.end] == figure.span.text


def grow(sentence: Sentence, random: Random) -> Sentence:
    """Hang a tree, right or wrong, over a sentence."""
    size = len(sentence)
    return structs.replace(
        sentence,
        upos=tuple(random.choice(["NOUN", "NUM", "VERB", "ADP", "PUNCT", "PROPN"]) for _ in range(size)),
        heads=tuple(random.randrange(-1, size) for _ in range(size)),
        labels=tuple(random.choice(["nummod", "nmod", "obj", "punct", "conj", "root"]) for _ in range(size)),
    )


@pytest.mark.parametrize(
    "text", ["7" * 200_000, "1," * 10_000, "one of " * 5000, "between 5 and " * 5000, "a half " * 5000]
)
def test_pages_of_one_shape_are_read(text: str) -> None:
    holds(text)

"""Nearness gives what `compare` gives, for all pairs at once."""

import pytest

from accord.collate.alignment import rarity_of
from accord.collate.clauses import Clause
from accord.collate.comparisons import compare, longest_run
from accord.collate.nearness import Nearness
from accord.model.findings import Time
from tests.factories import clause, figure, span


def time(text: str, edtf: str) -> Time:
    return Time(span=span(text, text), edtf=edtf, kind="date")


def told() -> list[Clause]:
    quoted = "a bridge between two peoples who share one river"
    return [
        clause(
            "Ministers signed 36 agreements on Monday",
            report="a",
            figures=(figure("36 agreements", 36, unit="agreements"),),
        ),
        clause("The neighbours announced 37 deals", report="b", figures=(figure("37 deals", 37, unit="deals"),)),
        clause("The port reopened on Monday", report="a", times=(time("Monday", "2031-05-12"),), actors=frozenset("x")),
        clause("The port will reopen in May", report="b", times=(time("May", "2031-05"),), actors=frozenset("x")),
        clause("She called it a bridge", report="a", quoted=quoted, matters=frozenset("e")),
        clause(
            "It is a bridge, she said of the port", report="b", quoted=quoted[2:], matters=frozenset("e"), nominal=True
        ),
        clause("The harvest failed in the north", report="c", actors=frozenset("x")),
    ]


def test_scores_are_those_of_compare() -> None:
    clauses = told()
    rarity = rarity_of(clauses)
    nearness = Nearness(clauses, rarity)
    found = {(one, other): score for one in range(len(clauses)) for other, score in nearness.after(one, 0.01)}
    expected = {
        (one, other): score
        for one in range(len(clauses))
        for other in range(one + 1, len(clauses))
        if (score := compare(clauses[one], clauses[other], rarity)) >= 0.01
    }
    assert {(0, 1), (2, 3), (4, 5)} <= found.keys()
    assert found == {pair: pytest.approx(expected[pair]) for pair in found}


def test_actors_alone_bring_no_two_together() -> None:
    clauses = told()
    nearness = Nearness(clauses, rarity_of(clauses))
    assert 6 not in dict(nearness.after(2, 0.0))


@pytest.mark.parametrize(
    ("one", "other", "least", "expected"),
    [
        pytest.param("a b c d", "x b c d y", 1, 3, id="inside"),
        pytest.param("a b a b c", "a b c", 2, 3, id="the longer of two"),
        pytest.param("a b c", "a b x", 3, 0, id="too short"),
        pytest.param("", "a", 1, 0, id="nothing"),
    ],
)
def test_longest_run(one: str, other: str, least: int, expected: int) -> None:
    assert longest_run(one.split(), other.split(), least) == expected

"""Nearness gives what the comparisons give, for all pairs at once."""

import math

import msgspec
import numpy as np
import pytest

from accord.collate import nearness
from accord.collate.alignment import rarity_of
from accord.collate.clauses import Clause, clauses_of
from accord.collate.comparisons import (
    BIAS,
    WEIGHTS,
    Rarity,
    Weights,
    compare_actors,
    compare_figures,
    compare_times,
    compare_words,
    longest_run,
    persons_apart,
)
from accord.collate.nearness import Nearness
from accord.language.vectors import WORD_WIDTH
from accord.model.findings import Time
from tests.factories import analysis, clause, figure, span


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
        clause("The port reopened on Monday", report="a", times=(time("Monday", "2031-05-12"),), actors=frozenset("x")),
        clause("She called it a bridge", report="a", quoted=quoted, actors=frozenset("yz"), persons=frozenset("y")),
        clause("The neighbours announced 37 deals", report="b", figures=(figure("37 deals", 37, unit="deals"),)),
        clause("The port will reopen in May", report="b", times=(time("May", "2031-05"),), actors=frozenset("x")),
        clause(
            "It is a bridge, he said of the port",
            report="b",
            quoted=quoted[2:],
            actors=frozenset("wz"),
            persons=frozenset("w"),
            role="headline",
        ),
        clause("The harvest failed in the north", report="c", actors=frozenset("x")),
    ]


def odds(one: Clause, other: Clause, rarity: Rarity) -> float:
    compared = Weights(
        words=compare_words(one, other, rarity)[0],
        actors=compare_actors(one, other, rarity)[0],
        figures=compare_figures(one, other, rarity)[0],
        times=compare_times(one, other, rarity)[0],
        persons=float(persons_apart(one, other)),
        meaning=0.0,
        nearest=0.0,
        length=math.log(min(one.length, other.length)),
        headlines=float((one.role == "headline") + (other.role == "headline")),
        captions=0.0,
    )
    pairs = zip(msgspec.structs.astuple(WEIGHTS), msgspec.structs.astuple(compared), strict=True)
    return BIAS + sum(float(weight * found) for weight, found in pairs)


def test_pairs_are_as_likely_as_the_comparisons_make_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nearness, "MOST_WEIGHED", 0)
    clauses = told()
    rarity = rarity_of(clauses)
    found = {(one, other): likely for one, other, likely in Nearness(clauses, rarity).pairs(0.0)}
    assert {(0, 3), (1, 4), (2, 5)} <= found.keys()
    for (one, other), likely in found.items():
        assert likely == pytest.approx(1 / (1 + math.exp(-odds(clauses[one], clauses[other], rarity))))


def test_what_many_hold_finds_no_partner_but_counts_for_those_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nearness, "MOST_WEIGHED", 0)
    clauses = told()
    rarity = rarity_of(clauses)
    few = {(one, other): likely for one, other, likely in Nearness(clauses, rarity).pairs(0.0)}
    monkeypatch.setattr(nearness, "MOST_HOLDERS", 2)
    many = {(one, other): likely for one, other, likely in Nearness(clauses, rarity).pairs(0.0)}
    assert {(1, 4), (2, 5)} <= many.keys()
    assert many.keys() < few.keys()
    assert many == pytest.approx({pair: few[pair] for pair in many})


def test_actors_alone_bring_no_two_together() -> None:
    clauses = told()
    found = {(one, other) for one, other, _ in Nearness(clauses, rarity_of(clauses)).pairs(0.0)}
    assert (1, 6) not in found


def test_two_clauses_of_one_report_are_no_pair() -> None:
    clauses = told()
    pairs = Nearness(clauses, rarity_of(clauses)).pairs(0.0)
    assert all(clauses[one].span.report != clauses[other].span.report for one, other, _ in pairs)


def test_two_that_mean_the_same_are_a_pair_without_a_word_in_common() -> None:
    towards, across = ([1.0, 0.0], [0.0, 1.0])
    texts = [
        ("Tariffs fell", "a", towards),
        ("Guests arrived", "a", across),
        ("Duties shrank", "b", towards),
        ("Rain came", "b", across),
    ]
    clauses = [clause(text, report=report, vector=vector_bytes(vector)) for text, report, vector in texts]
    found = {(one, other) for one, other, _ in Nearness(clauses, rarity_of(clauses)).pairs(0.0)}
    assert found == {(0, 2), (1, 3)}


def vector_bytes(first: list[float]) -> bytes:
    return np.array([*first, *([0.0] * (WORD_WIDTH - len(first)))], dtype="<f4").tobytes()


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


def accord() -> list[Clause]:
    def of(report: str, text: str) -> list[Clause]:
        return [
            msgspec.structs.replace(each, span=msgspec.structs.replace(each.span, report=report))
            for each in clauses_of(analysis(text))
        ]

    return [
        *of("a", "The ministers signed a border accord in Riga on Monday. The harvest failed in the north."),
        *of("b", "A border agreement was signed by both ministers on Monday. The north lost its harvest."),
    ]


def likely(clauses: list[Clause]) -> dict[tuple[int, int], float]:
    pairs = Nearness(clauses, rarity_of(clauses)).pairs(0.0)
    return {(one, other): share for one, other, share in pairs}


def test_so_many_pairs_as_are_most_in_doubt_are_read_word_by_word(monkeypatch: pytest.MonkeyPatch) -> None:
    clauses = accord()
    monkeypatch.setattr(nearness, "MOST_WEIGHED", 0)
    monkeypatch.setattr(nearness, "MOST_READ", 0)
    by_table = likely(clauses)
    monkeypatch.setattr(nearness, "MOST_READ", 1)
    assert sum(share != by_table[pair] for pair, share in likely(clauses).items()) == 1
    monkeypatch.setattr(nearness, "MOST_READ", 1000)
    assert all(share != by_table[pair] for pair, share in likely(clauses).items())


def test_the_likeliest_pairs_are_weighed_beside_their_rivals(monkeypatch: pytest.MonkeyPatch) -> None:
    clauses = accord()
    monkeypatch.setattr(nearness, "MOST_WEIGHED", 0)
    by_words = likely(clauses)
    monkeypatch.setattr(nearness, "MOST_WEIGHED", 1)
    weighed = {pair for pair, share in likely(clauses).items() if share != by_words[pair]}
    assert weighed == {max(by_words, key=lambda pair: by_words[pair])}
    monkeypatch.setattr(nearness, "MOST_WEIGHED", 1000)
    assert all(share != by_words[pair] for pair, share in likely(clauses).items())


def test_what_the_table_is_sure_of_is_weighed_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    clauses = accord()
    monkeypatch.setattr(nearness, "SURE", -100.0)
    every = likely(clauses)
    monkeypatch.setattr(nearness, "MOST_WEIGHED", 0)
    assert likely(clauses) == every

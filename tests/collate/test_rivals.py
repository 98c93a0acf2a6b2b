"""What stands around a pair: held to a slow reading of the same definitions."""

import numpy as np
import pytest

from accord.collate.clauses import Clause
from accord.collate.rivals import NONE, Rivals, rivals_of
from accord.model.spans import Span
from tests.factories import clause

Odds = dict[tuple[int, int], float]


def told() -> list[Clause]:
    """Two cuts of one sentence, and another after it, in each of three reports."""
    return [
        clause(f"{words} {report}", report=report, sentence=number, complete=number == 1)
        for report in "abc"
        for words, number in (("the envoys met in the port", 1), ("in the port", 1), ("a storm came", 2))
    ]


def around(clauses: list[Clause], odds: Odds) -> Rivals:
    ones, others = (np.array(each, dtype=np.int64) for each in zip(*odds, strict=True))
    return rivals_of(clauses, ones, others, np.array(list(odds.values())))


def by_hand(clauses: list[Clause], odds: Odds, one: int, other: int) -> dict[str, tuple[float, ...]]:
    """Some of the columns, found by looking through all pairs."""
    both = odds | {(b, a): value for (a, b), value in odds.items()}
    place = [(each.span.report, each.sentence) for each in clauses]

    def best(mine: set[int], theirs: set[int]) -> float:
        return max([both[a, b] for a in mine for b in theirs if (a, b) in both], default=NONE)

    def of(*, report: str = "", sentence: tuple[str, int] | None = None) -> set[int]:
        return {n for n, (held, _) in enumerate(place) if held == report or place[n] == sentence}

    own = odds[one, other]
    sides = ((one, other), (other, one))
    over = [own - best({a}, of(report=place[b][0])) for a, b in sides]
    cut = [own - best({a}, of(sentence=place[b])) for a, b in sides]
    elsewhere = [best(of(sentence=place[a]), of(report=place[b][0]) - of(sentence=place[b])) - own for a, b in sides]
    third = [min(both.get((n, one), NONE), both.get((n, other), NONE)) for n in range(len(clauses))]
    return {
        "over": tuple(sorted(over)),
        "cut": tuple(sorted(cut)),
        "elsewhere": tuple(sorted(elsewhere)),
        "sentences": (best(of(sentence=place[one]), of(sentence=place[other])) - own,),
        "witness": (max(third),),
    }


@pytest.mark.parametrize("seed", range(5))
def test_columns_are_what_a_look_through_all_pairs_finds(seed: int) -> None:
    clauses = told()
    chance = np.random.default_rng(seed)
    pairs = [(a, b) for a in range(9) for b in range(a + 1, 9) if clauses[a].span.report != clauses[b].span.report]
    chosen = sorted(pairs[n] for n in chance.choice(len(pairs), size=16, replace=False))
    odds = {pair: round(float(chance.uniform(-2.5, 3)), 3) for pair in chosen}
    found = around(clauses, odds)
    for at, (one, other) in enumerate(odds):
        wanted = by_hand(clauses, odds, one, other)
        assert (found.over_low[at], found.over_high[at]) == pytest.approx(wanted["over"])
        assert (found.cut_low[at], found.cut_high[at]) == pytest.approx(wanted["cut"])
        assert (found.elsewhere_low[at], found.elsewhere_high[at]) == pytest.approx(wanted["elsewhere"])
        assert found.sentences[at] == pytest.approx(wanted["sentences"][0])
        assert found.witness[at] == pytest.approx(wanted["witness"][0])


def test_a_third_report_bears_a_pair_out_or_leaves_each_side_alone() -> None:
    clauses = told()
    borne_out = around(clauses, {(0, 3): 0.0, (0, 6): 4.0, (3, 6): 4.0})
    alone = around(clauses, {(0, 3): 0.0, (0, 6): 4.0, (3, 8): 4.0})
    assert np.expm1(borne_out.witnesses[0]) == pytest.approx(0.982, abs=0.001)
    assert (alone.witnesses[0], alone.witness[0]) == (0.0, NONE)
    assert alone.alone_low[0] > 0.6 > 0.2 > borne_out.alone_high[0]
    assert alone.borne_out_high[0] == 0.0
    assert borne_out.borne_out_low[0] == pytest.approx(1.0)


def test_sentences_before_or_after_both_stand_beside_and_those_far_off_do_not() -> None:
    clauses = told()
    assert around(clauses, {(0, 3): 0.0, (2, 5): 2.0}).beside[0] == 2.0
    far = [*clauses[:2], clause("a storm came", report="a", sentence=9), *clauses[3:]]
    assert around(far, {(0, 3): 0.0, (2, 5): 2.0}).beside[0] == NONE


def test_a_longer_cut_knows_that_it_holds_a_shorter_one() -> None:
    whole = clause("the envoys met in the port", report="a")
    place = Span("a", whole.span.start + 15, whole.span.end, "in the port")
    piece = clause("in the port", report="a", sentence=whole.sentence, span=place)
    found = around([whole, piece, clause("they met", report="b")], {(0, 2): 1.0, (1, 2): 0.0})
    assert (found.cuts_low[0], found.cuts_high[0]) == (1.0, 2.0)
    assert (found.whole_low[0], found.whole_low[1], found.whole_high[1]) == (1.0, 0.0, 1.0)


def test_no_pairs_give_no_rows() -> None:
    nothing = np.array([], dtype=np.int64)
    assert len(rivals_of(told(), nothing, nothing, np.array([])).odds) == 0

"""The net that weighs pairs by what stands around them."""

import numpy as np

from accord.collate.comparisons import Weights
from accord.collate.nearness import surroundings
from accord.collate.rivals import Rivals
from accord.language.rivalry import Rivalry, load_rivalry
from tests.factories import clause

COLUMNS = len(Rivals.__struct_fields__) + len(Weights.__struct_fields__)


def net() -> Rivalry:
    found = load_rivalry()
    assert found is not None, "the package lacks rivals.onnx"
    return found


def test_the_net_takes_the_columns_that_the_collation_lays_out() -> None:
    clauses = [clause("the envoys met", report="a"), clause("the envoys met in the port", report="b")]
    one, other = np.array([0]), np.array([1])
    rows = surroundings(clauses, one, other, np.zeros((1, len(Weights.__struct_fields__))), np.array([1.0]))
    assert rows.shape == (1, COLUMNS)
    assert net().odds(rows.astype(np.float32), np.array([1.0], dtype=np.float32)).shape == (1,)


def test_a_pair_is_weighed_the_same_whatever_else_is_asked() -> None:
    chance = np.random.default_rng(3)
    rows = chance.normal(size=(64, COLUMNS)).astype(np.float32)
    odds = chance.normal(size=64).astype(np.float32)
    every = net().odds(rows, odds)
    alone = np.concatenate([net().odds(rows[n : n + 1], odds[n : n + 1]) for n in range(64)])
    assert np.allclose(every, alone, atol=1e-4)
    assert every.std() > 0.1


def test_no_pairs_give_no_odds() -> None:
    assert net().odds(np.zeros((0, COLUMNS), dtype=np.float32), np.zeros(0, dtype=np.float32)).shape == (0,)


def test_a_pair_that_the_others_report_has_better_is_the_less_likely() -> None:
    """What the net has learned, in one case: of two alike pairs that which has a nearer rival is the less likely."""
    clauses = [
        clause("the envoys met in the port on Monday", report="a", sentence=1, complete=True),
        clause("the envoys met in the harbour", report="b", sentence=1, complete=True),
        clause("the envoys met in the port", report="b", sentence=7, complete=True),
    ]
    compared = np.zeros((2, len(Weights.__struct_fields__)))

    def weighed(rival: float) -> float:
        odds = np.array([0.0, rival])
        rows = surroundings(clauses, np.array([0, 0]), np.array([1, 2]), compared, odds)
        return float(net().odds(rows.astype(np.float32), odds.astype(np.float32))[0])

    assert weighed(4.0) < weighed(-3.0)

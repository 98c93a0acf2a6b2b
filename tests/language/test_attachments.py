from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from accord.language import pack
from accord.language.attachments import NEAR, add_offers, choose_heads, find_rivals, normalise, weigh_offers
from accord.language.encoder import Encoder, Readings
from accord.language.pieces import Pieces
from accord.language.tokens import split_tokens
from accord.language.trees import find_heads
from accord.language.windows import plan_windows

FOLDER = Path(pack.__file__).parent / "en"
TEXT = "The committee that met in Oslo on Monday told reporters it had asked the ministers for a vote. Nobody voted."


def read(text: str) -> tuple[Readings, Encoder]:
    encoder = Encoder(FOLDER)
    (window,) = plan_windows(text, split_tokens(text), Pieces(FOLDER / "tokenizer.json"))
    return encoder.read(*window.lay_out()), encoder


def odds(*rows: tuple[float, ...]) -> NDArray[np.float64]:
    return normalise(np.array(rows))


def test_rivals_are_the_best_two_heads_where_they_are_near() -> None:
    rows, heads = find_rivals(odds((0.0, -1e8, 5.0, 4.0), (9.0, 1.0, -1e8, 0.0), (0.0, 2.0, 2.0 + NEAR / 2, -1e8)))
    assert rows.tolist() == [0, 2]
    assert heads.tolist() == [[2, 3], [2, 1]]


def test_a_better_relation_turns_a_close_choice_and_no_other_word() -> None:
    scores = odds((0.0, -1e8, 5.0, 4.5), (9.0, 1.0, -1e8, 0.0), (0.0, 1.0, 5.0, -1e8))
    before = scores.copy()
    add_offers(scores, np.array([0]), np.array([[2, 3]]), np.array([[-3.0, -0.1]]))
    assert find_heads(before.astype(np.float32)) == [1, -1, 1]
    assert find_heads(scores.astype(np.float32)) == [2, -1, 1]
    assert np.array_equal(scores[1:], before[1:])


def test_what_was_not_asked_counts_as_the_worse_of_the_two() -> None:
    scores = np.array([[-4.0, -1e8, -1.0, -1.5]])
    add_offers(scores, np.array([0]), np.array([[2, 3]]), np.array([[-2.0, -1.0]]))
    assert scores[0].tolist() == [-6.0, -1e8 - 2, -3.0, -2.5]


def test_the_root_is_no_relation_of_another_word_and_certain_of_its_own() -> None:
    readings, encoder = read(TEXT)
    offers = weigh_offers(readings, np.array([3]), np.array([[0, 2]]), encoder, root=0)
    assert offers[0, 0] == 0.0
    assert offers[0, 1] < 0.0


def test_each_sentence_of_a_window_gets_a_tree_of_its_own() -> None:
    readings, encoder = read(TEXT)
    size = len(readings.start)
    bounds = [(0, size - 3), (size - 3, size)]
    heads = choose_heads(readings, bounds, encoder, root=0)
    for first, last in bounds:
        assert sum(h < 0 for h in heads[first:last]) == 1
        assert all(h < 0 or first <= h < last for h in heads[first:last])
    assert choose_heads(readings, bounds[1:], encoder, root=0) == heads[size - 3 :]


def test_a_sentence_of_one_word_is_its_own_root() -> None:
    readings, encoder = read("Yes")
    assert choose_heads(readings, [(0, 1)], encoder, root=0) == [-1]

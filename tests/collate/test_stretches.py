"""Clauses are read word by word, in pairs, whatever else is read beside them."""

import numpy as np
import pytest

from accord.collate.stretches import NO_WORDS, Stretch, Stretches
from accord.language.likeness import LONGEST, Likeness, load_likeness
from tests.factories import parsed

TEXT = """The two ministers signed a border agreement in Riga on Monday.
A border accord was signed by both ministers on Monday, officials said.
The harvest failed in the north."""
NONE = np.zeros((1, 10))


@pytest.fixture(scope="module")
def likeness() -> Likeness:
    found = load_likeness()
    if found is None:
        pytest.skip("the pack has no graph of likeness")
    return found


def stretches(text: str) -> list[Stretch]:
    return [Stretch(sentence, tuple(range(len(sentence)))) for sentence in parsed(text).sentences]


def test_marks_are_left_out_and_long_stretches_cut(likeness: Likeness) -> None:
    long = " ".join(["They met again,"] * 30) + " and left."
    (one,) = stretches(long)
    words = Stretches([one], likeness).words(np.array([0]))
    assert words.lemmas.shape == (1, LONGEST)
    assert (words.lemmas > 0).all()
    assert len({*words.lemmas[0].tolist()}) == 3  # they, meet, again


def test_a_shorter_stretch_is_filled_with_nothing(likeness: Likeness) -> None:
    every = Stretches(stretches(TEXT), likeness)
    words = every.words(np.array([0, 2]))
    assert (words.lemmas[1] > 0).sum() == 6
    assert not words.vectors[1, 6:].any()
    assert words.weights[0, :, 2].sum() == 1  # one top: the verb


def test_a_pair_reads_the_same_alone_and_among_others_and_either_way(likeness: Likeness) -> None:
    every = Stretches(stretches(TEXT), likeness)
    ones, others = np.array([0, 0, 1]), np.array([1, 2, 2])
    odds = np.array([-1.0, -1.0, -1.0])
    together = every.odds(ones, others, np.zeros((3, 10)), odds)
    for at in range(3):
        alone = every.odds(ones[at : at + 1], others[at : at + 1], NONE, odds[:1])
        turned = every.odds(others[at : at + 1], ones[at : at + 1], NONE, odds[:1])
        assert alone[0] == together[at]
        assert turned[0] == pytest.approx(alone[0], abs=1 / 128)


def test_the_same_act_in_other_words_is_likelier_than_another(likeness: Likeness) -> None:
    every = Stretches(stretches(TEXT), likeness)
    odds = every.odds(np.array([0, 0]), np.array([1, 2]), np.zeros((2, 10)), np.array([-1.0, -1.0]))
    assert odds[0] > odds[1]


def test_what_has_no_words_to_read_keeps_its_odds(likeness: Likeness) -> None:
    every = Stretches([stretches(TEXT)[0], NO_WORDS], likeness)
    assert every.odds(np.array([0]), np.array([1]), NONE, np.array([-0.37])).tolist() == [-0.37]

"""Subjects, the verb's own and those it shares."""

import pytest

from accord.language.subjects import subject_of
from accord.model.sentences import Sentence

# A token is its word, its head (from 1, 0 the root), its relation.
RETURNED = "The_2_det minister_3_nsubj flew_0_root home_3_advmod and_6_cc spoke_3_conj"
BUILT = "a_2_det dam_0_root built_2_acl by_5_case farmers_3_obl"
WHO = "the_2_det envoy_0_root who_4_nsubj left_2_acl:relcl"


def sentence_of(tree: str) -> Sentence:
    words, heads, labels = zip(*(token.split("_") for token in tree.split()), strict=True)
    return Sentence(
        start=0, end=0, starts=(), ends=(), words=words, heads=tuple(int(head) - 1 for head in heads), labels=labels
    )


@pytest.mark.parametrize(
    ("tree", "token", "expected"),
    [
        pytest.param(RETURNED, 2, (1, False), id="own"),
        pytest.param(RETURNED, 5, (1, False), id="shared by a joined verb"),
        pytest.param(WHO, 3, (1, False), id="what a relative clause hangs on"),
        pytest.param(BUILT, 2, (1, False), id="what a participle hangs on"),
        pytest.param("Rain_0_root", 0, (-1, False), id="none"),
    ],
)
def test_subject(tree: str, token: int, expected: tuple[int, bool]) -> None:
    assert subject_of(sentence_of(tree), token) == expected

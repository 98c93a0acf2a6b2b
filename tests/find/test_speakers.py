"""Whom the sayings of the passages in `speakers` are given to."""

import pytest

from accord.language.pack import load
from accord.language.rules import RulePack
from tests.find.speaker_cases import Answer, find_answers, read_cases

LEAST_TUNED, LEAST_HELD_BACK = 0.92, 0.84
"""A little under the shares that were right when the passages were last looked at: 0.96 and 0.88 of all sayings."""

needs_pack = pytest.mark.skipif(isinstance(load(), RulePack), reason="the English pack is not there")


def answers_of(part: str) -> list[Answer]:
    return [answer for case in read_cases(part) for answer in find_answers(case)]


@needs_pack
@pytest.mark.parametrize(("part", "least"), [("tuned", LEAST_TUNED), ("heldback", LEAST_HELD_BACK)])
def test_who_speaks(part: str, least: float) -> None:
    answers = answers_of(part)
    wrong = [(one.case, one.said.words, sorted(one.names)) for one in answers if not one.is_right]
    assert len(answers) > 200
    assert 1 - len(wrong) / len(answers) >= least, wrong

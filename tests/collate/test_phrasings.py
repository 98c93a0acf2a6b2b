"""Which words of a reading another one answers."""

import pytest

from accord.collate.clauses import clauses_of
from accord.collate.phrasings import (
    MOST_WORDS,
    Phrasing,
    answers_of,
    count_unanswered,
    has_own_top,
    own_words,
    phrasing_of,
)
from tests.factories import analysis, clause


def phrased(text: str) -> Phrasing:
    return phrasing_of(max(clauses_of(analysis(text)), key=lambda each: len(each.span.text)))


def words_of(text: str, phrasing: Phrasing) -> list[str]:
    sentence = analysis(text).sentences[0]
    return [sentence.words[token] for token in phrasing.tokens]


def test_function_words_and_marks_tell_nothing() -> None:
    text = "The minister called the talks a success, of course."
    assert words_of(text, phrased(text))[:4] == ["minister", "called", "talks", "success"]


@pytest.mark.parametrize(
    ("one", "other", "own"),
    [
        ("The minister called the talks a success.", "The minister called the talks a defeat.", ["success"]),
        ("The minister called the talks a success.", "The minister called the talks a success.", []),
        ("They signed nine deals.", "They signed nine agreements.", []),
    ],
)
def test_own_words_are_those_without_an_answer(one: str, other: str, own: list[str]) -> None:
    mine, theirs = phrased(one), phrased(other)
    sentence = analysis(one).sentences[0]
    assert [sentence.words[token] for token in own_words(mine, answers_of(mine, theirs).one)] == own


def test_what_differs_at_the_top() -> None:
    mine, theirs = phrased("The premier praised the accord."), phrased("The premier wrecked the accord.")
    answers = answers_of(mine, theirs)
    assert has_own_top(mine, answers.one)
    assert has_own_top(theirs, answers.other)
    assert not has_own_top(mine, answers_of(mine, mine).one)


def test_nothing_answers_nothing() -> None:
    bare = phrasing_of(clause("words without a tree"))
    answers = answers_of(bare, phrased("The premier praised the accord."))
    assert (len(answers.one), count_unanswered(bare, answers.one)) == (0, 0)
    assert set(answers.other.tolist()) == {0.0}
    assert len(answers_of(bare, bare).one) == 0


def test_of_a_list_run_together_the_first_words_are_looked_at() -> None:
    listed = ", ".join(f"farmers of {chr(65 + n % 26)}{chr(97 + n // 26)}land" for n in range(300))
    assert len(phrased(f"The minister praised {listed}.").tokens) == MOST_WORDS

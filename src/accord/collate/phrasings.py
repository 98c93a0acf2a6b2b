"""The telling words of a reading, and how near another comes to each of them."""

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from accord.collate.clauses import Clause
from accord.collate.concepts import base_of, concept_of
from accord.collate.stretches import tops_of
from accord.knowledge.words import function_words
from accord.language.vectors import WORD_WIDTH, stack_words

COMMON = frozenset(("NOUN", "VERB", "ADJ"))
TELLING = COMMON | {"ADV", "PROPN", "NUM"}
# Telling words of a reading that are looked at; what is further on is a table or a list run together.
MOST_WORDS = 60
# A word is answered in the other reading by one as near in meaning as this; one that is nearer is as good as the same.
ANSWERED, SAME = 0.55, 0.9


class Phrasing(Struct, frozen=True, eq=False):
    """The words of a reading that tell something, by token, and what they mean: rows of unit length, (words, 128).

    `common` are no names and numbers; `tops` hang on nothing in the reading.
    """

    tokens: tuple[int, ...]
    lemmas: tuple[str, ...]
    concepts: tuple[str, ...]
    common: NDArray[np.bool_]
    tops: NDArray[np.bool_]
    rows: NDArray[np.float32]


NO_PHRASING = Phrasing((), (), (), np.zeros(0, np.bool_), np.zeros(0, np.bool_), np.zeros((0, WORD_WIDTH), np.float32))


class Answers(Struct, frozen=True, eq=False):
    """How near the words of another reading come to each of one, 1 for the same word; both ways."""

    one: NDArray[np.float32]
    other: NDArray[np.float32]


def phrasing_of(clause: Clause) -> Phrasing:
    """Lay out the telling words of a reading."""
    sentence = clause.stretch.sentence
    tops = tops_of(clause.stretch)
    tokens = [i for i in clause.stretch.inside if sentence.upos and _is_telling(sentence.words[i], sentence.upos[i])]
    tokens = tokens[:MOST_WORDS]
    lemmas = [(sentence.lemmas or sentence.words)[i].lower() for i in tokens]
    rows = stack_words(sentence)[tokens] if sentence.word_vectors else np.zeros((len(tokens), WORD_WIDTH), np.float32)
    return Phrasing(
        tokens=tuple(tokens),
        lemmas=tuple(lemmas),
        concepts=tuple(concept_of(base_of(sentence, i)) for i in tokens),
        common=np.array([sentence.upos[i] in COMMON for i in tokens], dtype=np.bool_),
        tops=np.array([i in tops for i in tokens], dtype=np.bool_),
        rows=rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1.0),
    )


def _is_telling(word: str, tag: str) -> bool:
    return tag in TELLING and word[0].isalnum() and word.lower() not in function_words()


def answers_of(one: Phrasing, other: Phrasing) -> Answers:
    """Look up for each word of two readings what answers it in the other."""
    near = np.zeros((len(one.tokens) + 1, len(other.tokens) + 1), dtype=np.float32)  # nothing is answered by nothing
    near[:-1, :-1] = one.rows @ other.rows.T
    return Answers(
        _with_same(near.max(axis=1)[:-1], one, other),
        _with_same(near.max(axis=0)[:-1], other, one),
    )


def _with_same(near: NDArray[np.float32], mine: Phrasing, theirs: Phrasing) -> NDArray[np.float32]:
    lemmas, concepts = frozenset(theirs.lemmas), frozenset(theirs.concepts)
    words = zip(mine.lemmas, mine.concepts, strict=True)
    same = [lemma in lemmas or concept in concepts for lemma, concept in words]
    return np.where(np.array(same, dtype=np.bool_), np.float32(1.0), near)


def count_unanswered(mine: Phrasing, answers: NDArray[np.float32]) -> int:
    """Count the common words that nothing in the other reading answers."""
    return int((mine.common & (answers < ANSWERED)).sum())


def own_words(mine: Phrasing, answers: NDArray[np.float32]) -> list[int]:
    """Tokens of the common words that the other reading does not have."""
    own = mine.common & (answers < SAME)
    return [token for token, is_own in zip(mine.tokens, own, strict=True) if is_own]


def has_own_top(mine: Phrasing, answers: NDArray[np.float32]) -> bool:
    """Whether what all else in a reading hangs on is a word that the other does not have."""
    return bool((mine.common & mine.tops & (answers < SAME)).any())

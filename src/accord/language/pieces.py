"""Words → the encoder's input: word pieces, and the case that an uncased vocabulary loses."""

from pathlib import Path

from tokenizers import Tokenizer

PIECES_PER_WORD = 10
"""Pieces of a word that are read; an address of a thousand letters says no more than its beginning."""

FIRST, LAST, UNKNOWN = 101, 102, 100  # [CLS], [SEP], [UNK] of BERT's vocabulary
_REMEMBERED = 50_000


def case_of(word: str, *, glued: bool) -> int:
    """Return the row of the case table (token types): how the word is written, and whether a blank stands before it.

    >>> [case_of(w, glued=False) for w in ("said", "Hanoi", "UN", "McKay", "J")], case_of(".", glued=True)
    ([0, 2, 4, 6, 8], 1)
    """
    if word == word.lower():
        shape = 0
    elif len(word) == 1:
        shape = 4
    elif word.isupper():
        shape = 2
    elif word[0].isupper() and word[1:] == word[1:].lower():
        shape = 1
    else:
        shape = 3
    return 2 * shape + glued


class Pieces:
    """A WordPiece vocabulary that remembers the words it has cut."""

    def __init__(self, path: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._cut: dict[str, tuple[int, ...]] = {}

    def knows(self, word: str) -> bool:
        """Whether a word in lower case is one piece, as some twenty thousand common words are."""
        return self._tokenizer.token_to_id(word) is not None

    def cut(self, word: str) -> tuple[int, ...]:
        """Return the numbers of a word's pieces, at least one."""
        found = self._cut.get(word)
        if found is None:
            ids = self._tokenizer.encode(word[:200], add_special_tokens=False).ids[:PIECES_PER_WORD]
            found = tuple(ids) or (UNKNOWN,)
            if len(self._cut) < _REMEMBERED:
                self._cut[word] = found
        return found

"""Lemmas: a table of seen words, the rules of inflection, and edits (`studies` → `study`: "lower, drop 3, add y")."""

import re
from pathlib import Path

from accord.language.inflections import IsWord, undo_inflection

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")


class Lemmas:
    """Finds lemmas, given a pack's table of words seen in training (word, part of speech, lemma)."""

    def __init__(self, path: Path, is_piece: IsWord) -> None:
        rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line[:1] != "#")
        self._table = {(word, upos): lemma for word, upos, lemma in rows}
        self._seen = frozenset(self._table.values())
        self._is_piece = is_piece

    def find(self, word: str, upos: str, feats: str, script: str) -> str:
        """Return the table's lemma of a word, else what the rules make of its features, else the edit's."""
        found = self._table.get((word.lower().replace("’", "'"), upos)) or self._undo(word, upos, feats)
        if found is None:
            found = apply_script(word, script[0] + "0" if is_base(upos, feats) else script)
        return word[:1] + found[1:] if upos == "PROPN" and found[:1].upper() == word[:1] else found

    def _undo(self, word: str, upos: str, feats: str) -> str | None:
        if upos == "NUM":
            return word.replace(",", "") if _GROUPED.fullmatch(word) else None
        return undo_inflection(word, upos, feats, self._knows)

    def _knows(self, word: str) -> bool:
        return word in self._seen or self._is_piece(word)


def is_base(upos: str, feats: str) -> bool:
    """Whether a word is its own lemma but for capitals: a noun in the singular, an adjective not compared.

    >>> is_base("NOUN", "Number=Sing"), is_base("ADJ", "Degree=Sup")
    (True, False)
    """
    return "Number=Sing" in feats if upos == "NOUN" else upos == "ADJ" and "Degree=Pos" in feats


def find_script(word: str, lemma: str) -> str:
    """Return the shortest edit that makes the lemma of the word.

    >>> find_script("Studies", "study"), find_script("Hanoi", "Hanoi"), find_script("is", "be")
    ('L3y', 'K0', 'L2be')
    """
    best = ""
    for case, form in (("L", word.lower()), ("K", word)):
        shared = 0
        for a, b in zip(form, lemma, strict=False):
            if a != b:
                break
            shared += 1
        script = f"{case}{len(form) - shared}{lemma[shared:]}"
        if not best or _cost(script) < _cost(best):
            best = script
    return best


def _cost(script: str) -> int:
    count, added = _read_script(script)
    return count + len(added)


def _read_script(script: str) -> tuple[int, str]:
    digits = 1
    while digits < len(script) and script[digits].isdigit():
        digits += 1
    return int(script[1:digits]), script[digits:]


def apply_script(word: str, script: str) -> str:
    """Return the lemma that an edit makes of a word; the word in lower case where the edit doesn't fit.

    >>> apply_script("Policies", "L3y"), apply_script("NATO", "K0"), apply_script("a", "L3y")
    ('policy', 'NATO', 'a')
    """
    form = word.lower() if script[0] == "L" else word
    count, added = _read_script(script)
    if count > len(form) or (count == len(form) and not added):
        return word.lower()
    return form[: len(form) - count] + added

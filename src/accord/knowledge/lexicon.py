"""The lemmas that the tables of acts and commitments know, for words whose lemma a model has missed."""

from functools import cache, lru_cache

from accord.knowledge.forms import irregular_forms
from accord.knowledge.tables import read_rows
from accord.text.inflections import base_forms

_TABLES = ("plover_verbs.tsv", "plover_nouns.tsv", "commitment_cues.tsv", "instruments.tsv", "relation_cues.tsv")


@cache
def known_lemmas() -> frozenset[str]:
    """Every word of the phrases of the tables, with the verbs that frame them."""
    words = {
        word for table in _TABLES for row in read_rows(table) for cell in row for word in cell.replace(";", " ").split()
    }
    return frozenset(words | {word for row in read_rows("event_frames.tsv") for word in row[1].split(";")})


@lru_cache(maxsize=1 << 16)
def known_lemma(word: str, lemma: str) -> str:
    """The lemma of a word, where a table knows it under another than the model's: that one.

    >>> known_lemma("striking", "strik"), known_lemma("struck", "struck"), known_lemma("table", "table")
    ('strike', 'strike', 'table')
    """
    plain = lemma.lower()
    if plain in known_lemmas() or (plain.endswith("e") and f"{plain}s" == word.lower()):
        return plain  # "aides" are no "aid"
    irregular = irregular_forms().get(("VERB", word.lower()))
    if irregular in known_lemmas():
        return irregular
    return next((form for form in base_forms(word) if form in known_lemmas()), plain)

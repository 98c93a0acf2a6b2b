"""Nouns that may stand for somebody: by post, by trade, as a body, as a state, as a pair."""

from functools import cache
from typing import Literal

from accord.knowledge.cues import venue_nouns
from accord.knowledge.offices import offices
from accord.knowledge.organizations import organization_nouns
from accord.knowledge.states import state_of_adjective
from accord.knowledge.tables import read_rows, read_words
from accord.model.sentences import Sentence
from accord.text.inflections import base_forms

Sort = Literal["person", "body", "state", "place", "voice", "paper", "pair"]

_TRADES = ("er", "or", "ist", "ian", "yst", "man", "woman", "person")
_MODIFYING = frozenset(("compound", "flat", "amod", "nmod:desc", "fixed", "goeswith"))


@cache
def kinds_of_noun(noun: str) -> frozenset[str]:
    """Kinds of post whose holders a noun may call, by the table of posts and that of descriptions.

    >>> sorted(kinds_of_noun("lawmaker")), sorted(kinds_of_noun("minister"))
    (['lawmaker'], ['head', 'minister'])
    """
    own = offices().get(noun)
    return _described().get(noun, frozenset()) | (frozenset((own,)) if own else frozenset())


@cache
def _described() -> dict[str, frozenset[str]]:
    return {row[0]: frozenset(row[1].split()) for row in read_rows("described_kinds.tsv")}


def body_kind(noun: str) -> str | None:
    """Kind of body that a noun names or calls again.

    >>> body_kind("ministry"), body_kind("paper"), body_kind("firm")
    ('ministry', 'media', None)
    """
    return "media" if noun in read_words("media_descriptions.txt") else organization_nouns().get(noun)


def singular(word: str) -> str:
    """Singular of a noun that the tables know in it, else the word."""
    if _sort_of(word):
        return word
    if word.endswith("men"):
        return f"{word[:-2]}an"
    return next((base for base in base_forms(word) if base != word and _sort_of(base)), word)


@cache
def sort_of(word: str) -> Sort | None:
    """What a noun calls, in lower case, singular or plural; None where it stands for nobody.

    >>> [sort_of(word) for word in ("ministers", "ministry", "statement", "sides", "fishermen", "table")]
    ['person', 'body', 'voice', 'pair', 'person', None]
    """
    return _sort_of(word) or _sort_of(singular(word))


def _sort_of(word: str) -> Sort | None:
    if word in read_words("group_nouns.tsv") or word in read_words("party_pairs.txt"):
        return "pair"
    if word in read_words("country_nouns.txt"):
        return "state"
    if word in ("city", "town", "village", "province"):
        return "place"
    if kinds_of_noun(word) or word in _humans() or word in read_words("counterpart_nouns.txt"):
        return "person"
    if word in organization_nouns():
        return "body"
    if word in read_words("media_descriptions.txt"):
        return "body"
    if word in read_words("voices.txt") or word in venue_nouns():
        return "voice"
    if word in read_words("body_descriptions.txt") or word in ("embassy", "delegation"):
        return "body"
    if is_trade(word):
        return "person"
    return "paper" if word in read_words("paper_nouns.txt") else None


@cache
def _humans() -> frozenset[str]:
    return read_words("human_nouns.txt") | read_words("kin_words.txt")


def is_trade(word: str) -> bool:
    """Whether a noun is built as those for people by what they do are.

    >>> is_trade("hydrologist"), is_trade("treaty")
    (True, False)
    """
    return len(word) > 4 and word.endswith(_TRADES) and word not in read_words("no_trades.txt")


def is_telling_noun(sentence: Sentence, token: int) -> bool:
    """Whether a token is a noun on its own that may stand for somebody, not a part of another's name or title."""
    word = sentence.words[token]
    if word.lower() == "both":
        return not sentence.labels or sentence.labels[token] not in ("det", "det:predet", "cc:preconj", "advmod")
    if sentence.upos and sentence.upos[token] not in ("NOUN", "PROPN", "ADJ", "NUM"):
        return False
    if sentence.labels and sentence.labels[token] in _MODIFYING:
        return False
    if is_aged(sentence, token):
        return True
    if sentence.upos and sentence.upos[token] not in ("NOUN", "PROPN"):
        return False
    is_of_state = word[:1].isupper() and state_of_adjective(word) is not None
    return sort_of(word.lower()) is not None or is_of_state or is_people(sentence, token)


def is_people(sentence: Sentence, token: int) -> bool:
    """Whether a token calls people by what they belong to: "Republicans", "Sunnis"."""
    word = sentence.words[token]
    is_plural = bool(sentence.feats) and sentence.feature(token, "Number") == "Plur"
    return is_plural and word[:1].isupper() and word[1:].islower() and word.endswith("s") and len(word) > 4


def is_aged(sentence: Sentence, token: int) -> bool:
    """Whether a token is the last of "64-year-old"."""
    words = [word.lower() for word in sentence.words[max(0, token - 4) : token + 1]]
    return "".join(words).endswith(("-year-old", "-year-olds"))

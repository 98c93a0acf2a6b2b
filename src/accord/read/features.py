"""Pieces of a page → named features, the evidence that the role judge weighs."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from accord.knowledge.furniture import find_phrases, fold_words
from accord.knowledge.words import function_words
from accord.read.lines import Piece
from accord.read.looks import name_looks
from accord.read.people import byline_names
from accord.read.shapes import name_shape

Features = dict[str, float]

_QUOTED = re.compile(r"[“\"„«][^”\"“»]{0,600}[”\"»]?")
_YOU = frozenset({"you", "your", "yours", "yourself", "you're", "you'll", "you've"})
_WE = frozenset({"we", "our", "us", "ours", "we're", "we've", "we'll"})
_STRENGTH = {"is": 4.0, "starts": 2.5, "has": 1.5, "weak": 0.4}
_MOST = 5.0  # what the set phrases of one line can say for a role


class Reading(Struct):
    """One piece with what is known of it: its features grow until it is judged.

    `clutter` is what set phrases say for each role, `content` its words that carry meaning, `names` those of a byline.
    """

    piece: Piece
    words: Sequence[str]
    features: Features
    clutter: dict[str, float]
    content: frozenset[str]
    names: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The piece's words, as one string to compare it by."""
        return " ".join(self.words)


def read_piece(piece: Piece) -> Reading:
    """Take the features that a piece has by itself."""
    words, features, clutter, content, names = _read_text(piece.text)
    reading = Reading(piece, words, dict(features), clutter, content, names)
    if piece.gap < 0:
        reading.features["goes on"] = 1.0
    return reading


@lru_cache(maxsize=2048)  # the same furniture stands on page after page
def _read_text(text: str) -> tuple[Sequence[str], Features, dict[str, float], frozenset[str], tuple[str, ...]]:
    words = fold_words(text)
    clutter = weigh_phrases(text, words)
    features: Features = {f"says {role}": weight for role, weight in clutter.items()}
    features.update(dict.fromkeys(name_shape(text, words), 1.0))
    features.update(dict.fromkeys(name_looks(text, words), 1.0))
    features.update(_voices(text, words))
    content = {word.removesuffix("'s") for word in set(words) if len(word) > 3} - function_words()
    names = byline_names(text) if "byline" in features else ()
    return words, features, clutter, frozenset(content), names


def weigh_phrases(text: str, words: Sequence[str]) -> dict[str, float]:
    """Add up what the set phrases of a piece say for each role; a long piece needs more of them."""
    found: dict[str, float] = {}
    for _, phrase in find_phrases(words):
        strength = _STRENGTH[phrase.where]
        if phrase.where == "starts" and len(phrase.words) == 1 and not _stands_alone(text, phrase.words[0]):
            continue
        found[phrase.role] = found.get(phrase.role, 0.0) + strength
    ease = 1.0 if len(words) < 40 else 40 / len(words)
    return {role: min(_MOST, total * ease) for role, total in found.items()}


def _stands_alone(text: str, word: str) -> bool:
    """`FILE - Leaders`, `Source: AP`; not `Sources say`, `File suits`."""
    after = text.lstrip("([“\"'*• ")[len(word) :].lstrip()[:1]
    return not after or not (after.isalpha() or after in "’'\"“,")


def _voices(text: str, words: Sequence[str]) -> Features:
    """Count who is spoken to, and who speaks, outside quotation marks: reporters keep both out of their prose."""
    if _YOU.isdisjoint(words) and _WE.isdisjoint(words):
        return {}
    outside = fold_words(_QUOTED.sub(" ", text[:2000]))
    counts = {"you": sum(word in _YOU for word in outside), "we": sum(word in _WE for word in outside)}
    voices = {name: min(2.0, count) for name, count in counts.items() if count}
    return {**voices, "you and we": 1.0} if len(voices) == 2 else voices


FAMILIAR = 0.3
"""Share of paragraphs that speak as `we` or to `you` from which that is the page's own voice, and says nothing."""


def drop_own_voice(readings: Sequence[Reading]) -> None:
    """Forget who is spoken to, and who speaks, where the whole page does so: an op-ed, a letter, a recipe."""
    prose = [reading for reading in readings if "prose" in reading.features and len(reading.words) >= 12]
    for voice in ("you", "we"):
        heard = sum(voice in reading.features for reading in prose)
        if heard >= 5 and heard > FAMILIAR * len(prose):
            for reading in readings:
                reading.features.pop(voice, None)
                reading.features.pop("you and we", None)


def story_words(readings: Sequence[Reading]) -> frozenset[str]:
    """Return the words that several clean paragraphs share: what the page is about."""
    clean = [one for one in readings if "prose" in one.features and is_clean(one)]
    counts: Counter[str] = Counter()
    for one in clean:
        counts.update(one.content)
    least = max(2, round(0.1 * len(clean)))
    own = frozenset[str]().union(*(one.content for one in readings if _is_appeal(one)))  # the outlet's name, mostly
    return frozenset(
        word for word, count in counts.items() if count >= least and (word not in own or count >= 0.3 * len(clean))
    )


def _is_appeal(reading: Reading) -> bool:
    return max(reading.clutter.get("promo", 0.0), reading.clutter.get("boilerplate", 0.0)) >= 2.4


def is_clean(reading: Reading) -> bool:
    """Say whether nothing in a piece speaks of page furniture."""
    return not any(weight >= 1 for weight in reading.clutter.values()) and "you" not in reading.features

"""Pieces of a page → named features, the evidence that the role judge weighs."""

import re
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from accord.knowledge.furniture import find_phrases, fold_words
from accord.knowledge.tables import read_words
from accord.knowledge.words import function_words
from accord.read.credits import find_credit
from accord.read.datelines import closing_dateline, opening_dateline
from accord.read.lines import Piece
from accord.read.people import byline_names
from accord.text.dates import explicit_dates

Features = dict[str, float]

_STOP = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")
_QUOTED = re.compile(r"[“\"„«][^”\"“»]{0,600}[”\"»]?")
_FILE = re.compile(r"(?i)\S+\.(?:jpe?g|png|gif|webp|svg|avif|mp4|mov|mp3|pdf)\b")
_ADDRESS = re.compile(r"(?i)https?://|www\.|\S@\S+\.\w|^@\w+$")
_CRUMBS = re.compile(r"\s[>›»→|/·•]\s|[›»]")
_BULLET = re.compile(r"^(?:[-–—•*●▪■·]|\d{1,2}[.)])\s")
_SPEECH = re.compile(r"\b(?:said|says|told|according to|added|announced|stated|wrote|warned|noted|reported)\b")
_YOU = frozenset(["you", "your", "yours", "yourself", "you're", "you'll", "you've"])
_WE = frozenset(["we", "our", "us", "ours", "we're", "we've", "we'll"])


class Reading(Struct):
    """One piece with what is known of it before it is judged."""

    piece: Piece
    words: list[str]
    features: Features
    clutter: dict[str, float]
    content: frozenset[str]

    @property
    def key(self) -> str:
        """The piece's words, as one string to compare it by."""
        return " ".join(self.words)


def read_piece(piece: Piece) -> Reading:
    """Take the features that a piece has by itself."""
    words = fold_words(piece.text)
    clutter = weigh_phrases(piece.text, words)
    features: Features = {f"says {role}": weight for role, weight in clutter.items()}
    content = frozenset(word for word in words if len(word) > 3 and word not in function_words())
    for name in (*_shape(piece, words), *_looks(piece, words)):
        features[name] = 1.0
    outside = fold_words(_QUOTED.sub(" ", piece.text[:2000]))
    if you := sum(word in _YOU for word in outside):
        features["you"] = min(2.0, you)
    if we := sum(word in _WE for word in outside):
        features["we"] = min(2.0, we)
    return Reading(piece, words, features, clutter, content)


_STRENGTH = {"is": 4.0, "starts": 2.5, "has": 1.5, "weak": 0.4}


def weigh_phrases(text: str, words: Sequence[str]) -> dict[str, float]:
    """Add up what the set phrases of a piece say for each role; a long piece needs more of them."""
    found: dict[str, float] = {}
    for _, phrase in find_phrases(words):
        strength = _STRENGTH[phrase.where]
        if phrase.where == "starts" and len(phrase.words) == 1 and not _stands_alone(text, phrase.words[0]):
            continue
        found[phrase.role] = found.get(phrase.role, 0.0) + strength
    ease = 1.0 if len(words) < 40 else 40 / len(words)
    return {role: min(5.0, total * ease) for role, total in found.items()}


def _stands_alone(text: str, word: str) -> bool:
    """`FILE - Leaders`, `Source: AP`; not `Sources say`, `File suits`."""
    after = text[len(word) :].lstrip()[:1]
    return not after or not (after.isalpha() or after in "’'\"“,")


def _shape(piece: Piece, words: Sequence[str]) -> list[str]:
    text, count = piece.text, len(words)
    names = [_size(count, text)]
    stop = bool(_STOP.search(text))
    function = sum(word in function_words() for word in words[:60])
    names.append("stop" if stop else "no stop")
    if stop and count >= 8 and function >= 0.15 * min(count, 60):
        names.append("prose")
    if count >= 3 and _title_share(text) >= 0.8:
        names.append("title case")
    letters = [character for character in text[:200] if character.isalpha()]
    if len(letters) > 2 and all(character.isupper() for character in letters):
        names.append("capitals")
    if not letters:
        names.append("no letters")
    if text.endswith(":"):
        names.append("colon")
    if text[0] in '“"„«':
        names.append("opens quote")
    if text[0].islower():
        names.append("lower start")
    return names


def _size(count: int, text: str) -> str:
    if count <= 3 and len(text) > 60:  # no blanks between words, as in Chinese
        count = len(text) // 3
    for most, name in (
        (3, "1-3 words"),
        (7, "4-7 words"),
        (14, "8-14 words"),
        (24, "15-24 words"),
        (39, "25-39 words"),
    ):
        if count <= most:
            return name
    return "40+ words"


def _title_share(text: str) -> float:
    words = [word for word in re.findall(r"[^\W\d_]{4,}", text[:300])]
    return sum(word[0].isupper() for word in words) / len(words) if words else 0.0


def _looks(piece: Piece, words: Sequence[str]) -> list[str]:
    text, count = piece.text, len(words)
    tests = {
        "file": _FILE.search(text[:200]) and count <= 14,
        "address": count <= 30 and _ADDRESS.search(text),
        "crumbs": count <= 20 and _CRUMBS.search(text[:200]),
        "bullet": _BULLET.match(text),
        "speech": _SPEECH.search(text[:1000]),
        "date": count <= 25 and _is_date(text),
        "byline": count <= 25 and byline_names(text),
        "by": count <= 25 and byline_names(text, led=True),
        "picture credit": find_credit(text) is not None,
        "only credit": count <= 12 and find_credit(text) == 0,
        "ends in date": 8 <= count <= 90 and _ends_in_date(text),
        "dateline": opening_dateline(text) or (count <= 6 and closing_dateline(text)),
        "copyright": "©" in text[:300] or "(c) 2" in text[:300].lower(),
        "list": count <= 30 and text.count(",") >= 3 and not _STOP.search(text),
    }
    return [name for name, found in tests.items() if found]


def _is_date(text: str) -> bool:
    """Whether hardly more than a date stands there."""
    dates = explicit_dates(text) if any(c.isdigit() for c in text) else []
    if not any(len(edtf) >= 7 for _, _, edtf in dates):
        return False
    rest = text
    for start, end, _ in reversed(dates):
        rest = rest[:start] + " " + rest[end:]
    return sum(word not in read_words("date_line_words.txt") for word in fold_words(rest)) <= 2


def _ends_in_date(text: str) -> bool:
    """Whether a dated clause closes the line, as in captions: `… in Hanoi on Dec. 12, 2023. (Photo: AP)`."""
    credit = find_credit(text)
    bare = text[:credit] if credit else text
    tail = bare.rstrip()[-60:]
    return any(len(edtf) >= 10 and len(tail) - end <= 3 for _, end, edtf in explicit_dates(tail))


def story_words(readings: Sequence[Reading]) -> frozenset[str]:
    """Return the words that several clean paragraphs share: what the page is about."""
    clean = [one for one in readings if "prose" in one.features and is_clean(one)]
    counts = Counter(word for one in clean for word in sorted(one.content))
    least = max(2, round(0.1 * len(clean)))
    return frozenset(word for word, count in counts.items() if count >= least)


def is_clean(reading: Reading) -> bool:
    """Whether nothing in a piece speaks of page furniture."""
    return not any(weight >= 1 for weight in reading.clutter.values()) and "you" not in reading.features

"""Whether two written names are one person's: a score with its reason, from order, initials, spelling and sound."""

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from msgspec import Struct
from rapidfuzz.distance import OSA

SAME = 0.8
"""Score from which two full names are taken as one person's: best F1 on the 548 pairs of persons of
`shared/data/names/name_bench.csv.gz`; F1 0.84, precision 0.94."""

INITIAL, NICKNAME, SOUND = 0.9, 0.9, 0.95
PART_ALONE = 0.75  # a surname alone fits, but many may bear it
SPACED = 0.97

_WORD = re.compile(r"[^\W\d_]+")
_DOUBLED = re.compile(r"(.)\1+")


class NameMatch(Struct, frozen=True):
    """How alike two names are, 0 to 1, and why in half a sentence."""

    score: float
    reason: str


@cache
def _rows(name: str) -> tuple[tuple[str, str], ...]:
    source = files("accord.text").joinpath(f"data/{name}").read_text(encoding="utf-8")
    lines = (line.partition("\t") for line in source.splitlines() if line and line[0] != "#")
    return tuple((left, right) for left, _, right in lines)


@cache
def _particles() -> frozenset[str]:
    return frozenset(left for left, _ in _rows("name_particles.txt"))


@cache
def _nicknames() -> frozenset[tuple[str, str]]:
    pairs = [(full, short) for full, shorts in _rows("nicknames.tsv") for short in shorts.split(";")]
    return frozenset(pairs) | frozenset((short, full) for full, short in pairs)


@lru_cache(maxsize=20_000)
def name_words(name: str) -> tuple[str, ...]:
    """Words of a name in plain lower-case letters; "Surname, Given" is turned round.

    >>> name_words("Størmer-Ångström, Đura J.")
    ('dura', 'j', 'stormer', 'angstrom')
    """
    last, comma, first = name.partition(",")
    turned = f"{first} {last}" if comma and len(first) > 1 else name
    letters = dict(_rows("letters.tsv"))
    plain = unicodedata.normalize("NFKD", turned.casefold())
    plain = "".join(letters.get(c, c) for c in plain if not unicodedata.combining(c) and c not in "'’‘`ʿʾ")
    return tuple(_WORD.findall(plain))


def core_words(name: str) -> tuple[str, ...]:
    """Words of a name without titles and particles, where any are left.

    >>> core_words("Dr. Osama bin Laden")
    ('osama', 'laden')
    """
    words = name_words(name)
    kept = (word for place, word in enumerate(words) if word not in _particles() or (word == "ben" and not place))
    return tuple(kept) or words


@lru_cache(maxsize=20_000)
def sound_of(word: str) -> str:
    """Fold a word to what romanizations share.

    >>> sound_of("lukashenko") == sound_of("loukachenco"), sound_of("khaled") == sound_of("haled")
    (False, True)
    """
    for written, folded in _rows("name_sounds.tsv"):
        word = word.replace(written, folded)
    return _DOUBLED.sub(r"\1", word)


def _word_match(one: str, other: str) -> tuple[float, str]:
    """Likeness of two words of names, 0 where they are two words."""
    if one == other:
        return 1.0, ""
    if min(len(one), len(other)) == 1:
        return (INITIAL, "initial") if one[0] == other[0] else (0.0, "")
    if (one, other) in _nicknames():
        return NICKNAME, "short form"
    if sound_of(one) == sound_of(other):
        return SOUND, "transliteration"
    longest = max(len(one), len(other))
    edits = OSA.distance(one, other, score_cutoff=2)
    sounds = OSA.distance(sound_of(one), sound_of(other), score_cutoff=2)
    allowed = 0 if longest < 4 else 1 if longest < 8 else 2
    if edits <= allowed or sounds <= (0 if longest < 5 else allowed - 1):
        return 1 - min(edits, sounds + 1) / (longest + 1), "spelling"
    return 0.0, ""


def _pair_up(ours: tuple[str, ...], theirs: tuple[str, ...]) -> list[tuple[float, int, int, str]]:
    """Pair words one to one, the likest first, then by place: (score, ours, theirs, why)."""
    candidates = [
        (score, -abs(i - j), i, j, why)
        for i, one in enumerate(ours)
        for j, other in enumerate(theirs)
        for score, why in [_word_match(one, other)]
        if score > 0 and not (why == "initial" and _is_family_name(i, ours, j, theirs))
    ]
    pairs: list[tuple[float, int, int, str]] = []
    for score, _, i, j, why in sorted(candidates, key=lambda c: (-c[0], -c[1], c[2], c[3])):
        if all(i != pair[1] and j != pair[2] for pair in pairs):
            pairs.append((score, i, j, why))
    return pairs


def _is_family_name(i: int, ours: tuple[str, ...], j: int, theirs: tuple[str, ...]) -> bool:
    """Whether an initial in the midst of one name would stand for the last word of the other: no "W." is for "Will"."""
    return (i == len(ours) - 1) != (j == len(theirs) - 1) and min(len(ours), len(theirs)) > 1


def compare_names(one: str, other: str) -> NameMatch:
    """Say how likely two written names are one person's.

    >>> compare_names("Maria Lindqvist", "Lindqvist, Maria")
    NameMatch(score=1.0, reason='same name')
    >>> compare_names("Sergei Petrov", "Sergey Petro").reason
    'spelling, transliteration'
    >>> compare_names("Anna Berg", "Karl Berg").score < 0.5, compare_names("Anna B. Moe", "Anna Berg").score < 0.5
    (True, True)
    """
    ours, theirs = core_words(one)[:12], core_words(other)[:12]
    if not ours or not theirs:
        return NameMatch(0.0, "no letters")
    if ours == theirs:
        return NameMatch(1.0, "same name")
    if _is_spaced_otherwise(ours, theirs):
        return NameMatch(SPACED, "same letters, spaced otherwise")
    pairs = _pair_up(ours, theirs)
    if not pairs:
        return NameMatch(0.0, "no word in common")
    return _judge(ours, theirs, pairs)


def _is_spaced_otherwise(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether two names have the same letters, a slip in eight allowed, in another number of words."""
    one, other = "".join(ours), "".join(theirs)
    if one == other:
        return True
    return len(ours) != len(theirs) and OSA.distance(one, other, score_cutoff=2) * 8 <= min(len(one), len(other))


def _judge(ours: tuple[str, ...], theirs: tuple[str, ...], pairs: list[tuple[float, int, int, str]]) -> NameMatch:
    """Weigh the paired words by their length against those left over."""
    weight = [len(ours[i]) + len(theirs[j]) for _, i, j, _ in pairs]
    likeness = sum(pair[0] * w for pair, w in zip(pairs, weight, strict=True)) / sum(weight)
    reasons = sorted({why for *_, why in pairs if why})
    left_ours, left_theirs = len(ours) - len(pairs), len(theirs) - len(pairs)
    if left_ours and left_theirs:
        share = sum(weight) / (sum(map(len, ours)) + sum(map(len, theirs)))
        return NameMatch(0.6 * likeness * share, "other words differ")
    if left_ours or left_theirs:
        if max(min(len(ours[i]), len(theirs[j])) for _, i, j, _ in pairs) == 1:
            return NameMatch(0.3, "an initial alone")
        alone = len(pairs) == 1
        reasons.append("part of the name alone" if alone else "a part left out")
        return NameMatch(likeness * (PART_ALONE if alone else 0.92), ", ".join(reasons))
    in_order = [pair[1] for pair in sorted(pairs, key=lambda pair: pair[2])] == list(range(len(pairs)))
    if not in_order:
        reasons.append("other order")
    return NameMatch(likeness, ", ".join(reasons) or "same name")


def same_person(one: str, other: str, *, least: float = SAME) -> bool:
    """Say whether two full names are taken as one person's.

    >>> same_person("Jón Eriksen", "Jon Erikson"), same_person("Eriksen", "Jón Eriksen")
    (True, False)
    """
    return compare_names(one, other).score >= least

"""Numbers in a run of tokens: numerals, number words and scales."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from importlib.resources import files

from msgspec import Struct

_PLAIN = re.compile(r"\d{1,30}(?:\.\d{1,20})?\Z")
_GROUPED = re.compile(
    r"\d{1,3}(?:,\d{3}){1,9}(?:\.\d{1,20})?\Z|\d{1,2}(?:,\d\d){1,7},\d{3}\Z|\d{1,3}(?:\.\d{3}){2,9}\Z"
)
HYPHENS = frozenset("-‐‑")
_HALF = Decimal("0.5")
_MOST_WORDS = 24  # tokens of the longest number that is read: it bounds the work at each place


class Number(Struct, frozen=True):
    """A number read from tokens: its value, the token after it, and how it was written.

    `scale` is what the number words or abbreviations multiplied by (1 where none did), `spelled` says whether it is in
    words rather than digits.
    """

    value: Decimal
    last: int
    scale: Decimal = Decimal(1)
    spelled: bool = False


@cache
def number_words() -> dict[str, tuple[str, Decimal]]:
    """Number words in lower case with their kind and value: `twenty` → ("ten", 20); kinds as in the table."""
    source = files("accord.text").joinpath("data", "number_words.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in source.splitlines() if line and not line.startswith("#"))
    return {word: (kind, Decimal(value)) for kind, value, words in rows for word in words.split()}


@cache
def _scales(kind: str) -> dict[str, Decimal]:
    return {word: value for word, (of, value) in number_words().items() if of == kind}


def parse_numeral(word: str) -> Decimal | None:
    """Value of one written numeral, None where it is not one (a date, a clock time, a list).

    >>> parse_numeral("1,234.5"), parse_numeral("1,50,000"), parse_numeral("10:30")
    (Decimal('1234.5'), Decimal('150000'), None)
    """
    if _PLAIN.match(word):
        return Decimal(word)
    if not _GROUPED.match(word):
        return None
    return Decimal(word.replace(",", "") if "," in word else word.replace(".", ""))


def read_number(words: Sequence[str], at: int, *, short: bool = False) -> Number | None:
    """Read the number that begins at a token; words in lower case, hyphens being tokens of their own.

    With `short`, an abbreviated scale right behind digits counts (`5 bn`, `20 k`); whether `m` is millions or metres
    is the caller's to tell.

    >>> read_number("three - and - a - half million people".split(), 0).value
    Decimal('3500000.0')
    >>> read_number("2.3 bn euros".split(), 0, short=True).value
    Decimal('2300000000.0')
    """
    word = words[at]
    if word[0].isdigit():
        return _read_digits(words, at, short)
    kind = number_words().get(word, ("", 0))[0]
    if kind in ("unit", "ten"):
        return _read_spelled(words, at)
    if word in ("a", "an") and at + 1 < len(words):
        if words[at + 1] in ("half", "quarter"):
            return _read_part_of_scale(words, at + 1)
        follows = number_words().get(words[at + 1], ("", 0))[0]
        return _read_spelled(words, at) if follows in ("hundred", "scale") else None
    if word in ("half", "quarter"):
        return _read_part_of_scale(words, at)
    if kind in ("hundred", "scale"):
        return _read_bare_scale(words, at)
    return None


def _read_digits(words: Sequence[str], at: int, short: bool) -> Number | None:
    value = parse_numeral(words[at])
    if value is None:
        return None
    last = at + 1
    glyph = number_words().get(words[last]) if last < len(words) else None
    if glyph and glyph[0] == "glyph":
        value, last = value + glyph[1], last + 1
    if short and last < len(words) and words[last] in _scales("short"):
        scale = _scales("short")[words[last]]
        return Number(value * scale, last + 1, scale)
    return _scaled(words, value, last, spelled=False)


def _scaled(words: Sequence[str], value: Decimal, last: int, *, spelled: bool) -> Number:
    """Multiply by the scales that follow, and add the halves: `2 and a half million`, `3 million and a half`."""
    half = _half_after(words, last)
    scale = Decimal(1)
    after = half or last
    while (step := _scale_at(words, after)) and scale < 10**15:
        scale, after = scale * step[0], step[1]
    if scale == 1:
        return Number(value + _HALF, half, scale, spelled) if half else Number(value, last, scale, spelled)
    if half:
        return Number((value + _HALF) * scale, after, scale, spelled)
    if late := _half_after(words, after):
        return Number((value + _HALF) * scale, late, scale, spelled)
    return Number(value * scale, after, scale, spelled)


def _scale_at(words: Sequence[str], at: int) -> tuple[Decimal, int] | None:
    """Scale word at a token, a hyphen before it allowed (`5 - million`), and the token after."""
    if at + 1 < len(words) and words[at] in HYPHENS:
        at += 1
    if at < len(words) and (words[at] in _scales("scale") or words[at] in _scales("hundred")):
        return number_words()[words[at]][1], at + 1
    return None


def _half_after(words: Sequence[str], at: int) -> int:
    """Token after `and a half` (hyphens allowed), 0 where it does not stand here."""
    for wanted in ("and", "a", "half"):
        if at < len(words) and words[at] in HYPHENS:
            at += 1
        if at >= len(words) or words[at] != wanted:
            return 0
        at += 1
    return at


def _read_spelled(words: Sequence[str], at: int) -> Number:
    """Read number words: `one hundred and twenty - three thousand`."""
    total, group, last = Decimal(0), Decimal(0), at
    kind = ""
    scale = Decimal(1)
    for index in range(at, min(len(words), at + _MOST_WORDS)):
        word = words[index]
        if word in HYPHENS or word == "and":
            if index == at or not _goes_on(words, index, kind):
                break
            continue
        step = ("unit", Decimal(1)) if index == at and word in ("a", "an") else number_words().get(word)
        if step is None or not _may_follow(kind, step, group, total):
            break
        kind, value = step
        if kind in ("unit", "ten"):
            group += value
        else:
            scale *= value
            group = max(group, Decimal(1)) * value
            if value >= 1000:
                total, group = total + group, Decimal(0)
        last = index + 1
    value = total + group
    half_scale = _scaled(words, value, last, spelled=True)
    return Number(half_scale.value, half_scale.last, max(scale, half_scale.scale), True)


def _goes_on(words: Sequence[str], index: int, kind: str) -> bool:
    """Whether the number goes on past a hyphen, or past `and` behind a hundred or a thousand."""
    after = number_words().get(words[index + 1], ("", 0))[0] if index + 1 < len(words) else ""
    if words[index] == "and":
        beyond = number_words().get(words[index + 2], ("", 0))[0] if index + 2 < len(words) else ""
        return kind in ("hundred", "scale") and after in ("unit", "ten") and beyond != "hundred"
    return (kind == "ten" and after == "unit") or after in ("hundred", "scale")


def _may_follow(kind: str, step: tuple[str, Decimal], group: Decimal, total: Decimal) -> bool:
    """Whether a number word may follow the kind before it: `twenty` then `three`, not `three` then `twenty`."""
    if step[0] == "unit":
        return kind in ("", "hundred", "scale") or (kind == "ten" and 0 < step[1] < 10)
    if step[0] == "ten":
        return kind in ("", "hundred", "scale")
    if step[0] == "hundred":
        return kind in ("unit", "ten") and group < 100
    return step[0] == "scale" and kind != "" and (total == 0 or group > 0)


def _read_part_of_scale(words: Sequence[str], at: int) -> Number | None:
    """Read `half a million`, `half - a - dozen`, `half million`, `quarter of a million`."""
    index = at + 1
    for skipped in ("-", "of", "a", "an", "-"):
        if index < len(words) and words[index] == skipped:
            index += 1
    step = _scale_at(words, index)
    if step is None or (words[at] == "quarter" and step[0] < 1000):
        return None
    part = _HALF if words[at] == "half" else Decimal("0.25")
    return Number(part * step[0], step[1], step[0], True)


def _read_bare_scale(words: Sequence[str], at: int) -> Number | None:
    """Read `million - and - a - half`, where the one is left out."""
    scale = number_words()[words[at]][1]
    half = _half_after(words, at + 1)
    return Number(scale + scale * _HALF, half, scale, True) if half else None

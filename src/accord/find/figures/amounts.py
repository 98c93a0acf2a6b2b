"""The amount that begins at a token: a numeral, a quantifier or a fraction, with its money or measure, or a range."""

import re
from decimal import Decimal

from msgspec.structs import replace

from accord.find.figures.lines import DASHES, Amount, Line
from accord.find.figures.measures import LARGE, with_measure
from accord.find.figures.vague import read_vague
from accord.knowledge.quantities import comparators, is_plural, word_list, words_for
from accord.knowledge.units import (
    currency_endings,
    currency_names,
    currency_symbols,
    measure_names,
    phrase_at,
    phrase_before,
)
from accord.text.fractions import read_fraction
from accord.text.numbers import number_words, parse_numeral, read_number

_FUSED = re.compile(r"([A-Z][A-Za-z]{0,3})(\d{1,12})([a-z]{1,3})?\Z")
_SIGNED = frozenset({"%", "°C", "°F", "degrees"})
_SHORT_SCALES = frozenset({"bn", "tn", "trn", "mn", "cr"})


def read_single(line: Line, at: int) -> Amount | None:
    """Read the amount, no range, whose number begins at a token; a currency sign before it belongs to it."""
    fused = _read_fused(line, at)
    if fused:
        return fused
    first, code = _currency_before(line, at)
    core = read_vague(line, at) or _read_core(line, at, is_money=code is not None)
    if core is None:
        return None
    if line.at(core.last) == "+" and line.is_glued(core.last) and not line.is_glued(core.last + 1):
        core = replace(core, last=core.last + 1, comparator="≥")
    if code in words_for("word-codes") and core.scale == 1 and (core.value or 0) < LARGE:
        code, first = None, at  # `COP 28`, `TOP 10`
    if code:
        return replace(core, first=first, kind="money", unit=code, last=_end_of_money(line, core.last))
    return _signed(line, with_measure(line, core))


def _signed(line: Line, amount: Amount) -> Amount:
    """Read the minus of a temperature or a rate: `-12C`, `minus 5 degrees`, `-0.3%`."""
    sign = amount.first - 1
    if amount.unit not in _SIGNED or amount.value is None or amount.kind == "vague":
        return amount
    is_dash = line.at(sign) in DASHES and line.is_glued(amount.first) and not line.is_glued(sign)
    if not is_dash and line.at(sign) != "minus":
        return amount
    return replace(amount, first=sign, value=-amount.value)


def _read_core(line: Line, at: int, *, is_money: bool) -> Amount | None:
    number = read_number(line.low, at, short=_takes_short_scale(line, at + 1, is_money=is_money))
    fraction = read_fraction(line.low, at)
    if fraction and (number is None or number.last < fraction[1]) and _is_share(line, at, fraction[1]):
        return Amount(at, fraction[1], fraction[0], kind="share", spelled=True)
    if number is None:
        return None
    return _chance(line, Amount(at, number.last, number.value, scale=number.scale, spelled=number.spelled))


def _chance(line: Line, amount: Amount) -> Amount:
    """Read `one in five` and `three-in-five` as a share."""
    at = amount.last + (line.at(amount.last) == "-")
    if line.at(at) != "in" or amount.scale != 1 or amount.value is None or amount.value > 9:
        return amount
    ties = line.at(at + 1) == "-"
    at += 2 if ties or line.at(at + 1) == "every" else 1
    whole = read_number(line.low, at) if at < len(line) else None
    if whole is None or not amount.value < whole.value <= 1000 or phrase_at(measure_names(), line.low, whole.last):
        return amount
    if whole.value == 10 and not line.at(whole.last)[:1].isalpha():
        return replace(amount, last=whole.last, value=amount.value / whole.value, kind="share")
    if amount.value != 1 and not ties and not (amount.spelled and whole.spelled and is_plural(line.at(whole.last))):
        return amount
    return replace(amount, last=whole.last, value=amount.value / whole.value, kind="share")


def _takes_short_scale(line: Line, at: int, *, is_money: bool) -> bool:
    """Whether the letters behind digits are a scale: `$5m`, `2.4m rand`, `4.1m people`, not `100m`."""
    word = line.at(at)
    if is_money or word in _SHORT_SCALES:
        return True
    if not line.is_glued(at) or word not in ("k", "m", "b"):
        return False
    after = line.at(at + 1)
    if phrase_at(currency_names(), line.low, at + 1):
        return True
    if not after.isalpha() or len(after) < 4 or word == "b":
        return False
    return word == "k" or not (after in words_for("dimension") or after in word_list("count_stops.txt"))


def _read_fused(line: Line, at: int) -> Amount | None:
    """Read a code written together with its amount: `USD15`, `Rp502tn`."""
    if not line.words[at][0].isalpha():
        return None
    match = _FUSED.match(line.words[at])
    code = ("ZAR" if match[1] == "R" else currency_symbols().get(match[1])) if match else None
    if match is None or code is None:
        return None
    digits, last = match[2], at + 1
    while not match[3] and line.at(last) in (",", ".") and line.is_glued(last) and line.at(last + 1).isdigit():
        digits, last = digits + line.low[last] + line.low[last + 1], last + 2
    value = parse_numeral(digits)
    short = number_words().get(match[3] or "", ("", Decimal(1)))
    if value is None or (match[3] and short[0] != "short") or code in words_for("word-codes"):
        return None
    tail = read_number(("1", *line.low[last : last + 4]), 0, short=True)
    scale = short[1] * (tail.scale if tail else 1)
    last += tail.last - 1 if tail and tail.scale > 1 else 0
    amount = Amount(at, last, value * scale, scale=scale, kind="money", unit=code)
    return amount if len(match[1]) > 1 or scale > 1 else None


def _currency_before(line: Line, at: int) -> tuple[int, str | None]:
    """First token and code of the currency sign before a number: `US$ 5`, `C$5`, `U.S.$5`, `Rs. 5`."""
    if not at or line.words[at - 1] not in currency_endings():
        return at, None
    for size in (3, 2, 1):
        if at < size:
            continue
        tokens = line.words[at - size : at]
        is_one = all(line.is_glued(index) for index in range(at - size + 1, at))
        code = currency_symbols().get("".join(tokens)) if is_one else None
        if code:
            return at - size, code
    return at, None


def _end_of_money(line: Line, last: int) -> int:
    """Take in a currency's name or code written again behind the amount: `$5 million US dollars`, `$5 USD`."""
    named = phrase_at(currency_names(), line.low, last)
    return named[1] if named else last


def _is_share(line: Line, at: int, last: int) -> bool:
    """Whether a fraction is said of something: `half of the seats`, `a third less`, not `the second half`."""
    word, before, after = line.low[at], line.at(at - 1), line.at(last)
    if line.is_hyphen(last) and line.at(last - 1) == "half":
        return False
    if word not in ("half", "a", "one") or line.is_hyphen(at + 1):
        return True
    if word == "half" and before in words_for("half-before"):
        return False
    if after in words_for("half-after" if word == "half" else "share-after") | {""} or before in words_for(
        "share-before"
    ):
        return True
    return phrase_before(comparators("before"), line.low, at) is not None

"""The share, money or measure written behind a number, and ages."""

from decimal import Decimal

from msgspec.structs import replace

from accord.find.figures.lines import Amount, AmountKind, Line
from accord.knowledge.quantities import words_for
from accord.knowledge.units import currency_codes, currency_names, measure_kinds, measure_names, minor_units, phrase_at
from accord.text.numbers import read_number

_MILLION = Decimal(1_000_000)
LARGE = Decimal(1000)  # from here on `won` is money rather than a verb
_SMALL_LETTERS = frozenset({"m", "g", "t", "p"})


def with_measure(line: Line, amount: Amount) -> Amount:
    """Give an amount the unit that follows its number: `12 per cent`, `5,000 Swiss francs`, `22-mile`, `aged 40`."""
    start = amount.last + 1 if line.is_hyphen(amount.last) else amount.last
    if amount.kind == "share":
        return _with_part(line, amount, start)
    if amount.kind == "vague" and line.at(start) == "of":
        start += 1
    money = _with_money(line, amount, start)
    if money:
        return money
    measure = _measure(line, start)
    if measure is None:
        return amount
    unit, last = measure
    kind = measure_kinds()[unit]
    amount = replace(amount, last=last, unit=unit, kind=_kind(amount, "share" if kind == "share" else "measure"))
    return _with_age(line, _with_half(line, amount)) if kind == "time" else amount


def _kind(amount: Amount, kind: AmountKind) -> AmountKind:
    return "vague" if amount.kind == "vague" else kind


def _with_money(line: Line, amount: Amount, start: int) -> Amount | None:
    minor = minor_units().get(line.at(start))
    if minor and amount.value is not None and (line.at(start) != "p" or line.is_glued(start)):
        return replace(amount, last=start + 1, kind="money", unit=minor[0], value=amount.value / minor[1])
    code = line.words[start] if start < len(line) and line.words[start] in currency_codes() else ""
    if code and (code not in words_for("word-codes") or _is_large(amount)):
        return replace(amount, last=start + 1, kind=_kind(amount, "money"), unit=code)
    named = phrase_at(currency_names(), line.low, start)
    if named is None:
        return None
    if _is_money(line, amount, start, named[1]):
        return replace(amount, last=named[1], kind=_kind(amount, "money"), unit=named[0])
    if named[0] == "GBP":
        return replace(amount, last=named[1], kind=_kind(amount, "measure"), unit="lb")
    return None


def _is_money(line: Line, amount: Amount, start: int, last: int) -> bool:
    """Whether a currency's name is one here: a few `pounds` weigh, a small `won` is a verb."""
    word = line.low[start]
    if last - start > 1:
        return True
    if word in ("pound", "pounds"):
        return amount.scale >= _MILLION or "£" in line.words
    return word not in words_for("ambiguous-currency") or _is_large(amount)


def _is_large(amount: Amount) -> bool:
    return amount.scale > 1 or (amount.value or Decimal(0)) >= LARGE


def _measure(line: Line, start: int) -> tuple[str, int] | None:
    """Unit and end of the measure at a token; a lone letter counts glued to its number (`139km`, but `5 m` not)."""
    found = phrase_at(measure_names(), line.low, start)
    if found is None or found[1] - start > 1:
        return found
    word = line.words[start]
    if word.lower() in words_for("glued-only") and not line.is_glued(start):
        return None
    if len(word) == 1 and word.isalpha() and word.islower() != (word.lower() in _SMALL_LETTERS):
        return None
    return found


def _with_half(line: Line, amount: Amount) -> Amount:
    """Add the half said behind the unit: `a year and a half`."""
    if amount.value is not None and line.low[amount.last : amount.last + 3] == ("and", "a", "half"):
        return replace(amount, value=amount.value + Decimal("0.5"), last=amount.last + 3)
    return amount


def _with_age(line: Line, amount: Amount) -> Amount:
    """Take in what makes an age of years: `36-year-old`, `45 years old`, `18 years of age`."""
    last = amount.last
    tied = last + 1 if line.is_hyphen(last) else last
    if line.at(tied) in ("old", "olds"):
        return replace(amount, last=tied + 1, kind="age")
    if line.low[last : last + 2] == ("of", "age"):
        return replace(amount, last=last + 2, kind="age")
    return replace(amount, last=tied + 1) if tied > last and line.at(tied) == "long" else amount


def _share_of_share(line: Line, amount: Amount, start: int) -> Amount | None:
    """Read a part of a few per cent: `half of 1 percent`."""
    at = start + (line.at(start) == "of")
    number = read_number(line.low, at) if at > start and at < len(line) else None
    measure = _measure(line, number.last) if number else None
    if number is None or measure is None or measure[0] != "%":
        return None
    return replace(amount, last=measure[1], unit="%", value=(amount.value or Decimal(0)) * number.value)


def _with_part(line: Line, amount: Amount, start: int) -> Amount:
    """Read a fraction: of a measure (`half a mile`, `three quarters of an hour`), else a share in per cent."""
    at = start
    for skipped in ("of", "a", "an"):
        at += line.at(at) == skipped
    measure = _measure(line, at)
    if measure and measure[0] != "%":
        return replace(amount, last=measure[1], unit=measure[0], kind="measure")
    if shared := _share_of_share(line, amount, start):
        return shared
    value = round((amount.value or Decimal(0)) * 100, 2)
    return replace(amount, value=value, unit="%")

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.text.fractions import read_fraction
from accord.text.numbers import number_words, parse_numeral, read_number

ONES = [word for word, (kind, value) in sorted(number_words().items(), key=lambda each: each[1][1]) if kind == "unit"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spell(number: int) -> str:
    """Tokens of a number below a billion in words, hyphens apart."""
    for size, name in ((1_000_000, "million"), (1000, "thousand")):
        if number >= size:
            rest = number % size
            return f"{spell(number // size)} {name}" + (f" {spell(rest)}" if rest else "")
    if number >= 100:
        return f"{ONES[number // 100]} hundred" + (f" and {spell(number % 100)}" if number % 100 else "")
    if number >= 20:
        return TENS[number // 10 - 2] + (f" - {ONES[number % 10]}" if number % 10 else "")
    return ONES[number]


@pytest.mark.parametrize(
    ("text", "value", "last"),
    [
        ("27 people", "27", 1),
        ("1,991 delegates", "1991", 1),
        ("1,50,000 rupees", "150000", 1),
        ("1.234.567 votes", "1234567", 1),
        ("175.6 billion", "175600000000.0", 2),
        ("two hundred thousand men", "200000", 3),
        ("a dozen ships", "12", 2),
        ("half a dozen ships", "6.0", 3),
        ("half a million doses", "500000.0", 3),
        ("a quarter of a million", "250000.00", 5),
        ("one and a half million", "1500000.0", 5),
        ("million - and - a - half", "1500000.0", 7),
        ("2 and a half years", "2.5", 4),
        ("5 lakh people", "500000", 2),
        ("12 - million", "12000000", 3),
        ("two million three hundred thousand", "2300000", 5),
        ("2 ½ hours", "2.5", 2),
    ],
)
def test_numbers_are_read_with_their_scales(text: str, value: str, last: int) -> None:
    number = read_number(text.split(), 0)
    assert number is not None
    assert number.value == Decimal(value)
    assert number.last == last


@pytest.mark.parametrize("text", ["10:30 a.m.", "1,2,3", "3/4/2023", "2nd", "a man", "the", "1.2.3"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert read_number(text.split(), 0) is None


def test_short_scales_count_only_where_they_are_asked_for() -> None:
    assert read_number(["5", "bn"], 0, short=True) == read_number(["5", "billion"], 0)
    number = read_number(["5", "m"], 0)
    assert number is not None
    assert (number.value, number.last) == (Decimal(5), 1)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("two - thirds", "0.6667"),
        ("three quarters", "0.75"),
        ("a third", "0.3333"),
        ("half", "0.5"),
        ("one tenth", "0.1"),
    ],
)
def test_fractions(text: str, value: str) -> None:
    found = read_fraction(text.split(), 0)
    assert found is not None
    assert found[0] == Decimal(value)


@pytest.mark.parametrize("text", ["third round", "fourth overseas trip", "the fifth", "two third", "five fifths"])
def test_ordinals_are_no_fractions(text: str) -> None:
    assert read_fraction(text.split(), 0) is None


@given(st.integers(min_value=0, max_value=999_999_999))
def test_spelled_numbers_come_back(number: int) -> None:
    words = spell(number).split()
    found = read_number(words, 0)
    assert found is not None
    assert found.value == number
    assert found.last == len(words)


@given(st.integers(min_value=0, max_value=10**15))
def test_grouped_numerals_come_back(number: int) -> None:
    assert parse_numeral(f"{number:,}") == number


@given(
    st.lists(
        st.sampled_from([*sorted(number_words()), "-", "and", "a", "of", "7", "1,000", "x"]), min_size=1, max_size=30
    )
)
def test_any_run_of_number_words_is_read_within_its_bounds(words: list[str]) -> None:
    for at in range(len(words)):
        number = read_number(words, at, short=True)
        assert number is None or at < number.last <= len(words)
        fraction = read_fraction(words, at)
        assert fraction is None or at < fraction[1] <= len(words)

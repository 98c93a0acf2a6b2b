"""The tables that the figure finder reads: whole, apart from one another, and never in the way of plain words."""

from importlib.resources import files

import pytest

from accord.find.figures import find_figures
from accord.knowledge.quantities import comparators, is_plural, pluralise
from accord.knowledge.tables import read_rows
from accord.knowledge.units import currency_codes, currency_names, currency_symbols, measure_kinds, phrase_at
from accord.language.rules import RulePack
from benchmarks.figures import parse

TABLES = ("currencies.tsv", "minor_units.tsv", "units.tsv", "comparators.tsv", "quantifiers.tsv", "plural_nouns.tsv")


@pytest.mark.parametrize("name", TABLES)
def test_tables_name_their_source_and_keep_their_columns(name: str) -> None:
    text = files("accord.knowledge").joinpath("data", name).read_text(encoding="utf-8")
    assert text.startswith("# source: ")
    assert len({len(row) for row in read_rows(name)}) == 1


def test_currencies_are_those_of_iso_4217() -> None:
    assert {"USD", "EUR", "GBP", "CNY", "VND", "XAF", "ZWG", "XDR"} <= currency_codes()
    assert all(len(code) == 3 for code in currency_codes())
    assert len(currency_codes()) > 150


def test_a_name_or_sign_stands_for_one_currency() -> None:
    names = [name for row in read_rows("currencies.tsv") for name in row[2].split(";") if name]
    signs = [sign for row in read_rows("currencies.tsv") for sign in row[1].split(";") if sign]
    assert len(names) == len(set(names))
    assert len(signs) == len(set(signs))
    assert currency_symbols()["HK$"] == "HKD"
    assert phrase_at(currency_names(), ["hong", "kong", "dollars"], 0) == ("HKD", 3)


def test_every_measure_has_one_kind() -> None:
    assert len(measure_kinds()) == len(read_rows("units.tsv"))


def test_a_comparator_phrase_means_one_thing() -> None:
    for side in ("before", "after"):
        phrases = [phrase for group in comparators(side).values() for phrase, _ in group]
        assert len(phrases) == len(set(phrases))


@pytest.mark.parametrize(
    ("one", "many"), [("child", "children"), ("MP", "MPs"), ("party", "parties"), ("day", "days"), ("bus", "buses")]
)
def test_plurals(one: str, many: str) -> None:
    assert pluralise(one) == many
    assert pluralise(many) == many
    assert is_plural(many.lower())


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Five top officials left.", "officials"),
        ("All 12 cup matches were played.", "matches"),
        ("They won 20 real concessions.", "concessions"),
        ("The firm paid 5,000 TRY.", "TRY"),
        ("He owes PEN 4,000.", "PEN"),
        ("It cost R500m.", "ZAR"),
        ("The boy weighs 40 pounds.", "lb"),
        ("The deal cost 40 million pounds.", "GBP"),
        ("It lost 3 million won.", "KRW"),
        ("It bought 12 F-16 fighter jets.", "jets"),
        ("The pipe is 400 m long.", "m"),
        ("Warming reached 1.5C.", "°C"),
    ],
)
def test_units_are_told_from_words_like_them(text: str, unit: str) -> None:
    (figure,) = find_figures(parse(text, RulePack()))
    assert figure.unit == unit


@pytest.mark.parametrize(
    "text", ["COP28 opened in Dubai.", "COP 28 opened.", "The SR71 flew.", "Call (202) 555-1234.", "A third party met."]
)
def test_codes_that_are_names_are_no_money(text: str) -> None:
    assert find_figures(parse(text, RulePack())) == ()

"""Regular and irregular inflection undone; the table, the rules and the edits in their order."""

from pathlib import Path

import pytest

from accord.knowledge.forms import irregular_forms
from accord.language.inflections import undo_inflection
from accord.language.lemmas import Lemmas

PLURAL, PAST, GERUND, THIRD = "Number=Plur", "Mood=Ind|Tense=Past", "VerbForm=Ger", "Number=Sing|Person=3|Tense=Pres"
KNOWN = {"movie", "house", "box", "valve", "wolf", "plan", "visit", "hope", "fine", "hot", "provide", "bless", "agree"}


def undo(word: str, upos: str, feats: str) -> str | None:
    return undo_inflection(word, upos, feats, KNOWN.__contains__)


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("emergencies", "emergency"),
        ("movies", "movie"),
        ("houses", "house"),
        ("boxes", "box"),
        ("valves", "valve"),
        ("wolves", "wolf"),
        ("ministries", "ministry"),
        ("spokeswomen", "spokeswoman"),
        ("grandchildren", "grandchild"),
        ("gas", "gas"),
    ],
)
def test_plural_nouns(word: str, base: str) -> None:
    assert (undo(word, "NOUN", PLURAL) or word) == base


@pytest.mark.parametrize(
    ("word", "feats", "base"),
    [
        ("planned", PAST, "plan"),
        ("visited", PAST, "visit"),
        ("scraped", PAST, "scrape"),
        ("hoping", GERUND, "hope"),
        ("fined", PAST, "fine"),
        ("orchestrated", PAST, "orchestrate"),
        ("ritualising", GERUND, "ritualise"),
        ("struggled", PAST, "struggle"),
        ("complied", PAST, "comply"),
        ("pushes", THIRD, "push"),
        ("blesses", THIRD, "bless"),
        ("withdrew", PAST, "withdraw"),
        ("abolishing", GERUND, "abolish"),
        ("govern", "VerbForm=Inf", "govern"),
    ],
)
def test_verbs(word: str, feats: str, base: str) -> None:
    assert undo(word, "VERB", feats) == base


def test_degrees_and_names() -> None:
    assert undo("hottest", "ADJ", "Degree=Sup") == "hot"
    assert undo("happier", "ADJ", "Degree=Cmp") == "happy"
    assert undo("Emergencies", "PROPN", PLURAL) == "Emergency"
    assert undo("NATO", "PROPN", PLURAL) is None
    assert undo("red", "ADJ", "Degree=Pos") is None


def test_irregular_forms_are_read_with_their_part_of_speech() -> None:
    assert irregular_forms()["VERB", "fled"] == "flee"
    assert irregular_forms()["NOUN", "criteria"] == "criterion"


def test_table_first_then_rules_then_edits(tmp_path: Path) -> None:
    table = tmp_path / "lemmas.tsv"
    table.write_text("# source: a test\nbases\tNOUN\tbase\n", encoding="utf-8")
    lemmas = Lemmas(table, KNOWN.__contains__)
    assert lemmas.find("Bases", "NOUN", PLURAL, "L1") == "base"
    assert lemmas.find("factories", "NOUN", PLURAL, "L1") == "factory"
    assert lemmas.find("10,000", "NUM", "NumType=Card", "L0") == "10000"
    assert lemmas.find("1,5", "NUM", "NumType=Card", "L0") == "1,5"
    assert lemmas.find("better", "ADV", "", "L6well") == "well"  # the edit has the last word
    assert lemmas.find("Cyclone", "PROPN", "Number=Sing", "L0") == "Cyclone"
    assert lemmas.find("undated", "ADJ", "Degree=Pos", "L1") == "undated"

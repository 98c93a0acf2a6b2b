from collections.abc import Sequence

import pytest

from accord.find.times.grammar import keys_of
from accord.find.times.rules import Level, Node, rule
from accord.find.times.values import Day, Range, Value

YEAR = rule("D+Y", "YEAR", lambda m: Day(m.number("YEAR")))
SPAN = rule("D", "from? YEAR to|until YEAR", lambda m: Range(Day(m.number("YEAR")), Day(m.number("YEAR", 1))))
FUSSY = rule("D", "YEAR to YEAR to YEAR", lambda m: None)


def nodes(words: str) -> list[Node | None]:
    out: list[Node | None] = []
    at = 0
    for word in words.split():
        keys: dict[str, object] = {"YEAR": int(word)} if word.isdigit() else {word: word}
        out.append(None if word == "_" else Node(at, at + len(word), keys))
        at += len(word) + 1
    return out


def values(level: Level, words: str) -> list[Value]:
    read: Sequence[Node | None] = level.apply(nodes(words))
    return [node.keys["D"] for node in read if node and "D" in node.keys]  # type: ignore[misc]


def test_the_longest_match_wins_and_optional_slots_may_be_missing() -> None:
    level = Level([YEAR, SPAN], keys_of)
    assert values(level, "from 2016 to 2020") == [Range(Day(2016), Day(2020))]
    assert values(level, "2016 until 2020") == [Range(Day(2016), Day(2020))]
    assert values(level, "from 2016 _ 2020") == [Day(2016), Day(2020)]


def test_a_rule_that_refuses_leaves_the_place_to_the_next() -> None:
    level = Level([FUSSY, YEAR, SPAN], keys_of)
    assert values(level, "2016 to 2020 to 2024") == [Range(Day(2016), Day(2020)), Day(2024)]


def test_slots_that_only_look_are_not_part_of_the_phrase() -> None:
    level = Level([rule("D", "in < YEAR > to", lambda m: Day(m.number("YEAR")))], keys_of)
    read = [node for node in level.apply(nodes("in 2016 to")) if node]
    assert [(node.start, node.end) for node in read] == [(0, 2), (3, 7), (8, 10)]
    assert values(level, "in 2016 _") == []


def test_what_only_looks_must_be_there() -> None:
    with pytest.raises(AssertionError):
        rule("D", "in? < YEAR", lambda m: None)

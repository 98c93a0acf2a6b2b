"""The levels of the grammar in the order they are applied, and what a phrase can be taken for."""

from collections.abc import Sequence
from functools import cache

from accord.find.times.calendar_rules import DAYS, LONGER
from accord.find.times.joined_rules import SPANS
from accord.find.times.length_rules import CLOCKS, LENGTHS, ROUGH_LENGTHS
from accord.find.times.part_rules import MOMENTS, PARTS
from accord.find.times.period_rules import PERIODS
from accord.find.times.relative_rules import TELLING
from accord.find.times.rules import Level, Node, Rule
from accord.find.times.words import Typer

LEVELS: tuple[tuple[Rule, ...], ...] = (
    (*CLOCKS, *DAYS, *LENGTHS, *LONGER, *TELLING, *PERIODS),
    ROUGH_LENGTHS,
    PARTS,
    MOMENTS,
    SPANS,
)


def keys_of(category: str, value: object) -> dict[str, object]:
    """Spread a meaning over the categories of its rule: `D+DD` → both."""
    return dict.fromkeys(category.split("+"), value)


class Grammar:
    """Reads the words of a passage into phrases of time."""

    def __init__(self, levels: Sequence[Sequence[Rule]]) -> None:
        self.levels = [Level(rules, keys_of) for rules in levels]
        slots = (option for rules in levels for each in rules for options, _ in each.slots for option in options)
        self.typer = Typer(option for option in slots if not option.isupper() or not option.isalpha())

    def read(self, words: Sequence[str], starts: Sequence[int]) -> list[Node]:
        """Give the words and phrases that are left once every level has been applied, in order."""
        nodes = self.typer.type_words(words, starts)
        for level in self.levels:
            nodes = level.apply(nodes)
        return [node for node in nodes if node is not None]


@cache
def grammar() -> Grammar:
    """The grammar, built once."""
    return Grammar(LEVELS)

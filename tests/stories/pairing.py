"""Laying what was found beside what was expected: likeness of places, pairs, and the figures made of them."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from msgspec import Struct

from tests.stories.expected import Place

Asked = TypeVar("Asked")
Said = TypeVar("Said")


class Score(Struct, frozen=True):
    """One figure: `hits` of `said` items were among the `asked` ones; `said` is None where only a share is measured."""

    hits: int
    asked: int
    said: int | None = None

    @property
    def value(self) -> float:
        """F1 where both sides can err, the share of hits else; 0 where there is nothing yet to judge."""
        if self.said is None:
            return self.hits / self.asked if self.asked else 0.0
        whole = self.asked + self.said
        return 2 * self.hits / whole if whole else 0.0

    def __str__(self) -> str:
        counts = f"{self.hits}/{self.asked}" if self.said is None else f"{self.hits}/{self.asked}, said {self.said}"
        return f"{self.value:.3f}  ({counts})"


def likeness(one: Place | None, other: Place | None) -> float:
    """Shared characters over all characters of two places. 0-10 and 5-15 → 0.33; other reports → 0"""
    if one is None or other is None or one.report != other.report:
        return 0.0
    shared = sum(max(0, min(b, d) - max(a, c)) for a, b in one.ranges for c, d in other.ranges)
    return shared / (one.size + other.size - shared) if shared else 0.0


def best_likeness(ones: Iterable[Place | None], others: Sequence[Place | None]) -> float:
    """Likeness of the two places, one from each side, that are most alike."""
    return max((likeness(one, other) for one in ones for other in others), default=0.0)


def pair(
    asked: Sequence[Asked], said: Sequence[Said], alike: Callable[[Asked, Said], float], *, least: float = 0.0
) -> dict[int, int]:
    """Pair items one to one, the most alike first, none at or below `least`: {index in asked: index in said}."""
    ranked = sorted(
        (-score, i, j)
        for i, one in enumerate(asked)
        for j, other in enumerate(said)
        if (score := alike(one, other)) > least
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in ranked:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def found(pairs: dict[int, int], said: int, optional: Sequence[bool]) -> Score:
    """Count pairs; an optional item asks for nothing, and what is paired with it was neither right nor wrong."""
    spared = sum(optional[i] for i in pairs)
    return Score(len(pairs) - spared, len(optional) - sum(optional), said - spared)


def name_key(name: str) -> str:
    """Reduce a name to what is compared. "The Côte d’Ivoire" → "cote d ivoire" """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return re.sub(r"^(the|an?) ", "", re.sub(r"\W+", " ", plain).strip())


def same_date(wanted: Iterable[str | None], given: str | None) -> bool:
    """Say whether a date is one of those wanted, with or without a mark of doubt. 2031-05-14~ and 2031-05-14 → True"""
    bare = given.rstrip("~?%") if given else None
    return any((each.rstrip("~?%") if each else None) == bare for each in wanted)

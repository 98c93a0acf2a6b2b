"""Patterns over typed words and the cascade that applies them: level by level, left to right, the longest first."""

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from accord.find.times.values import VALUES, Clock, Length, Value

LONGEST_RULE = 14
"""Slots in a pattern at most, so that a level costs a constant at each word."""


class Node(Struct, frozen=True):
    """A word or a phrase by its code points, with the categories that it can stand for and their meanings."""

    start: int
    end: int
    keys: Mapping[str, object]


class Match(Struct, frozen=True):
    """Nodes that a rule's slots took, in order, each with the category it was taken for."""

    taken: tuple[tuple[str, Node], ...]

    def all(self, key: str) -> list[object]:
        """Meanings of the nodes taken for a category, in order."""
        return [node.keys[key] for name, node in self.taken if name == key]

    def number(self, key: str, at: int = 0) -> int:
        """Give one meaning that is a number; raises IndexError where the category was not taken."""
        value = self.all(key)[at]
        assert isinstance(value, int)
        return value

    def word(self, key: str, at: int = 0) -> str:
        """Give one meaning that is a word."""
        return str(self.all(key)[at])

    def has(self, key: str) -> bool:
        """Whether a category or a literal word was taken."""
        return any(name == key for name, _ in self.taken)

    def value(self, key: str, at: int = 0) -> Value:
        """Give one meaning that is itself a time."""
        value = self.all(key)[at]
        assert isinstance(value, VALUES)
        return value

    def clock(self) -> Clock:
        """Give the first clock time."""
        value = self.all("CLK")[0]
        assert isinstance(value, Clock)
        return value

    def pair(self, key: str, at: int = 0) -> tuple[int, int]:
        """Give one meaning that is an hour and a minute."""
        value = self.all(key)[at]
        assert isinstance(value, tuple)
        hour, minute = value
        return int(hour), int(minute)

    def length(self) -> Length:
        """Give the first length."""
        value = self.all("LEN")[0]
        assert isinstance(value, Length)
        return value


Build = Callable[[Match], "Value | int | None"]


class Rule(Struct, frozen=True):
    """A pattern, the category of what it makes, and the maker; None from the maker lets the next rule try."""

    slots: tuple[tuple[tuple[str, ...], bool], ...]
    category: str
    build: Build
    lead: int = 0  # slots at the front that only look: the phrase begins after them
    tail: int = 0  # slots at the back that only look: the phrase ends before them


def rule(category: str, pattern: str, build: Build) -> Rule:
    """Read a pattern: words are literal, CAPITALS are categories, `|` parts choices, `?` may be missing.

    Slots before `<` or after `>` must be there and are not part of the phrase.
    """
    lead, _, rest = pattern.rpartition("<")
    body, _, tail = rest.partition(">")
    slots = [_slot(piece) for part in (lead, body, tail) for piece in part.split()]
    assert len(slots) <= LONGEST_RULE, pattern
    assert not any(piece.endswith("?") for piece in (*lead.split(), *tail.split())), pattern
    return Rule(tuple(slots), category, build, len(lead.split()), len(tail.split()))


def _slot(piece: str) -> tuple[tuple[str, ...], bool]:
    optional = piece.endswith("?") and len(piece) > 1
    return tuple((piece[:-1] if optional else piece).split("|")), optional


class Level:
    """Rules applied together, by the categories that they can begin with."""

    def __init__(self, rules: Sequence[Rule], keys_of: Callable[[str, object], dict[str, object]]) -> None:
        self.keys_of = keys_of
        self.starts: dict[str, list[tuple[int, Rule]]] = {}
        self.alone = {key for each in rules for key in _lone_keys(each)}
        for order, each in enumerate(rules):
            for key in _first_keys(each):
                self.starts.setdefault(key, []).append((order, each))

    def apply(self, nodes: Sequence[Node | None]) -> list[Node | None]:
        """Replace what the rules match; None stands for a word that nothing knows, which no phrase crosses."""
        out: list[Node | None] = []
        at = 0
        while at < len(nodes):
            node = nodes[at]
            is_last = at + 1 == len(nodes) or nodes[at + 1] is None
            is_hopeless = node is None or (is_last and self.alone.isdisjoint(node.keys))
            found = None if is_hopeless else self._best(nodes, at)
            if found:
                out += found[0]
                at = found[1]
            else:
                out.append(node)
                at += 1
        return out

    def _best(self, nodes: Sequence[Node | None], at: int) -> tuple[list[Node | None], int] | None:
        node = nodes[at]
        assert node is not None
        tries: dict[int, tuple[int, Rule, list[tuple[str, int]]]] = {}
        for key in node.keys:
            for order, each in self.starts.get(key, ()):
                taken = None if order in tries else match(each.slots, nodes, at)
                if taken:
                    tries[order] = (-(taken[-1 - each.tail][1]), each, taken)
        for order in sorted(tries, key=lambda order: (tries[order][0], order)):
            built = self._make(nodes, at, *tries[order][1:])
            if built:
                return built
        return None

    def _make(
        self, nodes: Sequence[Node | None], at: int, each: Rule, taken: list[tuple[str, int]]
    ) -> tuple[list[Node | None], int] | None:
        pairs = tuple((key, node) for key, index in taken if (node := nodes[index]) is not None)
        value = each.build(Match(pairs))
        if value is None:
            return None
        first, last = taken[each.lead][1], taken[len(taken) - each.tail - 1][1]
        start, end = nodes[first], nodes[last]
        assert start is not None
        assert end is not None
        made = Node(start.start, end.end, self.keys_of(each.category, value))
        return [*nodes[at:first], made], last + 1


def _lone_keys(each: Rule) -> tuple[str, ...]:
    """Categories that a rule can take alone, with nothing after them."""
    needed = [options for options, optional in each.slots if not optional]
    return needed[0] if len(needed) == 1 else ()


def _first_keys(each: Rule) -> list[str]:
    keys: list[str] = []
    for options, optional in each.slots:
        keys += [key for key in options if key not in keys]
        if not optional:
            break
    return keys


def match(
    slots: tuple[tuple[tuple[str, ...], bool], ...], nodes: Sequence[Node | None], at: int, first: int = 0
) -> list[tuple[str, int]] | None:
    """Take the slots one after another from a place on, the optional ones where that leads to an end."""
    if first == len(slots):
        return []
    options, optional = slots[first]
    node = nodes[at] if at < len(nodes) else None
    if node is not None:
        for key in options:
            if key in node.keys:
                rest = match(slots, nodes, at + 1, first + 1)
                if rest is not None:
                    return [(key, at), *rest]
                break
    return match(slots, nodes, at, first + 1) if optional else None

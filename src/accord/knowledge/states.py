"""States and territories of the world: names, adjectives, capitals and the houses that stand for governments."""

from functools import cache

from msgspec import Struct

from accord.knowledge.tables import read_rows, split_list


class State(Struct, frozen=True):
    """A state or territory; `kind` is state, territory or former, `code` ISO 3166-1 alpha-2."""

    code: str
    code3: str
    kind: str
    name: str
    official: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    capitals: tuple[str, ...]
    seats: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of the state itself, the common one first."""
        return tuple(dict.fromkeys(name for name in (self.name, self.official, *self.aliases) if name))


@cache
def states() -> tuple[State, ...]:
    """Every state and territory, in the order of the table."""
    return tuple(
        State(code, code3, kind, name, official, *map(split_list, lists))
        for code, code3, kind, name, official, *lists in map(_filled, read_rows("states.tsv"))
    )


def _filled(row: tuple[str, ...]) -> tuple[str, ...]:
    return (*row, *[""] * (9 - len(row)))


@cache
def _index(column: str) -> dict[str, State]:
    """State by every form of one column; the first state of the table keeps a form that two share."""
    index: dict[str, State] = {}
    for state in states():
        for form in getattr(state, column):
            index.setdefault(form, state)
    return index


def plain_name(name: str) -> str:
    """Name without its leading article.

    >>> plain_name("the Philippines")
    'Philippines'
    """
    return name[4:] if name[:4] in ("the ", "The ") else name


def find_state(name: str) -> State | None:
    """State of a name or abbreviation, case kept, for "us" is no state.

    >>> [state.code if (state := find_state(name)) else None for name in ("Viet Nam", "the U.S.", "us", "Hanoi")]
    ['VN', 'US', None, None]
    """
    return _index("names").get(name) or _index("names").get(plain_name(name))


def state_of_adjective(word: str) -> State | None:
    """State of an adjective or a people.

    >>> state_of_adjective("Filipino").name
    'Philippines'
    """
    return _index("adjectives").get(word)


def state_of_capital(name: str) -> State | None:
    """State whose capital, or seat of government, a city is.

    >>> state_of_capital("The Hague").name
    'Netherlands'
    """
    return _index("capitals").get(name)


def state_of_seat(name: str) -> State | None:
    """State whose government a house or district stands for.

    >>> state_of_seat("the Kremlin").name
    'Russia'
    """
    return _index("seats").get(name) or _index("seats").get(plain_name(name))


def state_forms() -> tuple[str, ...]:
    """Every name of every state and territory."""
    return tuple(_index("names"))


def capital_forms() -> tuple[str, ...]:
    """Every capital."""
    return tuple(_index("capitals"))


def seat_forms() -> tuple[str, ...]:
    """Every house that stands for a government."""
    return tuple(_index("seats"))


def adjective_forms() -> tuple[str, ...]:
    """Every adjective and people of a state."""
    return tuple(_index("adjectives"))

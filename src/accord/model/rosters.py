from msgspec import Struct

from accord.model.findings import ActorType, Office


class ListedOffice(Struct, frozen=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """A post on a user's list: its title, what it is of, and the days it was held (EDTF), open where null."""

    title: str
    of: str | None = None
    from_: str | None = None
    to: str | None = None

    def is_held_on(self, day: str | None) -> bool:
        """Whether the post was held on a day (EDTF); on an unknown day only one without dates is."""
        if day is None:
            return self.from_ is None and self.to is None
        return _is_before(self.from_, day) and _is_before(day, self.to)


class ListedActor(Struct, frozen=True, forbid_unknown_fields=True):
    """An actor of a user's list, with every name it goes by and the posts it held."""

    name: str
    type: ActorType = "person"
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    offices: tuple[ListedOffice, ...] = ()

    def offices_on(self, day: str | None) -> tuple[Office, ...]:
        """Posts held on a day (EDTF)."""
        return tuple(Office(one.title, one.of) for one in self.offices if one.is_held_on(day))


Roster = tuple[ListedActor, ...]
"""A user's own list of actors."""


def _is_before(one: str | None, other: str | None) -> bool:
    """Whether a day is not after another, as far as both are told: "2024" is not after "2024-03-01"."""
    if one is None or other is None:
        return True
    size = min(len(one), len(other))
    return one[:size] <= other[:size]

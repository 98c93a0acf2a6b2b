"""International and national bodies that are known by name: organizations of states, courts, parliaments, parties."""

from functools import cache

from msgspec import Struct

from accord.knowledge.tables import read_rows, split_list


class Organization(Struct, frozen=True):
    """A body by its full name, with the abbreviations and short forms that news reports use."""

    name: str
    aliases: tuple[str, ...]
    kind: str


@cache
def organizations() -> tuple[Organization, ...]:
    """Every organization of the table, in its order."""
    return tuple(
        Organization(name, split_list(aliases), kind) for name, aliases, kind in read_rows("organizations.tsv")
    )


@cache
def _index() -> dict[str, Organization]:
    index: dict[str, Organization] = {}
    for organization in organizations():
        for form in (organization.name, *organization.aliases):
            index.setdefault(form, organization)
    return index


def find_organization(name: str) -> Organization | None:
    """Organization of a name, short form or abbreviation.

    >>> find_organization("ASEAN").name
    'Association of Southeast Asian Nations'
    """
    index = _index()
    return index.get(name) or (index.get(name[4:]) if name[:4] in ("the ", "The ") else None)


def organization_forms() -> tuple[str, ...]:
    """Every name and short form."""
    return tuple(_index())


@cache
def organization_nouns() -> dict[str, str]:
    """Nouns that a body's name is built on, in lower case, with its kind: {'ministry': 'ministry', …}."""
    return {row[0]: row[1] for row in read_rows("organization_nouns.tsv")}

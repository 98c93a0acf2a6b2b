"""International and national bodies that are known by name: organizations of states, courts, parliaments, parties."""

from functools import cache

from msgspec import Struct

from accord.knowledge.states import find_state, state_of_adjective
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


_SMALL = frozenset(("of", "the", "for", "and", "on", "in", "at", "'s", "’s", "&", "central", "committee"))


def body_words(name: str) -> frozenset[str]:
    """Words that a body's name is made of, whatever their order, adjectives of states turned to the state.

    >>> body_words("Ruritanian Ministry of Trade") == body_words("Trade Ministry")
    False
    >>> body_words("Norwegian Ministry of Trade") == body_words("Ministry of Trade of Norway")
    True
    """
    words = []
    for word in name.replace("'s", "").replace("’s", "").replace("-", " ").split():
        state = state_of_adjective(word) or find_state(word)
        words.append(state.name.lower() if state else word.lower().strip(".,()'’"))
    kept = frozenset(word for word in words if word and word not in _SMALL)
    return kept or frozenset(words)


@cache
def _by_words() -> dict[frozenset[str], Organization]:
    index: dict[frozenset[str], Organization] = {}
    for organization in organizations():
        for form in (organization.name, *organization.aliases):
            if len(words := body_words(form)) > 2:
                index.setdefault(words, organization)
    return index


def find_by_words(name: str) -> Organization | None:
    """Organization whose name has the same three words or more, in whatever order.

    >>> find_by_words("Communist Party of China Central Committee").name
    'Chinese Communist Party'
    """
    return _by_words().get(body_words(name))

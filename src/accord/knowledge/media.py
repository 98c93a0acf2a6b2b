"""News agencies, photo agencies, state media and outlets of the world: what they are called, what they are, whose."""

import re
from functools import cache, lru_cache
from typing import Literal, get_args

from msgspec import Struct

from accord.knowledge.tables import read_rows, read_words

MediumKind = Literal["agency", "state-agency", "photo-agency", "state-media", "outlet"]


class Medium(Struct, frozen=True):
    """One medium; `state` is an ISO 3166-1 alpha-2 code.

    A `state-agency` is a news agency that a state owns or steers; `state-media` are its other media, the publicly
    funded broadcasters for abroad (Voice of America, RFI) among them.
    """

    name: str
    kind: MediumKind
    state: str | None = None
    aliases: tuple[str, ...] = ()

    @property
    def is_state(self) -> bool:
        """Say whether a state owns or steers it."""
        return self.kind in ("state-agency", "state-media")

    @property
    def is_agency(self) -> bool:
        """Say whether others print its copy."""
        return self.kind in ("agency", "state-agency")


@cache
def load_media() -> tuple[Medium, ...]:
    """Return every medium of the table `data/media.tsv`, in its order."""
    return tuple(_read_row(*row) for row in read_rows("media.tsv"))


def _read_row(name: str, kind: str, state: str, aliases: str) -> Medium:
    known = next(one for one in get_args(MediumKind) if one == kind)
    others = tuple(alias for alias in aliases.split("|") if alias != "-")
    return Medium(name, known, None if state == "-" else state, others)


@cache
def _by_name() -> dict[str, Medium]:
    """Media by their names as written; a name proper goes before another's alias, `Hill` is not The Hill."""
    found: dict[str, Medium] = {medium.name: medium for medium in load_media()}
    for medium in load_media():
        for alias in medium.aliases:
            found.setdefault(alias, medium)
    for name, medium in list(found.items()):
        bare = name.removeprefix("The ")
        if bare not in read_words("common_word_media.txt"):
            found.setdefault(bare, medium)
    return found


@cache
def _by_folded_name() -> dict[str, Medium]:
    """Media by their longer names in lower case: short ones (AP, Time) mean a medium only as they are written."""
    folded: dict[str, Medium] = {}
    for name, medium in _by_name().items():
        if len(name) > 4 and name.removeprefix("The ") not in read_words("common_word_media.txt"):
            folded.setdefault(name.casefold(), medium)
    return folded


@lru_cache(maxsize=4096)
def find_medium(name: str) -> Medium | None:
    """Return the medium of a name, `The` and a closing `newspaper`, `website` or `news agency` left aside.

    A name that is also a plain word (Time, Mint, The Hill) counts only as the medium writes it.

    >>> find_medium("VNA").name, find_medium("the New York Times").name, find_medium("Getty Images").kind
    ('Vietnam News Agency', 'The New York Times', 'photo-agency')
    """
    plain = " ".join(name.replace("’", "'").split()).strip(" .,;:()[]")
    bare = re.sub(r"^[Tt]he ", "", plain)
    short = re.sub(r" (?:newspaper|website|(?:state )?news agency|news service|daily|Newspaper)$", "", bare)
    for form in (plain, bare, short):
        if form in _by_name():
            return _by_name()[form]
    for form in (plain, bare, short):
        if form.casefold() in _by_folded_name():
            return _by_folded_name()[form.casefold()]
    return None


@cache
def medium_names(*kinds: MediumKind) -> frozenset[str]:
    """Every name, as written, of media of these kinds (of all where none is given)."""
    return frozenset(name for name, medium in _by_name().items() if not kinds or medium.kind in kinds)

"""Datelines: the place, day and agency that a report begins with (`HANOI, Dec. 12 (Xinhua) -- `)."""

import re

from msgspec import Struct

from accord.knowledge.furniture import is_menu_word, starts_caption
from accord.knowledge.media import find_medium
from accord.knowledge.places import find_place
from accord.knowledge.states import state_of_capital

_NAME = r"[A-Z][^\W\d_]*(?:[.'’-][^\W\d_]+)*\.?"
_PLACE = rf"{_NAME}(?:[ /]{_NAME}){{0,3}}(?:, {_NAME}(?: {_NAME}){{0,2}})?"
_DAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?"
_STATE = r"(?: \([A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)?\)(?= ?\())?"  # `Nairobi (Kenya) (AFP) – `
_AGENCY = r"(?: ?(?P<agency>\([^()]{2,40}\)|/[^/]{2,30}/\.?))?"
_START = re.compile(
    rf"(?P<place>{_PLACE}){_STATE}(?:[,.] (?P<day>{_DAY})\.?)?{_AGENCY}"
    r"(?P<dash>:? ?(?:--|[-—–―])[ \xa0]+|(?<=/)\. ?|(?<=/\.) ?)"
)
_CAPITAL = re.compile(rf"(?P<place>{_NAME}(?: {_NAME}){{0,2}}?)\.\s(?=[A-Z“\"])")
_END = re.compile(rf"(?P<place>{_NAME}(?: {_NAME}){{0,4}})[ \xa0]*[—–―-]{{1,2}}$")
_JOINT = re.compile(r"(?<=[a-z]{3})(?=[A-Z])[^ ]*$")
LONGEST = 100
"""Characters within which a dateline ends."""


class Dateline(Struct, frozen=True):
    """A dateline: where it ends in its line, its place, and the medium it names."""

    start: int
    end: int
    place: str | None
    medium: str | None = None


def opening_dateline(text: str) -> Dateline | None:
    """Return the dateline that a paragraph begins with.

    >>> opening_dateline("HANOI, Vietnam (AP) — Chinese leader")
    Dateline(start=0, end=22, place='Hanoi', medium='Associated Press')
    >>> opening_dateline("Xi, the leader - and others - spoke") is None
    True
    """
    match = _START.match(text[:LONGEST])
    if not match:
        match = _CAPITAL.match(text[:LONGEST])
        return Dateline(0, match.end(), match["place"]) if match and is_town(match["place"]) else None
    if match.end() >= len(text):
        return None
    inside = (match["agency"] or "").strip("()/. ")
    medium = find_medium(inside) if inside else None
    place = match["place"]
    is_capital = place.split(",")[0].isupper() and len(place) > 2 and not _is_label(place)
    if not (medium or match["day"] or is_capital or (inside and is_capital)):
        return None
    return Dateline(0, match.end(), name_place(place), medium.name if medium else None)


def _is_label(place: str) -> bool:
    """`FILE - The president`, `WATCH - Leaders arrive`, `PHOTOS: …`: capitals that name no place."""
    words = place.lower().split()
    return all(is_menu_word(word) or starts_caption(word) for word in words)


def closing_dateline(text: str) -> Dateline | None:
    """Return the dateline that stands at the end of a line, before the paragraph that it opens.

    >>> closing_dateline("How it shapes the world.Hong KongCNN — ".strip())
    Dateline(start=24, end=38, place='Hong Kong', medium='CNN')
    """
    tail = text[-60:]
    offset = len(text) - len(tail)
    match = _END.search(tail)
    if not match:
        return None
    place, medium = _part_medium(match["place"])
    return Dateline(offset + match.start(), len(text), name_place(place) if place else None, medium)


def _part_medium(run: str) -> tuple[str, str | None]:
    """`Hong KongCNN` → Hong Kong, CNN; `AlmatyMeridian` → Almaty, Meridian; `Tokyo` → Tokyo, none."""
    for at in range(len(run) - 2, -1, -1):
        medium = find_medium(run[at:]) if run[at].isupper() and (at == 0 or not run[at - 1].isupper()) else None
        if medium and run[at:].strip() in (medium.name, *medium.aliases, medium.name.removeprefix("The ")):
            return run[:at].strip(), medium.name
    if joint := _JOINT.search(run):
        return run[: joint.start()], run[joint.start() :]
    return run, None


def is_town(name: str) -> bool:
    """Say whether a name is that of a capital or another place that datelines begin with.

    >>> is_town("Kampala"), is_town("KAMPALA"), is_town("However")
    (True, True, False)
    """
    plain = name.title() if name.isupper() else name
    return state_of_capital(plain) is not None or find_place(plain) is not None


def name_place(place: str) -> str:
    """Write a dateline's place as a name, its region left out: `HANOI, Vietnam` → `Hanoi`."""
    town = place.split(",")[0].strip()
    return town.title().replace("’S", "’s").replace("'S", "'s") if town.isupper() and len(town) > 3 else town

"""Picture credits at the end of a line: `Name/AFP/Getty Images`, `(Photo: Kabar)`, `Photograph: Name/AP`."""

import re

from accord.knowledge.media import find_medium

_IN_BRACKETS = re.compile(r"[(\[](?P<inside>[^()\[\]]{2,100})[)\]]\s*\.?$")
_CREDIT_WORD = re.compile(
    r"(?i)\b(?:photos?|photograph|photographer|image|images|picture|credit|courtesy|handout|pool|file|via|illustration|screengrab)\b"
)
_LED = re.compile(
    r"(?i)(?:^|[.!?”\"’)\s|])(?P<credit>(?:photos?|photograph|image|images|picture|photo credit|image credit|credit|"
    r"courtesy|©)(?: (?:by|of|source|credit|courtesy))?\s?[:/©|](?:[^.]|(?<=\b[A-Z])\.){2,90}|©\s?[^.]{2,90})\.?$"
)
_DOUBLED = re.compile(r"\s*==\s?\w{2,20}$")  # `(Kyodo) ==Kyodo`
_AFTER_DASH = re.compile(r"[.!?”\"]\s?[—–-]\s?(?P<credit>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){1,3})$")  # `. —ANA RUIZ`
_CLOCK = re.compile(r"\d:\d\d")  # `Herald.net / 04:32 AM June 18` is a date line
_JOIN = re.compile(r"\s?[/|]\s?|, | - | – | — | via ")
LONGEST = 100
"""Characters at the end of a line among which a credit is looked for."""


def find_credit(text: str) -> int | None:
    """Return the offset at which the picture credit closing a line begins, None where there is none.

    >>> line = "Leaders shake hands on May 13, 2031.Rustam Alimov/AFP/Getty Images"
    >>> line[find_credit(line):]
    'Rustam Alimov/AFP/Getty Images'
    >>> find_credit("The deal was first reported by Reuters.") is None
    True
    """
    text = _DOUBLED.sub("", text)
    offset = max(0, len(text) - LONGEST)
    tail = text[offset:]
    if match := _AFTER_DASH.search(tail):
        return offset + match.start("credit")
    match = _IN_BRACKETS.search(tail)
    if match and is_credit(match["inside"], bracketed=True):
        return offset + match.start()
    match = _LED.search(tail)
    if match and len(match["credit"].split()) <= 12:
        return offset + match.start("credit")
    for start in _last_starts(tail):
        if (start or not offset) and is_credit(tail[start:]):
            return offset + start
    return None


def _last_starts(tail: str) -> list[int]:
    """Places after the last end marks, where a closing credit can begin, the last first."""
    places = [match.end() for match in re.finditer(r"[.!?”\")\]]\s*(?:[|–—-]\s+)?(?=[A-Z@©])", tail[:-2])]
    return [*reversed(places), 0][:3]


def is_credit(text: str, *, bracketed: bool = False) -> bool:
    """Whether all of a text credits a picture: `Name/AFP`, `AP Photo/Name`, in brackets also `Xinhua`."""
    plain = text.strip(" .")
    words = plain.split()
    if not 0 < len(words) <= 10 or _CLOCK.search(plain):
        return False
    parts = [part.strip() for part in _JOIN.split(plain) if part.strip()]
    media = sum(1 for part in parts if find_medium(part))
    if bracketed and (media or _CREDIT_WORD.match(plain)):
        return True
    joined = "/" in plain or "|" in plain or " via " in plain
    return joined and media > 0 and all(len(part.split()) <= 4 for part in parts)

"""Names in bylines and credits: who wrote a report, who helped."""

import re

from accord.knowledge.media import find_medium
from accord.knowledge.tables import read_words

_LINK = r"(?:de|da|di|del|della|der|den|van|von|bin|bint|ibn|al|el|la|le|du|dos|ter|ten|zu|abu|y|e)(?=[ -])"
_PART = rf"(?:[A-Z][^\W\d_]*(?:[-'’][^\W\d_]+)*\.?|{_LINK})"
NAME = rf"{_PART}(?:[ -]{_PART}){{0,5}}"
_NAME = re.compile(NAME)
_LED = re.compile(r"(?i)^(?:(?:text|words|story|report|written|reported|posted|analysis|opinion|exclusive)\s)?by:?\s+")
_SPLIT = re.compile(r"\s*(?:,|;|\||&|/|\band\b|\bwith\b|\bet\b)\s*")
_PLACE = re.compile(r"\s+(?:in|at|for|from)\s+(?:the\s+)?[A-Z].*$")
_ADDRESS = re.compile(r"\S+@\S+|@\w+|https?://\S+")
LONGEST = 160
"""Characters that a byline has at the most."""


def byline_names(text: str, *, led: bool = False) -> tuple[str, ...]:
    """Return the people of a byline; with `led`, only where it says `By`.

    >>> byline_names("By Lena Ortiz in Nairobi and Tom Abebe")
    ('Lena Ortiz', 'Tom Abebe')
    >>> byline_names("Lena Ortiz"), byline_names("Talks resume"), byline_names("By Staff Reporter")
    (('Lena Ortiz',), (), ())
    """
    if len(text) > LONGEST:
        return ()
    said = _LED.match(text)
    if led and not said:
        return ()
    rest = _ADDRESS.sub(" ", text[said.end() :] if said else text).strip(" .,|-–—•·")
    parts = [part for part in _SPLIT.split(rest) if part.strip()]
    names = [name for part in parts if (name := _person(_PLACE.sub("", part.strip(" .()"))))]
    if not said and (not names or len(names) < len([part for part in parts if not _is_post(part)])):
        return ()
    return tuple(dict.fromkeys(names))


def _is_post(part: str) -> bool:
    words = re.findall(r"[^\W_]+", part.lower())
    return bool(find_medium(part)) or any(word in read_words("byline_posts.txt") for word in words)


def _person(part: str) -> str | None:
    """The part as a person's name, written as names are: `HUIZHONG WU` → Huizhong Wu."""
    match = _NAME.fullmatch(part)
    words = part.split()
    if not match or not 2 <= len(words) <= 6 or _is_post(part):
        return None
    if sum(1 for word in words if word[0].isupper()) < 2:
        return None
    return " ".join(word.title() if word.isupper() and len(word) > 2 else word for word in words)


_HELPED = re.compile(
    rf"(?P<names>{NAME}(?:(?:,? and |, |; | & ){NAME})*)[^.]{{0,80}}?\s(?:has |have |also )?contributed\b"
)
_OWNED = re.compile(r"^.{0,60}?[’']s?\s+(?=[A-Z])")
_CREDITED = re.compile(
    r"(?i)\b(?:reporting|editing|edited|writing|written|translated|compiled|produced|research|graphics)"
    r"(?: and (?:editing|writing|reporting))?"
    r"(?: (?:was )?(?:contributed )?)?by:?\s+(?P<names>[^;.|()]{3,200})"
)
_EDITOR = re.compile(r"(?i)\b(?:web )?editors?:\s*(?P<names>[^;.|()]{2,120})")


def credit_names(text: str) -> tuple[str, ...]:
    """Return the people whom a closing credit names.

    >>> credit_names("The Herald’s Ana Ruiz and Bo Lind contributed to this report.")
    ('Ana Ruiz', 'Bo Lind')
    >>> credit_names("Reporting by Ana Ruiz in Lima; Editing by Bo Lind")
    ('Ana Ruiz', 'Bo Lind')
    """
    found: list[str] = []
    for pattern in (_CREDITED, _EDITOR):
        for match in pattern.finditer(text[:1000]):
            found += byline_names("By " + _PLACE_ALL.sub("", match["names"]))
    for sentence in re.split(r"(?<=[a-z]{2})\.\s", text[:1000]):
        found += _helpers(sentence)
    return tuple(dict.fromkeys(found))


_PLACE_ALL = re.compile(r"\s+in\s+[A-Z][^\W\d_]*(?: [A-Z][^\W\d_]*)?")


def _helpers(sentence: str) -> list[str]:
    at = re.search(r"\s(?:has |have |also )?contributed\b", sentence)
    if not at:
        return []
    before = _OWNED.sub("", sentence[: at.start()])
    before = _PLACE_ALL.sub("", before)
    names = []
    posts = read_words("byline_posts.txt")
    for part in _SPLIT.split(before):
        words = part.split()
        while words and (words[0].lower() in posts or not words[0][0].isupper() or find_medium(words[0])):
            words.pop(0)
        name = _person(" ".join(words))
        if name:
            names.append(name)
    return names

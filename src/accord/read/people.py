"""Names in bylines and credits: who wrote a report, who helped."""

import re

from accord.knowledge.furniture import is_menu_word
from accord.knowledge.media import find_medium
from accord.knowledge.tables import read_words

_LINK = r"(?:de|da|di|del|della|der|den|van|von|bin|bint|ibn|al|el|la|le|du|dos|ter|ten|zu|abu|y|e)(?=[ -])"
_PART = rf"(?:[A-Z][^\W\d_]*(?:[-'’][^\W\d_]+)*\.?|{_LINK})"
NAME = rf"{_PART}(?:[ -]{_PART}){{0,5}}"
_NAME = re.compile(NAME)
_LED = re.compile(r"(?i)^(?:(?:text|words|story|report|written|reported|posted|analysis|opinion|exclusive)\s)?by:?\s+")
_SPLIT = re.compile(r"\s*(?:,|;|\||·|•|&|/|\s[-–—]\s|\band\b|\bwith\b|\bet\b)\s*")
_PLACE = re.compile(r"\s+(?:in|at|for|from)\s+(?:the\s+)?[A-Z].*$")
_ADDRESS = re.compile(r"\S+@\S+|@\w+|https?://\S+")
_IN_BRACKETS = re.compile(r"\s?\((?:[^()]|\([^()]{0,60}\)){0,80}\)")
_INITIALS = re.compile(r"^[a-z]{2,4}(?:[/,] ?[a-z]{2,4}){0,3}(?= |$)")
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
    rest = _IN_BRACKETS.sub("", _ADDRESS.sub(" ", text[said.end() :] if said else text)).strip(" .,|-–—•·")
    parts = [part for part in _SPLIT.split(rest) if part.strip()]
    names = [name for part in parts if (name := _person(_PLACE.sub("", part.strip(" .()"))))]
    if not said and (len(names) < sum(not _is_post(part) for part in parts) or not all(map(_is_plausible, names))):
        return ()
    return tuple(dict.fromkeys(names))


def _is_plausible(name: str) -> bool:
    """Whether none of a name's words stands alone in menus: `Read Later`, `Home About Contact` are no people."""
    return not any(is_menu_word(word) for word in name.lower().split())


def _is_post(part: str) -> bool:
    words = re.findall(r"[^\W_]+", part.lower())
    return bool(find_medium(part)) or any(word in read_words("byline_posts.txt") for word in words)


def _person(part: str) -> str | None:
    """The part as a person's name, written as names are: `MARIA LINDQVIST` → Maria Lindqvist."""
    match = _NAME.fullmatch(part)
    words = part.split()
    if not match or not 2 <= len(words) <= 6 or _is_post(part):
        return None
    if sum(1 for word in words if word[0].isupper()) < 2:
        return None
    return " ".join(word.title() if word.isupper() and len(word) > 2 else word for word in words)


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
    names = [_person(_drop_post(part)) for part in _SPLIT.split(before)]
    return [name for name in names if name]


def _drop_post(part: str) -> str:
    """`Associated Press writer Samir Osman` → Samir Osman; `Reuters’ Ana Ruiz` → Ana Ruiz."""
    posts = read_words("byline_posts.txt")
    words = part.split()
    last_post = max((i for i, word in enumerate(words) if word.lower() in posts), default=-1)
    words = words[last_post + 1 :]
    for size in (3, 2, 1):
        if len(words) > size and find_medium(" ".join(words[:size])):
            words = words[size:]
    while words and not words[0][0].isupper():
        words.pop(0)
    return " ".join(words)


def is_agency_line(text: str) -> bool:
    """Whether a line only names the agencies or desks that a report rests on.

    >>> is_agency_line("mk/rt (AFP, dpa, Reuters)"), is_agency_line("With agencies"), is_agency_line("(Xinhua)")
    (True, True, False)
    """
    if len(text) > LONGEST:
        return False
    initials = _INITIALS.match(text)
    rest = re.sub(r"^(?i:\(?(?:with|from|by)(?: (?:inputs?|reports|files|information) from)?)\b", "", text)
    rest = (rest[initials.end() :] if initials else rest).strip(" ().")
    parts = [part for part in _SPLIT.split(rest) if part.strip()]
    if len(parts) < 2 and not initials and rest == text.strip(" ()."):
        return False
    return bool(parts) and all(map(_is_desk, parts))


def _is_desk(part: str) -> bool:
    """`AFP`, `News Agencies`, `Al Jazeera Staff`."""
    posts = read_words("byline_posts.txt")
    words = part.split()
    while words and words[-1].lower() in posts:
        words.pop()
    return not words or find_medium(" ".join(words)) is not None


def is_post_line(text: str) -> bool:
    """Whether a line only says what somebody's post is, as under a byline.

    >>> is_post_line("Diplomatic correspondent, BBC News"), is_post_line("Reporting from Port Louis")
    (True, True)
    """
    if re.fullmatch(r"(?:[Rr]eporting|[Rr]eports) (?:from|in) [A-Z][\w .,'’-]{1,40}", text):
        return True
    posts = read_words("byline_posts.txt")
    parts = [part for part in _SPLIT.split(re.sub(r",? (?:in|at|for) [A-Z].*$", "", text)) if part.strip()]
    known = [find_medium(part) or all(word in posts for word in part.lower().split()) for part in parts]
    if parts and all(known) and any(word in posts for word in text.lower().split()):
        return True
    words = text.split()
    return 2 <= len(words) <= 4 and words[-1].lower() in posts and all(word[0].isupper() for word in words)


def is_titled_name(text: str) -> bool:
    """Whether a line is a name and what its bearer is, as under a quotation.

    >>> is_titled_name("Lena Ortiz, Minister for European Affairs"), is_titled_name("In Lima, talks go on")
    (True, False)
    """
    name, comma, rest = text.partition(", ")
    return bool(comma and rest[:1].isupper() and _person(name) and _is_plausible(name) and len(rest.split()) <= 12)

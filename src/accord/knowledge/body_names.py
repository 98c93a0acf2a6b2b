"""Which names of bodies are one body's: initials, initials with stops, a name without its last word."""

import re
from functools import lru_cache

from accord.knowledge.media import find_medium
from accord.knowledge.organizations import body_words, find_organization, organization_nouns
from accord.knowledge.tables import read_words

_DOTTED = re.compile(r"(?:[^\W\d_]\.){2,8}[^\W\d_]?")
_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset(("of", "the", "for", "and", "on", "in", "at", "to", "a", "an", "de", "s"))

LEAST_INITIALS = 3
"""Letters from which initials tell one body from others; "PM", "AG" and "DA" stand for many things."""


def without_stops(name: str) -> str:
    """Initials without their stops; any other name as it is.

    >>> without_stops("F.H.A."), without_stops("St. Olav Inc.")
    ('FHA', 'St. Olav Inc.')
    """
    return name.replace(".", "") if _DOTTED.fullmatch(name) else name


@lru_cache(maxsize=4096)
def initials_of(name: str) -> frozenset[str]:
    """Initials that a body's name may be known by, with and without its small words; none for fewer than three.

    >>> sorted(initials_of("Union of Harbour Workers"))
    ['UHW', 'UOHW']
    """
    words = _WORD.findall(name)
    if len(words) < LEAST_INITIALS or not words[0][:1].isupper():
        return frozenset()
    full = [word for word in words if word.lower() not in _SMALL]
    found = {"".join(word[0].upper() for word in each) for each in (words, full)}
    return frozenset(each for each in found if len(each) >= LEAST_INITIALS)


def is_initials(name: str) -> bool:
    """Say whether a name is written as initials: "NHK", "F.H.A."."""
    plain = without_stops(name)
    return LEAST_INITIALS <= len(plain) <= 8 and plain.isalpha() and plain.isupper()


def is_same_body(one: str, other: str) -> bool:
    """Say whether two names are surely one body's, whoever writes them.

    >>> is_same_body("F.H.A.", "FHA"), is_same_body("FHA", "Free Harbour Alliance")
    (True, True)
    >>> is_same_body("Open Shores", "Open Shores PAC"), is_same_body("Open Shores", "Open Shores Bank")
    (True, False)
    >>> is_same_body("Orchard Inc.", "Orchard"), is_same_body("Orchard Bank", "Orchard")
    (True, False)
    """
    if (medium := find_medium(one)) or find_medium(other):
        return medium is not None and find_medium(other) is medium
    if (known := find_organization(one)) and (also := find_organization(other)):
        return known is also
    return (
        without_stops(one) == without_stops(other)
        or (is_initials(one) and without_stops(one) in initials_of(other))
        or (is_initials(other) and without_stops(other) in initials_of(one))
        or _is_bare(one, other)
        or _is_bare(other, one)
        or (len(words := body_words(one)) > LEAST_INITIALS and words == body_words(other))
    )


def _is_bare(short: str, full: str) -> bool:
    """Whether a name is another without its legal form, or, of two words or more, without one word beside it.

    None of the shorter one's words says what a body is: "National Bank" is not "Ruritanian National Bank".
    """
    words, others = short.lower().split(), full.lower().split()
    more = len(others) - len(words)
    if not words or not 0 < more < 3 or organization_nouns().keys() & set(words):
        return False
    left = others[len(words) :] if others[: len(words)] == words else others[:more] if others[more:] == words else []
    is_name = len(words) > 1 and more == 1 and not organization_nouns().keys() & set(left)
    return bool(left) and (is_name or read_words("legal_forms.txt").issuperset(left))

"""What an element's name and attributes say of the text in it: `<div class="related-posts">` → related."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from accord.knowledge.tables import read_rows
from accord.model.reports import Role

_ATTRIBUTE = re.compile(
    r' (class|id|role|itemprop|hidden|style|aria-hidden|rel|data-[a-z-]*(?:component|type|testid|module))="([^"]*)"'
)
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD = re.compile(r"[a-z]+")
_HIDING = re.compile(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden")
LONGEST = 400
"""Characters of a class or id that are looked at: longer ones are generated and say nothing."""


class Clue(NamedTuple):
    """A role that markup speaks for; a weak one gives way to running text."""

    role: Role | None
    weak: bool = False


SILENT = Clue(None)
_BY_NAME: dict[str, Clue] = {
    "nav": Clue("navigation"),
    "menu": Clue("navigation"),
    "footer": Clue("boilerplate"),
    "aside": Clue("related"),
    "form": Clue("promo", weak=True),
    "button": Clue("promo"),
    "select": Clue("navigation"),
    "option": Clue("navigation"),
    "label": Clue("promo"),
    "textarea": Clue("promo"),
    "dialog": Clue("promo"),
    "figcaption": Clue("caption"),
    "html": SILENT,
    "body": SILENT,
}


@lru_cache(maxsize=20_000)
def read_clue(name: str, attributes: str) -> Clue:
    """Return the role that an element's own markup speaks for.

    >>> read_clue("div", ' class="relatedPosts"').role, read_clue("div", ' id="page"').role, read_clue("nav", "").role
    ('related', None, 'navigation')
    """
    found = _BY_NAME.get(name, SILENT)
    if not attributes or name in ("html", "body"):
        return found
    for key, value in _ATTRIBUTE.findall(attributes):
        if key == "hidden" or (key == "aria-hidden" and value == "true") or (key == "style" and _HIDING.search(value)):
            return Clue("boilerplate")
        if key == "itemprop" and value == "articleBody":
            return Clue("body")
        if key not in ("hidden", "aria-hidden", "style") and (found.role is None or found.weak):
            other = read_words(value[:LONGEST])
            found = other if other.role and not (found.role and other.weak) else found
    return found


@lru_cache(maxsize=20_000)
def read_words(value: str) -> Clue:
    """Return what the words of a class or id speak for: two neighbours before one alone, strong before weak."""
    words = _WORD.findall(_CAPITAL.sub("-", value).lower())
    weak = SILENT
    skip = -1
    for index, word in enumerate(words):
        pair = _look_up(word + words[index + 1]) if index + 1 < len(words) else None
        if pair is not None:
            skip = index + 1
        clue = pair if pair is not None else (_look_up(word) if index != skip else None)
        if clue is None or clue.role is None:
            continue
        if not clue.weak:
            return clue
        weak = weak if weak.role else clue
    return weak


@lru_cache(maxsize=20_000)
def _look_up(word: str) -> Clue | None:
    exact, parts = _tables()
    if word in exact:
        return exact[word]
    if not word.startswith(_beginnings()):
        return None
    return next((clue for part, clue in parts if word.startswith(part)), None)


@cache
def _beginnings() -> tuple[str, ...]:
    return tuple(part for part, _ in _tables()[1])


@cache
def _tables() -> tuple[dict[str, Clue], tuple[tuple[str, Clue], ...]]:
    exact: dict[str, Clue] = {}
    parts: list[tuple[str, Clue]] = []
    for role, how, word, *_ in read_rows("html_clues.tsv"):
        known = None if role == "-" else role.rstrip("?")
        clue = Clue(known, role.endswith("?"))  # type: ignore[arg-type]
        if how == "is":
            exact[word] = clue
        else:
            parts.append((word, clue))
    return exact, tuple(parts)

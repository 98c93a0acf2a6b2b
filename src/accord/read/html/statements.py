"""Who is named as a page's author, how and where; what the page's head says of it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from accord.read.html.jsonld import read_people, type_names
from accord.read.html.names import LONGEST, bare_text, clean_names, is_person, strip_lead
from accord.read.html.said import Said, meta_names

_WRITTEN = frozenset(
    [
        "verfasst von",
        "written by",
        "geschrieben von",
        "escrito por",
        "écrit par",
        "scritto da",
        "autor",
        "author",
    ]
)


_SLASHED = re.compile(r"^\w[\w-]{1,30}\.[a-z]{2,3}\s?/\s?\w{2,4}$")  # herald.example/as


class Statement(NamedTuple):
    """Names that one place of a page gives for its authors: how, in which block (-1: its head).

    `place` is what the head calls the place, `mark` the attributes that mark an element as an author's.
    """

    kinds: tuple[str, ...]
    names: tuple[str, ...]
    block: int = -1
    place: str = ""
    mark: str = ""


def state(kinds: tuple[str, ...], text: str, block: int = -1, place: str = "", mark: str = "") -> Iterator[Statement]:
    """Yield the names of a text; where none of several is a person's, its whole too: `Staff and news services`."""
    names = clean_names(text)
    if (len(names) > 1 or _SLASHED.search(text)) and not any(map(is_person, names)):
        whole = strip_lead(bare_text(text))
        if len(whole) < LONGEST:
            yield Statement((*kinds, "whole"), (whole,), block, place, mark)
            kinds = (*kinds, "piece")
    if names:
        yield Statement(kinds, names, block, place, mark)


def read_head(said: Said) -> Iterator[Statement]:
    """Yield what the head of a page says of its authors, the most trusted place first."""
    for key in ("author", "creator"):
        yield from _read_json(said.article.get(key), "ld" if key == "author" else "ld-creator")
    for name in meta_names("author"):
        if name in said.meta:
            kind = "meta:author" if name == "author" else "meta:other"
            yield from state(("meta", kind), ", ".join(dict.fromkeys(said.meta[name])), place=name)
    for number in ("1", "2"):
        label = said.meta.get(f"twitter:label{number}", [""])[0].casefold().strip(" :")
        if label in _WRITTEN:
            data = f"twitter:data{number}"
            yield from state(("meta", "twitter"), ", ".join(said.meta.get(data, [])), place=data)


def _read_json(value: object, kind: str) -> Iterator[Statement]:
    """Yield the names of a value of JSON-LD together, then those that it calls people or organizations."""
    listed = value if isinstance(value, list) else [value]
    yield from state((kind,), ", ".join(read_people(listed)), place="JSON-LD")
    for wanted in ("Person", "Organization"):
        typed = [one for one in listed if isinstance(one, dict) and wanted in type_names(one)]
        if names := clean_names(", ".join(read_people(typed))):
            yield Statement((f"{kind}:{wanted}",), names, place="JSON-LD")

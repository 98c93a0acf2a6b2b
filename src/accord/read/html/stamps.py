"""Dates that a page gives machines outside its head: microdata, `<time>`, elements classed as dates, its scripts."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from accord.read.html.days import read_stamp
from accord.read.html.said import Said, Told, pairs_of
from accord.read.html.story import Story
from accord.read.html.tree import Element

NEAR = 15
"""Blocks before the story within which a `<time>` is that of the story."""
AT = 8
"""Blocks after the beginning of a story in which other elements with a date are that of the story."""
LARGEST = 500_000
"""Characters of a script that are looked at."""
_UPDATED = re.compile(
    r"(?i)updated|modified|aktualisiert|geändert|actualizad|mis à jour|aggiornat|atualizad|bijgewerkt"
)
_CARRYING = re.compile(
    r' (?:title|datetime|data-[\w-]*(?:date|time|publi|created|epoch)[\w-]*)="'
    r'((?:19|20)\d\d-\d\d-\d\d[^"]{0,40}|1\d{9}|1\d{12})"'
)
_DATED = re.compile(r"(?i)date|time|publi|created|updated|epoch")
_KEY = re.compile(
    r"""["'\s{,](?:date_?published|publish(?:ed)?_?(?:at|date|time|on)|first_?published(?:_?(?:at|date))?|pub_?date|"""
    r"""publication_?date)\\?["']?\s?:\s?\\?["']((?:19|20)\d\d-\d\d-\d\d[^"'\\]{0,30})""",
    re.IGNORECASE,
)


def is_updated(text: str) -> bool:
    """Whether a line or the attributes of an element speak of a change, and of nothing else.

    >>> is_updated(' class="entry-date updated"'), is_updated(' class="entry-date published updated"')
    (True, False)
    """
    return _UPDATED.search(text) is not None and "published" not in text


def find_marked(said: Said, story: Story) -> Iterator[Told]:
    """Yield the dates of microdata, then of `<time>` and other elements in the story, then of another `<time>`."""
    for _, value in said.marked.get("datePublished", []):
        if day := read_stamp(value):
            yield Told("microdata", day)
    later: list[Told] = []
    carried: list[Told] = []
    for element in story.tree.elements:
        if element.name != "time":
            carried += _carried(story, element)
        elif not is_updated(element.attributes) and (
            day := read_stamp(pairs_of(element.attributes).get("datetime", ""))
        ):
            if story.first - NEAR <= element.first <= story.last:
                yield Told("<time>", day)
            else:
                later.append(Told("<time>", day))
    yield from carried
    yield from later[:1]


def _carried(story: Story, element: Element) -> Iterator[Told]:
    """The date in an attribute of an element at the headline that is no `<time>`: `<abbr class=published title=…>`."""
    near = story.first - NEAR <= element.first <= story.first + AT
    if not near or not element.attributes or not _DATED.search(element.attributes):
        return
    if match := _CARRYING.search(element.attributes):
        value = match[1]
        day = _read_seconds(value) if value.isdigit() else read_stamp(value)
        if day:
            yield Told("element", day)


def _read_seconds(value: str) -> str:
    """Seconds, or thousandths of them, since 1970 → a time in UTC."""
    return datetime.fromtimestamp(int(value[:10]), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def find_scripted(scripts: tuple[tuple[str, str], ...]) -> str | None:
    """Return the first date that a script of the page, not one of JSON-LD, gives as that of publication."""
    for tag, content in scripts:
        if "ld+json" in tag.lower():
            continue
        match = _KEY.search(content[:LARGEST])
        if match and (day := read_stamp(match[1])):
            return day
    return None

"""Dates that a page gives machines outside its head: microdata, `<time>`, elements classed as dates, its scripts."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache

from accord.knowledge.tables import read_rows
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


@cache
def _words_of(matter: str) -> re.Pattern[str]:
    words = (word for kind, word in read_rows("html_stamps.tsv") if kind == matter)
    return re.compile("|".join(map(re.escape, words)), re.IGNORECASE)


def is_updated(text: str) -> bool:
    """Whether a line or the attributes of an element speak of a change, and not of a publication.

    >>> is_updated(' class="entry-date updated"'), is_updated(' class="entry-date published updated"')
    (True, False)
    """
    return _words_of("change").search(text) is not None and _words_of("publication").search(text) is None


def cut_change(line: str) -> str:
    """Return a line from where it tells of its publication on, where it tells of a change before.

    >>> cut_change("Updated: 18 May 2031 | Published: 16 May 2031")
    'Published: 16 May 2031'
    """
    changed, published = _words_of("change").search(line), _words_of("publication").search(line)
    return line[published.start() :] if changed and published and changed.start() < published.start() else line


def find_marked(said: Said, story: Story) -> Iterator[Told]:
    """Yield the dates of microdata, then of `<time>` and other elements in the story, then of another `<time>`."""
    for _, value in said.marked.get("datePublished", []):
        if day := read_stamp(value):
            yield Told("microdata", day)
    later: list[Told] = []
    for element in [one for one in story.tree.elements if one.name == "time"]:
        day = read_stamp(pairs_of(element.attributes).get("datetime", ""))
        if not day or is_updated(element.attributes):
            continue
        if story.first - NEAR <= element.first <= story.last:
            yield Told("<time>", day)
        else:
            later.append(Told("<time>", day))
    yield from _carried(story)
    yield from later[:1]


def _carried(story: Story) -> Iterator[Told]:
    """The dates in attributes of elements at the headline that are no `<time>`: `<abbr class=published title=…>`."""
    elements = story.tree.elements  # in the order of their first blocks
    start = bisect_left(elements, story.first - NEAR, key=_first)
    for element in elements[start : bisect_right(elements, story.first + AT, key=_first)]:
        attributes = element.attributes
        can_carry = '="20' in attributes or '="1' in attributes  # before slower patterns
        if can_carry and element.name != "time" and _DATED.search(attributes):
            match = _CARRYING.search(attributes)
            if match and (day := read_stamp(match[1])):
                yield Told("element", day)


def _first(element: Element) -> int:
    return element.first


def find_scripted(scripts: tuple[tuple[str, str], ...]) -> str | None:
    """Return the first date that a script of the page, not one of JSON-LD, gives as that of publication."""
    for tag, content in scripts:
        if "ld+json" in tag.lower():
            continue
        match = _KEY.search(content[:LARGEST])
        if match and (day := read_stamp(match[1])):
            return day
    return None

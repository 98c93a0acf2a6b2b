"""Whose a site is, where that is a person: by its name, its motto, the end of its titles, the note of copyright."""

import re
from collections.abc import Iterator

from accord.knowledge.genders import is_given_name
from accord.read.html.candidates import split_title
from accord.read.html.names import clean_names, is_person
from accord.read.html.references import unescape
from accord.read.html.said import Said
from accord.read.html.statements import Statement
from accord.read.html.story import Story

SITE = -2
"""The block of what is said of the whole site."""
_NAMED = re.compile(r'(?i) (?:class|id)="[^"]{0,80}\b(?:site|blog)-?_?(?:title|name|description|slogan|tagline)\b')
_NOTE = re.compile(
    r"(?i)(?:©|\(c\)|\bcopyright\b|\b\d{4}\s?[-–]\s?(?=\d{4}\sby\s))[\s:©]*(?:\(c\)\s*)?"
    r"(?:\d{4}\s?(?:[-–/]\s?\d{4})?)?[\s,:]*(?:(?:by|von|par|por)\s)?([^©|•·.,;\n]{4,60})"
)
_INITIAL = re.compile(r"^([A-Z]\.)(?=[A-Z][a-z])")  # A.Stone
LONGEST = 200
"""Characters of a title, a name or a note that are read."""
LAST = 40
"""Blocks from the end of a page in which it says whose the site is."""


def read_owners(said: Said, story: Story) -> Iterator[Statement]:
    """Yield the people that a site is named after or belongs to."""
    for name in dict.fromkeys(one.value for one in said.tell("outlet", "publisher")):
        yield from _state("site:name", unescape(name))
    ends = [part for part, how in split_title(story.tree.title[:LONGEST], frozenset()) if how in ("tail", "head")]
    for part in ends:
        yield from _state("site:title", part)
    for element in story.tree.elements:
        if element.first > story.first:
            break
        if element.last - element.first == 1 and _names_site(element.attributes):
            yield from _state("site:name", story.tree.text_in(element))
    blocks = story.tree.blocks
    for block in blocks[max(story.first + 1, len(blocks) - LAST) :]:
        for match in _NOTE.finditer(block.text[:LONGEST]):
            yield from _state("site:note", match[1])


def _is_given(word: str) -> bool:
    return is_given_name(word) or (len(word) == 2 and word[1] == ".")


def _names_site(attributes: str) -> bool:
    return ("site" in attributes or "blog" in attributes) and _NAMED.search(attributes) is not None


def _state(kind: str, text: str) -> Iterator[Statement]:
    names = clean_names(_INITIAL.sub(r"\1 ", text[:LONGEST]))
    people = tuple(name for name in names if is_person(name) and _is_given(name.split()[0]))
    if len(people) == 1 and people[0] == names[0]:
        yield Statement(("site", kind), people, SITE)

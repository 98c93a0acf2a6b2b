"""What a page says about itself, place by place: JSON-LD, `<meta>`, microdata and RDFa."""

import re
from functools import cache
from typing import NamedTuple
from urllib.parse import urlsplit

from accord.knowledge.tables import read_rows
from accord.read.html.jsonld import Node, find_article, read_text
from accord.read.html.marking import Marked
from accord.read.html.references import unescape
from accord.read.html.story import Story
from accord.read.html.tree import Element

_ATTRIBUTE = re.compile(r' ([\w:.-]+)="([^"]*)"')
_PROPERTY = re.compile(r' (?:itemprop|property)="([^"]{1,200})"')
PROPERTIES = frozenset(
    {"headline", "datePublished", "dateModified", "articleSection", "inLanguage", "isBasedOn", "citation", "author"}
)
"""Names of schema.org that are read from the attributes of elements."""
MOST = 20
"""Elements of one name that are read."""


class Told(NamedTuple):
    """A value and the place that gives it: `JSON-LD`, the name of a `<meta>`, `microdata`, `<time>`."""

    place: str
    value: str


@cache
def meta_names(field: str) -> tuple[str, ...]:
    """Names of the `<meta>` elements that hold a field, the most trusted first."""
    return tuple(name for one, name, *_ in read_rows("html_meta.tsv") if one == field)


@cache
def weak_names() -> frozenset[str]:
    """Names of `<meta>` elements that some sites give the day on which a page was made or a file was saved."""
    return frozenset(name for _, name, *note in read_rows("html_meta.tsv") if note == ["weak"])


class Said:
    """What a page says about itself outside its text; `article` is the JSON-LD node of its article."""

    def __init__(self, marked: Marked, story: Story, url: str | None) -> None:
        self.meta: dict[str, list[str]] = {}
        self.links: dict[str, list[str]] = {}
        self.root = pairs_of(story.tree.elements[0].attributes) if story.tree.elements else {}
        self._read_head(story)
        known = [*self.links.get("canonical", []), *self.meta.get("og:url", []), url or ""]
        self.article: Node
        self.scripts = marked.scripts
        self.article, self.is_broken = find_article(marked.scripts, known)
        self.marked = _read_properties(story)

    def _read_head(self, story: Story) -> None:
        for name, attributes in story.tree.head:
            pairs = pairs_of(attributes)
            if name == "link":
                for relation in (pairs.get("rel", "") or pairs.get("itemprop", "")).lower().split():
                    self.links.setdefault(relation, []).append(pairs.get("href", ""))
                continue
            content = pairs.get("content")
            for key in (pairs.get("property"), pairs.get("name"), pairs.get("itemprop"), pairs.get("http-equiv")):
                if key and content:
                    is_any = key == "author" and key == pairs.get("itemprop")  # of the works that a page cites, too
                    self.meta.setdefault("itemprop:author" if is_any else key.lower(), []).append(content)

    def tell(self, field: str, *keys: str) -> list[Told]:
        """Return the values of a field, the most trusted first: JSON-LD under `keys`, meta, microdata."""
        told = [Told("JSON-LD", value) for key in keys if (value := read_text(self.article.get(key)))]
        told += [Told(name, self.meta[name][0]) for name in meta_names(field) if name in self.meta]
        return told + [Told("microdata", value) for key in keys for _, value in self.marked.get(key, [])[:1] if value]

    def first(self, field: str, *keys: str) -> str | None:
        """Return the most trusted value of a field."""
        return next((one.value for one in self.tell(field, *keys)), None)


def pairs_of(attributes: str) -> dict[str, str]:
    """Return the attributes of an element by name.

    >>> pairs_of(' name="author" content="Ada &amp; Bo"')
    {'name': 'author', 'content': 'Ada & Bo'}
    """
    return {key.lower(): unescape(value).strip() for key, value in _ATTRIBUTE.findall(attributes)}


def split_address(address: str) -> tuple[str, str]:
    """Return the host of an address and its path; both are empty where it is none.

    >>> split_address("https://herald.example/a?b"), split_address("http://[")
    (('herald.example', '/a'), ('', ''))
    """
    try:
        parts = urlsplit(address)
        return parts.hostname or "", parts.path
    except ValueError:
        return "", ""


def _read_properties(story: Story) -> dict[str, list[tuple[Element, str]]]:
    """Values of microdata and RDFa: an attribute made for machines, else the text of a small element."""
    found: dict[str, list[tuple[Element, str]]] = {}
    for element in story.tree.elements:
        if "itemprop=" not in element.attributes and "property=" not in element.attributes:
            continue
        names = {name.rsplit(":", 1)[-1] for value in _PROPERTY.findall(element.attributes) for name in value.split()}
        for name in sorted(one for one in names & PROPERTIES if len(found.get(one, ())) < MOST):
            pairs = pairs_of(element.attributes)
            value = (
                pairs.get("content") or pairs.get("datetime") or pairs.get("href") or story.tree.text_in(element)[:300]
            )
            found.setdefault(name, []).append((element, value))
    return found

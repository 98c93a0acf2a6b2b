"""What a page says about itself, from the most trusted place that says it.

The order of trust: JSON-LD of the article; OpenGraph and `article:` meta; other meta; microdata and `<time>`; the
page's own headline, bylines and dates; its address. Where the first two that give a day disagree on it, the first is
taken and the disagreement is told.
"""

import html
import re
from collections.abc import Iterator, Sequence
from functools import cache

from accord.knowledge.tables import read_rows
from accord.model.reports import Role
from accord.model.sources import Facts
from accord.read.html.bylines import find_bylines, tidy_names
from accord.read.html.days import day_in_address, find_day, read_stamp
from accord.read.html.jsonld import Node, find_article, read_text, read_texts
from accord.read.html.marking import Marked
from accord.read.html.story import Story
from accord.read.html.titles import find_title

_ATTRIBUTE = re.compile(r' ([\w:.-]+)="([^"]*)"')


@cache
def _names(field: str) -> tuple[str, ...]:
    """Names of the `<meta>` elements that hold a field, the most trusted first."""
    return tuple(name for one, name, *_ in read_rows("html_meta.tsv") if one == field)


class Said:
    """The metadata of a page as it stands in its head."""

    def __init__(self, story: Story) -> None:
        self.meta: dict[str, list[str]] = {}
        self.links: dict[str, str] = {}
        for name, attributes in story.tree.head:
            pairs = {key.lower(): html.unescape(value).strip() for key, value in _ATTRIBUTE.findall(attributes)}
            if name == "link":
                for relation in pairs.get("rel", "").lower().split():
                    self.links.setdefault(relation, pairs.get("href", ""))
                continue
            key = (pairs.get("property") or pairs.get("name") or pairs.get("itemprop") or "").lower()
            if key and pairs.get("content"):
                self.meta.setdefault(key, []).append(pairs["content"])

    def first(self, *keys: str) -> str | None:
        """Return the content of the first of these that the page has."""
        return next((self.meta[key][0] for key in keys if key in self.meta), None)


def read_facts(marked: Marked, story: Story, roles: list[Role], url: str | None) -> tuple[Facts, tuple[str, ...]]:
    """Return what a page says about itself, and, a line each, where it disagrees with itself."""
    article, broken = find_article(marked.scripts)
    said = Said(story)
    reasons = ["some of its JSON-LD can't be understood"] if broken else []
    address = _find_address(article, said) or url
    published = _find_days(article, said)
    if len({day[:10] for day in published[:2]}) > 1:
        reasons.append(
            f"disagrees with itself on when it was published: {published[0]}, {published[1]}; the first is taken"
        )
    is_free = article.get("isAccessibleForFree")
    facts = Facts(
        headline=find_title(story, roles, article, said.first("og:title", "twitter:title", "dc.title", "title")),
        outlet=read_text(article.get("publisher")) or said.first(*_names("outlet")),
        authors=_find_authors(article, said, story, roles),
        published=published[0] if published else next(_look_for_days(said, story, roles, url or address), None),
        modified=_first_stamp([read_text(article.get("dateModified")), *_contents(said, "modified")]),
        language=_find_language(article, said, story),
        url=address,
        section=read_text(article.get("articleSection")) or said.first(*_names("section")),
        agency=read_text(article.get("sourceOrganization")) or said.first("source", "dc.source", "agency"),
        based_on=tuple(read_texts(article.get("isBasedOn"))),
        citations=tuple(read_texts(article.get("citation"))),
        is_free=None if is_free is None else str(is_free).lower().rsplit("/", 1)[-1] == "true",
    )
    return facts, tuple(reasons)


def _contents(said: Said, field: str) -> list[str]:
    return [said.meta[key][0] for key in _names(field) if key in said.meta]


def _first_stamp(values: Sequence[str | None]) -> str | None:
    return next((day for value in values if value and (day := read_stamp(value))), None)


def _find_days(article: Node, said: Said) -> list[str]:
    """Days of publication that a page's head gives, the most trusted first."""
    stamps = [read_text(article.get("datePublished")), *_contents(said, "published")]
    stamps += [read_text(article.get("dateCreated")), read_text(article.get("uploadDate"))]
    return [day for value in stamps if value and (day := read_stamp(value))]


def _look_for_days(said: Said, story: Story, roles: list[Role], url: str | None) -> Iterator[str]:
    """Yield the days that the page itself gives, the most trusted first."""
    yield from _days_in_markup(story)
    if url and (day := day_in_address(url)):
        yield day
    yield from _days_in_text(story, roles)
    if changed := _first_stamp(_contents(said, "modified")):
        yield changed


def _days_in_markup(story: Story) -> Iterator[str]:
    """Dates of microdata and of `<time>`, those in the story before others."""
    later: list[str] = []
    for element in story.tree.elements:
        if element.name != "time" and "datePublished" not in element.attributes:
            continue
        pairs = dict(_ATTRIBUTE.findall(element.attributes))
        day = read_stamp(pairs.get("datetime") or pairs.get("content") or "")
        if not day:
            continue
        if story.first - 15 <= element.first <= story.last or "datePublished" in element.attributes:
            yield day
        else:
            later.append(day)
    yield from later[:1]


def _days_in_text(story: Story, roles: list[Role]) -> Iterator[str]:
    """Days written in bylines, then in short lines around the beginning of the story, then after its end."""
    blocks = story.tree.blocks
    american = "en-US" in story.tree.elements[0].attributes if story.tree.elements else False
    near = [*range(max(0, story.first - 12), min(len(blocks), story.last + 6))]
    near.sort(key=lambda index: (roles[index] not in ("byline", "dateline"), index))
    for index in near:
        text = blocks[index].text
        head = text if len(text) < 200 else text[:300] if index == story.first else text[:40]
        if day := find_day(head, american=american):
            yield day
    for block, role in zip(blocks, roles, strict=True):
        short = len(block.text) < 120 and role not in ("comments", "related", "promo")
        if short and (day := find_day(block.text, american=american)):
            yield day


def _find_authors(article: Node, said: Said, story: Story, roles: list[Role]) -> tuple[str, ...]:
    told = tidy_names(read_texts(article.get("author")) or read_texts(article.get("creator")))
    if told:
        return told
    for key in _names("author"):
        if found := tidy_names(said.meta.get(key, [])):
            return found
    return find_bylines(story, roles)


def _find_address(article: Node, said: Said) -> str | None:
    page = article.get("mainEntityOfPage")
    main = page.get("@id") if isinstance(page, dict) else page
    for address in (said.links.get("canonical"), said.first("og:url"), main, article.get("url")):
        if isinstance(address, str) and address.startswith(("http://", "https://")):
            return address
    return None


def _find_language(article: Node, said: Said, story: Story) -> str | None:
    root = dict(_ATTRIBUTE.findall(story.tree.elements[0].attributes)) if story.tree.elements else {}
    told = root.get("lang") or root.get("xml:lang") or read_text(article.get("inLanguage"))
    told = told or said.first("og:locale", "content-language", "language", "dc.language")
    match = re.match(r"[a-zA-Z]{2,3}(?:[-_][a-zA-Z]{2})?(?![a-zA-Z])", told or "")
    return match[0].replace("_", "-") if match else None

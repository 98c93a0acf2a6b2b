"""A page's headline: the one on the page, where its metadata know it; the site's name is no part of it."""

import html
import re

from accord.model.reports import Role
from accord.read.html.jsonld import Node, read_text
from accord.read.html.story import Story

_SEPARATOR = re.compile(r"\s+[|–—·•»:«/\\-]{1,2}\s+|\s*[|»]\s*")
_LETTER = re.compile(r"\W+")


def fold(text: str) -> str:
    """Letters and digits of a text in lower case."""
    return _LETTER.sub("", text).casefold()


def find_title(story: Story, roles: list[Role], article: Node, shared: str | None) -> str | None:
    """Return the headline: the longest heading that the metadata hold, else the metadata's, else an `<h1>`."""
    told = [html.unescape(text) for text in (read_text(article.get("headline")), shared, story.tree.title) if text]
    headings = _find_headings(story, roles)
    folded = [fold(text) for text in told]
    known = [one for one in headings if _is_told(fold(one), folded)]
    if known:
        return max(known, key=lambda one: min(len(one), 150))
    if told and not headings:
        return strip_site(told[0])
    if told and len(folded[0]) > 10 and told[0] != story.tree.title:
        return strip_site(told[0])
    return headings[0] if headings else (strip_site(told[0]) if told else None)


def _is_told(own: str, told: list[str]) -> bool:
    """Whether the metadata hold a heading, or it holds what they say."""
    return len(own) > 5 and any(own in text or (text in own and len(text) > 15) for text in told)


def _find_headings(story: Story, roles: list[Role]) -> list[str]:
    """Headings that can be the headline: `<h1>` of the story, other `<h1>`, `<h2>` and `<h3>` at its beginning."""
    blocks = story.tree.blocks
    told = ("headline", "heading", "body")
    first = [b.text for i, b in enumerate(blocks) if b.element.name == "h1" and roles[i] in told]
    other = [b.text for b in blocks if b.element.name == "h1"]
    second = [b.text for b in blocks[max(0, story.first - 10) : story.last] if b.element.name in ("h2", "h3")][:4]
    return [text.replace("\n", " ") for text in [*first, *other, *second]]


def strip_site(title: str) -> str:
    """Cut the site's name off a title.

    >>> strip_site("Ministers agree on water | The Herald")
    'Ministers agree on water'
    """
    parts = _SEPARATOR.split(title)
    if len(parts) < 2:
        return title.strip()
    best = max(parts, key=len)
    start = title.find(best)
    return title[:start].strip() + best if start and fold(title[:start]) and start > len(best) else best.strip()

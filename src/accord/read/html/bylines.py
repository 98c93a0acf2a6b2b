"""Authors as pages write them: `Von Ada Stone, dpa` → Ada Stone."""

import html
import re
from collections.abc import Iterable

from accord.model.reports import Role
from accord.read.html.story import Story
from accord.read.html.tree import Element

_LED = re.compile(
    r"(?i)^(?:(?:written|posted|published|veröffentlicht|geschrieben|verfasst|publié|publicado|escrito|scritto|text|texte|texto|"
    r"autor(?:in|en|es|e)?|author|redacción|redaktion|by|von|par|por|per|di|door|przez|av|af)\b\s*(?:am\b[^,]{0,30}?)?"
    r"(?:by|von|par|por|door|przez)?\b\s*[:|]?\s*)+|^By(?=[A-Z])"
)
_SPLIT = re.compile(r"\s*(?:,|;|\||/| & | and | und | et | y | e | i | en |\n)\s*")
_DATE = re.compile(r"\d")
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: (?:[^\W\d_][\w.'’-]*)){0,4}$")
_NO_NAME = re.compile(
    r"(?i)https?:|www\.|@|\.(?:com|de|org|net)\b|^(?:\w*admin|administrator|unknown|none|null|anonymous|gast|guest)$"
)
_MARKUP = re.compile(r"<[^>]{0,300}>")
_AUTHOR_CLASS = re.compile(
    r'(?i) (?:class|id|rel|itemprop|data-[a-z-]+)="[^"]*'
    r"(?<![a-z])(?:post-?|entry-?|article-?|c-)?(?:authors?|autor(?:en)?|auteur|"
    r'byline|writer|firma|firmante|creator)(?:-?name|-link|s__name)?(?![a-z])[^"]*"'
)
_AUTHOR_LINK = re.compile(
    r'(?i) href="[^"]*/(?:authors?|autor(?:en|es|in)?|auteurs?|autori|redaktion|redakteure?|people|profil|user|staff|'
    r'journalist)/[^"]+"'
)
_SAYS = re.compile(r"(?i)\b(?:says|sagt|schreibt|dice|dit|said|wrote|please|comments?|kommentar\w*|name here)\b")
LONGEST = 60
"""Characters from which a text is no name."""


def tidy_names(values: Iterable[str]) -> tuple[str, ...]:
    """Return the names in what a page gives for its authors.

    >>> tidy_names(["By Ada Stone and Bo Reed", "https://facebook.com/herald"])
    ('Ada Stone', 'Bo Reed')
    """
    names: dict[str, None] = {}
    for value in values:
        plain = " ".join(_MARKUP.sub(" ", html.unescape(value)).split())
        if _NO_NAME.search(plain) and " " not in plain:
            continue
        for part in _SPLIT.split(_LED.sub("", plain)):
            name = part.strip(" .,:-–|()/")
            if 2 < len(name) < LONGEST and not _DATE.search(name) and not _NO_NAME.search(name):
                names[name] = None
    return tuple(names)


def find_bylines(story: Story, roles: list[Role]) -> tuple[str, ...]:
    """Return the authors that the page itself names: linked as such, marked as such, then in bylines."""
    blocks = story.tree.blocks
    low, high = max(0, story.first - 15), min(story.last + 8, len(blocks))
    near = [
        one
        for one in story.tree.elements
        if low <= one.first < high and one.last - one.first <= 3 and roles[one.first] != "comments"
    ]
    for pattern in (_AUTHOR_LINK, _AUTHOR_CLASS):
        marked = [one for one in near if pattern.search(one.attributes)]
        for element in sorted(marked, key=lambda one: one.last - one.first):
            text = _text_in(story, element)
            if text and (found := _pick(text, is_marked=True)):
                return found
    for index in range(low, high):
        text = blocks[index].text
        if len(text) < 120 and roles[index] != "comments" and _LED.match(text) and (found := _pick(text)):
            return found
    return ()


def _text_in(story: Story, element: Element) -> str:
    """Text of a small element: of its own inline text, else of its first block."""
    block = story.tree.blocks[element.first]
    inside = [
        block.text[at : at + length]
        for at, _, length, node, *_ in block.segments
        if _is_under(story.tree.nodes[node][0], element)
    ]
    return " ".join(inside)[:150] if inside else block.text[:150]


def _is_under(element: Element | None, above: Element) -> bool:
    while element is not None:
        if element is above:
            return True
        element = element.parent
    return False


def _pick(text: str, *, is_marked: bool = False) -> tuple[str, ...]:
    """Names in a byline, up to the first date or sign that ends them."""
    if _SAYS.search(text):
        return ()
    bare = _LED.sub("", text.split("\n")[0])
    bare = re.split(r"\s[|•·–—-]\s|\s?\d|,\s*(?:am|on|le|el)\b|\s@", bare)[0]
    names = [name for name in tidy_names([bare]) if _NAME.match(name)]
    if not is_marked:
        names = [name for name in names if " " in name and name[0].isupper()]
    return tuple(names[:6])

"""JSON-LD of a page → the node that describes its article."""

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress

_ARTICLES = re.compile(r"(?i)(?:article|blogposting|report|liveblogposting|pressrelease|review|recipe)$")
_PAGES = re.compile(r"(?i)(?:page|creativework|videoobject)$")
_WRAPPING = re.compile(
    r"^\s*(?:<!--|/\*\s*<!\[CDATA\[\s*\*/|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|/\*\s*\]\]>\s*\*/|//\s*\]\]>|\]\]>)\s*$"
)
_TYPE = re.compile(r'"@type"\s{0,9}:\s{0,9}\[?\s{0,9}"([^"]{1,60})"')
_STRING = re.compile(
    r'"(headline|datePublished|dateModified|articleSection|inLanguage)"\s{0,9}:\s{0,9}"((?:[^"\\]|\\.){1,500})"'
)
_AUTHOR = re.compile(r'"author"\s{0,9}:[\s\[{]{0,20}(?:"@type"[^{}]{0,80})?"(?:name"\s{0,9}:\s{0,9}")?([^"\\]{2,80})"')
_TRAILING = re.compile(r",(?=\s*[}\]])")
LARGEST = 2_000_000
"""Characters of a script from which it is not read."""
MOST = 5_000
"""Nodes of a page's data that are looked at."""

_SURNAME = re.compile(r"(?: (?:van|von|de|der|den|la|del))?(?: [^\W\d_a-z][\w'’-]{1,30}){1,2}(?=[ ,.])")
Node = dict[str, object]


def find_article(scripts: tuple[tuple[str, str], ...], addresses: Sequence[str] = ()) -> tuple[Node, bool]:
    """Return the node of a page's article, else of the page itself, else {}; and whether some data was broken.

    Of several articles it is the one that has one of the page's own addresses, else the one that tells most.

    >>> find_article((("ld+json", '[{"@type": "WebSite"}, {"@type": "NewsArticle", "headline": "Talks"}]'),))[0]
    {'@type': 'NewsArticle', 'headline': 'Talks'}
    """
    nodes: list[Node] = []
    broken = False
    for tag, content in scripts:
        if "ld+json" not in tag.lower() or len(content) > LARGEST:
            continue
        try:
            nodes += _walk(_load(content))
        except (ValueError, RecursionError):
            broken = True
            nodes += _salvage(content)
    for kinds in (_ARTICLES, _PAGES):
        found = [node for node in nodes if any(kinds.search(name) for name in type_names(node))]
        if found:
            best = max(found, key=lambda node: (_is_at(node, addresses) and "headline" in node, len(_telling(node))))
            return _resolve(best, nodes), broken
    dated = [node for node in nodes if "datePublished" in node]
    return (_resolve(dated[0], nodes) if len(dated) == 1 else {}), broken


def _is_at(node: Node, addresses: Sequence[str]) -> bool:
    page = node.get("mainEntityOfPage")
    told = (node.get("url"), node.get("@id"), page.get("@id") if isinstance(page, dict) else page)
    known = {address.rstrip("/") for address in addresses if address}
    return any(isinstance(one, str) and one.split("#")[0].rstrip("/") in known for one in told)


def _salvage(content: str) -> list[Node]:
    """What can still be read of JSON that is broken somewhere: the first string of each field that is asked for."""
    if not _ARTICLES.search(next(iter(_TYPE.findall(content)), "")):
        return []
    node: Node = {"@type": "Article"}
    for key, value in _STRING.findall(content):
        if key not in node:
            with suppress(ValueError):
                node[key] = json.loads(f'"{value}"', strict=False)
    if name := _AUTHOR.search(content):
        node["author"] = name[1]
    return [node]


def _resolve(article: Node, nodes: list[Node]) -> Node:
    """Put nodes in the place of references to them; a page that names one person has it as its author."""
    named = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and node.get("name")}
    whole = dict(article)
    for key in ("author", "creator", "publisher", "sourceOrganization"):
        value = whole.get(key)
        listed = value if isinstance(value, list) else [value]
        whole[key] = [named.get(str(one.get("@id")), one) if isinstance(one, dict) else one for one in listed]
        if whole[key] == [None]:
            del whole[key]
    dated = [node for node in nodes if "datePublished" in node and any(_PAGES.search(one) for one in type_names(node))]
    if "datePublished" not in whole and len(dated) == 1:
        whole["datePublished"] = dated[0]["datePublished"]
    people = [node for node in nodes if "Person" in type_names(node) and node.get("name")]
    if "author" not in whole and len(people) == 1:
        whole["author"] = people
    return whole


def _telling(node: Node) -> set[str]:
    return {"headline", "datePublished", "author", "articleBody", "mainEntityOfPage", "publisher"} & node.keys()


def _load(content: str) -> object:
    bare = _WRAPPING.sub("", content.strip()).strip().rstrip(";")
    try:
        return json.loads(bare, strict=False)
    except ValueError:
        return json.loads(_TRAILING.sub("", bare), strict=False)


def _walk(data: object) -> Iterator[Node]:
    """Yield the objects of JSON data, outer ones first."""
    waiting = [data]
    for _ in range(MOST):
        if not waiting:
            return
        value = waiting.pop(0)
        if isinstance(value, dict):
            yield value
            waiting += [one for one in value.values() if isinstance(one, dict | list)]
        elif isinstance(value, list):
            waiting += value


def type_names(node: Node) -> list[str]:
    """Return the types of a node, without their vocabulary."""
    kinds = node.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return [kind.rsplit("/", 1)[-1] for kind in listed if isinstance(kind, str)]


def read_texts(value: object) -> list[str]:
    """Return the strings that a value stands for: itself, the names of nodes, or those of a list.

    >>> read_texts([{"@type": "Person", "name": "Ada Stone"}, "Bo Reed"])
    ['Ada Stone', 'Bo Reed']
    """
    if isinstance(value, str):
        return [value.strip()] if value.strip() else []
    if isinstance(value, dict):
        return read_texts(value.get("name") or value.get("headline") or value.get("@value") or value.get("url"))
    if isinstance(value, list):
        return [text for one in value[:50] for text in read_texts(one)]
    return []


def read_people(value: object) -> list[str]:
    """Return the names of people, whole where a profile begins with more of them than the node's own name.

    >>> read_people({"@type": "Person", "name": "Ada", "description": "Ada Stone writes on rivers."})
    ['Ada Stone']
    """
    if isinstance(value, list):
        return [name for one in value[:50] for name in read_people(one)]
    names = read_texts(value)
    profile = value.get("description") if isinstance(value, dict) else None
    if len(names) == 1 and isinstance(profile, str) and " " not in names[0] and profile.startswith(names[0] + " "):
        rest = _SURNAME.match(profile, len(names[0]))
        return [names[0] + rest[0]] if rest else names
    return names


def read_text(value: object) -> str | None:
    """Return the first string of a value."""
    return next(iter(read_texts(value)), None)

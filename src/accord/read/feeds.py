"""RSS, Atom, JSON Feed and news sitemaps → their items; an item that carries its article is an input by itself."""

import html
import json
from email.utils import parsedate_to_datetime

from msgspec import Struct

from accord.errors import InputError
from accord.model.reports import Source
from accord.read.html.days import read_stamp
from accord.read.markup import Element, find_text, local_name, parse_xml

SHORTEST = 600
"""Characters of markup from which an item's content is its article rather than a teaser of it."""


class FeedItem(Struct, frozen=True):
    """One item of a feed. `source` is the publisher that an aggregator names (RSS `<source>`); `published` is EDTF."""

    url: str | None = None
    title: str | None = None
    published: str | None = None
    source: str | None = None
    authors: tuple[str, ...] = ()
    content: str | None = None


class Feed(Struct, frozen=True):
    """A feed: its title and its items, as they stood."""

    title: str | None
    items: tuple[FeedItem, ...]


def read_feed(data: bytes) -> Feed:
    """Read a feed of any of the four kinds; InputError where it is none.

    >>> read_feed(b"<rss><channel><item><source url='x'>The Herald</source></item></channel></rss>").items
    (FeedItem(url=None, title=None, published=None, source='The Herald', authors=(), content=None),)
    """
    if data.lstrip()[:1] == b"{":
        return _read_json(data)
    root = parse_xml(data.lstrip())
    kind = local_name(root)
    if kind == "html":
        raise InputError("is an HTML page, not a feed")
    if kind == "urlset":
        return Feed(None, tuple(_read_sitemap(one) for one in root if local_name(one) == "url"))
    if kind not in ("rss", "rdf", "feed"):
        raise InputError(f"is XML, but no feed: <{kind}>")
    head = next((one for one in root if local_name(one) == "channel"), root)
    items = [one for one in root.iter() if local_name(one) in ("item", "entry")]
    return Feed(find_text(head, "title"), tuple(_read_item(one) for one in items))


def _read_item(item: Element) -> FeedItem:
    people = [one for one in item if local_name(one) in ("author", "creator")]
    names = [find_text(one, "name") or "".join(one.itertext()).strip() for one in people]
    source = next((one for one in item if local_name(one) == "source"), None)
    told = None if source is None else (find_text(source, "title") or (source.text or "").strip() or None)
    return FeedItem(
        url=_link(item),
        title=html.unescape(find_text(item, "title") or "") or None,
        published=_day(find_text(item, "pubdate", "published", "date", "issued", "updated")),
        source=told,
        authors=tuple(dict.fromkeys(name for name in names if name)),
        content=find_text(item, "encoded", "content", "description", "summary"),
    )


def _link(item: Element) -> str | None:
    links = [one for one in item if local_name(one) == "link"]
    for link in links:
        address = link.get("href") or (link.text or "").strip()
        if address and link.get("rel", "alternate") == "alternate":
            return address
    guid = find_text(item, "guid", "id")
    return guid if guid and guid.startswith(("http://", "https://")) else None


def _read_sitemap(entry: Element) -> FeedItem:
    news = next((one for one in entry if local_name(one) == "news"), None)
    if news is None:
        return FeedItem(url=find_text(entry, "loc"), published=_day(find_text(entry, "lastmod")))
    publication = next((one for one in news if local_name(one) == "publication"), None)
    return FeedItem(
        url=find_text(entry, "loc"),
        title=find_text(news, "title"),
        published=_day(find_text(news, "publication_date")),
        source=find_text(publication, "name") if publication is not None else None,
    )


def _read_json(data: bytes) -> Feed:
    try:
        feed = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise InputError(f"is no JSON: {error}") from error
    items = feed.get("items")
    if not isinstance(items, list) or "jsonfeed.org" not in str(feed.get("version", "")):
        raise InputError("is JSON, but no JSON Feed")
    return Feed(_text(feed.get("title")), tuple(_read_json_item(one) for one in items if isinstance(one, dict)))


def _read_json_item(item: dict[str, object]) -> FeedItem:
    authors = item.get("authors") or [item.get("author")]
    people = authors if isinstance(authors, list) else [authors]
    return FeedItem(
        url=_text(item.get("url")) or _text(item.get("external_url")),
        title=_text(item.get("title")),
        published=_day(_text(item.get("date_published"))),
        authors=tuple(str(one["name"]) for one in people if isinstance(one, dict) and one.get("name")),
        content=_text(item.get("content_html")) or _text(item.get("content_text")),
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _day(value: str | None) -> str | None:
    if not value:
        return None
    try:
        return read_stamp(parsedate_to_datetime(value).isoformat())  # `Fri, 16 May 2031 08:00:00 GMT`
    except ValueError:
        return read_stamp(value)


def to_sources(feed: Feed, name: str) -> tuple[Source, ...]:
    """Return the items that carry their article as inputs; the others have an address to fetch.

    The outlet is the publisher that the item names, else the feed's title.
    """
    found = []
    for number, item in enumerate(feed.items, 1):
        if not item.content or len(item.content) < SHORTEST:
            continue
        title = f"<h1>{html.escape(item.title)}</h1>" if item.title else ""
        page = f"<html><body><article>{title}<div class='article-body'>{item.content}</div></article></body></html>"
        outlet = item.source or feed.title
        found.append(
            Source(path=f"{name}#{number}", data=page.encode(), url=item.url, outlet=outlet, published=item.published)
        )
    return tuple(found)

"""RSS, Atom and news sitemaps → their items; an item with text is an input by itself."""

import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime

from msgspec import Struct

from accord.errors import InputError
from accord.model.problems import Problem
from accord.model.reports import Source
from accord.read.exchange import make_page, to_markup, to_paragraphs
from accord.read.html.days import read_stamp
from accord.read.html.references import unescape
from accord.read.markup import Element, find_text, local_name, parse_xml

SHORTEST = 400
"""Characters of text from which an item's content is its article: teasers of 55 words, WordPress's, have some 350."""
_TAG = re.compile(r"<[^<>]*>")
_GOES_ON = re.compile(
    r"(?:\[?(?:…|\.{3}|&hellip;|&#8230;)\]?|\b(?:read|see) (?:more|on)|continue reading)[\s.»>→]*$", re.I
)
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_MEDIA = ("http://search.yahoo.com/mrss/", "http://www.itunes.com/dtds/podcast-1.0.dtd")


class FeedItem(Struct, frozen=True):
    """One item of a feed. `source` is the publisher that an aggregator names (RSS `<source>`); `published` is EDTF.

    `content` is HTML: the article, or a teaser of it.
    """

    url: str | None = None
    title: str | None = None
    published: str | None = None
    source: str | None = None
    authors: tuple[str, ...] = ()
    content: str | None = None

    @property
    def is_whole(self) -> bool:
        """Say whether the content is long enough to be the article, and does not say that it goes on elsewhere."""
        text = _TAG.sub("", self.content or "").strip()
        return len(text) >= SHORTEST and not _GOES_ON.search(text[-40:])


class Feed(Struct, frozen=True):
    """A feed: its title, its items as they stood, where it breaks off, why, and its language."""

    title: str | None
    items: tuple[FeedItem, ...]
    broken: str | None = None
    language: str | None = None


def read_feed(data: bytes) -> Feed:
    """Read RSS, Atom or a sitemap; InputError where it is none. Of one that breaks off, what came before is read.

    >>> read_feed(b"<rss><channel><item><source url='x'>The Herald</source></item></channel></rss>").items
    (FeedItem(url=None, title=None, published=None, source='The Herald', authors=(), content=None),)
    """
    root, broken = parse_xml(data, is_lenient=True)
    kind = local_name(root)
    if kind == "html":
        raise InputError("is an HTML page, not a feed")
    if kind in ("urlset", "sitemapindex"):
        places = [one for one in root if local_name(one) in ("url", "sitemap")]
        return Feed(None, tuple(_read_place(one) for one in places), broken)
    if kind not in ("rss", "rdf", "feed"):
        raise InputError(f"is XML, but no feed: <{kind}>")
    head = next((one for one in root if local_name(one) == "channel"), root)
    items = [one for one in root.iter() if local_name(one) in ("item", "entry")]
    language = find_text(head, "language") or root.get(_LANGUAGE)
    return Feed(find_text(head, "title"), tuple(_read_item(one) for one in items), broken, language)


def _read_item(item: Element) -> FeedItem:
    for child in [one for one in item if str(one.tag).startswith(tuple(f"{{{space}}}" for space in _MEDIA))]:
        item.remove(child)  # `<media:description>` tells of a picture
    people = [one for one in item if local_name(one) in ("author", "creator")]
    names = [find_text(one, "name") or "".join(one.itertext()).strip() for one in people]
    source = next((one for one in item if local_name(one) == "source"), None)
    told = None if source is None else (find_text(source, "title") or (source.text or "").strip() or None)
    return FeedItem(
        url=_link(item),
        # aggregators put the publisher behind the headline: `Talks end - The Herald`
        title=unescape(find_text(item, "title") or "").removesuffix(f" - {told}") or None,
        published=read_day(find_text(item, "pubdate", "published", "date", "issued", "updated")),
        source=told,
        authors=tuple(dict.fromkeys(name for name in names if name)),
        content=next(filter(None, (_content(item, name) for name in _CONTENT)), None),
    )


_CONTENT = ("encoded", "content", "description", "summary")


def _content(item: Element, name: str) -> str | None:
    """HTML of the first element of a name: escaped as RSS has it, an XHTML tree, or plain text."""
    for child in item:
        if local_name(child) == name and "".join(child.itertext()).strip():
            kind = child.get("type", "html")
            if kind in ("xhtml", "application/xhtml+xml"):
                return "".join(to_markup(one) for one in child)
            whole = "".join(child.itertext()).strip()
            is_plain = kind in ("text", "text/plain") or "<" not in whole
            return to_paragraphs(unescape(whole)) if is_plain else whole
    return None


def _link(item: Element) -> str | None:
    links = [one for one in item if local_name(one) in ("origlink", "link")]
    for link in sorted(links, key=local_name, reverse=True):  # FeedBurner's `origLink` is the true address
        address = link.get("href") or (link.text or "").strip()
        if address and link.get("rel", "alternate") == "alternate":
            return address
    guid = find_text(item, "guid", "id")
    return guid if guid and guid.startswith(("http://", "https://")) else None


def _read_place(entry: Element) -> FeedItem:
    news = next((one for one in entry if local_name(one) == "news"), None)
    if news is None:
        return FeedItem(url=find_text(entry, "loc"), published=read_day(find_text(entry, "lastmod")))
    publication = next((one for one in news if local_name(one) == "publication"), None)
    return FeedItem(
        url=find_text(entry, "loc"),
        title=find_text(news, "title"),
        published=read_day(find_text(news, "publication_date")),
        source=find_text(publication, "name") if publication is not None else None,
    )


def read_day(value: str | None) -> str | None:
    """Return a feed's day or time as EDTF; None for what is none.

    >>> read_day("Fri, 16 May 2031 08:00:00 GMT")
    '2031-05-16T08:00:00Z'
    """
    if not value:
        return None
    try:
        return read_stamp(parsedate_to_datetime(value).isoformat())
    except (ValueError, OverflowError):
        return read_stamp(value)


def to_sources(feed: Feed, name: str) -> Iterator[Source | Problem]:
    """Yield the items that carry text as inputs, and a Problem that tells of the articles that the feed only names.

    The outlet is the publisher that the item names, else the feed's title.
    """
    for number, item in enumerate(feed.items, 1):
        if item.content:
            page = make_page(item.title, ", ".join(item.authors), item.content)
            yield Source(
                path=f"{name}#{number}",
                data=page,
                url=item.url,
                outlet=item.source or feed.title,
                published=item.published,
                language=feed.language,
            )
    short = sum(1 for item in feed.items if item.content and not item.is_whole)
    bare = sum(1 for item in feed.items if not item.content)
    if short:
        told = f"{short} of {len(feed.items)} items hold a teaser alone, which is all that was read of them"
        yield Problem("read", f"{told}; {_ASK}", path=name)
    if bare:
        yield Problem("read", f"{bare} of {len(feed.items)} items are addresses without a text; {_ASK}", path=name)
    if not feed.items:
        yield Problem("read", "is a feed without items", path=name)
    if feed.broken:
        yield Problem("read", f"breaks off after {len(feed.items)} items: {feed.broken}", path=name)


_ASK = "nothing is fetched unless asked for: `accord fetch` with this file fetches the articles"

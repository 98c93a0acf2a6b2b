"""JSON Feed (jsonfeed.org) → its items."""

from accord.read.exchange import to_paragraphs
from accord.read.feeds import Feed, FeedItem, read_day

Entry = dict[str, object]


def is_json_feed(entry: Entry) -> bool:
    """Tell a JSON Feed by its version."""
    return isinstance(entry.get("items"), list) and "jsonfeed.org" in str(entry.get("version", ""))


def read_json_feed(entry: Entry) -> Feed:
    """Return the items of a JSON Feed."""
    listed = entry.get("items")
    found = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    items = tuple(_read_json_item(one) for one in found)
    return Feed(_text(entry.get("title")), items, language=_text(entry.get("language")))


def _read_json_item(item: Entry) -> FeedItem:
    authors = item.get("authors") or [item.get("author")]
    people = authors if isinstance(authors, list) else [authors]
    plain = _text(item.get("content_text")) or _text(item.get("summary"))
    return FeedItem(
        url=_text(item.get("url")) or _text(item.get("external_url")),
        title=_text(item.get("title")),
        published=read_day(_text(item.get("date_published"))),
        authors=tuple(str(one["name"]) for one in people if isinstance(one, dict) and one.get("name")),
        content=_text(item.get("content_html")) or (to_paragraphs(plain) if plain else None),
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None

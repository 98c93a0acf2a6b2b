"""JSON objects of other extractors → the keys that Accord's own JSON lines have."""

from collections.abc import Iterator, Mapping

from accord.read.html.days import read_stamp

_KEYS: dict[str, tuple[str, ...]] = {  # trafilatura, news-please, fundus, newspaper4k; the more exact key first
    "id": ("id", "fingerprint", "filename"),
    "text": ("text", "maintext", "plaintext", "body", "raw_text"),
    "url": ("url", "requested_url", "responded_url", "source"),
    "outlet": ("outlet", "sitename", "publisher", "source_domain", "hostname", "source_url"),
    "published": ("published", "date", "date_publish", "publishing_date", "publish_date"),
    "captured": ("captured", "date_download", "crawl_date", "filedate"),
    "language": ("language", "lang", "meta_lang"),
}
_HEADLINE = ("title", "headline")


def map_entry(entry: Mapping[str, object]) -> dict[str, object]:
    r"""Return a JSON object with `id`, `text`, `url`, `outlet`, `published`, `captured` and `language`, if it has them.

    The headline, which the others keep apart, becomes the first line of the text unless the text begins with it. An
    `id` of our own stays as it is, whatever it is.

    >>> map_entry({"title": "Talks end", "maintext": "They ended.", "date_publish": "2031-05-16 08:00:00"})
    {'text': 'Talks end\n\nThey ended.', 'published': '2031-05-16T08:00:00'}
    """
    flat = {**_inner(entry.get("html")), **_inner(entry.get("source")), **entry, "body": _join(entry.get("body"))}
    found: dict[str, object] = {"id": entry["id"]} if entry.get("id") is not None else {}
    for key, names in _KEYS.items():
        values = (flat.get(name) for name in names)
        value = next((one for one in values if isinstance(one, str | int) and one not in ("", "None")), None)
        if value is not None:
            found.setdefault(key, value)
    for key in ("published", "captured"):
        if isinstance(found.get(key), str):
            found[key] = read_stamp(str(found[key])) or found[key]
    if isinstance(found.get("text"), str):
        found["text"] = _with_headline(str(found["text"]), flat)
    return found


def _inner(value: object) -> dict[str, object]:
    return dict(value) if isinstance(value, dict) else {}


def _join(body: object) -> str:
    """Text of fundus' body: its summary, then sections of headlines and paragraphs, a paragraph a line."""
    return "\n\n".join(_lines(body, 5)) if isinstance(body, dict) else ""


def _lines(part: object, depth: int) -> Iterator[str]:
    """Yield the strings of a JSON value, at most so many lists deep, in its own order."""
    for one in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        if isinstance(one, str):
            yield one
        elif depth:
            yield from _lines(one, depth - 1)


def _with_headline(text: str, entry: Mapping[str, object]) -> str:
    headline = next((str(entry[key]).strip() for key in _HEADLINE if isinstance(entry.get(key), str)), "")
    return text if not headline or text.lstrip().startswith(headline) else f"{headline}\n\n{text}"

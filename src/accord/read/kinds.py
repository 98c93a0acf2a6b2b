"""Which kind of input a file is, by its first bytes rather than by its name."""

import codecs
import re
from pathlib import PurePath, PurePosixPath
from typing import Literal

from accord.read.html import looks_like_html

Kind = Literal["text", "page", "warc", "feed", "exchange", "xml", "json", "lines", "zip", "gzip", "zstd", "brotli"]

HEAD = 4096
"""Bytes that a kind is told by."""
FEEDS = frozenset({"rss", "rdf", "feed", "urlset", "sitemapindex"})
EXCHANGES = frozenset({"newsitem", "newsmessage", "packageitem", "nitf"})
LINES = frozenset({".jsonl", ".ndjson"})
"""Suffixes of files with one JSON object a line."""

SUFFIXES = frozenset({".txt", ".text", ".html", ".htm", ".xhtml", ".xml", ".rss", ".atom", ".warc", *LINES})
"""What counts as an input in a folder, packed or not; a file named by itself may have any suffix, .json too.

JSON and zip files are not among them: accounts and exports are written to folders.
"""
_PACKED = frozenset({".gz", ".zst", ".br"})

_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"WARC/", "warc"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),  # an empty one
    (b"\x1f\x8b", "gzip"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
)
_JSON = re.compile(r'\{\s*["}]|\[\s*[{\]]')
_SKIPPED = re.compile(r"\s+|<\?[^>]{0,500}>|<!--.*?-->|<!DOCTYPE[^>\[]{0,500}(?:\[|>)", re.S | re.I)
_ROOT = re.compile(r"<(?:[\w.-]{1,40}:)?([\w.-]{1,40})")


def find_kind(head: bytes, name: str) -> Kind:
    """Tell the kind of a file by its first bytes; the name helps only where these say too little (brotli, broken JSON).

    >>> find_kind(b"<?xml version='1.0'?><rss version='2.0'>", "news.txt")
    'feed'
    >>> find_kind(b"[Photo: K. Ode] Leaders meet", "story.txt")
    'text'
    """
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    text, suffix = _peek(head), PurePosixPath(name).suffix.lower()
    if suffix in LINES:
        return "lines"
    if _JSON.match(text) or suffix == ".json":
        return "json"
    if text.startswith("<"):
        return _find_markup(head, text)
    return "brotli" if suffix == ".br" else "text"


def unpacked_name(name: str) -> str:
    """`page.html.gz` → `page.html`"""
    path = PurePosixPath(name)
    return str(path.with_suffix("")) if path.suffix.lower() in _PACKED else name


def is_input(path: PurePath) -> bool:
    """Tell by its path in a folder whether a file counts as an input; hidden ones don't.

    >>> [is_input(PurePosixPath(name)) for name in ("a/news.warc.gz", "a/picture.png", ".cache/a.txt")]
    [True, False, False]
    """
    inner = PurePosixPath(unpacked_name(path.name))
    hidden = any(part.startswith((".", "__MACOSX")) for part in path.parts)
    return inner.suffix.lower() in SUFFIXES and not hidden


def _peek(head: bytes) -> str:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", "replace").lstrip()
    return head.removeprefix(codecs.BOM_UTF8).decode("latin-1").lstrip()


def _find_markup(head: bytes, text: str) -> Kind:
    """Feed, agency format or page by the first element; XML that says it is some but is none of them; else text."""
    at = 0
    while match := _SKIPPED.match(text, at):
        at = match.end()
    root = match[1].lower() if (match := _ROOT.match(text, at)) else ""
    if root in FEEDS:
        return "feed"
    if root in EXCHANGES:
        return "exchange"
    if root == "html" or looks_like_html(head):
        return "page"
    return "xml" if text[:9].upper().startswith(("<?XML", "<!DOCTYPE")) else "text"

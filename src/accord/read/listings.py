"""Files that list addresses → the addresses: feeds, sitemaps, JSON Feeds, or one a line."""

import json
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from accord.errors import InputError
from accord.read.decoding import LARGEST, decode
from accord.read.feeds import Feed, read_feed
from accord.read.jsonfeeds import is_json_feed, read_json_feed
from accord.read.kinds import HEAD, find_kind
from accord.read.packing import CHUNK, as_stream, unpack
from accord.text.urls import is_web_address


def read_addresses(path: Path) -> tuple[str, ...]:
    """Return the addresses that a file lists, each once; InputError where it lists none."""
    try:
        with path.open("rb") as stream:
            found = _read(stream, path.name)
    except OSError as error:
        raise InputError(f"can't be read: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"is no JSON: {error}") from error
    if not found:
        raise InputError("lists no address: a feed, a sitemap or a file with one address a line is asked for")
    return tuple(dict.fromkeys(found))


def _read(stream: BinaryIO, name: str, *, is_packed: bool = False) -> list[str]:
    head = stream.read(HEAD)
    kind = find_kind(head, name)
    whole = as_stream(chain([head], iter(lambda: stream.read(CHUNK), b"")))
    if kind == "gzip" and not is_packed:  # `sitemap.xml.gz`
        return _read(unpack(whole, "gzip"), name, is_packed=True)
    data = whole.read(LARGEST)
    if kind == "feed":
        return _addresses(read_feed(data))
    if kind == "json":
        entry = json.loads(decode(data)[0])
        return _addresses(read_json_feed(entry)) if isinstance(entry, dict) and is_json_feed(entry) else []
    return [line.strip() for line in decode(data)[0].splitlines() if is_web_address(line.strip())]


def _addresses(feed: Feed) -> list[str]:
    return [item.url for item in feed.items if item.url]

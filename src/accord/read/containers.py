"""One file → its inputs, one after another: a page or a text is one, an archive, a feed or a list holds many."""

import io
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import chain
from typing import BinaryIO

import msgspec

from accord.errors import AccordError, InputError
from accord.model.problems import Problem
from accord.model.reports import Source
from accord.read.archives import read_warc
from accord.read.decoding import LARGEST
from accord.read.exchange import read_exchange
from accord.read.feeds import read_feed, to_sources
from accord.read.jsonlines import read_json, read_lines
from accord.read.kinds import HEAD, Kind, find_kind, unpacked_name
from accord.read.markup import parse_xml
from accord.read.packing import CHUNK, Packing, as_stream, unpack
from accord.read.zips import read_zip

Found = Iterator[Source | Problem]

DEEPEST = 3
"""Archives one in another that are opened: a gzipped WARC in a zip is two."""
_PACKINGS: dict[Kind, Packing] = {"gzip": "gzip", "zstd": "zstd", "brotli": "brotli"}


def read_container(
    stream: BinaryIO, known: Source, *, only: Collection[str] | None = None, name: str | None = None, depth: int = 0
) -> Found:
    """Yield the inputs of a file, told by its content; one that is broken or none ends with a Problem.

    `known` has the path that the inputs go by and what is known of the file, which fills the gaps of what it says
    itself; `name` is what the file is called where that is not its path. Of a WARC file the records of the addresses
    `only` are read, where that is given.
    """
    try:
        yield from _open(stream, known, name or known.path, only, depth)
    except AccordError as error:
        yield Problem("read", str(error), path=known.path)
    except OSError as error:
        yield Problem("read", f"can't be read: {error.strerror or error}", path=known.path)


def _open(stream: BinaryIO, known: Source, name: str, only: Collection[str] | None, depth: int) -> Found:
    if depth > DEEPEST:
        raise InputError(f"is packed more than {DEEPEST} times over")
    head = stream.read(HEAD)
    kind = find_kind(head, name)
    if kind == "zip":
        yield from _read_zip(stream, known, depth)
        return
    whole = as_stream(chain([head], iter(lambda: stream.read(CHUNK), b"")))
    if kind in _PACKINGS:
        inner = unpack(whole, _PACKINGS[kind])
        yield from read_container(inner, known, only=only, name=unpacked_name(name), depth=depth + 1)
    elif kind == "warc":
        yield from _read_warc(whole, known, only)
    else:
        yield from (_fill(one, known) for one in _READERS[kind](whole, known))


def _read_zip(stream: BinaryIO, known: Source, depth: int) -> Found:
    if depth or not stream.seekable():
        raise InputError("is a zip archive inside another archive or on a pipe, which is not read: unpack it")
    for member in read_zip(stream, known.path):
        if member.stream is None:
            yield Problem("read", member.reason, path=member.path)
        else:
            inner = msgspec.structs.replace(known, path=member.path)
            yield from read_container(member.stream, inner, depth=depth + 1)


def _read_warc(stream: BinaryIO, known: Source, only: Collection[str] | None) -> Found:
    """Read pages as they are; a feed or an agency's item that was fetched is opened."""
    for found in read_warc(stream, known.path, only=only):
        if isinstance(found, Source) and find_kind(found.data[:HEAD], found.path) in _LISTS:
            inner = msgspec.structs.replace(found, data=b"")
            yield from read_container(io.BytesIO(found.data), inner, depth=DEEPEST)
        else:
            yield _fill(found, known)


def _read_one(stream: BinaryIO, known: Source) -> Iterable[Source]:
    # no more than decides that it is too large: the rest is of no use
    return [msgspec.structs.replace(known, data=stream.read(LARGEST))]


def _refuse_xml(stream: BinaryIO, known: Source) -> Iterable[Source]:
    parse_xml(stream.read(LARGEST))  # says what else is wrong with it
    raise InputError("is XML of a kind that is not read: no feed, no news sitemap, no NewsML-G2, NITF or XHTML")


_READERS: dict[Kind, Callable[[BinaryIO, Source], Iterable[Source | Problem]]] = {
    "text": _read_one,
    "page": _read_one,
    "feed": lambda stream, known: to_sources(read_feed(stream.read(LARGEST)), known.path),
    "exchange": lambda stream, known: read_exchange(stream.read(LARGEST), known.path),
    "xml": _refuse_xml,
    "json": lambda stream, known: read_json(stream, known.path),
    "lines": lambda stream, known: read_lines(stream, known.path),
}
_LISTS: frozenset[Kind] = frozenset({"feed", "exchange", "json", "lines"})


def _fill(found: Source | Problem, known: Source) -> Source | Problem:
    if isinstance(found, Problem):
        return found
    filled = {key: getattr(found, key) or getattr(known, key) for key in ("outlet", "language", "captured")}
    return msgspec.structs.replace(found, **filled)

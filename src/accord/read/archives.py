"""WARC files (CC-NEWS, saved pages) → pages, one after another, whatever the size of the file.

Written here rather than taken from fastwarc or warcio: a record is a few lines of headers and a length, and one file
without a dependency reads it in memory bounded by one page.
"""

import re
from collections.abc import Collection, Iterator
from typing import BinaryIO, NamedTuple

from accord.errors import AccordError, InputError
from accord.model.problems import Problem
from accord.model.reports import Source
from accord.read.html.days import read_stamp
from accord.read.html.pages import LARGEST
from accord.read.kinds import HEAD, find_kind
from accord.read.packing import Packing, unpack, unpack_whole

_LINE = 65_536
"""Bytes within which a line of a header ends."""
_HEADERS = 500
"""Lines of headers that a record may have."""
_PAGE = re.compile(r"(?i)text/html|application/xhtml|application/(?:rss|atom)")
_SIZE = re.compile(rb"\s*([0-9a-fA-F]{1,8})[^\r\n]{0,100}\r\n")
_CHUNK = 1 << 20
_CODINGS: dict[str, Packing] = {
    "gzip": "gzip",
    "x-gzip": "gzip",
    "deflate": "deflate",
    "br": "brotli",
    "zstd": "zstd",
}
_PLAIN = frozenset({"", "identity", "none", "utf-8"})

Headers = dict[str, str]


class Record(NamedTuple):
    """One WARC record: its headers in lower case, and its content; None where that was too large to keep."""

    headers: Headers
    content: bytes | None

    @property
    def address(self) -> str:
        """The address that was fetched; empty for records of none."""
        return self.headers.get("warc-target-uri", "").strip("<>")


class Answer(NamedTuple):
    """What a host answered: its status, headers in lower case, and the body as it came."""

    status: int
    headers: Headers
    body: bytes


def read_warc(stream: BinaryIO, name: str, *, only: Collection[str] | None = None) -> Iterator[Source | Problem]:
    """Yield the HTML pages and feeds of an unpacked WARC file, and a Problem for each that can't be had.

    The path of a page is the file's name, `#` and its place among the records, counted from 1. Requests, metadata and
    other kinds of content are passed over; a file that breaks off ends with a Problem. With `only`, pages of these
    addresses are read and nothing else, whatever they are.
    """
    number = 0
    try:
        for number, record in enumerate(read_records(stream), 1):
            if record.headers.get("warc-type") not in ("response", "resource"):
                continue
            if only is not None and record.address not in only:
                continue
            try:
                page = _read_page(record, f"{name}#{number}", is_asked=only is not None)
            except AccordError as error:
                yield Problem("read", f"{record.address or 'a record'} {error}", path=f"{name}#{number}")
                continue
            if page is not None:
                yield page
                if why := record.headers.get("warc-truncated"):
                    yield Problem("read", f"{record.address} was cut short when it was kept: {why}", path=page.path)
    except (AccordError, EOFError, OSError) as error:
        yield Problem("read", f"breaks off after record {number}: {error}", path=name)


def read_records(stream: BinaryIO) -> Iterator[Record]:
    """Yield the records of an unpacked WARC file; InputError where what comes is none."""
    while True:
        line = stream.readline(_LINE)
        while line in (b"\r\n", b"\n"):
            line = stream.readline(_LINE)
        if not line:
            return
        if not line.startswith(b"WARC/"):
            raise InputError("is no WARC record")
        headers = _read_headers(stream)
        length = headers.get("content-length", "")
        if not (length.isascii() and length.isdigit() and len(length) < 20):
            raise InputError("has a record without a length")
        yield Record(headers, _take(stream, int(length)))


def open_records(stream: BinaryIO) -> Iterator[Record]:
    """Yield the records of a WARC file as it lies on a disk, plain or packed."""
    kind = find_kind(stream.read(HEAD), "")
    stream.seek(0)
    yield from read_records(unpack(stream, kind) if kind in ("gzip", "zstd") else stream)


def _read_headers(stream: BinaryIO) -> Headers:
    headers: Headers = {}
    for _ in range(_HEADERS):
        line = stream.readline(_LINE).decode("utf-8", "replace").strip()
        if not line:
            return headers
        key, _, value = line.partition(":")
        headers.setdefault(key.strip().lower(), value.strip())
    raise InputError(f"has a record with more than {_HEADERS} headers")


def _take(stream: BinaryIO, length: int) -> bytes | None:
    """Read a record's content; pass over one that is too large in pieces."""
    if length < LARGEST:
        content = stream.read(length)
        if len(content) < length:
            raise InputError("its last record is cut short")
        return content
    while length > 0:
        piece = stream.read(min(length, _CHUNK))
        if not piece:
            raise InputError("its last record is cut short")
        length -= len(piece)
    return None


def _read_page(record: Record, path: str, *, is_asked: bool) -> Source | None:
    """Return the page of a record, None where it is no page that was found."""
    kind = record.headers.get("content-type", "")
    if record.content is None:
        raise InputError(f"is over the limit of {LARGEST / 1e6:.0f} MB")
    body, told = record.content, kind
    if record.headers.get("warc-type") == "response":
        if not kind.startswith("application/http"):
            return None
        answer = read_answer(record.content)
        told = answer.headers.get("content-type", "text/html")
        if answer.status != 200:
            return None
        if is_asked or _PAGE.search(told):
            body = decode_body(answer.body, answer.headers)
    if not (is_asked or (_PAGE.search(told) and body.strip())):
        return None
    when = read_stamp(record.headers.get("warc-date", ""))
    return Source(path=path, data=body, url=record.address or None, captured=when)


def read_answer(content: bytes) -> Answer:
    """Read an HTTP response as it is kept in a record; one that is none has status 0."""
    head, _, body = content.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    parts = first.split(" ", 2)
    headers: Headers = {}
    for line in lines[:_HEADERS]:
        key, _, value = line.partition(":")
        headers.setdefault(key.strip().lower(), value.strip())
    is_status = len(parts) > 1 and len(parts[1]) == 3 and parts[1].isascii() and parts[1].isdigit()
    return Answer(int(parts[1]) if is_status else 0, headers, body)


def decode_body(body: bytes, headers: Headers) -> bytes:
    r"""Undo the transfer and content encodings of an HTTP body; InputError where it would grow beyond `LARGEST`.

    >>> decode_body(b"4\r\nTalk\r\n1\r\ns\r\n0\r\n\r\n", {"transfer-encoding": "chunked"})
    b'Talks'
    """
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _join_chunks(body)
    codings = [coding.strip() for coding in headers.get("content-encoding", "").lower().split(",")]
    for coding in reversed(codings[-3:]):
        if not body or body.lstrip()[:1] == b"<":  # some archives keep the header and undo the encoding
            return body
        packing = "gzip" if body.startswith(b"\x1f\x8b") else _CODINGS.get(coding)
        if packing:
            body = unpack_whole(body, packing)
        elif coding not in _PLAIN:
            raise InputError(f"is compressed as {coding}, which is not read")
    return body


def _join_chunks(body: bytes) -> bytes:
    out: list[bytes] = []
    at = 0
    while match := _SIZE.match(body, at):
        size = int(match[1], 16)
        if not size:
            break
        out.append(body[match.end() : match.end() + size])
        at = match.end() + size
    return b"".join(out) if out else body  # some archives keep the header and undo the chunks

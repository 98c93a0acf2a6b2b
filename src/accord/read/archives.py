"""WARC files (CC-NEWS, saved pages) → pages, one after another, whatever the size of the file.

Written here rather than taken from fastwarc or warcio: a record is a few lines of headers and a length, and one file
without a dependency reads it in memory bounded by one page.
"""

import gzip
import io
import re
import zlib
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple, cast

from accord.errors import InputError
from accord.model.problems import Problem
from accord.model.reports import Source
from accord.read.html.pages import LARGEST

_GZIP = b"\x1f\x8b"
_LINE = 65_536
"""Bytes within which a line of a header ends."""
_HEADERS = 500
"""Lines of headers that a record may have."""
_PAGE = re.compile(r"(?i)text/html|application/xhtml")
_CHUNK = 1 << 20

Headers = dict[str, str]


class Record(NamedTuple):
    """One WARC record: its headers in lower case, and its content; None where that was too large to keep."""

    headers: Headers
    content: bytes | None


def read_warc(stream: BinaryIO, name: str) -> Iterator[Source | Problem]:
    """Yield the HTML pages of a WARC file, plain or gzipped by record, and a Problem for each that can't be had.

    The path of a page is the file's name, `#` and its place among the records, counted from 1. Requests, metadata and
    other kinds of content are passed over; a file that breaks off ends with a Problem.
    """
    number = 0
    try:
        for number, record in enumerate(read_records(stream), 1):
            if record.headers.get("warc-type") not in ("response", "resource"):
                continue
            try:
                page = _read_page(record, f"{name}#{number}")
            except InputError as error:
                yield Problem("read", str(error), path=f"{name}#{number}")
                continue
            if page is not None:
                yield page
    except (InputError, EOFError, OSError, zlib.error) as error:
        yield Problem("read", f"breaks off after record {number}: {error}", path=name)


def read_records(stream: BinaryIO) -> Iterator[Record]:
    """Yield the records of a WARC file; InputError where what comes is none."""
    buffered = io.BufferedReader(cast(io.RawIOBase, stream), _CHUNK)
    is_packed = buffered.peek(2)[:2] == _GZIP
    source = cast(BinaryIO, gzip.GzipFile(fileobj=buffered, mode="rb") if is_packed else buffered)
    while True:
        line = source.readline(_LINE)
        while line in (b"\r\n", b"\n"):
            line = source.readline(_LINE)
        if not line:
            return
        if not line.startswith(b"WARC/"):
            raise InputError("is no WARC record")
        headers = _read_headers(source)
        length = headers.get("content-length", "")
        if not length.isdigit():
            raise InputError("has a record without a length")
        yield Record(headers, _take(source, int(length)))


def _read_headers(source: BinaryIO) -> Headers:
    headers: Headers = {}
    for _ in range(_HEADERS):
        line = source.readline(_LINE).decode("utf-8", "replace").strip()
        if not line:
            return headers
        key, _, value = line.partition(":")
        headers.setdefault(key.strip().lower(), value.strip())
    raise InputError(f"has a record with more than {_HEADERS} headers")


def _take(source: BinaryIO, length: int) -> bytes | None:
    """Read a record's content; pass over one that is too large in pieces."""
    if length < LARGEST:
        content = source.read(length)
        if len(content) < length:
            raise InputError("its last record is cut short")
        return content
    while length > 0:
        piece = source.read(min(length, _CHUNK))
        if not piece:
            raise InputError("its last record is cut short")
        length -= len(piece)
    return None


def _read_page(record: Record, path: str) -> Source | None:
    """Return the page of a record, None where it is no HTML page that was found."""
    kind = record.headers.get("content-type", "")
    if record.content is None:
        raise InputError(f"over the limit of {LARGEST / 1e6:.0f} MB")
    body, told = record.content, kind
    if record.headers.get("warc-type") == "response":
        if not kind.startswith("application/http"):
            return None
        head, _, body = record.content.partition(b"\r\n\r\n")
        status, headers = _parse_head(head)
        told = headers.get("content-type", "text/html")
        if status != 200:
            return None
        if _PAGE.search(told):
            body = decode_body(body, headers)
    if not _PAGE.search(told) or not body.strip():
        return None
    return Source(path=path, data=body, url=record.headers.get("warc-target-uri", "").strip("<>") or None)


def _parse_head(head: bytes) -> tuple[int, Headers]:
    first, *lines = head.decode("latin-1").split("\r\n")
    parts = first.split(" ", 2)
    headers: Headers = {}
    for line in lines[:_HEADERS]:
        key, _, value = line.partition(":")
        headers.setdefault(key.strip().lower(), value.strip())
    return (int(parts[1]) if len(parts) > 1 and parts[1].isdigit() else 0), headers


def decode_body(body: bytes, headers: Headers) -> bytes:
    r"""Undo the transfer and content encodings of an HTTP body; InputError where it would grow beyond `LARGEST`.

    >>> decode_body(b"4\r\nTalk\r\n1\r\ns\r\n0\r\n\r\n", {"transfer-encoding": "chunked"})
    b'Talks'
    """
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _join_chunks(body)
    encoding = headers.get("content-encoding", "identity").lower().strip()
    if encoding in ("gzip", "x-gzip") or body[:2] == _GZIP:
        return _inflate(body, 31)
    if encoding == "deflate":
        return _inflate(body, 15 if body[:1] == b"\x78" else -15)
    if encoding in ("identity", "", "utf-8", "none"):
        return body
    if body.lstrip()[:1] == b"<":  # some archives keep the header and undo the encoding
        return body
    raise InputError(f"is compressed as {encoding}, which is not read")


def _join_chunks(body: bytes) -> bytes:
    out: list[bytes] = []
    at = 0
    while match := re.compile(rb"\s*([0-9a-fA-F]{1,8})[^\r\n]{0,100}\r\n").match(body, at):
        size = int(match[1], 16)
        if not size:
            break
        out.append(body[match.end() : match.end() + size])
        at = match.end() + size
    return b"".join(out) if out else body  # some archives keep the header and undo the chunks


def _inflate(body: bytes, bits: int) -> bytes:
    inflater = zlib.decompressobj(bits)
    try:
        whole = inflater.decompress(body, LARGEST)
    except zlib.error as error:
        raise InputError(f"can't be decompressed: {error}") from error
    if inflater.unconsumed_tail:
        raise InputError(f"decompresses to more than {LARGEST / 1e6:.0f} MB")
    return whole

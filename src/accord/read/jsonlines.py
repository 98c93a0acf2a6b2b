"""JSON → inputs: one object a line, a list of objects, or one object; Accord's own, an extractor's, a feed or ninjs."""

import codecs
import hashlib
import json
import re
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from accord.errors import InputError
from accord.model.problems import Problem
from accord.model.reports import Source
from accord.read.decoding import LARGEST, decode
from accord.read.exchange import is_ninjs, read_ninjs
from accord.read.extractors import map_entry
from accord.read.feeds import to_sources
from accord.read.jsonfeeds import is_json_feed, read_json_feed
from accord.read.metadata import KEYS, as_edtf, check_values

Found = Iterator[Source | Problem]
Entry = dict[str, object]

_CHUNK = 1 << 20
_BETWEEN = re.compile(r"[\s,]*")


def read_json(stream: BinaryIO, name: str) -> Found:
    """Yield the reports of a JSON file, whatever its layout; InputError where it is none."""
    first = stream.readline(LARGEST)
    entry = _parse(first)
    if entry is not None:
        rest = stream.readline(LARGEST)
        while rest.isspace():
            rest = stream.readline(LARGEST)
        if not rest:
            yield from _read_entry(entry, name, "")
            return
        yield from read_lines(stream, name, first=[first, rest])
    elif first.removeprefix(codecs.BOM_UTF8).lstrip()[:1] == b"[":
        yield from _read_list(stream, name, first)
    else:
        whole = first + stream.read(max(0, LARGEST - len(first)))
        yield from _read_entry(_parse_whole(whole), name, "")


def read_lines(stream: BinaryIO, name: str, *, first: list[bytes] | None = None) -> Found:
    """Yield the reports of JSON lines and a Problem for each line that is none; blank lines are nothing.

    The path of a report is the file's name, `:` and its id; that of a bad line its number in the id's place.
    """
    is_empty = True
    seen: set[bytes] = set()
    for number, line in enumerate(_lines(stream, first or []), 1):
        if not line.strip():
            continue
        is_empty = False
        try:
            found = list(_read_entry(_parse_whole(line), name, f":{number}"))
        except InputError as error:
            yield Problem("read", str(error), path=f"{name}:{number}")
            continue
        for one in found:
            digest = _digest(one)
            if digest in seen:
                yield Problem("read", f"line {number}: the same report again, read once", path=one.path)
                continue
            seen.add(digest)
            yield one
    if is_empty:
        yield Problem("read", "no JSON line came in", path=name)


def _digest(found: Source | Problem) -> bytes:
    return hashlib.sha256(repr(found).encode()).digest()


def _lines(stream: BinaryIO, first: list[bytes]) -> Iterator[bytes]:
    """Yield lines, none longer than the limit: the rest of a longer one is passed over."""
    yield from first
    while line := stream.readline(LARGEST):
        yield line
        while len(line) >= LARGEST and not line.endswith(b"\n"):
            line = stream.readline(LARGEST)


def _parse(data: bytes) -> Entry | None:
    try:
        return _parse_whole(data)
    except InputError:
        return None


def _parse_whole(line: bytes) -> Entry:
    if len(line) >= LARGEST:
        raise InputError(f"{len(line) / 1e6:.0f} MB, over the limit of {LARGEST / 1e6:.0f} MB")
    try:
        entry = json.loads(decode(line)[0])
    except (ValueError, RecursionError) as error:
        raise InputError(f"is no JSON: {error}") from error
    if not isinstance(entry, dict):
        raise InputError("is no report: an object with a text is asked for")
    return entry


def _read_list(stream: BinaryIO, name: str, first: bytes) -> Found:
    """Yield the reports of a list of objects, one after another, whatever the size of the file."""
    number = 0
    try:
        for number, entry in enumerate(_items(stream, first), 1):
            try:
                if not isinstance(entry, dict):
                    raise InputError("is no report: an object with a text is asked for")
                yield from _read_entry(entry, name, f":{number}")
            except InputError as error:
                yield Problem("read", str(error), path=f"{name}:{number}")
    except InputError as error:
        yield Problem("read", f"breaks off after {number} reports: {error}", path=name)
    else:
        if not number:
            yield Problem("read", "is an empty list", path=name)


def _items(stream: BinaryIO, first: bytes) -> Iterator[object]:
    """Yield the items of a list as they come; what is read ahead of them is bounded."""
    decoder, reading = codecs.getincrementaldecoder("utf-8-sig")("replace"), json.JSONDecoder()
    text = decoder.decode(first).lstrip()[1:]
    at = 0
    while True:
        at = _end(text, at)
        if text[at : at + 1] == "]":
            return
        try:
            item, at = reading.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            piece = stream.read(max(_CHUNK, len(text) - at)) if isinstance(error, ValueError) else b""
            if not piece or len(text) - at > LARGEST:
                raise InputError(f"is no JSON: {error}") from error
            text, at = text[at:] + decoder.decode(piece), 0
            continue
        yield item


def _end(text: str, at: int) -> int:
    match = _BETWEEN.match(text, at)
    return match.end() if match else at


def _read_entry(entry: Entry, name: str, place: str) -> Found:
    """Yield what one object holds: a feed's items, an agency's item, or a report."""
    if is_json_feed(entry):
        yield from to_sources(read_json_feed(entry), name + place.replace(":", "#"))
    elif is_ninjs(entry):
        yield read_ninjs(entry, name + place)
    else:
        yield from _read_report(map_entry(entry), name, place)


def _read_report(entry: Entry, name: str, place: str) -> Found:
    told = entry.get("id")
    if not isinstance(entry.get("text"), str):
        raise InputError("is no report: an object with a text is asked for")
    if told is not None and not isinstance(told, str | int):
        raise InputError("is no report: its id is neither text nor a number")
    values, wrong = check_values({key: entry[key] for key in KEYS if key in entry})
    own = str(told).encode("utf-8", "replace").decode() if told not in (None, "") else None
    path = f"{name}:{own}" if own else name + place
    yield from (Problem("read", f"{place[1:] and f'line {place[1:]}: '}{reason}", path=path) for reason in wrong)
    when = as_edtf(str(entry.get("captured", "")))
    yield msgspec.convert({**values, "path": path, "text": entry["text"], "id": own, "captured": when}, Source)

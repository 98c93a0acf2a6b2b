"""Zip archives → the files in them."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, NamedTuple, cast

from accord.errors import InputError
from accord.read.kinds import is_input
from accord.read.packing import CHUNK, as_stream, check_growth

LARGEST_LIST = 10_000_000
"""Bytes of the list of files that an archive may have: some hundred thousand files."""
_OFFICE = frozenset({"[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF"})
_END = b"PK\x05\x06"
# what `zipfile` lets through of a broken archive: a bad offset is a ValueError, a cut field a struct.error
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError)


class Member(NamedTuple):
    """A file in an archive, or why it can't be read."""

    path: str
    stream: BinaryIO | None
    reason: str = ""


def read_zip(stream: BinaryIO, name: str) -> Iterator[Member]:
    """Yield the files of a zip archive that may be reports, by their names; InputError where it is none or a bomb.

    Files whose kind no folder would give and hidden ones are passed over.
    """
    size = stream.seek(0, 2)
    _check_list(stream, size)
    try:
        archive = zipfile.ZipFile(stream)
    except _BROKEN as error:
        raise InputError(f"is a broken zip archive: {error}") from error
    unpacked = _Unpacked(size)
    for entry in _choose(archive):
        path = f"{name}/{entry.filename.lstrip('/')}"
        try:
            yield Member(path, as_stream(unpacked.watch(cast(BinaryIO, archive.open(entry)))))
        except _BROKEN as error:
            yield Member(path, None, f"can't be read from its zip archive: {error}")


def _choose(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    entries = sorted(archive.infolist(), key=lambda entry: entry.filename)
    if not _OFFICE.isdisjoint(entry.filename for entry in entries):
        raise InputError("is an office document or a book, not text; save the report as plain text")
    wanted = [entry for entry in entries if not entry.is_dir() and is_input(PurePosixPath(entry.filename))]
    if not wanted:
        raise InputError("is a zip archive without reports")
    return wanted


class _Unpacked:
    """Counts what all files of an archive have given: a bomb may lie in many of them."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._given = 0

    def watch(self, member: BinaryIO) -> Iterator[bytes]:
        """Pass the bytes of one file on."""
        try:
            while piece := member.read(CHUNK):
                self._given += len(piece)
                check_growth(self._size, self._given)
                yield piece
        except _BROKEN as error:
            raise InputError(f"is broken in its zip archive: {error}") from error


def _check_list(stream: BinaryIO, size: int) -> None:
    """Refuse an archive whose list of files alone would fill the memory."""
    stream.seek(max(0, size - 65_557))
    tail = stream.read()
    at = tail.rfind(_END)
    length = int.from_bytes(tail[at + 12 : at + 16], "little") if at >= 0 else 0
    stream.seek(0)
    if length > LARGEST_LIST:
        raise InputError(f"is a zip archive whose list of files is over {LARGEST_LIST / 1e6:.0f} MB")

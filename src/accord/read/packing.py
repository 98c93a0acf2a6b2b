"""Compressed bytes → what they hold, as a stream, with an end put to what grows without bound.

gzip and deflate need nothing; zstd and brotli need `accord[web]`.
"""

import io
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO, Literal, cast

from accord.errors import InputError, MissingExtraError
from accord.read.decoding import LARGEST

Packing = Literal["gzip", "deflate", "zstd", "brotli"]
Pieces = Iterator[bytes]

CHUNK = 1 << 17
"""Bytes taken in and given out at a time."""
FREE = 100_000_000
"""Bytes that any file may unpack to."""
GROWTH = 250
"""Times its packed size that a file may unpack to beyond that: pages shrink to a tenth, a bomb to a thousandth."""
_WINDOW = 1 << 27  # bytes that zstd may look back, what its own command line allows


class Flow(io.RawIOBase):
    """Pieces of bytes as a stream; wrap it in `io.BufferedReader` to read lines."""

    def __init__(self, pieces: Pieces) -> None:
        super().__init__()
        self._pieces = pieces
        self._rest = memoryview(b"")

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]  # any writable buffer is given
        """Fill a buffer with what comes next; 0 at the end."""
        while not self._rest:
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._rest = memoryview(piece)
        size = min(len(buffer), len(self._rest))
        buffer[:size] = self._rest[:size]
        self._rest = self._rest[size:]
        return size


class Meter:
    """Counts the packed bytes that were taken and stops what unpacks to far more than any text does."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.taken = 0
        self.given = 0

    def read(self, size: int = CHUNK) -> bytes:
        """Read packed bytes."""
        data = self._stream.read(size)
        self.taken += len(data)
        return data

    def watch(self, pieces: Pieces) -> Pieces:
        """Pass unpacked bytes on; InputError where there are too many."""
        for piece in pieces:
            self.given += len(piece)
            check_growth(self.taken, self.given)
            yield piece


def check_growth(packed: int, unpacked: int) -> None:
    """Raise InputError where a file of so many packed bytes has given too many."""
    if unpacked > FREE + GROWTH * packed:
        raise InputError(f"unpacks to more than {GROWTH} times its size, as no text does: a decompression bomb")


def unpack(stream: BinaryIO, packing: Packing) -> BinaryIO:
    """Return what a compressed stream holds; reading it raises InputError where it is broken or grows too much."""
    meter = Meter(stream)
    return as_stream(meter.watch(_UNPACK[packing](meter)))


def as_stream(pieces: Pieces) -> BinaryIO:
    """Return pieces of bytes as one stream with lines."""
    return cast(BinaryIO, io.BufferedReader(Flow(pieces), CHUNK))


def unpack_whole(data: bytes, packing: Packing) -> bytes:
    """Return what compressed bytes hold; InputError where that is `LARGEST` bytes or more.

    >>> unpack_whole(zlib.compress(b"Talks"), "deflate")
    b'Talks'
    """
    whole = unpack(io.BytesIO(data), packing).read(LARGEST)
    if len(whole) >= LARGEST:
        raise InputError(f"decompresses to more than {LARGEST / 1e6:.0f} MB")
    return whole


def _gunzip(meter: Meter) -> Pieces:
    """Unpack members one after another, as WARC files have one a record; zeros behind the last are padding."""
    rest = meter.read()
    while rest:
        if not rest.startswith(b"\x1f"):
            raise InputError("holds something else behind its gzip data")
        inflater = zlib.decompressobj(31)
        yield from _inflate(meter, inflater, rest)
        rest = (inflater.unused_data or meter.read()).lstrip(b"\0")


def _undeflate(meter: Meter) -> Pieces:
    """Unpack what HTTP calls deflate: zlib's format or, from some servers, the bare one."""
    first = meter.read()
    yield from _inflate(meter, zlib.decompressobj(15 if first[:1] == b"\x78" else -15), first)


def _inflate(meter: Meter, inflater: "zlib._Decompress", data: bytes) -> Pieces:
    try:
        while not inflater.eof:
            piece = inflater.decompress(data, CHUNK)
            data = inflater.unconsumed_tail or (b"" if inflater.eof else meter.read())
            if not (piece or data or inflater.eof):
                raise InputError("is compressed and breaks off")
            yield piece
    except zlib.error as error:
        raise InputError(f"can't be decompressed: {error}") from error


def _unzstd(meter: Meter) -> Pieces:
    try:
        import zstandard
    except ImportError as error:
        raise MissingExtraError("is compressed with zstd: pip install 'accord[web]'") from error
    packed = cast(BinaryIO, meter)  # of a stream it only reads
    reader = zstandard.ZstdDecompressor(max_window_size=_WINDOW).stream_reader(packed, CHUNK, read_across_frames=True)
    try:
        while piece := reader.read(CHUNK):
            yield piece
    except zstandard.ZstdError as error:
        raise InputError(f"can't be decompressed: {error}") from error


def _unbrotli(meter: Meter) -> Pieces:
    try:
        import brotli
    except ImportError as error:
        raise MissingExtraError("is compressed with brotli: pip install 'accord[web]'") from error
    unpacker = brotli.Decompressor()
    try:
        while not unpacker.is_finished():
            data = meter.read() if unpacker.can_accept_more_data() else b""
            piece = unpacker.process(data, output_buffer_limit=CHUNK)
            if not (piece or data or unpacker.is_finished()):
                raise InputError("is compressed and breaks off")
            yield piece
    except brotli.error as error:
        raise InputError(f"can't be decompressed: {error}") from error


_UNPACK: dict[Packing, Callable[[Meter], Pieces]] = {
    "gzip": _gunzip,
    "deflate": _undeflate,
    "zstd": _unzstd,
    "brotli": _unbrotli,
}

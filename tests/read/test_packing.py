import gzip
import io
import zlib

import pytest

from accord.errors import InputError
from accord.read.packing import Packing, unpack, unpack_whole

brotli = pytest.importorskip("brotli")
zstandard = pytest.importorskip("zstandard")
TEXT = b"The talks ended on Friday, the hosts said, and nobody was surprised.\n" * 4000
NOUGHT = bytes(64_000_000)


def pack(data: bytes, packing: Packing) -> bytes:
    ways = {
        "gzip": gzip.compress,
        "deflate": zlib.compress,
        "zstd": zstandard.ZstdCompressor().compress,
        "brotli": lambda data: brotli.compress(data, quality=1),
    }
    return bytes(ways[packing](data))


PACKINGS: list[Packing] = ["gzip", "deflate", "zstd", "brotli"]


@pytest.mark.parametrize("packing", PACKINGS)
def test_what_was_packed_is_unpacked(packing: Packing) -> None:
    assert unpack_whole(pack(TEXT, packing), packing) == TEXT
    assert unpack(io.BytesIO(pack(TEXT, packing)), packing).readline() == TEXT[:69]


@pytest.mark.parametrize("packing", PACKINGS)
def test_a_bomb_is_not_unpacked_beyond_the_limit(packing: Packing) -> None:
    with pytest.raises(InputError, match="decompresses to more than 20 MB"):
        unpack_whole(pack(NOUGHT, packing), packing)


@pytest.mark.parametrize("packing", PACKINGS)
def test_a_stream_that_grows_as_no_text_does_is_stopped(packing: Packing) -> None:
    stream = unpack(io.BytesIO(pack(bytes(200_000_000), packing)), packing)
    with pytest.raises(InputError, match="bomb"):
        sum(len(piece) for piece in iter(lambda: stream.read(1 << 20), b""))


@pytest.mark.parametrize("packing", PACKINGS)
def test_what_is_cut_short_or_broken_is_told(packing: Packing) -> None:
    packed = pack(bytes(range(256)) * 4000, packing)
    for broken in (packed[:2] + b"\xff" * 40, b"\xff\x00\xff" * 9):
        with pytest.raises(InputError, match=r"breaks off|can't be decompressed|something else"):
            unpack_whole(broken, packing)


@pytest.mark.parametrize("packing", ["gzip", "deflate", "brotli"])
def test_a_stream_that_breaks_off_is_told(packing: Packing) -> None:
    with pytest.raises(InputError, match="breaks off"):
        unpack_whole(pack(TEXT, packing)[:-5], packing)


def test_members_follow_one_another_and_padding_is_none() -> None:
    assert unpack_whole(gzip.compress(b"one ") + gzip.compress(b"two") + bytes(512), "gzip") == b"one two"
    with pytest.raises(InputError, match="something else"):
        unpack_whole(gzip.compress(b"one") + b"two", "gzip")

import gzip
import json
from pathlib import Path

import pytest

from accord.errors import InputError
from accord.read.listings import read_addresses
from tests.read.test_feeds import RSS, SITEMAP

FEED = {"version": "https://jsonfeed.org/version/1.1", "items": [{"url": "https://herald.example/1"}]}


@pytest.mark.parametrize(
    "data",
    [
        SITEMAP.encode(),
        gzip.compress(SITEMAP.encode()),
        json.dumps(FEED).encode(),
        b"# to read\nhttps://herald.example/1\n\nhttps://herald.example/1\n",
    ],
    ids=["sitemap", "packed", "json", "lines"],
)
def test_a_file_lists_its_addresses(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "list").write_bytes(data)
    assert read_addresses(tmp_path / "list") == ("https://herald.example/1",)


def test_a_feed_lists_its_articles(tmp_path: Path) -> None:
    (tmp_path / "list").write_text(RSS)
    assert read_addresses(tmp_path / "list") == tuple(f"https://herald.example/{number}" for number in (1, 2, 3))


@pytest.mark.parametrize("data", [b"", b"Talks end.", b'{"a": ', b"\x89PNG" + bytes(99), gzip.compress(b"x")])
def test_what_lists_nothing_is_told(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "list").write_bytes(data)
    with pytest.raises(InputError):
        read_addresses(tmp_path / "list")

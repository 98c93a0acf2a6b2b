import gzip
import io
import json
import zipfile
from collections.abc import Callable

import pytest

from accord.model.problems import Problem
from accord.model.reports import Source
from accord.read import packing
from accord.read.containers import read_container
from accord.read.decoding import LARGEST
from tests.read.test_archives import HTML, response
from tests.read.test_exchange import NEWSML, NINJS, NITF
from tests.read.test_feeds import RSS, SITEMAP

brotli = pytest.importorskip("brotli")
zstandard = pytest.importorskip("zstandard")
TEXT = b"Talks end\n\nThe talks ended on Friday, the hosts said.\n"
ENTRY = {"id": "k", "title": "Talks end", "maintext": "They ended.", "source_domain": "herald.example"}


def read(data: bytes, name: str = "file.dat", *, outlet: str | None = None) -> list[Source | Problem]:
    return list(read_container(io.BytesIO(data), Source(path=name, outlet=outlet, language="en")))


def lines(*entries: object) -> bytes:
    return "\n".join(map(json.dumps, entries)).encode()


KINDS: dict[str, tuple[bytes, list[str]]] = {
    "text": (TEXT, ["file.dat"]),
    "text with a bracket": (b"[Photo: K. Ode] Leaders meet", ["file.dat"]),
    "page": (HTML, ["file.dat"]),
    "xhtml": (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x" "y">' + HTML, ["file.dat"]),
    "warc": (response(HTML) * 2, ["file.dat#1", "file.dat#2"]),
    "feed": (RSS.encode(), ["file.dat#1", "file.dat#2"]),
    "newsml": (NEWSML.encode(), ["file.dat"]),
    "nitf": (b"<!-- sent -->\n" + NITF.encode(), ["file.dat"]),
    "ninjs": (json.dumps(NINJS).encode(), ["file.dat"]),
    "ninjs, laid out": (json.dumps(NINJS, indent=1).encode(), ["file.dat"]),
    "one object": (lines(ENTRY), ["file.dat:k"]),
    "lines": (lines(ENTRY, {"text": "Another."}), ["file.dat:k", "file.dat:2"]),
    "lines of ninjs": (lines(NINJS, {**NINJS, "uri": "urn:agency:2"}), ["file.dat:1", "file.dat:2"]),
    "a list": (json.dumps([ENTRY, {"text": "Another."}], indent=2).encode(), ["file.dat:k", "file.dat:2"]),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_is_told_by_its_content(kind: str) -> None:
    data, paths = KINDS[kind]
    assert [one.path for one in read(data) if isinstance(one, Source)] == paths


PACK: dict[str, Callable[[bytes], bytes]] = {
    "x.gz": gzip.compress,
    "x.zst": lambda data: zstandard.ZstdCompressor().compress(data),
    "x.br": lambda data: bytes(brotli.compress(data)),
    "twice.gz": lambda data: gzip.compress(gzip.compress(data)),
}


@pytest.mark.parametrize("name", PACK)
@pytest.mark.parametrize("kind", ["text", "page", "warc", "feed", "lines"])
def test_a_packed_file_is_read_as_what_it_holds(name: str, kind: str) -> None:
    data, paths = KINDS[kind]
    found = [one.path for one in read(PACK[name](data), name) if isinstance(one, Source)]
    assert found == [path.replace("file.dat", name) for path in paths]


def packed(**files: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def test_a_zip_archive_is_read_like_a_folder() -> None:
    files = {
        "b/story.txt": TEXT,
        "a.html": HTML,
        "picture.png": b"\x89PNG",
        "__MACOSX/a.html": b"x",
        "w.warc.gz": gzip.compress(response(HTML)),
    }
    found = read(packed(**files), "all.zip")
    assert [one.path for one in found] == ["all.zip/a.html", "all.zip/b/story.txt", "all.zip/w.warc.gz#1"]


def test_what_is_known_of_a_file_fills_gaps_alone() -> None:
    found = read(RSS.encode(), "feed.xml", outlet="The Desk")
    sources = [one for one in found if isinstance(one, Source)]
    assert [(one.outlet, one.language) for one in sources] == [("The Herald", "en-gb"), ("World digest", "en-gb")]
    (line,) = read(lines({"text": "Talks end."}), "items.jsonl", outlet="The Desk")
    assert isinstance(line, Source)
    assert (line.outlet, line.language) == ("The Desk", "en")


def test_a_broken_line_costs_itself_alone() -> None:
    found = read(lines(ENTRY) + b"\n{broken\n" + lines({"text": "Another."}), "items.jsonl")
    assert [one.path for one in found] == ["items.jsonl:k", "items.jsonl:2", "items.jsonl:3"]
    assert isinstance(found[1], Problem)


def test_a_list_is_read_to_where_it_breaks_off() -> None:
    *found, last = read(json.dumps([ENTRY, {"text": "Another."}]).encode()[:-3])
    assert [one.path for one in found] == ["file.dat:k"]
    assert isinstance(last, Problem)
    assert last.reason.startswith("breaks off after 1 report")


def nest(times: int) -> bytes:
    data = TEXT
    for _ in range(times):
        data = gzip.compress(data)
    return data


def encrypted() -> bytes:
    data = bytearray(packed(**{"a.txt": TEXT}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def misplaced() -> bytes:
    """A zip whose list says that its file lies behind its end."""
    data = bytearray(packed(**{"a.txt": TEXT}))
    at = data.index(b"PK\x01\x02") + 42
    data[at : at + 4] = b"\xff\xff\xff\x7f"
    return bytes(data)


def cut_list() -> bytes:
    """A zip whose end says that its list of files is longer than the file."""
    data = bytearray(packed(**{"a.txt": TEXT}))
    at = data.index(b"PK\x05\x06") + 12
    data[at : at + 4] = (900_000).to_bytes(4, "little")
    return bytes(data)


BAD: dict[str, tuple[bytes, str]] = {
    "a bomb in gzip": (gzip.compress(bytes(4_000_000)), "bomb"),
    "a bomb of lines": (gzip.compress(lines(ENTRY) + b"\n" * 4_000_000), "bomb"),
    "a bomb in zip": (packed(**{f"{n}.txt": bytes(1_000_000) for n in range(4)}), "bomb"),
    "packed too often": (nest(5), "packed more than 3 times over"),
    "an office document": (packed(**{"[Content_Types].xml": b"<x/>", "a.txt": TEXT}), "office document"),
    "a zip in a zip": (packed(**{"a.txt": packed(**{"b.txt": TEXT})}), "inside another archive"),
    "an empty zip": (packed(), "zip archive without reports"),
    "a broken zip": (packed(**{"a.txt": TEXT})[:60], "broken zip"),
    "an encrypted file": (encrypted(), "encrypted"),
    "a zip that points beyond itself": (misplaced(), "zip archive"),
    "a zip with a list beyond itself": (cut_list(), "broken zip"),
    "XML entities": (b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">]><rss>&a;</rss>', "entities"),
    "a sitemap": (SITEMAP.encode(), "nothing is fetched unless asked for"),
    "other XML": (b'<?xml version="1.0"?><opml/>', "XML of a kind that is not read"),
    "a feed without items": (b"<rss><channel/></rss>", "without items"),
    "no report": (b'{"a": 1}', "is no report"),
    "an empty list": (b"[]", "empty list"),
    "gzip that breaks off": (gzip.compress(response(HTML))[:-30], "breaks off"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_bad_ends_as_a_problem(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "FREE", 1_000_000)
    data, reason = BAD[name]
    last = [one for one in read(data) if isinstance(one, Problem)][-1]
    assert reason in last.reason
    assert "\n" not in last.reason


def test_a_bomb_is_not_taken_whole() -> None:
    (source,) = read(gzip.compress(bytes(60_000_000)))
    assert isinstance(source, Source)
    assert len(source.data) == LARGEST  # which is refused on reading


def test_zip_on_a_pipe_is_told() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    (problem,) = read_container(Pipe(packed(**{"a.txt": TEXT})), Source(path="-"))
    assert isinstance(problem, Problem)
    assert "on a pipe" in problem.reason

import gzip
import io
import zlib

import pytest

from accord.errors import InputError
from accord.model.problems import Problem
from accord.model.reports import Source
from accord.read.archives import decode_body, read_warc
from accord.read.containers import read_container

HTML = b"<html><body><p>The talks ended on Friday, the hosts said, and nobody was surprised.</p></body></html>"


def record(kind: str, content: bytes, *headers: str) -> bytes:
    lines = ["WARC/1.0", f"WARC-Type: {kind}", *headers, f"Content-Length: {len(content)}"]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + content + b"\r\n\r\n"


def response(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    head = "\r\n".join([f"HTTP/1.1 {status}", "Content-Type: text/html", *headers]).encode()
    told = ("WARC-Target-URI: https://herald.example/1", "Content-Type: application/http; msgtype=response")
    return record("response", head + b"\r\n\r\n" + body, *told)


def read(data: bytes) -> list[Source | Problem]:
    return list(read_container(io.BytesIO(data), Source(path="news.warc.gz")))


@pytest.mark.parametrize("pack", [lambda data: data, gzip.compress], ids=["plain", "gzip"])
def test_pages_are_read_and_the_rest_passed_over(pack: object) -> None:
    assert callable(pack)
    parts = [record("warcinfo", b"software: x"), response(HTML), response(HTML, status="404 Not Found"), response(HTML)]
    found = read(b"".join(pack(part) for part in parts))
    assert [one.path for one in found] == ["news.warc.gz#2", "news.warc.gz#4"]
    assert all(isinstance(one, Source) and one.data == HTML for one in found)
    assert isinstance(found[0], Source)
    assert found[0].url == "https://herald.example/1"


def test_encodings_of_the_body_are_undone() -> None:
    chunked = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (HTML[:20], HTML[20:])) + b"0\r\n\r\n"
    assert decode_body(chunked, {"transfer-encoding": "chunked"}) == HTML
    assert decode_body(gzip.compress(HTML), {"content-encoding": "gzip"}) == HTML
    assert decode_body(zlib.compress(HTML), {"content-encoding": "deflate"}) == HTML


def test_a_bomb_is_a_problem_and_the_next_page_is_read() -> None:
    bomb = gzip.compress(b"\0" * 30_000_000)
    found = read(response(bomb, "Content-Encoding: gzip") + response(HTML))
    assert isinstance(found[0], Problem)
    assert found[0].reason == "https://herald.example/1 decompresses to more than 20 MB"
    assert isinstance(found[1], Source)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (response(HTML)[:-60], "cut short"),
        (response(HTML) + b"<html>no warc</html>", "is no WARC record"),
        (gzip.compress(response(HTML))[:-40], "breaks off"),
        (b"WARC/1.0\r\nWARC-Type: response\r\n\r\n", "without a length"),
        (b"WARC/1.0\r\n" + b"A: b\r\n" * 1000, "more than 500 headers"),
    ],
)
def test_a_broken_file_ends_in_a_problem(data: bytes, reason: str) -> None:
    last = read(data)[-1]
    assert isinstance(last, Problem)
    assert reason in last.reason


def test_what_is_not_known_is_refused() -> None:
    with pytest.raises(InputError, match="compressed as compress"):
        decode_body(b"\x8b\x00\x80", {"content-encoding": "compress"})


def test_of_addresses_asked_for_whatever_they_hold_is_read() -> None:
    told = ("WARC-Target-URI: https://herald.example/note", "Content-Type: application/http; msgtype=response")
    note = record("response", b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nTalks end.", *told)
    found = read_warc(io.BytesIO(note + response(HTML)), "w", only={"https://herald.example/note"})
    assert [one.data for one in found if isinstance(one, Source)] == [b"Talks end."]
    assert [one.path for one in read_warc(io.BytesIO(note + response(HTML)), "w")] == ["w#2"]


def test_a_page_that_was_cut_short_when_it_was_kept_is_told() -> None:
    page, problem = read(record("resource", HTML, "Content-Type: text/html", "WARC-Truncated: length"))
    assert isinstance(page, Source)
    assert isinstance(problem, Problem)
    assert problem.reason.endswith("was cut short when it was kept: length")


def test_a_page_is_dated_by_its_record() -> None:
    dated = record("resource", HTML, "Content-Type: text/html", "WARC-Date: 2031-05-16T08:00:00Z")
    (page,) = read(dated)
    assert isinstance(page, Source)
    assert page.captured == "2031-05-16T08:00:00Z"

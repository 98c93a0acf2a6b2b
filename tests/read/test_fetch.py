import contextlib
import gzip
import io
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from accord.errors import InputError
from accord.model.reports import Source
from accord.read.archives import read_warc

pytest.importorskip("httpx")
from accord.read.fetch import AGENT, Fetcher, Limits

PAGE = b"<html><body><p>The talks ended on Friday, the hosts said, and nobody was surprised.</p></body></html>"
ANSWERS: dict[str, tuple[int, bytes, dict[str, str]]] = {
    "/robots.txt": (200, b"User-agent: *\nDisallow: /closed\n", {}),
    "/gzip": (200, gzip.compress(PAGE), {"Content_Type": "text/html", "Content_Encoding": "gzip"}),
    "/bomb": (200, gzip.compress(bytes(40_000_000)), {"Content_Encoding": "gzip"}),
    "/large": (200, bytes(3_000_000), {}),
    "/circle": (302, b"", {"Location": "/back"}),
    "/back": (302, b"", {"Location": "/circle"}),
    "/inside": (302, b"", {"Location": "file:///etc/passwd"}),
    "/missing": (404, PAGE, {}),
}
seen: list[tuple[str, str]] = []


class BadHost(BaseHTTPRequestHandler):
    """Plays every bad host, by path."""

    def log_message(self, *_: object) -> None:
        pass

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        seen.append((self.path, self.headers["User-Agent"]))
        if self.path in ANSWERS:
            status, body, headers = ANSWERS[self.path]
            self.answer(status, body, **headers)
        elif self.path == "/etag" and self.headers["If-None-Match"] == '"1"':
            self.answer(304, ETag='"1"')
        elif self.path in ("/drip", "/slow"):
            self.drip(in_header=self.path == "/slow")
        elif self.path.startswith("/on"):
            self.answer(302, Location=f"/on{int(self.path[3:] or 0) + 1}")
        else:
            self.answer(200, PAGE, Content_Type="text/html", ETag='"1"')

    def drip(self, *, in_header: bool) -> None:
        """Send a byte now and then."""
        self.wfile.write(b"HTTP/1.0 200 OK\r\n" + (b"X: " if in_header else b"Content-Length: 1000\r\n\r\n"))
        with contextlib.suppress(OSError):  # the fetcher goes, as it should
            for _ in range(100):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.05)


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), BadHost)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def fetcher(archive: io.BytesIO | None = None, **limits: float) -> Fetcher:
    told = {"seconds": 5.0, "silence": 2.0, "bytes": 1_000_000, "redirects": 5, "pause": 0.0, **limits}
    chosen = Limits(
        seconds=told["seconds"],
        silence=told["silence"],
        bytes=int(told["bytes"]),
        redirects=int(told["redirects"]),
        pause=told["pause"],
    )
    return Fetcher(limits=chosen, archive=archive, allow_private=True)


@pytest.mark.parametrize("path", ["/page", "/gzip"])
def test_a_page_is_fetched_and_kept(host: str, path: str) -> None:
    archive = io.BytesIO()
    fetched = fetcher(archive).fetch(host + path)
    assert fetched.body == PAGE
    assert (path, AGENT) in seen
    archive.seek(0)
    (kept,) = read_warc(archive, "kept.warc.gz")
    assert isinstance(kept, Source)
    assert (kept.data, kept.url) == (PAGE, host + path)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/bomb", "decompresses to more than 20 MB"),
        ("/large", "more than 1 MB"),
        ("/circle", "redirects in a circle"),
        ("/on", "redirects more than 5 times"),
        ("/inside", "only http and https"),
        ("/missing", "status 404"),
        ("/closed/page", "robots.txt"),
    ],
)
def test_a_bad_host_is_told_in_a_line(host: str, path: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        fetcher().fetch(host + path)


@pytest.mark.parametrize("path", ["/drip", "/slow"])
def test_a_byte_now_and_then_does_not_hold_the_fetcher(host: str, path: str) -> None:
    with pytest.raises(InputError, match="took longer than"):
        fetcher(seconds=0.5).fetch(host + path)


def test_a_host_that_speaks_no_tls_is_told_in_a_line(host: str) -> None:
    with pytest.raises(InputError, match="can't be fetched"):
        fetcher().fetch(host.replace("http:", "https:") + "/page")


def test_what_has_not_changed_is_not_sent_again(host: str) -> None:
    first = fetcher().fetch(host + "/etag")
    assert fetcher().fetch(host + "/etag", known=first.headers).status == 304


def test_requests_to_one_host_keep_their_distance(host: str) -> None:
    waits: list[float] = []
    slow = Fetcher(limits=Limits(pause=30.0), allow_private=True, wait=waits.append)
    slow.fetch(host + "/page")
    assert waits
    assert all(0 < one <= 30 for one in waits)


def test_this_machine_is_not_fetched_from_unless_allowed(host: str) -> None:
    with pytest.raises(InputError, match=r"port|no public address"):
        Fetcher(limits=Limits(pause=0)).fetch(host + "/page")

"""A server on this machine that plays every bad host, by path."""

import contextlib
import gzip
import ssl
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

PAGE = b"<html><body><p>The talks ended on Friday, the hosts said, and nobody was surprised.</p></body></html>"
CERTIFICATE = Path(__file__).with_name("selfsigned.pem")
HTML = {"Content-Type": "text/html"}
FEED = b"<rss><channel><title>Herald</title><item><title>Talks</title><link>/page</link></item></channel></rss>"
ANSWERS: dict[str, tuple[int, bytes, dict[str, str]]] = {
    "/robots.txt": (200, b"User-agent: *\nDisallow: /closed\nDisallow: /*.private$\nAllow: /closed/but-this\n", {}),
    "/gzip": (200, gzip.compress(PAGE), {**HTML, "Content-Encoding": "gzip"}),
    "/bomb": (200, gzip.compress(bytes(40_000_000)), {"Content-Encoding": "gzip"}),
    "/large": (200, bytes(3_000_000), {}),
    "/circle": (302, b"", {"Location": "/back"}),
    "/back": (302, b"", {"Location": "/circle"}),
    "/inside": (302, b"", {"Location": "file:///etc/passwd"}),
    "/metadata": (302, b"", {"Location": "http://169.254.169.254/latest/meta-data/"}),
    "/moved": (301, b"", {"Location": "/page#part"}),
    "/missing": (404, PAGE, {}),
    "/fails": (500, PAGE, {}),
    "/unasked": (304, b"", {}),
    "/empty": (200, b"", HTML),
    "/paper.html": (200, b"%PDF-1.7 and so on", HTML),
    "/picture.html": (200, b"\x89PNG\r\n\x1a\n" + bytes(200), HTML),
    "/mistold": (200, b"no gzip at all", {**HTML, "Content-Encoding": "gzip"}),
    "/odd": (200, PAGE, {**HTML, "Content-Encoding": "snappy"}),
    "/feed": (200, FEED, {"Content-Type": "application/rss+xml"}),
}


class BadHost(BaseHTTPRequestHandler):
    """Answers from the table, or worse."""

    seen: list[tuple[str, str]]

    def log_message(self, *_: object) -> None:
        pass

    def answer(self, status: int, body: bytes = b"", headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for key, value in (headers or {}).items():
            self.send_header(key, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        SEEN.append((self.path, self.headers["User-Agent"]))
        if self.path in ANSWERS:
            self.answer(*ANSWERS[self.path])
        elif self.path == "/etag" and self.headers["If-None-Match"] == '"1"':
            self.answer(304, headers={"ETag": '"1"'})
        elif self.path in ("/drip", "/slow"):
            self.drip(in_header=self.path == "/slow")
        elif self.path == "/silent":
            time.sleep(1.5)
        elif self.path == "/nonsense":
            self.wfile.write(b"\x00\xffthis is no HTTP\r\n\r\n")
        elif self.path == "/header":
            self.wfile.write(b"HTTP/1.0 200 OK\r\nX: " + b"x" * 1_000_000 + b"\r\n\r\n")
        elif self.path == "/short":
            self.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Length: 1000\r\n\r\nno more")
        elif self.path.startswith("/on"):
            self.answer(302, headers={"Location": f"/on{int(self.path[3:] or 0) + 1}"})
        else:
            self.answer(200, PAGE, {**HTML, "ETag": '"1"'})

    def drip(self, *, in_header: bool) -> None:
        """Send a byte now and then."""
        self.wfile.write(b"HTTP/1.0 200 OK\r\n" + (b"X: " if in_header else b"Content-Length: 1000\r\n\r\n"))
        with contextlib.suppress(OSError):  # the fetcher goes, as it should
            for _ in range(100):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.05)


SEEN: list[tuple[str, str]] = []


@contextlib.contextmanager
def serve(*, is_secure: bool = False) -> Iterator[str]:
    """Run the server; give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), BadHost)
    if is_secure:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"{'https' if is_secure else 'http'}://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()

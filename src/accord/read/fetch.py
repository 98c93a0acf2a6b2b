"""Addresses → pages, fetched politely and kept as WARC. The one file that opens a connection; nothing calls it unasked.

Needs `accord[web]` (httpx).
"""

import contextlib
import socket
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, BinaryIO
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from msgspec import Struct

from accord.errors import InputError, MissingExtraError
from accord.model.reports import Source
from accord.read.addresses import Place, find_place
from accord.read.archives import decode_body
from accord.read.html.pages import LARGEST
from accord.read.warcs import write_exchange

if TYPE_CHECKING:
    import httpx

AGENT = "accord/0.1 (reads news reports on a user's request)"
_NAME = "accord"


class Limits(Struct, frozen=True):
    """What a fetch may take: seconds for all of it and without a byte, bytes on the wire, redirects, pace."""

    seconds: float = 30.0
    silence: float = 10.0
    bytes: int = 10_000_000
    redirects: int = 5
    pause: float = 1.0
    """Seconds between two requests to one host."""


class Fetched(Struct, frozen=True):
    """A page as it came: the address asked for, the one that answered, headers in lower case, the body decoded."""

    url: str
    final_url: str
    status: int
    headers: dict[str, str]
    body: bytes

    def source(self) -> Source:
        """Return the page as an input."""
        return Source(path=self.url, data=self.body, url=self.final_url)


class Fetcher:
    """Fetches pages one after another; keeps each exchange in `archive` where one is given.

    `allow_private` lets this machine and private networks be fetched from. `wait` and `clock` are there for tests.
    """

    def __init__(
        self,
        *,
        limits: Limits | None = None,
        archive: BinaryIO | None = None,
        allow_private: bool = False,
        wait: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.limits = limits or Limits()
        self.archive = archive
        self.allow_private = allow_private
        self._wait = wait
        self._clock = clock
        self._robots: dict[str, RobotFileParser | None] = {}
        self._last: dict[str, float] = {}
        self._client = _open_client(self.limits)

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def fetch(self, url: str, *, known: dict[str, str] | None = None) -> Fetched:
        """Fetch a page; InputError, in one line, where it can't or may not be had.

        `known` holds the `etag` and `last-modified` of an earlier fetch: status 304 then says that nothing changed.
        """
        deadline = self._clock() + self.limits.seconds
        asked, seen = url, {url}
        for _ in range(self.limits.redirects + 1):
            place = find_place(url, allow_private=self.allow_private)
            if not self._may_fetch(place, deadline):
                raise InputError("robots.txt of its host asks not to fetch it")
            answer = self._request(place, deadline, known or {})
            if answer.status in (301, 302, 303, 307, 308) and "location" in answer.headers:
                url = urljoin(url, answer.headers["location"])
                if url in seen:
                    raise InputError(f"redirects in a circle, back to {url}")
                seen.add(url)
                continue
            if answer.status not in (200, 304):
                raise InputError(f"answers with status {answer.status}")
            return Fetched(asked, url, answer.status, answer.headers, answer.body)
        raise InputError(f"redirects more than {self.limits.redirects} times")

    def _may_fetch(self, place: Place, deadline: float) -> bool:
        """Whether robots.txt lets the page be fetched; a host without one does, one that fails does not."""
        root = f"{place.scheme}://{urlsplit(place.url).netloc}"
        if root not in self._robots:
            self._robots[root] = self._read_robots(root, deadline)
        rules = self._robots[root]
        return rules is None or rules.can_fetch(_NAME, place.url)

    def _read_robots(self, root: str, deadline: float) -> RobotFileParser | None:
        rules = RobotFileParser()
        place = find_place(f"{root}/robots.txt", allow_private=self.allow_private)
        answer = self._request(place, deadline, {}, keep=False)
        if answer.status >= 500:
            rules.parse(["User-agent: *", "Disallow: /"])
            return rules
        if answer.status != 200:
            return None
        rules.parse(answer.body[:500_000].decode("utf-8", "replace").splitlines())
        return rules

    def _request(self, place: Place, deadline: float, known: dict[str, str], *, keep: bool = True) -> Fetched:
        import httpx

        self._be_polite(place.host)
        host = f"[{place.ip}]" if ":" in place.ip else place.ip
        told = urlsplit(place.url).netloc
        headers = {
            "host": told,
            "user-agent": AGENT,
            "accept-encoding": "gzip, deflate",
            "accept": "text/html,*/*;q=0.5",
        }
        if "etag" in known:
            headers["if-none-match"] = known["etag"]
        if "last-modified" in known:
            headers["if-modified-since"] = known["last-modified"]
        address = f"{place.scheme}://{host}:{place.port}{place.target}"
        watch = _Watch(deadline - self._clock())
        extensions = {"sni_hostname": place.host, "trace": watch.see}
        try:
            with watch, self._client.stream("GET", address, headers=headers, extensions=extensions) as response:
                raw = self._take(response, deadline)
                received = {key.lower(): value for key, value in response.headers.items()}
        except (httpx.HTTPError, OSError) as error:
            if self._clock() >= deadline:
                raise InputError(f"took longer than {self.limits.seconds:g} s") from error
            raise InputError(f"can't be fetched: {type(error).__name__}: {error}") from error
        if keep and self.archive is not None:
            write_exchange(self.archive, place, headers, response.status_code, received, raw)
        received.pop("transfer-encoding", None)  # httpx has joined the chunks
        body = decode_body(raw, received)
        return Fetched(place.url, place.url, response.status_code, received, body)

    def _take(self, response: "httpx.Response", deadline: float) -> bytes:
        """Read a body as it comes on the wire, up to the limits."""
        most = min(self.limits.bytes, LARGEST)
        size = 0
        pieces: list[bytes] = []
        for piece in response.iter_raw():
            size += len(piece)
            pieces.append(piece)
            if size > most:
                raise InputError(f"has more than {most / 1e6:g} MB")
            if self._clock() > deadline:
                raise InputError(f"took longer than {self.limits.seconds:g} s")
        return b"".join(pieces)

    def _be_polite(self, host: str) -> None:
        now = self._clock()
        if host in self._last and now - self._last[host] < self.limits.pause:
            self._wait(self.limits.pause - (now - self._last[host]))
        self._last[host] = self._clock()


class _Watch:
    """Cuts a connection at its deadline, even inside a header: a time-out alone counts from the last byte."""

    def __init__(self, seconds: float) -> None:
        self._sockets: list[socket.socket] = []
        self._timer = threading.Timer(max(0.0, seconds), self._cut)
        self._timer.daemon = True

    def see(self, event: str, told: dict[str, Any]) -> None:
        """Take note of the sockets that the client opens."""
        if event in ("connection.connect_tcp.complete", "connection.start_tls.complete"):
            self._sockets.append(told["return_value"].get_extra_info("socket"))

    def _cut(self) -> None:
        for one in self._sockets:
            with contextlib.suppress(OSError):  # it is closed already
                one.shutdown(socket.SHUT_RDWR)

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()


def _open_client(limits: Limits) -> "httpx.Client":
    try:
        import httpx
    except ImportError as error:
        raise MissingExtraError("fetching addresses needs httpx: pip install 'accord[web]'") from error
    return httpx.Client(
        follow_redirects=False,
        timeout=httpx.Timeout(limits.silence),
        limits=httpx.Limits(max_keepalive_connections=0),
        trust_env=False,
    )

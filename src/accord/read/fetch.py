"""Addresses → pages, fetched politely and kept as WARC. Nothing calls this unasked."""

import time
from collections.abc import Callable, Mapping
from typing import BinaryIO
from urllib.parse import urljoin

from msgspec import Struct

from accord.errors import InputError
from accord.read.addresses import Place, Resolver, find_place
from accord.read.archives import Headers, decode_body
from accord.read.connections import Client, Limits
from accord.read.robots import CLOSED, Rules, read_robots
from accord.read.warcs import write_exchange

AGENT = "accord/0.1 (reads news reports on a user's request)"
_NAME = "accord"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_HEADERS = {
    "user-agent": AGENT,
    # what Python itself unpacks: a page that is kept must be readable for good
    "accept-encoding": "gzip, deflate",
    "accept": "text/html,application/xhtml+xml,application/xml;q=0.8,*/*;q=0.5",
}
_ROBOTS = 500_000  # bytes of a robots.txt that are read, as RFC 9309 asks at least


class Fetched(Struct, frozen=True):
    """A page as it came: the address asked for, the one that answered, headers in lower case, the body decoded."""

    url: str
    final_url: str
    status: int
    headers: Headers
    body: bytes


class Fetcher:
    """Fetches pages one after another; keeps each exchange in `archive` where one is given.

    `allow_private` lets this machine and private networks be fetched from. `wait`, `clock` and `resolve` are the
    system's unless given.
    """

    def __init__(
        self,
        *,
        limits: Limits | None = None,
        archive: BinaryIO | None = None,
        allow_private: bool = False,
        wait: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
        resolve: Resolver | None = None,
    ) -> None:
        self.limits = limits or Limits()
        self.archive = archive
        self.allow_private = allow_private
        self._wait = wait
        self._clock = clock
        self._resolve = resolve
        self._robots: dict[str, Rules] = {}
        self._last: dict[str, float] = {}
        self._deadline = 0.0
        self._client = Client(self.limits, clock)

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def fetch(self, url: str, *, known: Mapping[str, Headers] | None = None) -> Fetched:
        """Fetch a page; InputError, in one line, where it can't or may not be had.

        `known` holds, by address, the `etag` and `last-modified` of earlier fetches: status 304 then says that nothing
        changed since.
        """
        self._deadline = self._clock() + self.limits.seconds
        fetched = self._follow(url, known or {}, is_page=True)
        is_known = any(known[fetched.final_url].values()) if known and fetched.final_url in known else False
        if fetched.status != 200 and not (fetched.status == 304 and is_known):
            raise InputError(f"answers with status {fetched.status}")
        return fetched

    def _follow(self, url: str, known: Mapping[str, Headers], *, is_page: bool) -> Fetched:
        """Go where an address leads, each place checked anew."""
        asked, seen = url, {url}
        for _ in range(self.limits.redirects + 1):
            left = self._deadline - self._clock()
            place = find_place(url, allow_private=self.allow_private, seconds=left, resolve=self._resolve)
            if is_page and not self._rules(place).may_fetch(place.target):
                raise InputError("robots.txt of its host asks not to fetch it")
            answer = self._request(place, known.get(url, {}), keep=is_page)
            if answer.status not in _REDIRECTS or "location" not in answer.headers:
                return Fetched(asked, url, answer.status, answer.headers, answer.body)
            url = urljoin(url, answer.headers["location"]).partition("#")[0]
            if url in seen:
                raise InputError(f"redirects in a circle, back to {url}")
            seen.add(url)
        raise InputError(f"redirects more than {self.limits.redirects} times")

    def _rules(self, place: Place) -> Rules:
        """Rules of a host: none where it has no robots.txt, all closed where it fails to say."""
        root = place.root
        if root not in self._robots:
            answer = self._follow(f"{root}/robots.txt", {}, is_page=False)
            if answer.status >= 500 or answer.status == 429:
                self._robots[root] = CLOSED
            elif answer.status == 200:
                self._robots[root] = read_robots(answer.body[:_ROBOTS].decode("utf-8", "replace"), _NAME)
            else:
                self._robots[root] = Rules()
        return self._robots[root]

    def _request(self, place: Place, known: Headers, *, keep: bool) -> Fetched:
        self._be_polite(place)
        headers = {"host": place.authority, **_HEADERS}
        for told, asked in (("etag", "if-none-match"), ("last-modified", "if-modified-since")):
            if told in known:
                headers[asked] = known[told]
        reply = self._client.ask(place, headers, self._deadline)
        received = dict(reply.headers)
        if keep and self.archive is not None:
            write_exchange(self.archive, place._replace(ips=(reply.ip,)), headers, reply.status, received, reply.raw)
        received.pop("transfer-encoding", None)  # the chunks are joined
        return Fetched(place.url, place.url, reply.status, received, decode_body(reply.raw, received))

    def _be_polite(self, place: Place) -> None:
        """Keep a distance between two requests to one host; the wait counts towards no deadline."""
        now = self._clock()
        pause = max(self.limits.pause, self._robots[place.root].delay if place.root in self._robots else 0.0)
        wait = self._last.get(place.host, now - pause) + pause - now
        if wait > 0:
            self._wait(wait)
            self._deadline += self._clock() - now
        self._last[place.host] = self._clock()

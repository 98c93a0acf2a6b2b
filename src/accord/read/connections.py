"""One request to one place: the one file that opens a connection. Needs `accord[web]` (httpx)."""

import contextlib
import re
import socket
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec import Struct

from accord.errors import InputError, MissingExtraError
from accord.read.addresses import Place
from accord.read.archives import Headers
from accord.read.html.pages import LARGEST

if TYPE_CHECKING:
    import httpx

_IN_C = re.compile(r"\s*\(_ssl\.c:\d+\)")


class Limits(Struct, frozen=True):
    """What a fetch may take: seconds for all of it and without a byte, bytes on the wire, redirects, pace."""

    seconds: float = 30.0
    silence: float = 10.0
    bytes: int = 10_000_000
    redirects: int = 5
    pause: float = 1.0
    """Seconds between two requests to one host, which robots.txt may make more."""


class Reply(NamedTuple):
    """What a host answered, at the IP address that did: headers in lower case, the body as it came on the wire."""

    ip: str
    status: int
    headers: Headers
    raw: bytes


class Client:
    """Asks hosts for pages within limits; cookies are not kept, proxies and secrets of the system not used."""

    def __init__(self, limits: Limits, clock: Callable[[], float]) -> None:
        try:
            import httpx
        except ImportError as error:
            raise MissingExtraError("fetching addresses needs httpx: pip install 'accord[web]'") from error
        self._limits = limits
        self._clock = clock
        self._client = httpx.Client(
            follow_redirects=False,
            limits=httpx.Limits(max_keepalive_connections=0),
            trust_env=False,
        )

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def ask(self, place: Place, headers: Headers, deadline: float) -> Reply:
        """Ask the first of a place's IP addresses that takes the connection; InputError, in one line, where none does.

        What was checked is what is connected to: the host's name is told, never resolved again.
        """
        import httpx

        for number, ip in enumerate(place.ips, 1):
            try:
                return self._ask(place, ip, headers, deadline)
            except (httpx.HTTPError, OSError, ValueError) as error:
                is_over = self._clock() >= deadline
                if number == len(place.ips) or is_over or not isinstance(error, httpx.ConnectError):
                    raise InputError(self._explain(error, is_over=is_over)) from error
        raise InputError("has no address that takes a connection")

    def _ask(self, place: Place, ip: str, headers: Headers, deadline: float) -> Reply:
        address = f"{place.scheme}://{f'[{ip}]' if ':' in ip else ip}:{place.port}{place.target}"
        left = max(0.01, deadline - self._clock())
        watch = _Watch(left)
        extensions = {"sni_hostname": place.host, "trace": watch.see}
        self._client.cookies.clear()
        silence = min(self._limits.silence, left)
        asked = self._client.stream("GET", address, headers=headers, extensions=extensions, timeout=silence)
        with watch, asked as response:
            raw = self._take(response, deadline)
            return Reply(ip, response.status_code, {key.lower(): told for key, told in response.headers.items()}, raw)

    def _take(self, response: "httpx.Response", deadline: float) -> bytes:
        """Read a body up to the limits."""
        most = min(self._limits.bytes, LARGEST)
        size = 0
        pieces: list[bytes] = []
        for piece in response.iter_raw():
            size += len(piece)
            pieces.append(piece)
            if size > most:
                raise InputError(f"has more than {most / 1e6:g} MB")
            if self._clock() > deadline:
                raise InputError(f"took longer than {self._limits.seconds:g} s")
        return b"".join(pieces)

    def _explain(self, error: Exception, *, is_over: bool) -> str:
        import httpx

        told = _IN_C.sub("", str(error).partition("\n")[0])
        if is_over:
            return f"took longer than {self._limits.seconds:g} s"
        if "CERTIFICATE_VERIFY_FAILED" in told:
            return f"has a certificate that can't be trusted: {told.rpartition('failed: ')[2]}"
        if "SSL" in told:
            return f"speaks no TLS that is understood: {told}"
        if isinstance(error, httpx.TimeoutException):
            return f"sends nothing for {self._limits.silence:g} s"
        return f"can't be fetched: {told or type(error).__name__}"


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

"""Addresses of the web that may be fetched: http and https, resolved to public hosts only."""

import ipaddress
import queue
import socket
import threading
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from accord.errors import InputError

LONGEST = 2_000
"""Characters from which an address is refused."""

PORTS = frozenset({80, 443, 8080, 8443})
"""Ports of web servers; others belong to mail, databases and the like."""


Resolver = Callable[[str, int], list[str]]
"""From a host and a port to its IP addresses; OSError where it has none."""


_KEPT = "/%:@!$&'()*+,;=?~"  # what stands in a path or query as it is


class Place(NamedTuple):
    """An address with the IP addresses it may be fetched from: what was checked is what is connected to."""

    url: str
    scheme: str
    host: str
    port: int
    ips: tuple[str, ...]
    target: str

    @property
    def authority(self) -> str:
        """The host, with its port where that is not the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == (443 if self.scheme == "https" else 80) else f"{host}:{self.port}"

    @property
    def root(self) -> str:
        """The address of the host's first page, without its slash."""
        return f"{self.scheme}://{self.authority}"


def is_public(ip: str) -> bool:
    """Whether an IP address is of the public internet: not this machine, a private network or a cloud's metadata.

    >>> is_public("93.184.216.34"), is_public("169.254.169.254"), is_public("::ffff:10.0.0.1")
    (True, False, False)
    """
    try:
        address = ipaddress.ip_address(ip.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inner is not None:
            return is_public(str(inner))
        if address in ipaddress.ip_network("64:ff9b::/96"):  # NAT64: the last four bytes are an IPv4 address
            return is_public(str(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)))
    return address.is_global and not address.is_multicast


def find_place(
    url: str, *, allow_private: bool = False, seconds: float = 10.0, resolve: Resolver | None = None
) -> Place:
    """Resolve an address within so many seconds; InputError where it may not be fetched.

    Every IP address that the name has must be public, so that a name with one good and one bad address is refused.
    """
    if len(url) > LONGEST:
        raise InputError(f"is an address of more than {LONGEST} characters")
    try:
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
        host = (parts.hostname or "").encode("idna").decode()  # `zürich.example` → `xn--zrich-kva.example`
    except ValueError as error:
        raise InputError(f"is no address: {error}") from error
    if parts.scheme not in ("http", "https"):
        raise InputError(f"is {parts.scheme or 'no address'}: only http and https are fetched")
    if not parts.hostname or parts.username is not None:
        raise InputError("has no host" if not parts.hostname else "holds a user name, which is not sent")
    if port not in PORTS and not allow_private:
        raise InputError(f"names port {port}, which is no web server's")
    ips = _resolve(host, port, seconds, resolve or resolve_host)
    for ip in ips:
        if not allow_private and not is_public(ip):
            raise InputError(f"resolves to {ip}, which is no public address; --allow-private lets it be fetched")
    target = quote(parts.path or "/", safe=_KEPT) + (f"?{quote(parts.query, safe=_KEPT)}" if parts.query else "")
    return Place(url, parts.scheme, host, port, ips, target)


def resolve_host(host: str, port: int) -> list[str]:
    """Ask the system for the IP addresses of a host."""
    return [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def _resolve(host: str, port: int, seconds: float, resolve: Resolver) -> tuple[str, ...]:
    """Resolve in a thread of its own: the system's own resolver knows no time limit."""
    answers: queue.Queue[list[str] | Exception] = queue.Queue()

    def ask() -> None:
        try:
            answers.put(resolve(host, port))
        except (OSError, UnicodeError) as error:
            answers.put(error)

    threading.Thread(target=ask, daemon=True).start()
    try:
        found = answers.get(timeout=max(0.0, seconds))
    except queue.Empty:
        raise InputError(f"can't be resolved in time: {host}") from None
    if isinstance(found, Exception) or not found:
        raise InputError(f"can't be resolved: {host}")
    return tuple(dict.fromkeys(found))

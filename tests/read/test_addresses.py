import socket
import threading

import pytest

from accord.errors import InputError
from accord.read.addresses import find_place, is_public

PRIVATE = [
    "127.0.0.1", "127.9.9.9", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
    "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "::ffff:127.0.0.1", "64:ff9b::a00:1",
    "2002:7f00:1::", "ff02::1", "not an address",
]  # fmt: skip


@pytest.mark.parametrize("ip", PRIVATE)
def test_no_address_but_public_ones_is_public(ip: str) -> None:
    assert not is_public(ip)


def resolve_to(monkeypatch: pytest.MonkeyPatch, *ips: str) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in ips]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)


def test_a_name_is_pinned_to_what_was_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    resolve_to(monkeypatch, "93.184.216.34")
    place = find_place("https://herald.example/a?b=c")
    assert (place.ips, place.host, place.port, place.target) == (("93.184.216.34",), "herald.example", 443, "/a?b=c")


def test_a_resolver_that_does_not_answer_is_not_waited_for() -> None:
    asked = threading.Event()

    def stall(host: str, port: int) -> list[str]:
        asked.wait(10)
        return []

    with pytest.raises(InputError, match="can't be resolved in time"):
        find_place("https://herald.example/", seconds=0.05, resolve=stall)
    asked.set()


def test_what_is_not_ascii_is_written_as_hosts_expect_it(monkeypatch: pytest.MonkeyPatch) -> None:
    resolve_to(monkeypatch, "93.184.216.34")
    place = find_place("https://zürich.example:8443/Hanoï%20a?q=é b")
    assert place.target == "/Hano%C3%AF%20a?q=%C3%A9%20b"
    assert place.root == "https://xn--zrich-kva.example:8443"


def test_one_private_address_among_public_ones_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    resolve_to(monkeypatch, "93.184.216.34", "10.0.0.1")
    with pytest.raises(InputError, match=r"10\.0\.0\.1, which is no public address"):
        find_place("http://rebind.example/")


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("file:///etc/passwd", "only http and https"),
        ("gopher://x.example", "only http and https"),
        ("herald.example", "only http and https"),
        ("http:///path", "has no host"),
        ("http://user:word@x.example/", "user name"),
        ("http://x.example:25/", "port 25"),
        ("http://x.example:99999/", "is no address"),
        ("http://[::1", "is no address"),
        ("http://x.example/" + "a" * 3000, "more than 2000"),
    ],
)
def test_what_is_no_web_address_is_refused(url: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        find_place(url)


def test_numbers_written_otherwise_are_resolved_before_they_are_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    resolve_to(monkeypatch, "127.0.0.1")
    with pytest.raises(InputError, match="no public address"):
        find_place("http://0x7f000001/")

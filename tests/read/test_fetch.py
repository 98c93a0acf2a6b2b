import io
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from accord.errors import InputError
from accord.model.reports import Source
from accord.read.containers import read_container

pytest.importorskip("httpx")
from accord.read.connections import Limits
from accord.read.fetch import AGENT, Fetcher
from tests.read.hosts import ANSWERS, PAGE, SEEN, serve


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    with serve() as address:
        yield address


def fetcher(archive: io.BytesIO | None = None, *, seconds: float = 5.0, silence: float = 2.0) -> Fetcher:
    limits = Limits(seconds=seconds, silence=silence, bytes=1_000_000, pause=0.0)
    return Fetcher(limits=limits, archive=archive, allow_private=True)


@pytest.mark.parametrize("path", ["/page", "/gzip"])
def test_a_page_is_fetched_and_kept(host: str, path: str) -> None:
    archive = io.BytesIO()
    fetched = fetcher(archive).fetch(host + path)
    assert fetched.body == PAGE
    assert (path, AGENT) in SEEN
    archive.seek(0)
    (kept,) = read_container(archive, Source(path="kept.warc.gz"))
    assert isinstance(kept, Source)
    assert (kept.data, kept.url) == (PAGE, host + path)


def test_a_redirect_leads_to_the_page_and_both_are_kept(host: str) -> None:
    archive = io.BytesIO()
    fetched = fetcher(archive).fetch(host + "/moved")
    assert (fetched.url, fetched.final_url) == (host + "/moved", host + "/page")
    archive.seek(0)
    (kept,) = read_container(archive, Source(path="kept.warc.gz"))
    assert isinstance(kept, Source)
    assert (kept.path, kept.url) == ("kept.warc.gz#3", host + "/page")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/bomb", "decompresses to more than 20 MB"),
        ("/large", "more than 1 MB"),
        ("/circle", "redirects in a circle"),
        ("/on", "redirects more than 5 times"),
        ("/inside", "only http and https"),
        ("/missing", "status 404"),
        ("/fails", "status 500"),
        ("/unasked", "status 304"),
        ("/closed/page", "robots.txt"),
        ("/page.private", "robots.txt"),
        ("/mistold", "can't be decompressed|something else"),
        ("/nonsense", "can't be fetched"),
        ("/header", "can't be fetched"),
        ("/short", "can't be fetched"),
        ("/silent", "sends nothing for 0.5 s"),
    ],
)
def test_a_bad_host_is_told_in_a_line(host: str, path: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as told:
        fetcher(silence=0.5).fetch(host + path)
    assert "\n" not in str(told.value)


def test_a_coding_that_nobody_knows_around_markup_is_none(host: str) -> None:
    assert fetcher().fetch(host + "/odd").body == PAGE


def test_what_robots_txt_lets_through_is_fetched(host: str) -> None:
    assert fetcher().fetch(host + "/closed/but-this").body == PAGE


@pytest.mark.parametrize("path", ["/drip", "/slow"])
def test_a_byte_now_and_then_does_not_hold_the_fetcher(host: str, path: str) -> None:
    with pytest.raises(InputError, match="took longer than"):
        fetcher(seconds=0.5).fetch(host + path)


def test_a_host_that_speaks_no_tls_is_told_in_a_line(host: str) -> None:
    with pytest.raises(InputError, match="speaks no TLS"):
        fetcher().fetch(host.replace("http:", "https:") + "/page")


def test_a_certificate_that_nobody_signed_is_not_trusted() -> None:
    with (
        serve(is_secure=True) as address,
        pytest.raises(InputError, match="certificate that can't be trusted: self-signed certificate"),
    ):
        fetcher().fetch(address + "/page")


def test_nobody_at_the_port_is_told_in_a_line() -> None:
    with pytest.raises(InputError, match=r"can't be fetched: .*refused"):
        fetcher().fetch("http://127.0.0.1:9/")


def test_what_has_not_changed_is_not_sent_again(host: str) -> None:
    first = fetcher().fetch(host + "/etag")
    assert fetcher().fetch(host + "/etag", known={host + "/etag": first.headers}).status == 304


def test_requests_to_one_host_keep_their_distance(host: str) -> None:
    waits: list[float] = []
    slow = Fetcher(limits=Limits(pause=30.0), allow_private=True, wait=waits.append)
    slow.fetch(host + "/page")
    assert waits
    assert all(0 < one <= 30 for one in waits)


def test_a_host_may_ask_for_more_distance(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []
    monkeypatch.setitem(ANSWERS, "/robots.txt", (200, b"User-agent: accord\nCrawl-delay: 20\n", {}))
    Fetcher(limits=Limits(pause=0.0), allow_private=True, wait=waits.append).fetch(host + "/page")
    assert [round(one) for one in waits] == [20]


@pytest.mark.parametrize(("status", "is_closed"), [(503, True), (429, True), (404, False), (403, False)])
def test_a_host_that_fails_to_say_is_closed(
    host: str, status: int, is_closed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(ANSWERS, "/robots.txt", (status, b"", {}))
    if is_closed:
        with pytest.raises(InputError, match=r"robots\.txt"):
            fetcher().fetch(host + "/page")
    else:
        assert fetcher().fetch(host + "/page").status == 200


def test_this_machine_is_not_fetched_from_unless_allowed(host: str) -> None:
    with pytest.raises(InputError, match=r"port|no public address"):
        Fetcher(limits=Limits(pause=0)).fetch(host + "/page")


def test_a_redirect_to_a_private_network_is_refused(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first host passes for public here: what it leads to is judged as ever."""
    monkeypatch.setattr("accord.read.addresses.is_public", lambda ip: ip == "127.0.0.1")
    monkeypatch.setattr("accord.read.addresses.PORTS", frozenset({80, urlsplit(host).port}))
    with pytest.raises(InputError, match=r"169\.254\.169\.254, which is no public address"):
        Fetcher(limits=Limits(pause=0)).fetch(host + "/metadata")


def test_a_name_is_resolved_once_a_request_and_connected_to_as_checked(host: str) -> None:
    asked: list[str] = []

    def rebind(name: str, port: int) -> list[str]:
        asked.append(name)
        return ["127.0.0.1"] if len(asked) < 3 else ["10.0.0.1"]

    port = urlsplit(host).port
    one = Fetcher(limits=Limits(pause=0), allow_private=True, resolve=rebind)
    assert one.fetch(f"http://herald.test:{port}/page").body == PAGE
    assert asked == ["herald.test"] * 2  # the page, and robots.txt before it


def test_the_next_address_of_a_host_is_tried(host: str) -> None:
    port = urlsplit(host).port
    one = Fetcher(limits=Limits(pause=0), allow_private=True, resolve=lambda *_: ["127.0.0.99", "127.0.0.1"])
    assert one.fetch(f"http://herald.test:{port}/page").body == PAGE

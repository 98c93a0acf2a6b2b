from collections.abc import Iterator
from pathlib import Path

import pytest

from accord.errors import InputError
from accord.model.problems import Problem
from accord.model.reports import Source
from accord.read.archives import open_records

pytest.importorskip("httpx")
from accord.read.connections import Limits
from accord.read.fetch import Fetched
from accord.read.inputs import find_sources
from accord.read.keeping import keep_pages
from tests.read.hosts import ANSWERS, HTML, PAGE, serve


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    with serve() as address:
        yield address


def keep(path: Path, *addresses: str) -> list[Fetched | Problem]:
    limits = Limits(seconds=5, bytes=1_000_000, pause=0)
    return list(keep_pages(addresses, path, limits=limits, allow_private=True))


def kinds(path: Path) -> list[str]:
    with path.open("rb") as stream:
        return [record.headers["warc-type"] for record in open_records(stream)]


def test_pages_are_kept_once_each_and_failures_told(host: str, tmp_path: Path) -> None:
    path = tmp_path / "new" / "kept.warc.gz"
    found = keep(path, host + "/page", host + "/missing", host + "/gzip", host + "/page", host + "/circle")
    assert [one.status if isinstance(one, Fetched) else one.path for one in found] == [
        200,
        host + "/missing",
        200,
        host + "/circle",
    ]
    sources, problems = find_sources([str(path)])
    assert [source.url for source in sources] == [host + "/page", host + "/gzip"]
    assert [problem.reason for problem in problems] == ["holds the same text as kept.warc.gz#2; both are kept"]


def test_what_has_not_changed_is_kept_as_a_revisit(host: str, tmp_path: Path) -> None:
    path = tmp_path / "kept.warc.gz"
    keep(path, host + "/etag")
    (again,) = keep(path, host + "/etag")
    assert isinstance(again, Fetched)
    assert again.status == 304
    assert kinds(path) == ["warcinfo", "response", "request", "revisit", "request"]
    assert [source.data for source in find_sources([str(path)])[0]] == [PAGE]


def test_what_has_changed_is_kept_beside_what_was(host: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "kept.warc.gz"
    monkeypatch.setitem(ANSWERS, "/story", (200, PAGE, HTML))
    keep(path, host + "/story")
    monkeypatch.setitem(ANSWERS, "/story", (200, PAGE.replace(b"Friday", b"Saturday"), HTML))
    keep(path, host + "/story")
    sources, _ = find_sources([str(path)])
    assert [(source.url, b"Friday" in source.data) for source in sources] == [
        (host + "/story", True),
        (host + "/story", False),
    ]
    assert all(source.captured for source in sources)


def test_a_file_that_is_no_archive_is_not_written_to(host: str, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(b"Notes of my own.")
    with pytest.raises(InputError, match=r"notes\.txt can't be added to: it is no WARC record"):
        keep(path, host + "/page")
    assert path.read_bytes() == b"Notes of my own."


def test_where_nothing_came_there_is_no_file(host: str, tmp_path: Path) -> None:
    (problem,) = keep(tmp_path / "kept.warc.gz", "ftp://herald.example/1")
    assert isinstance(problem, Problem)
    assert not (tmp_path / "kept.warc.gz").exists()


def test_a_feed_that_was_fetched_is_opened(host: str, tmp_path: Path) -> None:
    path = tmp_path / "kept.warc.gz"
    long = b"<description>" + b"The talks ended on Friday, the hosts said. " * 20 + b"</description></item>"
    ANSWERS["/long"] = (200, ANSWERS["/feed"][1].replace(b"</item>", long), {"Content-Type": "application/rss+xml"})
    keep(path, host + "/long")
    (source,), _ = find_sources([str(path)])
    assert isinstance(source, Source)
    assert (source.path, source.outlet) == ("kept.warc.gz#2#1", "Herald")

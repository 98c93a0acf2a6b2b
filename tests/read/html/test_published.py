import pytest

from accord.model.reports import Source
from accord.read.html import read_html

PROSE = "<p>The talks ended on Friday, the hosts said, and nobody who had come to Zurin for them was surprised.</p>" * 3


def published(head: str, line: str, url: str | None = None) -> str | None:
    markup = f"<html><head>{head}</head><body><article><h1>Talks end in Zurin</h1>{line}{PROSE}</article></body></html>"
    facts = read_html(Source(path="p.html", data=markup.encode(), url=url)).facts
    assert facts is not None
    return facts.published


UTC = "<meta property=article:published_time content='%s'>"


@pytest.mark.parametrize(
    ("head", "line", "day"),
    [
        (UTC % "2031-05-17T03:37:37Z", "<p>16 May 2031, 11:37 pm</p>", "2031-05-16"),
        (UTC % "Sat, 17 May 2031 03:37:00 GMT", "<p>16 May 2031, 11:37 pm</p>", "2031-05-16"),
        (UTC % "2031-05-16T21:30:00Z", "<p>17 May 2031</p>", "2031-05-17"),
        (UTC % "2031-05-17T15:00:00Z", "<p>16 May 2031</p>", "2031-05-17T15:00:00Z"),
        (UTC % "2031-05-17T03:37:37Z", "<p>Updated 16 May 2031</p>", "2031-05-17T03:37:37Z"),
        (UTC % "2031-05-17T03:37:37+02:00", "<p>16 May 2031</p>", "2031-05-17T03:37:37+02:00"),
    ],
)
def test_a_moment_in_utc_is_on_the_day_that_readers_are_shown(head: str, line: str, day: str) -> None:
    assert published(head, line) == day


@pytest.mark.parametrize(
    ("head", "line", "day"),
    [
        ("", "<abbr class=published title='2031-05-16T18:52:11+02:00'>a while ago</abbr>", "2031-05-16T18:52:11+02:00"),
        ("", "<span data-timestamp=1936699200>a while ago</span>", "2031-05-16T12:00:00Z"),
        ("", "<time class='entry-date published updated' datetime=2031-05-16>a while ago</time>", "2031-05-16"),
        ("", "<time class='entry-date updated' datetime=2031-05-16>a while ago</time>", None),
        ("<script>var page = {\"publishedAt\": '2031-05-16T08:00:00Z'}</script>", "", "2031-05-16T08:00:00Z"),
        ('<script>var page = {"published": true, "at": \'2031-05-16T08:00:00Z\'}</script>', "", None),
    ],
)
def test_a_day_that_machines_are_told_is_read(head: str, line: str, day: str | None) -> None:
    assert published(head, line) == day


@pytest.mark.parametrize(
    "line",
    [
        "16. toukokuuta 2031",
        "16 Μαΐου 2031",
        "16 травня 2031",
        "16 de maig de 2031",
        "2031. május 16.",
        "2031년 5월 16일",
        "16-May-2031",
        "16/May/2031 | 09:43",
    ],
)
def test_a_day_is_read_as_it_is_written_there(line: str) -> None:
    assert published("", f"<p>{line}</p>") == "2031-05-16"


PAGE = '<script type="application/ld+json">%s</script>'


@pytest.mark.parametrize(
    ("head", "line", "day"),
    [
        (PAGE % '{"@type": "NewsArticle", "datePublished": 1936699200000}', "", "2031-05-16T12:00:00Z"),
        (PAGE % '[{"@type": "NewsArticle"}, {"@type": "WebPage", "datePublished": "2031-05-16"}]', "", "2031-05-16"),
        ("", "<p>Updated: 18 May 2031 | Published: 16 May 2031</p>", "2031-05-16"),
        ("", "<p>Last updated: 18 May 2031</p><p>Published: 16 May 2031</p>", "2031-05-16"),
        ("", "<p>05/16/31</p>", "2031-05-16"),
    ],
)
def test_the_day_of_publication_is_told_from_that_of_a_change(head: str, line: str, day: str) -> None:
    assert published(head, line) == day

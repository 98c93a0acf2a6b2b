import pytest

from accord.model.pages import Page
from accord.model.reports import Source
from accord.model.sources import Facts
from accord.read.html import read_html

BODY = "<h1>Talks end in Zurin</h1><p>The talks ended on Friday, the hosts said, and nobody was surprised.</p>"


def read(head: str, body: str = BODY, url: str | None = None) -> Page:
    markup = (
        f"<html lang=en-GB><head><title>Talks end in Zurin | The Herald</title>{head}</head><body>{body}</body></html>"
    )
    return read_html(Source(path="page.html", data=markup.encode(), url=url))


def facts(head: str, body: str = BODY, url: str | None = None) -> Facts:
    found = read(head, body, url).facts
    assert found is not None
    return found


JSON_LD = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
{"@type": "Person", "@id": "#ada", "name": "Ada Stone"},
{"@type": "NewsArticle", "headline": "Talks end in Zurin", "datePublished": "2031-05-16T18:30:00+02:00",
 "dateModified": "2031-05-17T08:00:00Z", "author": [{"@id": "#ada"}, {"@type": "Person", "name": "Bo Reed"}],
 "publisher": {"@type": "Organization", "name": "The Herald"}, "articleSection": "World",
 "isBasedOn": "https://agency.example/42", "citation": [{"@type": "CreativeWork", "name": "Joint statement"}],
 "isAccessibleForFree": "False"}]}</script>"""


def test_json_ld_is_read_whole() -> None:
    found = facts(JSON_LD)
    assert found.headline == "Talks end in Zurin"
    assert found.authors == ("Ada Stone", "Bo Reed")
    assert found.published == "2031-05-16T18:30:00+02:00"
    assert found.modified == "2031-05-17T08:00:00Z"
    assert (found.outlet, found.section) == ("The Herald", "World")
    assert found.based_on == ("https://agency.example/42",)
    assert found.citations == ("Joint statement",)
    assert found.is_free is False


def test_json_ld_goes_before_meta_and_the_disagreement_is_told() -> None:
    page = read(JSON_LD + '<meta property="article:published_time" content="2031-05-14T10:00:00Z">')
    assert page.report.published == "2031-05-16T18:30:00+02:00"
    assert page.report.published_from == "metadata"
    assert any("disagrees with itself" in problem.reason for problem in page.problems)


def test_broken_json_ld_is_told_and_the_rest_is_read() -> None:
    page = read('<script type="application/ld+json">{"a": </script><meta name="author" content="Ada Stone">')
    assert page.report.authors == ("Ada Stone",)
    assert any("JSON-LD" in problem.reason for problem in page.problems)


@pytest.mark.parametrize(
    ("head", "body", "url", "day"),
    [
        ('<meta property="article:published_time" content="2031-05-16">', BODY, None, "2031-05-16"),
        ("", '<time datetime="2031-05-16T08:00:00Z">Friday</time>' + BODY, None, "2031-05-16T08:00:00Z"),
        ("", "<p>Stand: 16. Mai 2031</p>" + BODY, None, "2031-05-16"),
        ("", BODY + "<p>Publicado el 16 de mayo de 2031</p>", None, "2031-05-16"),
        ("", BODY, "https://herald.example/2031/05/16/talks", "2031-05-16"),
        ("", BODY, None, None),
    ],
)
def test_the_day_is_found_where_the_page_has_it(head: str, body: str, url: str | None, day: str | None) -> None:
    assert facts(head, body, url).published == day


def test_a_byline_is_read_where_the_head_is_silent() -> None:
    assert facts("", BODY + '<p class="byline">Von Ada Stone und Bo Reed</p>').authors == ("Ada Stone", "Bo Reed")


def test_the_headline_is_a_span_of_the_text() -> None:
    report = read("").report
    assert report.headline is not None
    assert report.text[report.headline.start : report.headline.end] == "Talks end in Zurin"
    assert report.language == "en-GB"


def test_what_the_user_says_goes_before_what_the_page_says() -> None:
    markup = f"<html><head>{JSON_LD}</head><body>{BODY}</body></html>".encode()
    report = read_html(Source(path="p.html", data=markup, outlet="My Herald", published="2031-05-15")).report
    assert (report.outlet, report.published) == ("My Herald", "2031-05-15")


UPLOADER = '<script type=\'application/ld+json\'>{"@type":"NewsArticle","author":{"@type":"Person","name":%s}}</script>'
PROSE = "<p>The talks ended on Friday, the hosts said, and nobody who had come to Zurin for them was surprised.</p>" * 3


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("<p>By Bo Reed</p>", ("Bo Reed",)),
        ("<p>Autor Bo Reed:</p>", ("Bo Reed",)),
        ("<p>Ein Interview von Bo Reed mit Cy Lake.</p>", ("Bo Reed",)),
        ("<p>Interview: Bo Reed</p>", ("Bo Reed",)),
        ("<p>By Ada Stone and Bo Reed</p>", ("Ada Stone", "Bo Reed")),
        ("<p>Photo: Bo Reed</p>", ("Ada Stone",)),
    ],
)
def test_a_byline_over_the_story_goes_before_who_put_it_on_the_site(line: str, authors: tuple[str, ...]) -> None:
    body = f"<article><h1>Talks end in Zurin</h1>{line}{PROSE}</article>"
    assert facts(UPLOADER % '"Ada Stone"', body).authors == authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("<p>by Ada C. Stone November 8, 2031 | 6:03 pm</p>", ("Ada C. Stone",)),
        ("<ul><li class=post-info__item>Ada Stone</li></ul>", ("Ada Stone",)),
        ("<h3>Autorin</h3><h4>Ada Stone</h4>", ("Ada Stone",)),
        ("<p>16.05.2031 13:30 von Ada</p>", ("Ada",)),
    ],
)
def test_a_byline_of_any_form_is_read_where_the_head_is_silent(line: str, authors: tuple[str, ...]) -> None:
    assert facts("", f"<article><h1>Talks end in Zurin</h1>{line}{PROSE}</article>").authors == authors


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("<p>8.Mai 2031 um 09:43</p>", "2031-05-08"),
        ("<p><span>Research</span><span>8 May 2031</span></p>", "2031-05-08"),
        ("<p>Veröffentlicht am 08.05.2031</p><time datetime='2031-05-12T10:00:00Z'>x</time>", "2031-05-08"),
        ("<p>8 May 2031</p><time datetime='2031-05-08T10:00:00Z'>x</time>", "2031-05-08T10:00:00Z"),
        (f"<p>{BODY[-80:]}</p><p>8 May 2031</p>", "2031-05-08"),
    ],
)
def test_the_day_of_a_page_without_head_is_that_at_its_headline(line: str, published: str) -> None:
    assert facts("", f"<article><h1>Talks end in Zurin</h1>{line}{PROSE}</article>").published == published

"""Metadata of a page, place by place: which place is taken, and what is told where places disagree."""

import json

import pytest

from accord.model.pages import Page
from accord.model.reports import Source
from accord.model.sources import Facts
from accord.read.html import read_html

SAID = "The talks on the river ended on Friday, the hosts said, and nobody was surprised by it."
BODY = f"<h1>Talks end in Zurin</h1><p>{SAID}</p><p>{SAID}</p>"


def read(head: str = "", body: str = BODY, *, lang: str = "en-GB", url: str | None = None) -> Page:
    markup = f"<html lang={lang}><head>{head}</head><body>{body}</body></html>"
    return read_html(Source(path="page.html", data=markup.encode(), url=url))


def facts(head: str = "", body: str = BODY, *, url: str | None = None) -> Facts:
    found = read(head, body, url=url).facts
    assert found is not None
    return found


def meta(**values: str) -> str:
    return "".join(f'<meta property="{name.replace("__", ":")}" content="{value}">' for name, value in values.items())


def data(**values: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **values})}</script>'


DISAGREEMENTS = {
    "headline": (
        data(headline="Dam to be built in spring") + meta(og__title="Talks end in Zurin"),
        "disagrees with itself on its headline: Dam to be built in spring (JSON-LD), Talks end in Zurin (og:title); "
        "Talks end in Zurin is taken",
    ),
    "outlet": (
        data(publisher={"name": "The Herald"}) + meta(og__site_name="Zurin Post"),
        "disagrees with itself on its outlet: The Herald (JSON-LD), Zurin Post (og:site_name); The Herald is taken",
    ),
    "authors": (
        data(author={"name": "Ada Stone"}) + meta(author="Bo Reed"),
        "disagrees with itself on its authors: Ada Stone (JSON-LD), Bo Reed (author); Ada Stone is taken",
    ),
    "published": (
        data(datePublished="2031-05-16T08:00:00+02:00") + meta(article__published_time="2031-05-13T08:00:00+02:00"),
        "disagrees with itself on when it was published: 2031-05-16T08:00:00+02:00 (JSON-LD), "
        "2031-05-13T08:00:00+02:00 (article:published_time); 2031-05-16T08:00:00+02:00 is taken",
    ),
    "modified": (
        data(dateModified="2031-05-18") + meta(article__modified_time="2031-05-20"),
        "disagrees with itself on when it was changed: 2031-05-18 (JSON-LD), 2031-05-20 (article:modified_time); "
        "2031-05-18 is taken",
    ),
    "language": (
        meta(og__locale="fr_FR"),
        "disagrees with itself on its language: en-GB (html lang), fr-FR (og:locale); en-GB is taken",
    ),
    "address": (
        '<link rel="canonical" href="https://herald.example/a">' + meta(og__url="https://herald.example/b"),
        "disagrees with itself on its address: https://herald.example/a (canonical), https://herald.example/b "
        "(og:url); https://herald.example/a is taken",
    ),
    "section": (
        data(articleSection="World") + meta(article__section="Sport"),
        "disagrees with itself on its section: World (JSON-LD), Sport (article:section); World is taken",
    ),
}


@pytest.mark.parametrize("field", DISAGREEMENTS)
def test_a_disagreement_is_told_with_both_places(field: str) -> None:
    head, reason = DISAGREEMENTS[field]
    page = read(head)
    assert [(problem.stage, problem.report, problem.reason) for problem in page.problems] == [("read", "page", reason)]


@pytest.mark.parametrize(
    "head",
    [
        data(headline="Talks end in Zurin") + meta(og__title="Talks end in Zurin | The Herald"),
        data(datePublished="2031-05-16T23:30:00-06:00") + meta(article__published_time="2031-05-17T05:30:00Z"),
        data(author=[{"name": "Ada Stone"}, {"name": "Bo Reed"}]) + meta(author="By Ada Stone"),
        data(publisher={"name": "The Herald"}) + meta(og__site_name="The Herald Online"),
        '<link rel="canonical" href="https://www.herald.example/a/">' + meta(og__url="http://herald.example/a?x=1"),
        meta(og__locale="en_US"),
    ],
)
def test_what_only_looks_different_is_no_disagreement(head: str) -> None:
    assert read(head).problems == ()


def test_two_places_that_agree_go_before_a_third() -> None:
    head = data(datePublished="2015-01-16") + meta(article__published_time="2031-05-16T08:00:00+02:00")
    body = f'<h1>Talks end in Zurin</h1><time datetime="2031-05-16">16 May</time><p>{SAID}</p>'
    page = read(head, body)
    assert page.report.published == "2031-05-16T08:00:00+02:00"
    assert len(page.problems) == 1


def test_a_day_that_readers_see_goes_before_one_of_the_files_own() -> None:
    body = f"<h1>Talks end in Zurin</h1><p>Zurin, 16 May 2031</p><p>{SAID}</p>"
    assert facts('<meta name="dcterms.date" content="2031-05-09">', body).published == "2031-05-16"


def test_the_zone_is_taken_from_where_the_page_gives_it() -> None:
    body = f'<h1>Talks end in Zurin</h1><time datetime="2031-05-16T23:37:37-04:00">16 May</time><p>{SAID}</p>'
    assert facts(data(datePublished="2031-05-17T03:37:37Z"), body).published == "2031-05-16T23:37:37-04:00"
    bare = body.replace("-04:00", "")
    assert facts(data(datePublished="2031-05-17T03:37:37Z"), bare).published == "2031-05-16T23:37:37-04:00"


def test_of_several_articles_the_one_at_the_pages_address_is_read() -> None:
    other = data(headline="Another story, told at length", datePublished="2031-01-01", author={"name": "Bo Reed"})
    own = data(headline="Talks end in Zurin", url="https://herald.example/talks")
    assert facts(other + own, url="https://herald.example/talks").headline == "Talks end in Zurin"
    assert facts(other + own, url="https://herald.example/talks").published is None


def test_broken_json_still_gives_what_can_be_read_of_it() -> None:
    script = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Talks end in Zurin", "description": '
        '"He said "no" to it", "datePublished": "2031-05-16", "author": {"@type": "Person", "name": "Ada Stone"}}'
        "</script>"
    )
    page = read(script)
    assert page.facts is not None
    assert (page.facts.published, page.facts.authors) == ("2031-05-16", ("Ada Stone",))
    assert [problem.reason for problem in page.problems] == ["some of its JSON-LD can't be understood"]


def test_microdata_and_links_are_read() -> None:
    body = (
        '<article itemscope><h1 itemprop="headline">Talks end in Zurin</h1>'
        '<span itemprop="datePublished">16 May 2031</span>'
        f'<span itemprop="articleSection">World</span><p>{SAID}</p><a itemprop="isBasedOn" href="https://agency.example/1">'
        'Agency</a><link itemprop="citation" href="https://un.example/doc"></article>'
    )
    found = facts("", body)
    assert (found.published, found.section) == ("2031-05-16", "World")
    assert found.based_on == ("https://agency.example/1",)
    assert found.citations == ("https://un.example/doc",)


def test_an_agency_among_the_authors_is_the_agency() -> None:
    assert facts(data(author=[{"name": "Ada Stone"}, {"name": "Reuters"}])).agency == "Reuters"
    assert facts(data(sourceOrganization={"name": "Zurin Press Agency"})).agency == "Zurin Press Agency"


def test_an_outlet_as_author_gives_way_to_a_person_on_the_page() -> None:
    head = data(author={"name": "The Herald"}, publisher={"name": "The Herald"})
    body = f'<h1>Talks end in Zurin</h1><p class="story-author">By Ada Stone</p><p>{SAID}</p>'
    assert facts(head, body).authors == ("Ada Stone",)
    assert facts(head).authors == ("The Herald",)

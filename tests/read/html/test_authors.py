import pytest

from accord.model.reports import Source
from accord.read.html import read_html

SAID = "The talks on the river ended on Friday, the hosts said, and nobody was surprised by it."
LD = '<script type="application/ld+json">{"@type": "NewsArticle", "author": %s}</script>'


def authors(body: str, head: str = "", url: str | None = None) -> tuple[str, ...]:
    markup = f"<html><head>{head}</head><body>{body}</body></html>"
    return read_html(Source(path="p.html", data=markup.encode(), url=url)).report.authors


def story(line: str = "", after: str = "", head: str = "", url: str | None = None) -> tuple[str, ...]:
    said = f"<p>{SAID}</p>" * 3
    return authors(f"<main><h1>Talks end in Zurin</h1>{line}{said}{after}</main>", head, url)


@pytest.mark.parametrize(
    "byline",
    [
        "<p class=byline>By Ada Stone</p>",
        "<span itemprop=author itemscope><span itemprop=name>Ada Stone</span></span>",
        "<a rel=author href=/x>Ada Stone</a>",
        "<p><a href='/authors/ada-stone'>Ada Stone</a></p>",
        "<div class=news-list-author>Erstellt von Ada Stone</div>",
        "<div class=info>Von:</div><div class=info>Ada Stone</div>",
        "<div class=meta>16.05.2031 13:30 - Ada Stone</div>",
        "<div class='block block--authors'><span class=block__label>Auteur: </span><a href=/ada>Ada Stone</a></div>",
        "<p>Datum: 16.05.2031<br>Autorin: Ada Stone<br>Quelle: dpa</p>",
        "<p>Von Ada Stone</p>",
        "<p>Por Ada Stone</p>",
        "<p>16.05.2031 von Ada Stone</p>",
        "<p>Autorin: Dr. Ada Stone, Chefredakteurin</p>",
        "<p class=author-name>ADA STONE</p>".replace("ADA STONE", "Ada Stone"),
        "<p>Ein Interview von Ada Stone mit Bo Reed</p>",
        "<p><a href=mailto:ada.stone@herald.example>Ada Stone</a></p>",
        "<h3>Autorin</h3><h4>Ada Stone</h4>",
        "<p>by Ada Stone November 8, 2031 | 6:03 pm</p>",
    ],
)
def test_the_page_itself_names_its_author(byline: str) -> None:
    assert story(byline) == ("Ada Stone",)


@pytest.mark.parametrize(
    "line",
    [
        "<blockquote><p>We will meet again, all of us.</p>— Bo Reed (@boreed) 16 May 2031</blockquote>",
        "<p>By Bo Reed, CC BY 2.0</p>",
        "<figure><img src=a><figcaption>By Bo Reed</figcaption></figure>",
        "<p>By the river, nobody was surprised</p>",
        "<p>Sign up for our newsletter</p>",
        "<p>Weitere Artikel</p>",
    ],
)
def test_who_made_a_post_or_a_picture_and_what_serves_the_page_is_no_author(line: str) -> None:
    assert story(line) == ()


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ('"Ada Stone"', ("Ada Stone",)),
        ('{"@type": "Person", "name": "Ada Stone"}', ("Ada Stone",)),
        (
            '[{"@type": "Person", "name": "Ada Stone"}, {"@type": "Person", "name": "Bo Reed"}]',
            ("Ada Stone", "Bo Reed"),
        ),
        ('["Ada Stone", "Bo Reed"]', ("Ada Stone", "Bo Reed")),
        ('{"@type": "Person", "name": ["Ada Stone"]}', ("Ada Stone",)),
        ('{"@type": "Person", "name": "By Ada Stone and Bo Reed"}', ("Ada Stone", "Bo Reed")),
        ('{"@type": "Person", "name": "Dr. Ada Stone"}', ("Ada Stone",)),
    ],
)
def test_every_shape_of_json_ld_names_authors(value: str, names: tuple[str, ...]) -> None:
    assert story(head=LD % value) == names


@pytest.mark.parametrize(
    "head",
    [
        "<meta name=author content='Ada Stone'>",
        "<meta property='article:author' content='Ada Stone'>",
        "<meta name=byl content='By Ada Stone'>",
        "<meta name='twitter:label1' content='Written by'><meta name='twitter:data1' content='Ada Stone'>",
    ],
)
def test_the_head_names_the_author(head: str) -> None:
    assert story(head=head) == ("Ada Stone",)


def test_the_outlet_gives_way_to_a_person_of_the_page() -> None:
    head = (
        LD % '{"@type": "Organization", "name": "The Herald"}' + "<meta property='og:site_name' content='The Herald'>"
    )
    assert story("<p class=byline>By Ada Stone</p>", head=head, url="https://theherald.example/a") == ("Ada Stone",)


def test_head_and_page_that_agree_are_told_once() -> None:
    assert story("<p class=author>ADA STONE</p>", head=LD % '"Ada Stone"') == ("Ada Stone",)


def test_authors_of_other_stories_and_of_comments_are_left_out() -> None:
    teaser = "<a href='/authors/x{0}' class=teaser__author>Cy Lake{0}</a>"
    related = (
        "<div class=related>" + "".join(f"<h3>Talks {n}</h3>{teaser.format('abc'[n])}" for n in range(3)) + "</div>"
    )
    comments = "<div class=comments><p class=comment-author>Di Vale</p><p>I was there myself, and it rained.</p></div>"
    assert story("<p class=byline>Von Ada Stone</p>", related + comments) == ("Ada Stone",)


def test_a_given_name_is_made_whole_by_the_page() -> None:
    after = "<div class=author-box><p>Ada Stone</p><p>writes on rivers.</p></div>"
    assert story("<p><a rel=author href=/author/ada>Ada</a></p>", after) == ("Ada Stone",)


def test_many_names_are_read_in_bounded_time() -> None:
    line = (
        "<p class=byline>"
        + "".join(f"<a rel=author href=/author/{n}>Ada Stone{n}</a>, " for n in range(20_000))
        + "</p>"
    )
    assert len(story(line)) < 100

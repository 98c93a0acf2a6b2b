import pytest

from accord.model.reports import Source
from accord.read.html import read_html
from accord.read.html.names import pick_names, tidy_names

SAID = "The talks on the river ended on Friday, the hosts said, and nobody was surprised by it."


@pytest.mark.parametrize(
    ("values", "names"),
    [
        (["By Ada Stone and Bo Reed"], ("Ada Stone", "Bo Reed")),
        (["Von Ada Stone, dpa"], ("Ada Stone", "dpa")),
        (["Alle Artikel von Ada Stone"], ("Ada Stone",)),
        (["ada.stone@herald.example"], ()),
        (["https://facebook.com/herald"], ()),
        (["Ada Stone, PhD, Bo Reed, MD"], ("Ada Stone", "Bo Reed")),
        (["<a href='/ada'>Ada Stone</a>"], ("Ada Stone",)),
        (["Ada Stone", "ADA STONE"], ("Ada Stone",)),
        (["admin"], ()),
        (["freeman84"], ("freeman84",)),
        (["Ada &amp; Bo"], ("Ada", "Bo")),
        (["Redaktion"], ("Redaktion",)),
    ],
)
def test_names_are_cleaned(values: list[str], names: tuple[str, ...]) -> None:
    assert tidy_names(values) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Von Ada Stone am 16.05.2031", ("Ada Stone",)),
        ("Par Ada Stone | 16 mai 2031", ("Ada Stone",)),
        ("Text & Fotos: Ada Stone", ("Ada Stone",)),
        ("Ada Stone · 3 min read", ("Ada Stone",)),
        ("Sign up for our newsletter", ()),
        ("By the river, nobody was surprised", ()),
    ],
)
def test_a_byline_is_read_up_to_what_ends_it(line: str, names: tuple[str, ...]) -> None:
    assert pick_names(line, is_marked=False) == names


@pytest.mark.parametrize(
    "byline",
    [
        "<p class=byline>By Ada Stone</p>",
        "<span itemprop=author itemscope><span itemprop=name>Ada Stone</span></span>",
        "<a rel=author href=/x>Ada Stone</a>",
        "<p><a href='/authors/ada-stone'>More from Ada Stone</a></p>".replace("More from ", ""),
        "<div class=news-list-author>Erstellt von Ada Stone</div>",
        "<div class=info>Von:</div><div class=info>Ada Stone</div>",
        "<div class=meta>16.05.2031 13:30 - Ada Stone</div>",
        "<div class='block block--authors'><span class=block__label>Auteur: </span><a href=/ada>Ada Stone</a></div>",
        "<p>Datum: 16.05.2031<br>Autorin: Ada Stone<br>Quelle: dpa</p>",
    ],
)
def test_the_page_itself_names_its_author(byline: str) -> None:
    markup = f"<html><body><main><h1>Talks end in Zurin</h1>{byline}<p>{SAID}</p><p>{SAID}</p></main></body></html>"
    assert read_html(Source(path="p.html", data=markup.encode())).report.authors == ("Ada Stone",)


@pytest.mark.parametrize(
    "line",
    [
        "<blockquote><p>We will meet again, all of us.</p>— Bo Reed (@boreed) 16 May 2031</blockquote>",
        "<p>By Bo Reed, CC BY 2.0</p>",
        "<figure><img src=a><figcaption>By Bo Reed</figcaption></figure>",
    ],
)
def test_who_made_a_post_or_a_picture_is_no_author(line: str) -> None:
    markup = f"<html><body><main><h1>Talks end in Zurin</h1><p>{SAID}</p>{line}<p>{SAID}</p></main></body></html>"
    assert read_html(Source(path="p.html", data=markup.encode())).report.authors == ()

import pytest

from accord.model.reports import Source
from accord.read.html import read_html

SAID = "The talks on the river ended on Friday, the hosts said, and nobody was surprised by it."
HEADLINE = "Talks on the river end in Zurin"


@pytest.mark.parametrize(
    ("head", "heading"),
    [
        ("", f"<h1>{HEADLINE}</h1>"),
        ("", f'<h1><span class="article__kicker">Water</span> {HEADLINE}</h1>'),
        ("", f"<h1><small>Water</small><br>{HEADLINE}</h1>"),
        ("", f'<h1><time datetime="2031-05-16">16 May</time> {HEADLINE}</h1>'),
        ("", f'<h1>{HEADLINE}<span class="sr-only"> | The Herald</span></h1>'),
        ("", f"<h1><div>{HEADLINE}</div></h1>"),
        (f"<title>{HEADLINE} | The Herald</title>", "<h1><a href='/'>The Herald</a></h1>"),
        (f"<title>{HEADLINE} - The Herald</title>", f"<h1 class=site-title>The Herald</h1><h2>{HEADLINE}</h2>"),
        ("<meta property=og:title content='Another line, made to be shared'>", f"<h1>{HEADLINE}</h1>"),
        ("<meta property=og:site_name content='Zurin - Post'><title>Zurin - Post</title>", f"<h1>{HEADLINE}</h1>"),
        (f"<title>Herald | {HEADLINE}</title>", f"<h1>Herald</h1><h2>{HEADLINE}</h2>"),
        (f"<meta property=og:title content='{HEADLINE}'>", f"<h1>Rivers</h1><h2>{HEADLINE}</h2>"),
        ("", f"<h2>By Ada Stone</h2><p class=headline>{HEADLINE}</p><h5>16 May 2031</h5>"),
        (f"<meta property=og:site_name content='{HEADLINE} again'>", f"<h1>{HEADLINE}</h1>"),
        ("<meta property=og:site_name content='The Herald'>", f"<h1>{HEADLINE} - The Herald</h1>"),
        (f"<title>{HEADLINE} - World - Herald</title>", f"<h1>World</h1><h2>{HEADLINE}</h2>"),
        (f"<title>{HEADLINE}</title>", f"<div class=modal><h1>Subscribe to read on</h1></div><h1>{HEADLINE}</h1>"),
        (f"<meta property=og:title content='{HEADLINE}'>", f"<h2>Jun 17 {HEADLINE}</h2>"),
        (f"<title>{HEADLINE} - Water Board of Zurin</title>", f"<div>{HEADLINE}</div>"),
        (f"<title>Blog: {HEADLINE}</title>", f"<h2 class=date-header>Freitag, 16. Mai 2031</h2><h3>{HEADLINE}</h3>"),
        (f"<title>{HEADLINE} | Herald</title>", f"<h2>16.05.2031 - {HEADLINE}</h2>"),
        ("", f'<h1 class=entry-title><span class="entry-title__toptitle">Rivers and lakes</span> {HEADLINE}</h1>'),
        (f"<title>{HEADLINE}</title>", f"<p><b>Water board</b></p><p>{HEADLINE}</p>"),
        (
            f"<meta property=og:title content='Who gets the river now?'><title>{HEADLINE} | Herald</title>"
            f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{HEADLINE}"}}</script>',
            f"<h1>{HEADLINE}</h1><h2>Who gets the river now?</h2>",
        ),
        (f"&nbsp;<title>Herald » {HEADLINE}</title>", f"<h1>Herald</h1>{'<li>Rivers</li>' * 60}<h2>{HEADLINE}</h2>"),
    ],
)
def test_the_headline_is_without_what_stands_around_it(head: str, heading: str) -> None:
    markup = f"<html><head>{head}</head><body>{heading}<main><p>{SAID}</p><p>{SAID}</p></main></body></html>"
    page = read_html(Source(path="p.html", data=markup.encode()))
    assert page.facts is not None
    assert page.facts.headline == HEADLINE


def test_the_readings_of_characters_are_no_part_of_the_headline() -> None:
    heading = "<h1><ruby>川<rp>(</rp><rt>かわ</rt><rp>)</rp></ruby>の<ruby>会談<rt>かいだん</rt></ruby></h1>"
    page = read_html(Source(path="p.html", data=f"<meta charset=utf-8>{heading}<p>{SAID}</p>".encode()))
    assert page.facts is not None
    assert page.facts.headline == "川の会談"


def test_the_headline_is_placed_inside_its_passage() -> None:
    markup = f'<h1><span class="kicker">Water</span> {HEADLINE}</h1><p>{SAID}</p>'
    report = read_html(Source(path="p.html", data=markup.encode())).report
    assert report.headline is not None
    assert report.headline.text == HEADLINE
    assert report.text[report.headline.start : report.headline.end] == HEADLINE


def test_a_title_that_no_heading_repeats_is_the_sites() -> None:
    body = f"<article><h2>{HEADLINE}</h2>{f'<p>{SAID}</p>' * 4}</article>"
    markup = f"<html><head><title>Friends of the river</title></head><body>{body}</body></html>"
    page = read_html(Source(path="p.html", data=markup.encode()))
    assert page.facts is not None
    assert page.facts.headline == HEADLINE


@pytest.mark.parametrize(
    "line",
    [
        f"<p class=article-title>{HEADLINE}</p>",
        f"<p><span style='font-size: 18pt'>{HEADLINE}</span></p>",
        f"<p><b>{HEADLINE}</b></p>",
        f"<h2><a href=/talks>{HEADLINE}</a></h2><h2><a href=/dam>A dam is to be built above the town</a></h2>",
        f"<h2><a href=/dam>A dam is to be built above the town</a></h2><h2><a href=/talks>{HEADLINE}</a></h2>",
    ],
)
def test_a_line_over_the_story_is_the_headline_of_a_page_without_any(line: str) -> None:
    markup = f"<html><body><div>{line}<p>{SAID}</p><p>{SAID}</p></div></body></html>"
    page = read_html(Source(path="p.html", data=markup.encode(), url="https://herald.example/talks"))
    assert page.facts is not None
    assert page.facts.headline == HEADLINE

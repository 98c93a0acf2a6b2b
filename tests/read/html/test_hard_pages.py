"""Pages made to break readers, at a size that tests bear: each ends as a page or a line of why not, and says so."""

import pytest

from accord.errors import InputError
from accord.model.pages import Page
from accord.model.reports import Source
from accord.read.html import read_html

SAID = "The talks on the river ended on Friday, the hosts said, and nobody was surprised by it."
P = f"<p>{SAID}</p>"
MANY = 10_000
HARD = {
    "nested": "<div>" * MANY + P,
    "nested and closed": "<div>" * MANY + P + "</div>" * MANY,
    "misnested": "<b><p>" * MANY + SAID,
    "reopened": "<p><b><i><u>" * MANY + SAID,
    "attributes": "<p " + " ".join(f"a{number}=1" for number in range(MANY)) + f">{SAID}</p>",
    "long attribute": f"<p title='{'x' * 1_000_000}'>{SAID}</p>",
    "attribute without end": P + "<p title='" + "x" * 1_000_000,
    "comments without end": P + "<!--" * MANY,
    "brackets": P + "<" * MANY + "</" * MANY + "<a " * MANY,
    "references": P + "&amp;" * MANY + "&" * MANY + "&#" + "1" * MANY + ";&" + "a" * MANY,
    "digits in the head": f"<meta name=author content='&#{'1' * MANY};'><title>&#x{'1' * MANY};</title>{P}",
    "one line": "<p>" + SAID * 3_000,
    "commas": "<p>" + "a, " * MANY,
    "tables": "<table><tr><td>" * MANY + P,
    "thrown out": "<table>" + "x<tr>" * MANY + P,
    "options": "<select>" + "<option>x" * MANY + "</select>" + P,
    "data nested": f'<script type="application/ld+json">{"[" * MANY}</script>{P}',
    "data of strings": '<script type="application/ld+json">{"@type":"Article","headline":"'
    + "\\" * MANY
    + f"</script>{P}",
    "data of authors": '<script type="application/ld+json">"@type":"Article",'
    + '"author":  [{' * MANY
    + f"</script>{P}",
    "names": f"<meta name=author content='{'Ada Stone, ' * MANY}'>{P}",
    "many data": '<script type="application/ld+json">{"@type":"NewsArticle","headline":"a"}</script>' * 1_000 + P,
    "titles": f"<title>{'a | ' * MANY}</title><meta property=og:title content='{'a - ' * MANY}'>{P}",
    "headings": "<h1>Talks in Zurin end</h1>" * MANY + P,
    "classes": f"<div class='{'related ' * MANY}'>{P}</div>{P}",
    "marked": "<span class=byline itemprop='author headline datePublished'>x</span>" * MANY + P,
    "bylines": "<p class=byline>By Ada Stone</p>" * 3_000 + P,
    "times": "<time datetime='2031-05-16'>x</time>" * MANY + P,
    "drawings": "<svg>" * MANY + "<math><mi>" * MANY + P,
    "plain text": P + "<plaintext>" * MANY,
    "breaks": P + "<br>" * MANY + SAID,
    "noncharacters": "".join(map(chr, range(0xFDD0, 0xFDF0))) * 1_000 + P,
    "nothing": P * 100 + "\0" * MANY,
    "invisible": P + "\u200b\xad\xa0" * MANY,
}


def read(markup: str) -> Page:
    return read_html(Source(path="page.html", data=markup.encode()))


@pytest.mark.parametrize("name", HARD)
def test_a_hard_page_ends_as_a_page_or_a_reason(name: str) -> None:
    try:
        page = read(HARD[name])
    except InputError:
        return
    for passage in page.passages:
        assert page.report.text[passage.span.start : passage.span.end] == passage.span.text
    assert SAID in page.report.text or "," in page.report.text


@pytest.mark.parametrize("name", ["nested", "misnested", "tables", "drawings"])
def test_depth_is_told(name: str) -> None:
    try:
        reasons = [problem.reason for problem in read(HARD[name]).problems]
    except InputError:
        pytest.skip("holds no report")
    assert any("nested deeper than 512 elements" in reason for reason in reasons)


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("<script>document.write('Talks end')</script><div id=app></div>", "scripts write this page in the browser"),
        ("<html><head><title>Talks end</title></head><body></body></html>", "only markup"),
        ("<nav><a href=/>Home</a><a href=/w>World</a></nav><footer>© The Herald</footer>", "page furniture"),
        ("x" * 20_000_000, "20 MB, over the limit of 20 MB"),
    ],
)
def test_a_page_without_a_report_says_why(markup: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        read(markup)


def test_attributes_beyond_the_thousandth_are_left_out() -> None:
    first = "<p class=byline " + " ".join(f"a{number}='x y'" for number in range(5_000)) + " id=last>By Ada Stone</p>"
    assert read(f"<h1>Talks end</h1>{first}{P}{P}").report.authors == ("Ada Stone",)


def test_text_that_stands_elsewhere_in_the_file_has_no_bytes_rather_than_wrong_ones() -> None:
    page = read(f"{P}<math><title>a<![CDATA[<b>/><font><i>{P}</title></math>")
    assert page.source is not None
    rows = zip(page.source.starts, page.source.lengths, page.source.bytes_from, strict=True)
    places = [first for start, length, first in rows if "a<b>" in page.report.text[start : start + length]]
    assert places
    assert max(places) < 0

import html
import re

import pytest

from accord.errors import InputError
from accord.model.pages import Page
from accord.model.reports import Source
from accord.read.html import looks_like_html, read_html

PAGE = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>Ministers agree on water | The Herald</title></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<main><article>
<h1>Ministers agree on water</h1>
<p class="standfirst">Two neighbours end a dispute of nine years over the river.</p>
<div class="byline">By Ada Stone</div>
<figure><img src="a.jpg"><figcaption>The ministers at the dam on Monday.</figcaption></figure>
<div class="article-body">
<p>The ministers of Arland &amp; Borland signed an agreement on Monday, officials said,
after <b>three</b> days of talks.</p>
<p>&bdquo;We have waited for this,&ldquo; said the minister of Arland, “and we will keep it.”</p>
<h2>What comes next</h2>
<p>The parliaments have to vote on it before the summer, and nobody knows how they will.</p>
</div></article></main>
<aside><h3>Related</h3><a href="/x">Dam to be built in spring, says mayor</a></aside>
<footer>© The Herald. All rights reserved.</footer>
</body></html>"""


def read(markup: str | bytes) -> Page:
    data = markup if isinstance(markup, bytes) else markup.encode()
    return read_html(Source(path="page.html", data=data))


def roles(page: Page) -> dict[str, str]:
    return {passage.span.text: passage.role for passage in page.passages}


def check_anchors(page: Page, data: bytes) -> None:
    """Every segment of the source map stands in the file where the map says, byte for byte once references are read."""
    report, source = page.report, page.source
    assert source is not None
    for passage in page.passages:
        assert report.text[passage.span.start : passage.span.end] == passage.span.text
    for start, length, first, size in zip(
        source.starts, source.lengths, source.bytes_from, source.byte_lengths, strict=True
    ):
        written = html.unescape(data[first : first + size].decode(source.encoding))
        assert re.sub(r"\s+", " ", written) == report.text[start : start + length]


def test_roles_come_from_the_markup() -> None:
    found = roles(read(PAGE))
    assert found["Ministers agree on water"] == "headline"
    assert found["Two neighbours end a dispute of nine years over the river."] == "summary"
    assert found["By Ada Stone"] == "byline"
    assert found["The ministers at the dam on Monday."] == "caption"
    assert found["What comes next"] == "heading"
    assert found["Home"] == "navigation"
    assert found["Dam to be built in spring, says mayor"] == "related"
    assert found["© The Herald. All rights reserved."] == "boilerplate"


def test_text_is_what_a_reader_sees_with_its_blanks_run_together() -> None:
    text = read(PAGE).report.text
    assert "Arland & Borland signed an agreement on Monday, officials said, after three days of talks." in text


def test_every_visible_word_is_in_a_passage() -> None:
    page = read(PAGE)
    covered = "".join(passage.span.text for passage in page.passages)
    assert re.sub(r"\s", "", covered) == re.sub(r"\s", "", page.report.text)
    assert "Ministers agree on water | The Herald" not in page.report.text


def test_every_segment_leads_back_to_its_bytes() -> None:
    check_anchors(read(PAGE), PAGE.encode())


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "iso8859-2", "utf-16-le", "gb18030", "cp932"])
def test_bytes_are_found_in_every_encoding(encoding: str) -> None:
    words = {"cp932": "会談は東京で行われた", "gb18030": "会谈在北京举行", "iso8859-2": "Rozmowy w Łodzi trwały"}
    text = words.get(encoding, "Gespräche in Köln, sagte er")
    label = {"iso8859-2": "iso-8859-2", "cp932": "shift_jis"}.get(encoding, encoding)
    head = f"<html><head><meta charset={label}></head>"
    markup = f"{head}<body><p>{text}. {text}, {text}. &quot;{text}&quot;</p></body></html>"
    data = markup.encode(encoding)
    page = read(data)
    assert text in page.report.text
    check_anchors(page, data)


def test_nodes_are_named_as_a_browser_names_them() -> None:
    page = read("<body><p>One, two, three and four are the numbers that count.<p>Five <i>six</i> seven, said nobody.")
    assert page.source is not None
    assert page.source.nodes == (
        "/html[1]/body[1]/p[1]/text()[1]",
        "/html[1]/body[1]/p[2]/text()[1]",
        "/html[1]/body[1]/p[2]/i[1]/text()[1]",
        "/html[1]/body[1]/p[2]/text()[2]",
    )


def test_text_that_a_table_throws_out_keeps_its_place_in_the_file() -> None:
    markup = (
        "<table><tr><td>A cell with a sentence, and more.</td></tr>Thrown out, says the standard, of tables.</table>"
    )
    page = read(markup)
    assert page.report.text.startswith("Thrown out")
    check_anchors(page, markup.encode())


def test_scripts_styles_and_comments_are_no_text() -> None:
    unseen = "<script>var a = '<p>no</p>'</script><!-- <p>no</p> --><style>p{}</style>"
    page = read(f"<p>Seen by all, said the clerk to the court.{unseen}")
    assert page.report.text == "Seen by all, said the clerk to the court."


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \n ", "nothing but blanks"),
        (b"%PDF-1.7 ...", "is a PDF"),
        (b"\x89PNG....", "is a picture"),
        (b"<html><body><script src=app.js></script></body></html>", "scripts write this page"),
        (b"<html><body></body></html>", "only markup"),
        (b"x" * 20_000_000, "over the limit"),
    ],
)
def test_what_is_no_page_is_refused_in_a_line(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        read(data)


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 200_000 + "<p>At the bottom, said the diver, it is dark and quiet.",
        "<b><p>" * 50_000 + "Misnested, but still a sentence that is read.",
        "<p title='" + "x" * 1_000_000 + "'>A megabyte of attribute, and a sentence after it.</p>",
        "<p>NUL\x00s in the text, and <a href=x\x00y>in</a> the markup, are no matter here.",
        "<p>Never closed <b>and <i>never <u title='x'>mended, said the printer, by anyone",
        "<table><tr><td><table><tr><td>A sentence in tables, and in more tables, to the end." * 50,
    ],
)
def test_hard_markup_is_read(markup: str) -> None:
    page = read(markup)
    assert page.report.text
    assert any(passage.role == "body" for passage in page.passages)


def test_tags_nested_too_deep_are_told() -> None:
    page = read("<div>" * 2000 + "<p>At the bottom, said the diver, it is dark and quiet.")
    assert any("nested deeper than 512" in problem.reason for problem in page.problems)


def test_a_wrong_charset_label_does_not_spoil_the_text() -> None:
    data = "<meta charset=iso-8859-1><p>Über Genf – “so früh” – wurde gesprochen, sagte sie.".encode()
    assert "Über Genf – “so früh”" in read(data).report.text


def test_html_is_told_from_text() -> None:
    assert looks_like_html(b"\xef\xbb\xbf \n<!-- saved --><html lang=en>")
    assert not looks_like_html(b"HANOI (AP) - Leaders <met> here")

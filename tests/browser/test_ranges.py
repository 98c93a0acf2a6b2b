"""Ranges of spans, read in a browser that builds its own tree of the page: pages that parsers repair in many ways."""

from typing import Any

import pytest

from accord.model.reports import Source
from accord.read.html import read_html
from benchmarks.pages_browser import find_in_browser, is_same

SAID = "The talks on the river ended on Friday, the hosts said, and nobody was surprised by it."
PAGES = {
    "implied tbody": "<table><tr><td>One cell.<td>A second cell, with a comma.</table>",
    "thrown out of a table": "<table>Not in it, <tr><td>One cell, said he.</td></tr>Thrown <b>out</b>, too.</table>",
    "misnested": "<p><b>Bold, <i>bold and slanted, so to speak,</b> slanted alone.</i> Plain, at last.</p>",
    "links in links": "<p><a href=x>A link, <a href=y>and another, opened in the first one.</a> And on.</a></p>",
    "unclosed": "<div><p>First<p>Second, and <em>never closed<div>third, in a block of its own.<li>fourth, an item.",
    "comments": "<p>One<!-- no -->, two<!-->, three<!--->, four<!-- - -- -->.<?php no ?> Five<!doctype x> end.</p>",
    "references": "<p>&lt;b&gt; &amp;amp; &quot;no&quot;, &nbsp;&eacute;&#x1F600;&notit; &nbspend &#128; at last.",
    "line breaks": "<pre>\n\nFirst line.\r\nSecond\rline.</pre><textarea>\nNo text</textarea><p>Broken\r\nAnd\r\non.",
    "nothing": "<p>A NUL\x00 here, and there\x00, is dropped.</p>",
    "sums": "<p>Let <math><mi>x</mi><mo>=</mo><mtext>a sum, <b>bold</b> text</mtext></math> be it, they said.</p>",
    "pictures": "<p>Before <svg><title>no</title><text>Seen in it, perhaps</text></svg> after, they said.</p>",
    "unseen": "<p>On <script>var a = '<p>'</script>and<style>p{}</style> on<noscript><p>no</noscript>, it goes.</p>",
    "select": "<select><option>One<option>Two</select><p>Between, they said.",
    "lists": "<ul><li>First of all<ul><li>Nested, it seems.</ul><li>And on.</ul><dl><dt>A<dd>B, c.</dl>",
    "no body": "Text, <title>A title</title> more of it. <body class=x> And more. <html lang=en> Still.",
    "forms": "<form><p>In a form.<form><p>The second is dropped.</form><button><button>Twice, they said.</button>",
    "frames": "<p>In<iframe>no <p>no</iframe><object>no</object><template><p>no</template> the end, they said.",
    "odd ends": "<p>One</br>A break, made of an end.</p></p>Another.</h1></div></body></html> Late text.",
    "characters": "<p>\u200bZero\u2060 width, 😀 beyond, e\u0301, \u202eturned\u202c, so\xadft, the 漢字. \ufdd0",
    "odd names": "<o:p>Of an office, he said.</o:p><x'y\"z>Of nobody.</x'y\"z><a_b>Of all.</a_b><p.q>Dot.</p.q>",
    "plain text": "<p>Before.<plaintext>As <b>it</b> stands, &amp; to the end.",
    "long text": "<p>" + "word " * 30_000,
}


@pytest.fixture(scope="module")
def tab(browser: Any) -> Any:
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", PAGES)
def test_every_span_is_found_in_the_browser(tab: Any, name: str) -> None:
    data = f"<h1>Talks end</h1><p>{SAID}</p>{PAGES[name]}<p>{SAID}</p>".encode()
    page = read_html(Source(path="page.html", data=data))
    results = list(find_in_browser(tab, page, data))
    assert results
    assert [(span.text, text) for span, text in results if not is_same(span, text)] == []

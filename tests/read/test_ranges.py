import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from accord.errors import InputError
from accord.model.reports import Source
from accord.read.html import read_html
from accord.read.ranges import Point, find_range, to_selector

MARKUP = (
    "<html><body><nav><a href=/>Home</a></nav><article><h1>Talks &amp; more talks</h1>"
    "<p>The hosts of the <b>talks</b> said &ldquo;no&rdquo;,\n  and\nleft.&nbsp;Nobody was amazed, not even Änne.</p>"
    "<!-- an aside --><p>A second paragraph, with more<!-- x --> of the same, ends it.</p></article></body></html>"
)
PAGE = read_html(Source(path="p.html", data=MARKUP.encode()))


def text_at(point: Point, tree: LexborHTMLParser) -> LexborNode:
    """The text node of an XPath, found step by step in the parsed page."""
    node = tree.root
    assert node is not None
    steps = re.findall(r"/([\w()]+)\[(\d+)\]", point.path)
    for name, number in steps[1:]:
        kind = "-text" if name == "text()" else name
        node = [child for child in node.iter(include_text=True) if child.tag == kind][int(number) - 1]
    return node


@pytest.mark.parametrize(
    "words", ["Talks & more", "“no”, and left. Nobody", "hosts of the talks said", "Änne.", "more of the"]
)
def test_a_span_is_found_in_the_bytes_and_the_tree(words: str) -> None:
    assert PAGE.source is not None
    at = PAGE.report.text.index(words)
    found = find_range(PAGE.source, PAGE.report, PAGE.report.span(at, at + len(words)))
    assert found is not None
    raw = MARKUP.encode()[found.byte_start : found.byte_end].decode()
    bare = html.unescape(re.sub(r"<!--.*?-->|<[^>]*>", "", raw))
    assert re.sub(r"\s+", " ", bare) == words
    tree = LexborHTMLParser(MARKUP)
    start, end = text_at(found.start, tree), text_at(found.end, tree)
    assert (start.text_content or "")[found.start.offset :].startswith(words[0])
    assert (end.text_content or "")[: found.end.offset].endswith(words[-1])


def test_a_break_between_passages_is_not_in_the_page() -> None:
    assert PAGE.source is not None
    at = PAGE.report.text.index("\n")
    assert find_range(PAGE.source, PAGE.report, PAGE.report.span(at, at + 1)) is None


def test_a_range_is_a_selector_of_the_standard() -> None:
    assert PAGE.source is not None
    found = find_range(PAGE.source, PAGE.report, PAGE.report.span(0, 4))
    assert found is not None
    selector = to_selector(found)
    assert selector["type"] == "RangeSelector"
    assert selector["startSelector"] == {
        "type": "XPathSelector",
        "value": "/html[1]/body[1]/nav[1]/a[1]/text()[1]",
        "refinedBy": {"type": "TextPositionSelector", "start": 0, "end": 0},
    }


PIECES = st.sampled_from(
    [
        *[
            "<p>",
            "</p>",
            "<b>",
            "</b>",
            "<table>",
            "<tr>",
            "<td>",
            "</table>",
            "</div>",
            "<br>",
            "</a>",
            "<script>",
            "</script>",
            "<!--",
            "-->",
            "<svg>",
            "<template>",
        ],
        *[
            "</template>",
            "<select><option>",
            "<textarea>",
            "<h1>",
            "</h1>",
            "<li>",
            "&amp;",
            "&#x2019;",
            "&notit;",
            "&",
            "<",
            ">",
            "ä",
            "漢字",
            "😀",
        ],
        *("<div class='related'>", "<a href='x'>", "\r\n", "\x00", " ", "\xa0", "\ufdd0", "\u00ad"),
        "A sentence, said the clerk, that is long enough to be read. ",
    ]
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(PIECES, max_size=60))
def test_any_markup_ends_as_a_page_or_a_refusal_and_its_segments_lead_back(pieces: list[str]) -> None:
    data = "".join(pieces).encode()
    try:
        page = read_html(Source(path="p.html", data=data))
    except InputError:
        return
    source, text = page.source, page.report.text
    assert source is not None
    for start, length, first, size in zip(
        source.starts, source.lengths, source.bytes_from, source.byte_lengths, strict=True
    ):
        if first >= 0:
            written = html.unescape(data[first : first + size].decode()).replace("\x00", "")
            assert re.sub(r"\s+", " ", written) == text[start : start + length]

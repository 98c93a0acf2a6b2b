"""Broken input into the readers of pages, feeds, agency formats and WARC: whatever fails otherwise is told.

    python benchmarks/pages_fuzz.py COUNT [SEED]

Inputs are pieces of markup put together at random, a third of them with bytes changed, cut or doubled. Every page that
is read is also checked: its segments lead back to the bytes that they came from.
"""

import io
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable

from accord.errors import InputError
from accord.model.reports import Source
from accord.read.archives import read_warc
from accord.read.containers import read_container
from accord.read.exchange import read_exchange
from accord.read.feeds import read_feed, to_sources
from accord.read.html import read_html
from accord.read.html.mapping import REFERENCE, read_reference

_SENTENCE = "The talks ended on Friday, the hosts said, and nobody was surprised by it. "
_PIECES = [
    *(
        f"<{name}>"
        for name in [
            "p",
            "/p",
            "b",
            "/b",
            "i",
            "/i",
            "a",
            "/a",
            "div",
            "/div",
            "table",
            "tr",
            "td",
            "th",
            "/td",
            "/tr",
            "/table",
            "ul",
            "li",
            "/li",
            "/ul",
            "br",
            "hr",
        ]
    ),
    *(
        f"<{name}>"
        for name in [
            "h1",
            "/h1",
            "h2",
            "script",
            "/script",
            "style",
            "/style",
            "svg",
            "/svg",
            "math",
            "template",
            "/template",
            "select",
        ]
    ),
    *(
        f"<{name}>"
        for name in [
            "option",
            "textarea",
            "/textarea",
            "title",
            "/title",
            "head",
            "/head",
            "body",
            "html",
            "frameset",
            "noscript",
        ]
    ),
    *("<!--", "-->", "<!", "<?xml", "]]>", "<![CDATA[", "</", "<", ">", "/>", '"', "'", "=", "&", ";", "&amp;", "&#0;"),
    *("&#x10FFFF;", "&#xD800;", "&notit;", "&lt", "\x00", "\r\n", "\r", "\t", " ", "\xa0", "\xad", "\u200b", "\ufdd0"),
    *("\ufdd1", "\ufffe", "ä", "漢", "😀", "\u0301", "1", "x" * 50, _SENTENCE, _SENTENCE * 3),
    *('<div class="related">', "<a href='x'>", '<time datetime="2031-05-16">', '<meta charset="gb2312">'),
    *(
        '<meta charset="utf-16">',
        '<script type="application/ld+json">',
        '{"@type":"NewsArticle","author":',
        "[",
        "]",
        "{",
    ),
    *(
        "}",
        '"a":',
        ",",
        "null",
        '<meta name="author" content="',
        "By ",
        "16. Mai 2031",
        "16/05/2031",
        "<rss>",
        "<channel>",
    ),
    *(
        "<item>",
        "</item>",
        "<entry>",
        "<link>",
        "<pubDate>",
        "<nitf>",
        "<newsItem>",
        "<body.content>",
        "<urlset>",
        "<url>",
    ),
    *("WARC/1.0\r\n", "WARC-Type: response\r\n", "Content-Length: 40\r\n", "\r\n\r\n", "HTTP/1.1 200 OK\r\n"),
    *("Content-Type: application/http\r\n", "Content-Encoding: gzip\r\n", '{"uri":"a","bodies":[{"value":"'),
]


def make_input(chance: random.Random) -> bytes:
    text = "".join(chance.choices(_PIECES, k=chance.randrange(1, 40)))
    data = text.encode(chance.choice(["utf-8", "utf-8", "utf-8", "cp1252", "utf-16", "gb18030"]), "replace")
    if chance.random() < 0.33 and data:
        at, length = chance.randrange(len(data)), chance.randrange(1, 8)
        data = chance.choice([data[:at], data[:at] + chance.randbytes(length) + data[at:], data[at:] + data])
    return data


def check_page(data: bytes) -> None:
    page = read_html(Source(path="p.html", data=data))
    source, text = page.source, page.report.text
    assert source is not None
    covered = "".join(passage.span.text for passage in page.passages)
    assert re.sub(r"\s", "", covered) == re.sub(r"\s", "", text), "a passage is missing"
    for start, length, first, size in zip(
        source.starts, source.lengths, source.bytes_from, source.byte_lengths, strict=True
    ):
        if first < 0 or source.encoding != "utf-8":
            continue
        raw = data[first : first + size].decode("utf-8", "replace")
        written = REFERENCE.sub(lambda match: read_reference(match[0]), raw)
        told = text[start : start + length]
        if "\ufffd" not in told and "\ufffd" not in written:
            assert re.sub(r"\s+", " ", written) == re.sub(r"\s+", " ", told), (written, told)


def check_warc(data: bytes) -> None:
    for found in read_warc(io.BytesIO(data), "w"):
        if isinstance(found, Source):
            read_html(found)


READERS: dict[str, Callable[[bytes], object]] = {
    "page": check_page,
    "feed": lambda data: [read_html(one) for one in to_sources(read_feed(data), "f") if isinstance(one, Source)],
    "exchange": lambda data: [read_html(source) for source in read_exchange(data, "e")],
    "warc": check_warc,
    "any": lambda data: list(read_container(io.BytesIO(data), Source(path="any"))),
}


def main() -> None:
    count, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    chance = random.Random(seed)
    ends: Counter[str] = Counter()
    slowest = 0.0
    for _ in range(count):
        data = make_input(chance)
        name = chance.choices(list(READERS), weights=[7, 1, 1, 1, 1])[0]
        before = time.process_time()
        try:
            READERS[name](data)
            ends[f"{name} read"] += 1
        except InputError:
            ends[f"{name} refused"] += 1
        except Exception as error:
            ends[f"{name} FAILED {type(error).__name__}"] += 1
            if sum(number for end, number in ends.items() if "FAILED" in end) <= 5:
                print(name, type(error).__name__, str(error)[:200], data[:400])
        slowest = max(slowest, time.process_time() - before)
    print(f"{count} inputs, seed {seed}, slowest {slowest * 1000:.0f} ms:", dict(sorted(ends.items())))


if __name__ == "__main__":
    main()

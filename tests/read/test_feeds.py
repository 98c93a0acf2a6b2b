import json

import pytest

from accord.errors import InputError
from accord.read.feeds import read_feed, to_sources
from accord.read.pages import read

LONG = "<p>" + "The talks ended on Friday, the hosts said, and nobody was surprised by it. " * 12 + "</p>"
RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>World digest</title>
<item><title>Talks end &amp;amp; all leave</title><link>https://herald.example/1</link>
<pubDate>Fri, 16 May 2031 08:00:00 +0200</pubDate><source url="https://herald.example">The Herald</source>
<content:encoded><![CDATA[{LONG}]]></content:encoded></item>
<item><title>Teaser</title><guid>https://herald.example/2</guid><description>Short.</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Herald</title><entry><title>Talks</title>
<link rel="self" href="https://x.example"/><link href="https://herald.example/1"/><published>2031-05-16T08:00:00Z</published>
<author><name>Ada Stone</name></author><source><title>The Herald</title></source></entry></feed>"""
SITEMAP = """<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://herald.example/1</loc>
<news:news><news:publication><news:name>The Herald</news:name></news:publication>
<news:publication_date>2031-05-16</news:publication_date><news:title>Talks</news:title></news:news></url></urlset>"""


def test_an_item_keeps_its_true_publisher() -> None:
    item = read_feed(RSS.encode()).items[0]
    assert (item.source, item.url) == ("The Herald", "https://herald.example/1")
    assert (item.title, item.published) == ("Talks end & all leave", "2031-05-16T08:00:00+02:00")


def test_an_item_with_its_article_is_an_input() -> None:
    (source,) = to_sources(read_feed(RSS.encode()), "digest.xml")
    page = read(source)
    assert (page.report.outlet, page.report.path) == ("The Herald", "digest.xml#1")
    assert page.report.headline is not None
    assert page.report.headline.text == "Talks end & all leave"


def test_atom_json_feed_and_news_sitemaps_are_read() -> None:
    atom = read_feed(ATOM.encode()).items[0]
    assert (atom.url, atom.source, atom.authors) == ("https://herald.example/1", "The Herald", ("Ada Stone",))
    told = {"version": "https://jsonfeed.org/version/1.1", "items": [{"url": "https://x.example", "title": "Talks"}]}
    assert read_feed(json.dumps(told).encode()).items[0].title == "Talks"
    news = read_feed(SITEMAP.encode()).items[0]
    assert (news.title, news.source, news.published) == ("Talks", "The Herald", "2031-05-16")


BOMB = b'<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><rss>&b;</rss>'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (BOMB, "declares XML entities"),
        (BOMB.decode().encode("utf-16"), "declares XML entities"),
        (b"<a>" * 100_000, "nested more than 200"),
        (b"<html><body>no feed</body></html>", "is an HTML page"),
        (b"<!DOCTYPE html><html><p>no feed", "is no XML"),
        (b"", "is no XML"),
        (b'{"items": 1}', "no JSON Feed"),
        (b"{" * 100_000, "is no JSON"),
        (b"<opml/>", "but no feed"),
    ],
)
def test_what_is_no_feed_is_refused_in_a_line(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        read_feed(data)

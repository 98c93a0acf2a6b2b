import pytest

from accord.errors import InputError
from accord.model.problems import Problem
from accord.model.reports import Source
from accord.read.feeds import Feed, FeedItem, read_feed, to_sources
from accord.read.jsonfeeds import is_json_feed, read_json_feed
from accord.read.pages import read

LONG = "<p>" + "The talks ended on Friday, the hosts said, and nobody was surprised by it. " * 12 + "</p>"
SHORT = "The talks ended on Friday, the hosts said."
RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>World digest</title><language>en-gb</language>
<item><title>Talks end &amp;amp; all leave</title><link>https://herald.example/1</link>
<media:description>A picture of a table.</media:description><dc:creator>Ada Stone</dc:creator>
<pubDate>Fri, 16 May 2031 08:00:00 +0200</pubDate><source url="https://herald.example">The Herald</source>
<content:encoded><![CDATA[{LONG}]]></content:encoded></item>
<item><title>Teaser</title><guid>https://herald.example/2</guid><description>{SHORT}</description></item>
<item><title>Nothing</title><link>https://herald.example/3</link></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Herald</title><entry><title>Talks</title>
<link rel="self" href="https://x.example"/><link href="https://herald.example/1"/><published>2031-05-16T08:00:00Z</published>
<author><name>Ada Stone</name></author><source><title>The Herald</title></source>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{SHORT}</p><p>All left.</p></div></content></entry>
<entry><content type="text">3 &lt; 4, they said.</content></entry></feed>"""
SITEMAP = """<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://herald.example/1</loc>
<news:news><news:publication><news:name>The Herald</news:name></news:publication>
<news:publication_date>2031-05-16</news:publication_date><news:title>Talks</news:title></news:news></url></urlset>"""


def split(feed: Feed) -> tuple[list[Source], list[str]]:
    found = list(to_sources(feed, "digest.xml"))
    return [one for one in found if isinstance(one, Source)], [one.reason for one in found if isinstance(one, Problem)]


def test_an_item_keeps_its_true_publisher() -> None:
    item = read_feed(RSS.encode()).items[0]
    assert (item.source, item.url) == ("The Herald", "https://herald.example/1")
    assert (item.title, item.published) == ("Talks end & all leave", "2031-05-16T08:00:00+02:00")


def test_an_aggregator_s_addition_is_no_part_of_the_headline() -> None:
    named = RSS.replace("all leave</title>", "all leave - The Herald</title>")
    assert read_feed(named.encode()).items[0].title == "Talks end & all leave"


def test_items_with_a_text_are_inputs_and_the_rest_is_told() -> None:
    sources, reasons = split(read_feed(RSS.encode()))
    pages = [read(source) for source in sources]
    assert [(page.report.outlet, page.report.path) for page in pages] == [
        ("The Herald", "digest.xml#1"),
        ("World digest", "digest.xml#2"),
    ]
    assert [page.report.headline and page.report.headline.text for page in pages] == ["Talks end & all leave", "Teaser"]
    assert (pages[0].report.authors, pages[0].report.language) == (("Ada Stone",), "en-gb")
    assert SHORT in pages[1].report.text
    assert "picture" not in pages[0].report.text
    assert [reason.split(";")[0] for reason in reasons] == [
        "1 of 3 items hold a teaser alone, which is all that was read of them",
        "1 of 3 items are addresses without a text",
    ]


@pytest.mark.parametrize(
    ("content", "is_whole"),
    [
        (LONG, True),
        (SHORT, False),
        (LONG + " [&#8230;]", False),
        (LONG + "<a href='x'>Read more</a> »", False),
        (None, False),
    ],
)
def test_a_teaser_is_told_from_an_article(content: str | None, is_whole: bool) -> None:
    assert FeedItem(content=content).is_whole is is_whole


def test_atom_keeps_paragraphs_and_plain_text() -> None:
    entry, plain = read_feed(ATOM.encode()).items
    assert (entry.url, entry.source, entry.authors) == ("https://herald.example/1", "The Herald", ("Ada Stone",))
    assert entry.content == f"<p>{SHORT}</p><p>All left.</p>"
    assert plain.content == "<p>3 &lt; 4, they said.</p>"


def test_json_feeds_and_news_sitemaps_are_read() -> None:
    told: dict[str, object] = {
        "version": "https://jsonfeed.org/version/1.1",
        "items": [{"url": "https://x.example", "title": "Talks", "content_text": "They ended.\n\nAll left."}],
    }
    assert is_json_feed(told)
    assert not is_json_feed({"items": 1})
    assert read_json_feed(told).items[0].content == "<p>They ended.</p><p>All left.</p>"
    news = read_feed(SITEMAP.encode()).items[0]
    assert (news.title, news.source, news.published) == ("Talks", "The Herald", "2031-05-16")


def test_a_sitemap_lists_addresses_and_nothing_is_fetched() -> None:
    sources, (reason,) = split(read_feed(SITEMAP.encode()))
    assert sources == []
    assert "nothing is fetched unless asked for" in reason


def test_a_feed_as_the_web_has_it_is_read() -> None:
    loose = RSS.replace("Teaser", "Bread & butter&nbsp;talks\x0b").encode()
    assert read_feed(loose).items[1].title == "Bread & butter\xa0talks"


def test_of_a_feed_that_breaks_off_the_items_before_are_read() -> None:
    sources, reasons = split(read_feed(RSS[: RSS.index("<title>Nothing")].encode()))
    assert len(sources) == 2
    assert reasons[-1].startswith("breaks off after 3 items")


BOMB = b'<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><rss>&b;</rss>'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (BOMB, "declares XML entities"),
        (BOMB.decode().encode("utf-16"), "declares XML entities"),
        (BOMB.decode().encode("cp037"), "is no XML"),
        (b"<a>" * 100_000, "nested more than 200"),
        (b"<rss>" + b"<item/>" * 500_000, "more than 500,000 elements"),
        (b"<!DOCTYPE" * 1_000_000, "is no XML"),
        (b"<html><body>no feed</body></html>", "is an HTML page"),
        (b"<!DOCTYPE html><html><p>no feed", "is an HTML page"),
        (b"", "is no XML"),
        (b"<", "is no XML"),
        (b"<?xml version='1.0' encoding='none-such'?><rss/>", "is no XML"),
        (b"<opml/>", "but no feed"),
    ],
)
def test_what_is_no_feed_is_refused_in_a_line(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        read_feed(data)

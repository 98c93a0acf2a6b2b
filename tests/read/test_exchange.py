import pytest

from accord.errors import InputError
from accord.model.pages import Page
from accord.model.problems import Problem
from accord.model.reports import Source
from accord.read.exchange import is_ninjs, read_exchange, read_ninjs
from accord.read.pages import read

TEXT = "The talks ended on Friday, the hosts said, and nobody was surprised by it."
HTML = f"<p>{TEXT}</p>"
NINJS: dict[str, object] = {
    "uri": "urn:agency:1",
    "language": "en",
    "headlines": [{"value": "Talks end in Zurin"}],
    "firstCreated": "2031-05-16T08:00:00Z",
    "infoSources": [{"name": "Northern News Agency"}],
    "by": "By Ada Stone",
    "bodies": [{"contentType": "text/plain", "value": TEXT}, {"contentType": "text/html", "value": HTML}],
}
NITF = f"""<nitf><head><docdata><date.issue norm="20310516T080000Z"/></docdata></head><body><body.head><hedline>
<hl1>Talks end in Zurin</hl1></hedline><byline>By Ada Stone</byline><distributor>Northern News Agency</distributor>
</body.head><body.content><p>{TEXT}</p><hl2>After</hl2><p>{TEXT} Nobody &amp; nothing.</p>
</body.content></body></nitf>"""
NEWSML = f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:agency:1"><itemMeta>
<provider><name>Northern News Agency</name></provider><versionCreated>2031-05-16T08:00:00Z</versionCreated></itemMeta>
<contentMeta><headline>Talks end in Zurin</headline><by>By Ada Stone</by><language tag="en"/></contentMeta>
<contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>{TEXT}</p></body></html></inlineXML>
</contentSet></newsItem>"""


def one_page(data: bytes) -> Page:
    (source,) = read_exchange(data, "item")
    assert isinstance(source, Source)
    return read(source)


@pytest.mark.parametrize("name", ["ninjs", "nitf", "newsml"])
def test_an_agency_item_is_a_report(name: str) -> None:
    page = (
        read(read_ninjs(NINJS, "item")) if name == "ninjs" else one_page((NITF if name == "nitf" else NEWSML).encode())
    )
    report = page.report
    assert report.headline is not None
    assert report.headline.text == "Talks end in Zurin"
    assert report.outlet == "Northern News Agency"
    assert report.published == "2031-05-16T08:00:00Z"
    assert report.authors == ("Ada Stone",)
    assert TEXT in {passage.span.text for passage in page.passages if passage.role == "body"}


def test_nitf_inside_newsml_has_the_metadata_of_both() -> None:
    inside = NEWSML.split("<inlineXML>")[0] + "<inlineXML>" + NITF + "</inlineXML></contentSet></newsItem>"
    assert one_page(inside.encode()).report.id == "urn:agency:1"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"{}", "is no XML"),
        (b"<x/>", "neither NewsML-G2 nor NITF"),
        (b"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><nitf>&a;</nitf>", "declares XML entities"),
    ],
)
def test_what_is_no_item_is_refused_in_a_line(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        list(read_exchange(data, "item"))


def test_a_provider_known_by_its_code_alone_goes_by_it() -> None:
    coded = NEWSML.replace("<provider><name>Northern News Agency</name></provider>", '<provider qcode="nprov:NNA"/>')
    assert one_page(coded.encode()).report.outlet == "NNA"


def test_an_item_without_a_text_costs_itself_alone() -> None:
    picture = '<newsItem guid="urn:agency:2"><contentSet><remoteContent href="a.jpg"/></contentSet></newsItem>'
    problem, source = read_exchange(f"<newsMessage><itemSet>{picture}{NEWSML}</itemSet></newsMessage>".encode(), "item")
    assert problem == Problem("read", "is a NewsML-G2 item without text", path="item#1")
    assert source.path == "item#2"


def test_what_is_no_item_of_ninjs_is_told_by_its_keys() -> None:
    assert is_ninjs(NINJS)
    assert not is_ninjs({"uri": "urn:agency:1", "headline": "A picture"})

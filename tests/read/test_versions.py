from accord.model.pages import Page
from accord.model.reports import Source
from accord.read.html import read_html
from accord.read.versions import find_changes, group_versions, same_address

URL = "https://www.herald.example/talks"
FIRST = "The two sides signed 36 agreements in the old town hall, the spokesman said on Friday."
SECOND = "Nobody spoke to the press after the talks, which had lasted for three days and nights."
THIRD = "The next round is planned for the autumn, in the other capital, if all goes well."


def page(*paragraphs: str, url: str = URL) -> Page:
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    return read_html(Source(path="p.html", data=f"<html><body>{body}</body></html>".encode(), url=url))


def test_a_corrected_figure_is_told() -> None:
    (change,) = find_changes(page(FIRST, SECOND), page(FIRST.replace("36", "37"), SECOND))
    assert (change.kind, change.words_before, change.words_after) == ("rewritten", ("36",), ("37",))


def test_what_was_added_and_removed_is_told() -> None:
    changes = find_changes(page(FIRST, SECOND), page(FIRST, THIRD))
    assert [(one.kind, one.before and one.before.text, one.after and one.after.text) for one in changes] == [
        ("removed", SECOND, None),
        ("added", None, THIRD),
    ]


def test_the_same_text_has_no_changes() -> None:
    assert find_changes(page(FIRST), page(FIRST)) == ()


def test_an_address_read_again_is_a_version_if_its_text_is_another() -> None:
    pages = [
        page(FIRST),
        page(FIRST, url=URL + "?utm_source=x"),
        page(SECOND, url=URL + "/"),
        page(THIRD, url="https://x.example/"),
    ]
    assert [len(group) for group in group_versions(pages)] == [2, 1]


def test_what_names_the_page_stays_in_its_address() -> None:
    assert same_address("http://a.example/x?id=1&ref=home") == same_address("https://a.example/x/?id=1")
    assert same_address("https://a.example/x?id=1") != same_address("https://a.example/x?id=2")

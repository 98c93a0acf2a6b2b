import pytest

from accord.read.html.marking import mark
from accord.read.html.owners import SITE, read_owners
from accord.read.html.said import Said
from accord.read.html.story import Story
from accord.read.html.walk import read_tree

SAID = "The talks on the river ended on Friday, the hosts said, and nobody was surprised by it."


def owners(head: str = "", body: str = "", after: str = "") -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    markup = f"<html><head>{head}</head><body>{body}<main><h1>Talks end</h1><p>{SAID}</p></main>{after}</body></html>"
    marked = mark(markup)
    story = Story(read_tree(marked))
    found = list(read_owners(Said(marked, story, None), story))
    assert all(one.block == SITE for one in found)
    return [(one.kinds, one.names) for one in found]


@pytest.mark.parametrize(
    ("head", "body", "after", "kind"),
    [
        ("<title>Talks end - Dr. Anna Stone</title>", "", "", "site:title"),
        ("<meta property=og:site_name content='Anna Stone'>", "", "", "site:name"),
        ("", "<p class=site-title>River notes</p><p class=site-description>Anna Stone</p>", "", "site:name"),
        ("", "", "<footer>© 2029–2031 Anna Stone · Impressum</footer>", "site:note"),
        ("", "", "<footer>(c) 2031 by Anna Stone</footer>", "site:note"),
    ],
)
def test_a_person_whose_site_it_is_is_read(head: str, body: str, after: str, kind: str) -> None:
    assert owners(head, body, after) == [(("site", kind), ("Anna Stone",))]


@pytest.mark.parametrize(
    "after",
    ["<footer>© 2031 The Herald</footer>", "<footer>Anna Stone</footer>", "<footer>© Talks end</footer>"],
)
def test_others_own_no_site(after: str) -> None:
    assert owners("<title>Talks end - The Herald</title>", after=after) == []

from accord.read.html.marking import mark
from accord.read.html.said import Said
from accord.read.html.statements import Statement, read_head, state
from accord.read.html.story import Story
from accord.read.html.walk import read_tree


def head(markup: str) -> list[Statement]:
    marked = mark(f"<html><head>{markup}</head><body><p>Talks ended in Zurin on Friday.</p></body></html>")
    return list(read_head(Said(marked, Story(read_tree(marked)), None)))


def test_places_of_the_head_come_in_their_order_of_trust() -> None:
    found = head(
        "<meta name=author content='Bo Reed'><meta property='article:author' content='Cy Lake'>"
        '<script type="application/ld+json">'
        '{"@type": "Article", "author": {"@type": "Person", "name": "Ada Stone"}}</script>'
    )
    assert [(one.place, one.names) for one in found] == [
        ("JSON-LD", ("Ada Stone",)),
        ("JSON-LD", ("Ada Stone",)),
        ("author", ("Bo Reed",)),
        ("article:author", ("Cy Lake",)),
    ]
    assert [one.kinds[0] for one in found] == ["ld", "ld:Person", "meta", "meta"]


def test_an_address_names_nobody() -> None:
    assert head("<meta property='article:author' content='https://social.example/ada'>") == []


def test_where_no_part_is_a_person_the_whole_is_named_too() -> None:
    assert [one.names for one in state(("ld",), "Staff and news services")] == [
        ("Staff and news services",),
        ("Staff", "news services"),
    ]
    assert [one.names for one in state(("ld",), "Ada Stone and others")] == [("Ada Stone", "others")]
    assert list(state(("ld",), " , ")) == []


def test_a_source_is_read_where_json_is_odd() -> None:
    assert (
        head('<script type="application/ld+json">{"@type": "Article", "author": [null, 3, {"name": null}]}</script>')
        == []
    )

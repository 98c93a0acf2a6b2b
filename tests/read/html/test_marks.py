import pytest

from accord.read.html.marking import mark
from accord.read.html.marks import MOST, read_marks
from accord.read.html.statements import Statement
from accord.read.html.story import Story
from accord.read.html.walk import read_tree


def read(markup: str) -> list[Statement]:
    story = Story(read_tree(mark(f"<html><body>{markup}<p>The talks ended, and all went home.</p></body></html>")))
    return list(read_marks(story, 0, len(story.tree.blocks)))


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        ("<a rel='nofollow author' href=/x>Ada Stone</a>", "rel"),
        ("<p itemprop=author>Ada Stone</p>", "rel"),
        ("<p class=articleAuthor>Ada Stone</p>", "class"),
        ("<p class=authorName>Ada Stone</p>", "class"),
        ("<p class='comment-author'>Ada Stone</p>", "beside"),
        ("<p class=authorbio>Ada Stone</p>", "beside"),
        ("<a href=/autoren/7>Ada Stone</a>", "link"),
        ("<a href='/s?authorname=ada'>Ada Stone</a>", "link"),
        ("<a href=/team/7>Ada Stone</a>", "people"),
        ("<a href=mailto:a@b.example>Ada Stone</a>", "mail"),
        ("<div class=byline data-author='Ada Stone'>Text</div>", "data"),
    ],
)
def test_markup_tells_an_author_in_many_ways(markup: str, kind: str) -> None:
    assert any(kind in one.kinds and one.names == ("Ada Stone",) for one in read(markup))


def test_a_link_that_spells_the_name_is_told() -> None:
    assert "slug" in read("<a href=/author/ada-stone/>Ada Stone</a>")[0].kinds
    assert "slug" not in read("<a href=/author/7/>Ada Stone</a>")[0].kinds


def test_other_elements_say_nothing() -> None:
    assert read("<a href=/talks>Ada Stone</a><p class=lead>Ada Stone</p>") == []


def test_an_empty_element_says_nothing_of_the_text_around_it() -> None:
    assert read("<div>16.05.2031 / <span class=author></span> <a href=/x>Rivers</a></div>") == []


def test_elements_without_end_are_bounded() -> None:
    assert len(read("<p class=author>Ada Stone</p>" * 10_000)) == MOST


def test_lines_of_the_last_element_stand_in_its_last_block() -> None:
    story = Story(read_tree(mark("<h1>Talks end</h1><div class=author>Ada Stone<br>Bo Reed</div>")))
    found = read_marks(story, 0, len(story.tree.blocks))
    assert [(one.names, one.block) for one in found] == [(("Ada Stone",), 1), (("Bo Reed",), 1)]

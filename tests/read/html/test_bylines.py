import pytest

from accord.read.html.bylines import read_bylines
from accord.read.html.marking import mark
from accord.read.html.roles import judge_blocks
from accord.read.html.story import Story
from accord.read.html.walk import read_tree

SAID = "The talks on the river ended on Friday, the hosts said, and nobody was surprised by it at all."


def read(line: str, end: str = "", *, is_judged: bool = False) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    body = f"<main><h1>Talks end in Zurin</h1>{line}<p>{SAID} {SAID}</p><p>{SAID} {SAID}{end}</p></main>"
    story = Story(read_tree(mark(f"<html><body>{body}</body></html>")))
    found = read_bylines(story, judge_blocks(story) if is_judged else ["body"] * 9, 0, len(story.tree.blocks))
    return [(one.kinds, one.names) for one in found]


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("<p>Von Ada Stone</p>", ("by", "only")),
        ("<p>Autorin: Ada Stone</p>", ("label", "only")),
        ("<p>Escribe Ada Stone</p>", ("by", "only")),
        ("<p>Von Ada Stone, 16.05.2031</p>", ("by", "only", "dated")),
        ("<p>Von Ada Stone schreibt hier über Flüsse</p>", ("by",)),
        ("<p>Ada Stone</p>", ("line",)),
        ("<p>16.05.2031 | Ada Stone</p>", ("line", "dated")),
        ("<p>Zurin, 16.05.2031 von Ada Stone</p>", ("clocked", "dated")),
        ("<p>Von:</p><p>Ada Stone</p>", ("line", "by-before")),
        ("<p>Autorin</p><p>Ada Stone</p>", ("line", "label-before")),
        ("<p>Lesezeit kurz, Autorin: Ada Stone</p>", ("inner-label",)),
        ("<p>Quelle: Ada Stone</p>", ("source",)),
        ("<p>Ein Interview von Ada Stone mit Bo Reed</p>", ("by", "talk", "only")),
    ],
)
def test_a_line_is_read_in_its_way(line: str, kinds: tuple[str, ...]) -> None:
    assert (kinds, ("Ada Stone",)) in read(line)


def test_what_reads_like_a_caption_can_name_the_author() -> None:
    line = "<p>16.05.2031 um 13:30 von Ada Stone | Foto: dpa</p>"
    assert any("Ada Stone" in names for _, names in read(line, is_judged=True))
    assert read(f"<figure><figcaption>{line}</figcaption></figure>", is_judged=True) == []


@pytest.mark.parametrize("last", ["<p>Ada Stone</p>", "<p><b>Ada Stone</b></p><h2>More news</h2>"])
def test_a_name_alone_behind_the_text_signs_it(last: str) -> None:
    assert (("sign",), ("Ada Stone",)) in read("", f"</p>{last}<p>")


def test_a_name_above_a_date_signs_the_text() -> None:
    assert (("sign",), ("Ada",)) in read("", "</p><p>Ada<br>16.05.2031</p><p>")


def test_a_credit_right_under_the_headline_is_read() -> None:
    assert (("codes",), ("dpa",)) in read("<p class=credit>dpa</p>", is_judged=True)


def test_a_name_in_small_letters_can_stand_behind_what_announces_it() -> None:
    assert (("by",), ("der Fuchs",)) in read("<p>Eingestellt von der Fuchs</p>")


def test_an_agency_that_owns_the_text_is_read() -> None:
    assert read("<p>© 2031 dpa</p>") == [(("codes", "owner"), ("dpa",))]


@pytest.mark.parametrize(
    "line",
    ["<p>By the river they met</p>", "<p>© Ada Stone</p>", "<p>Mehr lesen</p>", "<figcaption>Ada Stone</figcaption>"],
)
def test_other_lines_say_nothing(line: str) -> None:
    assert read(line, is_judged=True) == []


@pytest.mark.parametrize(
    ("end", "kinds", "names"),
    [
        (" (dpa)", ("bracket",), ("dpa",)),
        (" (mad/dpa)", ("bracket", "piece"), ("mad", "dpa")),
        ("<br>Ada Stone", ("sign",), ("Ada Stone",)),
    ],
)
def test_the_end_of_the_story_is_read(end: str, kinds: tuple[str, ...], names: tuple[str, ...]) -> None:
    assert (kinds, names) in read("", end)

from accord.publish.lookups import Lookup
from accord.publish.page.differences import changed_words, marked, marks_of, merged
from tests.publish.accounts import summit

LOOKUP = Lookup(summit())
BY_ID = {point.id: point for point in summit().points}


def words_marked(point: str) -> list[list[tuple[str, str]]]:
    found = []
    for reading in BY_ID[point].readings:
        marks = marks_of(LOOKUP, BY_ID[point], reading)
        found.append([(reading.span.text[start:end], kind) for start, end, kind in marks])
    return found


def test_quotations_differ_by_words() -> None:
    assert words_marked("p2") == [[("a", "wording")], [("one", "wording")], []]


def test_figures_are_marked_by_their_values() -> None:
    assert words_marked("p7") == [[("$1.1 billion", "figure")], [("about $1 billion", "figure")], []]


def test_several_kinds_in_one_reading() -> None:
    assert words_marked("p3")[0] == [("agreed", "stage"), ("December", "date")]


def test_other_words_are_no_variant() -> None:
    assert changed_words("We share a lake", "The pipeline will be studied next year") is None
    assert changed_words("", "anything") is None


def test_words_only_left_out_leave_nothing_to_mark() -> None:
    assert changed_words("We share a lake, a border and a future", "We share a lake, a border") == []


def test_very_long_quotations_are_not_compared() -> None:
    assert changed_words("word " * 700, "word " * 700) is None


def test_overlapping_marks_become_one() -> None:
    assert merged([(4, 8, "date"), (0, 6, "figure"), (0, 3, "date")]) == [(0, 6, "figure")]


def test_marks_keep_every_character() -> None:
    pieces = marked("a <b> c", [(2, 5, "figure")])
    assert "".join(pieces) == 'a <mark class="d-figure" title="differs: figure">&lt;b&gt;</mark> c'

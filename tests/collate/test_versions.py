import msgspec

from accord.collate.versions import find_changes, versions_of
from accord.model.accounts import Analysis
from accord.model.reports import Passage
from accord.model.spans import Span
from accord.model.versions import Change
from accord.pipeline import find
from tests import factories

FIRST = "The two sides signed 36 agreements in the old town hall, the spokesman said on Friday."
SECOND = "Nobody spoke to the press after the talks, which had lasted for three days and nights."
THIRD = "The next round is planned for the autumn, in the other capital, if all goes well."


def read(*paragraphs: str, id: str = "a", note: str = "") -> Analysis:
    found = find(factories.parsed("\n".join(paragraphs), id=id, published="2031-05-18"))
    if not note:
        return found
    text = f"{found.report.text}\n{note}"
    report = msgspec.structs.replace(factories.report(text, id=id))
    passages = (*found.passages, Passage(report.span(len(text) - len(note), len(text)), "note"))
    return msgspec.structs.replace(found, report=report, passages=passages)


def words(change: Change) -> list[tuple[str, str | None, str | None]]:
    return [
        (edit.kind, edit.before.text if edit.before else None, edit.after.text if edit.after else None)
        for edit in change.edits
    ]


def test_a_corrected_figure_is_told_in_its_place() -> None:
    before, after = read(FIRST, SECOND, id="a"), read(FIRST.replace("36", "37"), SECOND, id="b")
    (change,) = find_changes((before, after))
    assert change.kind == "rewritten"
    assert words(change) == [("figure", "36", "37")]
    (edit,) = change.edits
    for analysis, span in ((before, edit.before), (after, edit.after)):
        assert isinstance(span, Span)
        assert span.report == analysis.report.id
        assert analysis.report.text[span.start : span.end] == span.text


def test_a_day_that_was_mended_and_a_word_that_was_softened() -> None:
    after = FIRST.replace("Friday", "Thursday").replace("signed", "initialled")
    (change,) = find_changes((read(FIRST), read(after, id="b")))
    assert words(change) == [("wording", "signed", "initialled"), ("date", "Friday", "Thursday")]


def test_what_was_added_and_removed_is_told() -> None:
    changes = find_changes((read(FIRST, SECOND), read(FIRST, THIRD, id="b")))
    assert [(one.kind, one.before and one.before.text, one.after and one.after.text) for one in changes] == [
        ("removed", SECOND, None),
        ("added", None, THIRD),
    ]


def test_the_same_text_has_no_changes() -> None:
    assert find_changes((read(FIRST), read(FIRST, id="b"))) == ()


def test_texts_too_long_to_lay_side_by_side_are_told_apart_all_the_same() -> None:
    old = factories.report("\n".join(f"Entry {number} of the day." for number in range(400)), id="a")
    new = factories.report("\n".join(f"Entry {number} of the night." for number in range(400)), id="b")
    pair = tuple(Analysis(report=one, passages=factories.passages(one)) for one in (old, new))
    changes = find_changes((pair[0], pair[1]))
    assert len(changes) == 800


def test_each_version_has_what_changed_to_the_next_and_what_it_says_of_it() -> None:
    note = "This story was corrected: there were 37 agreements."
    chain = [
        read(FIRST, id="a"),
        read(FIRST.replace("36", "40"), id="b"),
        read(FIRST.replace("36", "37"), id="c", note=note),
    ]
    one, other = versions_of([chain])
    assert [(each.earlier.id, each.next, each.report) for each in (one, other)] == [("a", "b", "c"), ("b", "c", "c")]
    assert one.notes == ()
    assert [span.text for span in other.notes] == [note]

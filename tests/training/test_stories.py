"""Marked stories: every mark lies where it says, and every story holds what a story must."""

import re
from collections import defaultdict
from pathlib import Path

import pytest
from training.stories import FIELDS, STORIES, read_marks, read_story

STORY = """# story: lima-2031
# about: a port

## report: wire | 2031-05-12 | {1|Port reopens} after strike
{1|The port opened again on Monday}, and {2|ships sailed}.

## report: post | 2031-05-13 | Cranes move
Officials said {2|the first vessels had left the harbour}. The mayor, {1|who welcomed the reopening}, smiled.
"""


def test_marks_are_places_in_the_texts_that_are_read(tmp_path: Path) -> None:
    path = tmp_path / "lima-2031.txt"
    path.write_text(STORY, encoding="utf-8")
    story = read_story(path)
    found = defaultdict(set)
    for clause in story.clauses:
        for report, start, end, point in story.readings:
            if (clause.span.report, clause.span.start, clause.span.end) == (report, start, end):
                found[point].add(clause.span.text)
    assert found[2] == {"ships sailed", "the first vessels had left the harbour"}
    assert "The port opened again on Monday" in found[1]
    assert len(story.readings) == 5


def test_marks_may_lie_in_one_another() -> None:
    assert read_marks("{1|The {1,2|two} met} twice.") == ("The two met twice.", [(4, 7, 1), (4, 7, 2), (0, 11, 1)])
    with pytest.raises(ValueError, match="not closed"):
        read_marks("{1|The two met twice.")


@pytest.mark.parametrize("path", sorted(STORIES.glob("*.txt")), ids=lambda path: path.stem)
def test_a_point_is_told_by_two_reports(path: Path) -> None:
    told: dict[int, set[str]] = defaultdict(set)
    blocks = re.split(r"^## report:", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    for block in blocks:
        outlet, day, _ = (part.strip() for part in FIELDS.split(block.strip().splitlines()[0], maxsplit=2))
        assert re.fullmatch(r"20\d\d-\d\d-\d\d", day)
        plain, marks = read_marks(block)
        assert not re.search(r"[{}]", plain)
        for start, end, point in marks:
            assert plain[start:end].strip()
            told[point].add(outlet)
    assert len(blocks) >= 3
    assert told
    assert all(len(outlets) > 1 for outlets in told.values())

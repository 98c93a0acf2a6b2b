# mypy: ignore-errors
"""Stories written for this project, each told by several outlets, with the statements that two of them make marked.

A file of `training/data/stories` is one story:

    # story: izmir-2032
    # about: one line

    ## report: wire | 2032-06-17 | {1|Greece, Turkey agree air hotline} weeks after {2|Aegean near-miss}
    First paragraph, in which {7|a clause says what another report says too}.

`{N|words}` marks a reading of point N of the story, `{N,M|words}` one of two points; marks may lie in one another. What
is unmarked no other report says.
"""

import re
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from pathlib import Path
from typing import NamedTuple

from accord.collate.accounts import renamed
from accord.collate.actors import merge_actors
from accord.collate.clauses import clauses_of
from accord.gather.stories import gather
from accord.model.reports import Source
from accord.pipeline import per_report

STORIES = Path(__file__).parent / "data" / "stories"
OPENS = re.compile(r"\{(\d+(?:,\d+)*)\|")
FIELDS = re.compile(r"\|(?![^{]*\})")  # a bar inside a mark parts no fields


class Marked(NamedTuple):
    """One story: its clauses, report after report, and its readings as (report, start, end, point)."""

    name: str
    clauses: list
    readings: list


def read_marks(text):
    """A text without its marks, and these as (start, end, point), in the order in which they end.

    >>> read_marks("{1|The {1,2|two} met} twice.")
    ('The two met twice.', [(4, 7, 1), (4, 7, 2), (0, 11, 1)])
    """
    plain, opened, marks, at = [], [], [], 0
    while at < len(text):
        if mark := OPENS.match(text, at):
            opened.append((len(plain), [int(point) for point in mark[1].split(",")]))
            at = mark.end()
            continue
        if text[at] == "}" and opened:
            start, points = opened.pop()
            marks += [(start, len(plain), point) for point in points]
        else:
            plain.append(text[at])
        at += 1
    if opened:
        raise ValueError(f"a mark is not closed: {text[:80]}")
    return "".join(plain), marks


def read_stories():
    """All stories, by name, as far as clauses."""
    with ProcessPoolExecutor(2) as pool:
        return list(pool.map(read_story, sorted(STORIES.glob("*.txt"))))


def read_story(path):
    """Take one story as far as clauses; its marks as offsets into the reports' texts."""
    return mark_clauses(path.stem, *read_reports(path))


def read_reports(path):
    """The sources of a story without its marks, and these as (outlet, start, end, point)."""
    texts, marks = {}, []
    for block in re.split(r"^## report:", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        head, *lines = [line.strip() for line in block.strip().splitlines() if line.strip()]
        outlet, day, headline = (part.strip() for part in FIELDS.split(head, maxsplit=2))
        day = date.fromisoformat(day)
        text = ""
        for line in (headline, f"{day.day} {day:%B} {day.year}", *lines):
            plain, found = read_marks(line)
            marks += [(outlet, len(text) + start, len(text) + end, point) for start, end, point in found]
            text += plain + "\n\n"
        texts[outlet] = text
    return [Source(path=f"{outlet}.txt", data=text.encode()) for outlet, text in sorted(texts.items())], marks


def mark_clauses(name, sources, marks):
    """The clauses of a story's sources, and its marks, (file's stem, start, end, point), by report id."""
    analyses, _ = analyse_all(sources)
    reports = {Path(analysis.report.path).stem: analysis.report.id for analysis in analyses}
    clauses = [clause for analysis in analyses for clause in clauses_of(analysis)]
    return Marked(name, clauses, [(reports[stem], *rest) for stem, *rest in marks])


def analyse_all(sources):
    """The analyses of a story's sources, its actors the same in all, and these by id."""
    story = gather([per_report(source) for source in sources])
    actors, ids = merge_actors(story.analyses)
    return [renamed(analysis, ids) for analysis in story.analyses], {actor.id: actor for actor in actors}

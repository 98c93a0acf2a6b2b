from itertools import groupby, pairwise
from pathlib import Path

import msgspec
import pytest

from accord.find.actors import find_actors
from accord.find.attributions import find_attributions
from accord.find.times import find_times
from accord.language.pack import load
from accord.language.rules import RulePack
from accord.model.accounts import ParsedReport
from tests.factories import passages, report

PUBLISHED = "2031-03-06"
COLUMNS = 10
ALLOWED = 5
"""Cases that a pack may lose: one that is trained anew parses a few sentences otherwise."""


def read_cases() -> list[tuple[str, list[tuple[str, ...]]]]:
    lines = (Path(__file__).parent / "attributions_cases.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line[:1] != "#"]
    rows = [row + [""] * (COLUMNS - len(row)) for row in rows]
    for before, row in pairwise(rows):
        row[0] = row[0] or before[0]
    return [(text, [tuple(row[1:]) for row in group]) for text, group in groupby(rows, key=lambda row: row[0])]


def read(text: str) -> list[tuple[str, ...]]:
    made = msgspec.structs.replace(report(text), published=PUBLISHED)
    lines = passages(made)
    sentences = tuple(load().parse(text, [(one.span.start, one.span.end) for one in lines]))
    parsed = ParsedReport(made, lines, sentences)
    actors = find_actors(parsed)
    names = {actor.id: actor.name for actor in actors}
    found = find_attributions(parsed, actors, find_times(parsed))
    for one in found:
        for span in (*one.content, *filter(None, (one.source, one.cue))):
            assert text[span.start : span.end] == span.text
    return [
        (
            one.source.text if one.source else "",
            one.cue.text if one.cue else "",
            " … ".join(span.text for span in one.content),
            one.kind,
            ";".join(names[actor] for actor in one.speaker),
            ";".join(names[actor] for actor in one.to),
            one.venue or "",
            ";".join(one.via),
            one.date or "",
        )
        for one in found
    ]


@pytest.mark.skipif(isinstance(load(), RulePack), reason="the English pack is not there")
def test_who_said_what() -> None:
    """Nearly every case is read as it should be; which are lost differs from one pack to the next."""
    cases = read_cases()
    lost = [(text, told) for text, expected in cases if (told := read(text)) != expected]
    assert len(cases) > 70
    assert len(lost) <= ALLOWED, lost

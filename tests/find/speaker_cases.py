"""Passages of news with who says what: read, and compared with what is found."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from accord.find.actors import find_actors
from accord.find.attributions import find_attributions
from accord.language.pack import load
from accord.model.accounts import ParsedReport
from accord.model.findings import Actor, Attribution
from accord.model.reports import Source
from accord.read.pages import read

FOLDER = Path(__file__).parent / "speakers"
NOBODY = "-"


class Said(Struct, frozen=True):
    """Words that somebody says, with every answer to who it is that counts as right; the empty set is nobody."""

    words: str
    speakers: tuple[frozenset[str], ...]


class Case(Struct, frozen=True):
    """A passage, its first line the headline, with what is said in it."""

    name: str
    text: str
    said: tuple[Said, ...]


class Answer(Struct, frozen=True):
    """What is found where something is said; `attribution` is None where nothing is."""

    case: str
    said: Said
    attribution: Attribution | None
    names: frozenset[str]
    is_right: bool


def read_cases(part: str) -> list[Case]:
    """Read the cases of one part: `tuned` or `heldback`."""
    return [_read(path) for path in sorted((FOLDER / part).glob("*.txt"))]


def _read(path: Path) -> Case:
    text, _, rows = path.read_text("utf-8").partition("\n---\n")
    said = tuple(_said(*row.split("\t")) for row in rows.splitlines())
    for one in said:
        assert text.count(one.words) == 1, (path.name, one.words)
    return Case(path.stem, text, said)


def _said(speakers: str, words: str) -> Said:
    answers = (each.split("; ") if each != NOBODY else () for each in speakers.split("|"))
    return Said(words, tuple(map(frozenset, answers)))


def find_answers(case: Case) -> Iterator[Answer]:
    """Say for each saying of a case whom it is given to."""
    parsed = _parse(case.text)
    actors = find_actors(parsed)
    by_id = {actor.id: actor for actor in actors}
    found = find_attributions(parsed, actors, ())
    for said in case.said:
        one = _covering(case.text.index(said.words), len(said.words), found)
        speakers = [by_id[each] for each in one.speaker] if one else []
        right = one is not None and any(_are(answer, speakers) for answer in said.speakers)
        yield Answer(case.name, said, one, frozenset(each.name for each in speakers), right)


def _parse(text: str) -> ParsedReport:
    page = read(Source("case.txt", text=text))
    assert page.report.text == text
    stretches = [(one.span.start, one.span.end) for one in page.passages if one.is_content]
    return ParsedReport(page.report, page.passages, tuple(load().parse(text, stretches)))


def _covering(start: int, length: int, found: tuple[Attribution, ...]) -> Attribution | None:
    """The attribution whose content has most of the words, the shortest of several."""
    covers = {
        one.id: sum(_shared(span.start, span.end, start, start + length) for span in one.content) for one in found
    }
    likely = [one for one in found if 2 * covers[one.id] > length]
    return min(likely, key=lambda one: sum(span.end - span.start for span in one.content), default=None)


def _shared(first: int, last: int, start: int, end: int) -> int:
    return max(0, min(last, end) - max(first, start))


def _are(answer: frozenset[str], speakers: list[Actor]) -> bool:
    """Whether speakers are just those of an answer, each under any of its names."""
    called = [{name.casefold() for name in (each.name, *each.names)} for each in speakers]
    expected = {name.casefold() for name in answer}
    return len(called) == len(expected) and all(names & expected for names in called)

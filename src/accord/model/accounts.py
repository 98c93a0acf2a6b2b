from typing import Literal

from msgspec import Struct

from accord.model.findings import Actor, Attribution, Commitment, Event, Figure, Relation, Time
from accord.model.points import Omission, Origin, Point
from accord.model.problems import Problem
from accord.model.reports import CONTENT_ROLES, Passage, Report
from accord.model.sentences import Sentence
from accord.model.versions import Version


class ParsedReport(Struct, frozen=True):
    """A report with its passages by role and the sentences of the passages that tell the story."""

    report: Report
    passages: tuple[Passage, ...]
    sentences: tuple[Sentence, ...]

    def content(self) -> tuple[Passage, ...]:
        """Return the passages that tell the story, in order."""
        return tuple(passage for passage in self.passages if passage.role in CONTENT_ROLES)


class Analysis(Struct, frozen=True):
    """Everything found in one report alone. The sentences are kept for collating and are not part of the record."""

    report: Report
    passages: tuple[Passage, ...]
    sentences: tuple[Sentence, ...] = ()
    times: tuple[Time, ...] = ()
    figures: tuple[Figure, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    relations: tuple[Relation, ...] = ()
    problems: tuple[Problem, ...] = ()


class Story(Struct, frozen=True):
    """The reports of one event, grouped; `versions` has the texts of each address that changed, the latest last."""

    id: str
    analyses: tuple[Analysis, ...]
    problems: tuple[Problem, ...] = ()
    versions: tuple[tuple[Analysis, ...], ...] = ()


class StoryHead(Struct, frozen=True, rename={"from_": "from"}):
    """What an account is about: the most central headline, verbatim, and the days that its reports span (EDTF)."""

    id: str
    title: str
    from_: str | None = None
    to: str | None = None


class Account(Struct, frozen=True, rename={"format": "schema"}):
    """The record of one story, `accord/1`."""

    story: StoryHead
    reports: tuple[Report, ...]
    passages: tuple[Passage, ...] = ()
    times: tuple[Time, ...] = ()
    figures: tuple[Figure, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    relations: tuple[Relation, ...] = ()
    points: tuple[Point, ...] = ()
    omissions: tuple[Omission, ...] = ()
    origins: tuple[Origin, ...] = ()
    versions: tuple[Version, ...] = ()
    problems: tuple[Problem, ...] = ()
    format: Literal["accord/1"] = "accord/1"

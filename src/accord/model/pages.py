from msgspec import Struct

from accord.model.problems import Problem
from accord.model.reports import Passage, Report


class Page(Struct, frozen=True):
    """One input once read: the report, its passages covering every non-blank character in order, and what was amiss."""

    report: Report
    passages: tuple[Passage, ...]
    problems: tuple[Problem, ...] = ()

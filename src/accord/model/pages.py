from msgspec import Struct

from accord.model.problems import Problem
from accord.model.reports import Passage, Report
from accord.model.sources import Facts, SourceMap


class Page(Struct, frozen=True):
    """One input once read: the report, its passages covering every non-blank character in order, and what was amiss.

    A page of HTML also has the way back into its markup (`source`) and what it says about itself (`facts`).
    """

    report: Report
    passages: tuple[Passage, ...]
    problems: tuple[Problem, ...] = ()
    source: SourceMap | None = None
    facts: Facts | None = None

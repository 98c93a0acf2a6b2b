"""Accord: many outlets' reports of the same events in, the sourced record of them out.

    >>> import accord
    >>> page = accord.read(accord.Source("note.txt", text="River states sign treaty"))
    >>> accord.analyse(page).report.text
    'River states sign treaty'

Each stage is a plain function: `read`, `analyse`, `gather`, `collate`, `publish`. `account` takes inputs all the way.
"""

from accord.collate.accounts import collate
from accord.gather.stories import gather
from accord.model.accounts import Account, Analysis, Story
from accord.model.pages import Page
from accord.model.problems import Problem
from accord.model.reports import Passage, Report, Source
from accord.model.spans import Span
from accord.pipeline import account_of, analyse, per_report, per_story
from accord.publish.publication import publish
from accord.read.pages import read

__all__ = [
    "Account",
    "Analysis",
    "Page",
    "Passage",
    "Problem",
    "Report",
    "Source",
    "Span",
    "Story",
    "account_of",
    "analyse",
    "collate",
    "gather",
    "per_report",
    "per_story",
    "publish",
    "read",
]

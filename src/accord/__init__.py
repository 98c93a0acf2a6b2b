"""Accord: many outlets' reports of the same events in, the sourced record of them out.

    >>> import accord
    >>> page = accord.read_source(accord.Source("note.txt", text="River states sign treaty"))
    >>> accord.analyse(page).report.text
    'River states sign treaty'

Each stage is a plain function, named after its folder with what it takes, so that the folders can be imported too:
`read_source`, `analyse`, `gather_story`, `collate_story`, `publish_account`. `account_of` takes inputs all the way.
"""

from accord.collate.accounts import collate as collate_story
from accord.gather.stories import gather as gather_story
from accord.model.accounts import Account, Analysis, Story
from accord.model.pages import Page
from accord.model.problems import Problem
from accord.model.reports import Passage, Report, Source
from accord.model.spans import Span
from accord.pipeline import account_of, analyse, per_report, per_story
from accord.publish.page.frames import to_frame
from accord.publish.publication import publish as publish_account
from accord.read.pages import read as read_source

# a notebook shows an account as its page
setattr(Account, "_repr_html_", to_frame)  # noqa: B010 -- Account stands above the page and can't know it

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
    "collate_story",
    "gather_story",
    "per_report",
    "per_story",
    "publish_account",
    "read_source",
]

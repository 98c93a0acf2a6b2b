from typing import Literal

from msgspec import Struct

from accord.model.reports import Report
from accord.model.spans import Span


class Edit(Struct, frozen=True):
    """Words that the next version has otherwise; one of the two is null where words were only added or taken out.

    A `figure` or a `date` says something else than before; `wording` is the rest.
    """

    kind: Literal["figure", "date", "wording"]
    before: Span | None
    after: Span | None


class Change(Struct, frozen=True):
    """One change from a version to the next: the passage before, after, or both with the words that differ."""

    kind: Literal["added", "removed", "rewritten"]
    before: Span | None
    after: Span | None
    edits: tuple[Edit, ...] = ()


class Version(Struct, frozen=True):
    """An earlier text at the address of a report, and what changed from it to the next.

    `report` is the report whose version it is, `next` the version that followed: that report itself, or an earlier one.
    Spans `before` are of `earlier`, spans `after` of the next. `notes` are the notes that the next version has and
    this had not; where it changed and there is none, it did so in silence. Earlier versions are no reports of the
    account: they have no readings and count as no origin.
    """

    report: str
    earlier: Report
    next: str
    changes: tuple[Change, ...] = ()
    notes: tuple[Span, ...] = ()

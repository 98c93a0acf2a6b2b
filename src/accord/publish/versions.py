"""What every format that people read says of versions: which one, as of when, and what its change is called."""

from accord.model.reports import Report
from accord.model.versions import Edit, Version
from accord.publish.dates import spell_date
from accord.publish.lookups import Lookup

TITLE = "Changed between versions"
ARROW = " → "


def name_version(lookup: Lookup, version: Version) -> str:
    """Say which versions of which report are compared: The Herald, 6 May 2031, 08:00 → 6 May 2031, 14:30."""
    texts = {each.earlier.id: each.earlier for each in lookup.account.versions} | lookup.reports
    moments = [_moment(version.earlier), _moment(texts[version.next])]
    return f"{lookup.label(version.report)}, {ARROW.join(moments)}"


def _moment(report: Report) -> str:
    """When a version was fetched, changed or published; its file where nothing says."""
    told = report.captured or report.modified or report.published
    return spell_date(told) if told else report.path


def is_silent(version: Version) -> bool:
    """Whether something changed and no new note says so."""
    return bool(version.changes) and not version.notes


def spell_edit(edit: Edit) -> tuple[str, str]:
    """Return the words before and after, a dash for none."""
    return edit.before.text if edit.before else "–", edit.after.text if edit.after else "–"

"""When a report that does not say was published, by the company it keeps."""

from collections.abc import Mapping, Sequence
from datetime import date

from accord.model.accounts import Analysis
from accord.text.edtf import approximate
from accord.text.intervals import days_of

# Reports of one event lie close together: dated ones that span more days than this say nothing of the others.
CLOSE_DAYS = 7


def date_undated(analyses: Sequence[Analysis]) -> Mapping[str, str]:
    """Give each report without a date the middle day of the dated ones, as approximate EDTF, by report id.

    Nothing is given where no report is dated, or where the dated ones lie more than `CLOSE_DAYS` apart.
    """
    days = sorted(day for analysis in analyses if (day := _day(analysis.report.published)))
    if not days or (days[-1] - days[0]).days > CLOSE_DAYS:
        return {}
    middle = approximate(days[len(days) // 2].isoformat())
    return {analysis.report.id: middle for analysis in analyses if analysis.report.published is None}


def _day(published: str | None) -> date | None:
    """Return the day of a value that says one day."""
    days = days_of(published)
    return days[0] if days and days[0] == days[1] else None

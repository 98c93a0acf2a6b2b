"""Tables of the collation: reports, readings, differences."""

from collections.abc import Iterator

from accord.publish.lookups import Lookup
from accord.publish.tables import PLACE, Row, Table, columns, listed, place


def _reports(lookup: Lookup) -> Iterator[Row]:
    for report in lookup.account.reports:
        headline = report.headline.text if report.headline else None
        yield (
            *(report.id, lookup.label(report.id), report.url, report.path, headline, report.published),
            *(listed(report.authors), report.dateline, report.language, report.sha256),
        )


def _readings(lookup: Lookup) -> Iterator[Row]:
    for number, point in lookup.points.values():
        shared = (point.id, number, point.standing, point.independent_origins)
        for reading in point.readings:
            chain = lookup.chain(reading)
            own = point.gist == reading.span
            yield (*shared, *place(lookup, reading.span), listed(chain), reading.attribution, own)


def _differences(lookup: Lookup) -> Iterator[Row]:
    for number, point in lookup.points.values():
        for difference in point.differences:
            between = listed([lookup.label(report) for report in difference.between])
            values = listed(difference.values)
            yield point.id, number, difference.kind, between, values, difference.compatible, difference.note


POINT = columns(("point", "string", "id of the point"), ("number", "integer", "its number on the page"))
POINT_TABLES = (
    Table(
        "reports",
        "one row a report",
        columns(
            ("report", "string", "id of the report"),
            ("outlet", "string", "its outlet, or its site or file where none is known"),
            ("url", "string", "its address"),
            ("path", "string", "the input it was read from"),
            ("headline", "string", "its headline, verbatim"),
            ("published", "string", "when it was published, EDTF"),
            ("authors", "string", "names in its byline, parted by '; '"),
            ("dateline", "string", "the place in its dateline"),
            ("language", "string", "its language, BCP 47"),
            ("sha256", "string", "hash of its text in UTF-8"),
        ),
        _reports,
    ),
    Table(
        "readings",
        "one row for each report's version of a point",
        (
            *POINT,
            *columns(("standing", "string", "corroborated, disputed or single")),
            *columns(("independent_origins", "integer", "how many places the point's readings come from")),
            *PLACE,
            *columns(
                ("via", "string", "the chain from the outlet to the origin, nearest first, parted by '; '"),
                ("attribution", "string", "id of the attribution over the reading"),
                ("is_gist", "boolean", "whether the point is named by this reading"),
            ),
        ),
        _readings,
    ),
    Table(
        "differences",
        "one row a difference between readings of a point",
        (
            *POINT,
            *columns(
                ("kind", "string", "figure, date, place, actor, attribution, stage, wording, polarity or precision"),
                ("between", "string", "outlets, parted by '; '"),
                ("values", "string", "what each has, parted by '; '"),
                ("compatible", "boolean", "whether all of them can be true"),
                ("note", "string", "how they differ"),
            ),
        ),
        _differences,
    ),
)

from accord.model.points import Point
from accord.publish.lookups import PARTS, Part
from accord.publish.page.markup import Markup, join, tag, verbatim
from accord.publish.page.places import Places, section

LEAD = "Every point against every report. Each mark leads to its place."
SHAPES = {
    "stated": '<circle cx="8" cy="8" r="5.5"/>',
    "otherwise": '<path d="M8 1.5 14.5 8 8 14.5 1.5 8Z" class="hollow"/><path d="M4.7 4.7 11.3 11.3"/>',
    "absent": '<path d="M5.5 8h5" class="faint"/>',
}
WORDS = {"stated": "stated", "otherwise": "stated otherwise", "absent": "absent"}


def render_matrix(places: Places) -> Markup | None:
    """Return the section of points × reports, a table with a drawn mark in each cell."""
    lookup = places.lookup
    if not lookup.points or len(lookup.reports) < 2:
        return None
    names = [tag("th", tag("span", verbatim(label)), scope="col") for label in lookup.labels.values()]
    head = tag("tr", tag("th", "Point", scope="col", class_="point-head"), *names)
    bodies = [_render_group(places, part) for part in PARTS]
    table = tag("table", tag("thead", head), *bodies, class_="matrix")
    scroller = tag("div", table, class_="drawing", tabindex=0, role="region", aria_label="Table: points and reports")
    return section("matrix", "Points and reports", _symbols(), _legend(), scroller, lead=LEAD)


def _render_group(places: Places, part: Part) -> Markup | None:
    points = places.lookup.part(part)
    if not points:
        return None
    span = 1 + len(places.lookup.reports)
    name = tag("tr", tag("th", PARTS[part], scope="rowgroup", colspan=span), class_=f"group {part}")
    rows = [_render_row(places, places.lookup.points[point.id][0], point) for point in points]
    return tag("tbody", name, *rows)


def _symbols() -> Markup:
    """Define each mark once."""
    symbols = [tag("symbol", Markup(shape), id=f"m-{name}", viewBox="0 0 16 16") for name, shape in SHAPES.items()]
    return tag("svg", *symbols, class_="unseen", aria_hidden="true", width=0, height=0)


def _legend() -> Markup:
    return tag("p", join([tag("span", _mark(name), " ", WORDS[name]) for name in SHAPES], " "), class_="legend")


def _mark(name: str) -> Markup:
    return tag("svg", tag("use", href=f"#m-{name}"), class_=f"mark {name}", aria_hidden="true", width=16, height=16)


def _render_row(places: Places, number: int, point: Point) -> Markup:
    first = {reading.span.report: reading.span for reading in reversed(point.readings)}
    otherwise = places.lookup.otherwise(point)
    cells = []
    for report in places.lookup.reports:
        state = "absent" if report not in first else "otherwise" if report in otherwise else "stated"
        content = join([_mark(state), tag("span", WORDS[state], class_="unseen")])
        cells.append(
            tag("td", tag("a", content, href=f"#{places.anchor(first[report])}") if report in first else content)
        )
    name = tag(
        "a",
        tag("span", str(number), class_="number"),
        verbatim(places.lookup.title(point).text),
        href=f"#point-{number}",
    )
    heading = tag("th", name, scope="row")
    return tag("tr", heading, *cells, class_=f"item {point.standing}", data_reports=places.numbers([*first]))

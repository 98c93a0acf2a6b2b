from accord.model.points import Difference, Point, Reading, Standing
from accord.publish.dates import spell_value
from accord.publish.lookups import TITLES, Lookup, counted
from accord.publish.page.differences import marked, marks_of
from accord.publish.page.markup import Markup, join, tag, verbatim
from accord.publish.page.places import Places, folded, item, section

LEADS: dict[Standing, str] = {
    "corroborated": "What more than one report tells, and none tells otherwise. Count the origins, not the outlets.",
    "disputed": "Readings of one point that can't all be true. What differs is marked.",
    "single": "What one report alone tells.",
}


def render_points(places: Places, standing: Standing) -> Markup | None:
    """Return the section of one standing: each point with its readings side by side."""
    points = places.lookup.standing(standing)
    if not points:
        return None
    render = _render_single if standing == "single" else _render_point
    rendered = [render(places, point) for point in points]
    return section(standing, TITLES[standing], *rendered, count=str(len(points)), lead=LEADS[standing])


def reading_chain(places: Places, links: tuple[str, ...]) -> Markup | None:
    """Return the chain that a reading came through, nearest first: ← agency ← official."""
    if not links:
        return None
    arrow = join([tag("span", "← ", aria_hidden="true"), tag("span", "from ", class_="unseen")])
    return tag("p", *(tag("span", arrow, verbatim(link)) for link in links), class_="chain")


def _render_point(places: Places, point: Point) -> Markup:
    number = places.lookup.points[point.id][0]
    name = f"point-{number}"
    heading = tag("h3", tag("span", str(number), class_="number"), verbatim(point.gist.text))
    groups = _alike(places.lookup, point)
    readings = [_render_readings(places, point, group, name) for group in groups]
    return item(
        places,
        name,
        places.lookup.reports_of(point),
        tag("header", heading, _render_origins(places, point)),
        tag("ul", *readings, class_=f"readings of-{min(len(groups), 6)}"),
        _render_differences(places, point),
        _render_reasons(point),
        class_=f"point {point.standing}",
        data_standing=point.standing,
    )


def _render_single(places: Places, point: Point) -> Markup:
    number = places.lookup.points[point.id][0]
    name = f"point-{number}"
    reading = point.readings[0]
    places.note(reading.span, name, str(number), point.standing)
    return item(
        places,
        name,
        [reading.span.report],
        tag("span", str(number), class_="number"),
        tag("p", places.link(reading.span), class_="outlet"),
        tag("div", places.quote(reading.span), reading_chain(places, places.lookup.chain(reading))),
        class_="point single",
        data_standing=point.standing,
    )


def _alike(lookup: Lookup, point: Point) -> list[list[Reading]]:
    """Put readings that have the very same words and chain together, so that copies are read once."""
    groups: dict[tuple[str, tuple[str, ...]], list[Reading]] = {}
    for reading in point.readings:
        groups.setdefault((" ".join(reading.span.text.split()), lookup.chain(reading)), []).append(reading)
    return list(groups.values())


def _render_readings(places: Places, point: Point, readings: list[Reading], name: str) -> Markup:
    first = readings[0]
    for reading in readings:
        places.note(reading.span, name, name.removeprefix("point-"), point.standing)
    words = marked(first.span.text, marks_of(places.lookup, point, first))
    outlets = folded([places.link(reading.span) for reading in readings])
    return tag(
        "li",
        tag("div", outlets, class_="outlet"),
        places.quote(first.span, *words),
        reading_chain(places, places.lookup.chain(first)),
    )


def _render_origins(places: Places, point: Point) -> Markup:
    """Say how many origins a point has, and why that many: which reports lead to which."""
    lookup = places.lookup
    told = f"{len(lookup.reports_of(point))} of {counted(len(lookup.reports), 'report')}"
    alone = point.standing == "corroborated" and point.independent_origins == 1
    origins = tag("em", "one origin only") if alone else counted(point.independent_origins, "origin")
    reasons = []
    for root, reports in lookup.roots(point).items():
        labels = list(dict.fromkeys(lookup.label(report) for report in reports))
        told_by = join([" (", folded([verbatim(label) for label in labels]), ")"]) if labels != [root] else None
        reasons.append(join([verbatim(root), told_by]))
    return tag("div", tag("b", told, ", ", origins), ": ", join(reasons, " · "), class_="origins")


def _render_differences(places: Places, point: Point) -> Markup | None:
    if not point.differences:
        return None
    rows = [_render_difference(places, difference) for difference in point.differences]
    return tag("ul", *rows, class_="differences", aria_label="Differences")


def _render_difference(places: Places, difference: Difference) -> Markup:
    sign = ("≈", "can both hold") if difference.compatible else ("≠", "can’t both hold")
    verdict = tag("span", tag("span", sign[0], aria_hidden="true"), f" {sign[1]}", class_="verdict")
    note = tag("span", verbatim(difference.note), class_="note")
    rest = tag("span", _render_values(places, difference), " ", verdict, " ", note)
    classes = "compatible" if difference.compatible else "clash"
    return tag("li", tag("span", difference.kind, class_="kind"), " ", rest, class_=classes)


def _render_values(places: Places, difference: Difference) -> Markup:
    values = [spell_value(difference.kind, value) for value in difference.values]
    if len(values) != len(difference.readings):
        return tag("span", join([verbatim(value) for value in values], " / "), class_="values")
    outlets: dict[str, list[Markup]] = {}
    for value, span in zip(values, difference.readings, strict=True):
        outlets.setdefault(value, []).append(places.link(span))
    pairs = [join([tag("b", verbatim(value)), " ", join(links, ", ")]) for value, links in outlets.items()]
    return tag("span", join(pairs, " / "), class_="values")


def _render_reasons(point: Point) -> Markup | None:
    if not point.because:
        return None
    return tag(
        "p", "Together because of ", join([verbatim(reason) for reason in point.because], "; "), class_="because"
    )

from accord.model.points import Point, Reading
from accord.publish.lookups import PARTS, Lookup, Part, counted
from accord.publish.page.comparisons import render_differences
from accord.publish.page.differences import marked, marks_of
from accord.publish.page.markup import Markup, join, tag, verbatim
from accord.publish.page.places import Places, folded, item, section

LEADS: dict[Part, str] = {
    "corroborated": "What more than one report tells, and none tells otherwise. Count the origins, not the outlets.",
    "disputed": "Readings of one point that can't all be true. What differs is marked.",
    "one-origin": "What several reports tell, all from one origin: one speaker, agency, document or passage.",
    "single": "What one report alone tells.",
}


def render_points(places: Places, part: Part) -> Markup | None:
    """Return one section of points, each with its readings side by side."""
    points = places.lookup.part(part)
    if not points:
        return None
    rendered = [_render_single(places, p) if len(p.readings) == 1 else _render_point(places, p) for p in points]
    return section(part, PARTS[part], *rendered, count=str(len(points)), lead=LEADS[part])


def reading_chain(links: tuple[str, ...]) -> Markup | None:
    """Return the chain that a reading came through, nearest first: ← agency ← official."""
    if not links:
        return None
    arrow = join([tag("span", "← ", aria_hidden="true"), tag("span", "from ", class_="unseen")])
    return tag("p", *(tag("span", arrow, verbatim(link)) for link in links), class_="chain")


def _render_point(places: Places, point: Point) -> Markup:
    number = places.lookup.points[point.id][0]
    name = f"point-{number}"
    heading = tag("h3", tag("span", str(number), class_="number"), verbatim(places.lookup.title(point).text))
    for reading in point.readings:
        places.note(reading.span, name, str(number), point.standing)
    readings = [_render_readings(places, point, group) for group in _alike(places.lookup, point)]
    return item(
        places,
        name,
        places.lookup.reports_of(point),
        tag("header", heading, _render_origins(places, point)),
        tag("ul", *readings, class_="readings"),
        render_differences(places, point),
        _render_merges(places, point),
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
        tag("div", places.quote(reading.span), reading_chain(places.lookup.chain(reading))),
        class_="point single alone",
        data_standing=point.standing,
    )


def _alike(lookup: Lookup, point: Point) -> list[list[list[Reading]]]:
    """Group by report what each has of a point; reports with the very same words and chains stand together."""
    by_report: dict[str, list[Reading]] = {}
    for reading in lookup.outermost(point.readings):
        by_report.setdefault(reading.span.report, []).append(reading)
    groups: dict[tuple[tuple[str, tuple[str, ...]], ...], list[list[Reading]]] = {}
    for readings in by_report.values():
        told = tuple((" ".join(reading.span.text.split()), lookup.chain(reading)) for reading in readings)
        groups.setdefault(told, []).append(readings)
    return list(groups.values())


def _render_readings(places: Places, point: Point, group: list[list[Reading]]) -> Markup:
    """Return one column: the outlets, then what they have, each reading with its chain."""
    outlets = folded([places.link(readings[0].span) for readings in group])
    words = [
        tag(
            "div",
            _render_words(places, point, reading),
            reading_chain(places.lookup.chain(reading)),
        )
        for reading in group[0]
    ]
    return tag("li", tag("div", outlets, class_="outlet"), *words)


def _render_words(places: Places, point: Point, reading: Reading) -> Markup:
    """Return a reading, what differs marked; before and after it the rest of the statement that it is a piece of."""
    words = places.quote(reading.span, *marked(reading.span.text, marks_of(places.lookup, point, reading)))
    if reading.within is None:
        return words
    whole, start = reading.within.text, reading.span.start - reading.within.start
    rest = (whole[:start], whole[start + len(reading.span.text) :])
    return tag("p", verbatim(rest[0]), words, verbatim(rest[1]), class_="piece")


def _render_origins(places: Places, point: Point) -> Markup:
    """Say how many origins a point has, and why that many: which reports lead to which."""
    lookup = places.lookup
    told = f"{len(lookup.reports_of(point))} of {counted(len(lookup.reports), 'report')}"
    alone = point.standing == "corroborated" and point.independent_origins == 1
    origins = tag("em", "one origin only") if alone else counted(point.independent_origins, "origin")
    reasons = []
    spoken = lookup.utterance(point) if point.independent_origins == 1 else None
    if spoken:
        return tag("div", tag("b", told, ", ", origins), ": one utterance of ", verbatim(spoken), class_="origins")
    for root, reports in lookup.roots(point).items():
        labels = list(dict.fromkeys(lookup.label(report) for report in reports))
        told_by = join([" (", folded([verbatim(label) for label in labels]), ")"]) if labels != [root] else None
        reasons.append(join([verbatim(root), told_by]))
    more = "; one utterance, or copied words, count once" if len(reasons) > point.independent_origins else None
    return tag("div", tag("b", told, ", ", origins), ": ", join(reasons, " · "), more, class_="origins")


def _render_merges(places: Places, point: Point) -> Markup | None:
    """Say which reports count as one origin, and what shows it."""
    told = [
        join([folded([verbatim(label) for label in labels]), ": ", verbatim(because)])
        for labels, because in places.lookup.merges(point)
    ]
    return tag("p", "One origin: ", join(told, "; "), class_="because") if told else None


def _render_reasons(point: Point) -> Markup | None:
    if not point.because:
        return None
    return tag("p", "Why together: ", join([verbatim(reason) for reason in point.because], "; "), class_="because")

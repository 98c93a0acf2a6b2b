"""What the reports rest on, drawn: reports on the left, carriers in the middle, origins on the right."""

from accord.publish.chains import Web, web_of
from accord.publish.lookups import counted
from accord.publish.page.markup import Markup, join, tag, verbatim
from accord.publish.page.places import Places, section

LEAD = "From each report through whoever carried the words to where they begin. A thicker line carries more readings."
WIDTH, ROW, TOP = 860, 30, 46
COLUMNS = {"report": 200, "carrier": 372, "origin": 600}
# More names than this in a column can't be read as a drawing; the list below it has all of them.
TALLEST = 26
LONGEST = {"report": 26, "carrier": 24, "origin": 34}
HEADS = {"report": "Reports", "carrier": "Through", "origin": "From"}
CIRCLE, DIAMOND, SQUARE = "m-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0", "m-6 0l6-6 6 6-6 6z", "m-4.5-4.5h9v9h-9z"
SHAPES = {"agency": DIAMOND, "state-media": DIAMOND, "official-statement": SQUARE, "document": SQUARE}
KEY = {
    CIRCLE: "report, outlet or person",
    DIAMOND: "agency or state media",
    SQUARE: "official statement or document",
}
Spot = tuple[int, int]


def render_origins(places: Places) -> Markup | None:
    """Return the section that draws and lists the origins of an account."""
    web = web_of(places.lookup)
    if not web.links:
        return None
    drawing = tag(
        "div",
        _draw(places, web),
        class_="drawing",
        tabindex=0,
        role="region",
        aria_label="Drawing: from reports to origins",
    )
    count = len({*web.origins, *web.carriers})
    return section("rests", "Rests on", _key(), drawing, _list(places, web), count=str(count), lead=LEAD)


def _key() -> Markup:
    """Say what the shapes of the drawing mean."""
    shapes = [
        tag("span", tag("svg", tag("path", d=f"M8 8{shape}"), width=16, height=16, aria_hidden="true"), " ", words)
        for shape, words in KEY.items()
    ]
    ring = tag("svg", tag("path", d=f"M8 8{CIRCLE}", class_="own"), width=16, height=16, aria_hidden="true")
    return tag("p", *shapes, tag("span", ring, " a report with readings of its own too"), class_="legend web-key")


def _draw(places: Places, web: Web) -> Markup:
    columns = _columns(web)
    tallest = max(len(names) for names in columns.values())
    spots = {name: spot for kind, names in columns.items() for name, spot in _spread(kind, names, tallest)}
    curves = [
        _curve(spots[link.near], spots[link.far], link.readings)
        for link in web.links
        if link.near in spots and link.far in spots
    ]
    labels = [_label(places, web, kind, name, spots[name]) for kind, names in columns.items() for name in names]
    heads = [
        tag("text", HEADS[kind], x=COLUMNS[kind] + (-12 if kind == "report" else 12), y=16, class_=f"head t-{kind}")
        for kind, names in columns.items()
        if names
    ]
    height = TOP + ROW * tallest
    title = tag(
        "title", "From the reports through their carriers to the origins; the list below says the same in words"
    )
    body = [tag("g", *curves, class_="curves"), *heads, *labels]
    return tag(
        "svg", title, *body, viewBox=f"0 0 {WIDTH} {height}", width=WIDTH, height=height, role="img", class_="web"
    )


def _columns(web: Web) -> dict[str, list[str]]:
    """Order each column by where its lines come from, so that few of them cross."""
    height = {name: (row + 0.5) / len(web.reports) for row, name in enumerate(web.reports)}
    columns = {"report": list(web.reports[:TALLEST])}
    for kind, names in (("carrier", web.carriers), ("origin", web.origins)):
        lines: dict[str, list[float]] = {name: [] for name in names}
        for link in web.links:
            if link.far in lines and link.near in height:
                lines[link.far] += [height[link.near]] * link.readings
        means = {name: sum(found) / len(found) if found else 1.0 for name, found in lines.items()}
        # the heaviest are shown; `sorted` keeps equals in the order of their weight
        columns[kind] = sorted(names[:TALLEST], key=means.__getitem__)
        height |= means
    return columns


def _spread(kind: str, names: list[str], tallest: int) -> list[tuple[str, Spot]]:
    """Place a column's names, evenly over the height of the tallest one."""
    step = ROW * tallest / max(len(names), 1)
    return [(name, (COLUMNS[kind], TOP + round(step * (row + 0.5)))) for row, name in enumerate(names)]


def _curve(near: Spot, far: Spot, readings: int) -> Markup:
    (x, y), (to_x, to_y) = near, far
    # two carriers stand in one column: their line bulges to the right
    bend = (to_x - x) // 2 if to_x > x else 46
    path = f"M{x} {y}C{x + bend} {y} {to_x - bend if to_x > x else to_x + bend} {to_y} {to_x} {to_y}"
    return tag("path", d=path, stroke_width=f"{min(1 + 0.7 * (readings - 1), 5):g}")


def _label(places: Places, web: Web, kind: str, name: str, spot: Spot) -> Markup:
    x, y = spot
    words = places.lookup.label(name) if kind == "report" else name
    short = words if len(words) <= LONGEST[kind] else words[: LONGEST[kind] - 1].rstrip() + "…"
    shape = SHAPES.get(web.kinds.get(name, ""), CIRCLE)
    hollow = kind == "report" and name in web.own
    dot = tag("path", d=f"M{x} {y}{shape}", class_="own" if hollow else None)
    label = tag(
        "text", tag("title", words), short, x=x + (-12 if kind == "report" else 12), y=y + 4, class_=f"t-{kind}"
    )
    return tag("g", dot, label, class_=f"k-{web.kinds.get(name, kind)}")


def _list(places: Places, web: Web) -> Markup:
    """Say the drawing in words: each report, what it came through, how many readings are its own."""
    evidence: dict[tuple[str, str], Markup] = {}
    for origin in places.lookup.account.origins:
        if origin.evidence:
            name = places.lookup.name(origin.origin)
            evidence.setdefault((origin.report, name), places.link(origin.evidence[0], label=name))
    rows = []
    for report in web.reports:
        steps = [link for link in web.links if link.near == report]
        leads = [
            _step(evidence.get((report, link.far)), link.far, web.kinds.get(link.far), link.readings) for link in steps
        ]
        own = web.own.get(report)
        leads += [Markup(f"{counted(own, 'reading')} of its own")] if own else []
        rows.append(tag("div", tag("dt", verbatim(places.lookup.label(report))), tag("dd", join(leads, " · "))))
    return tag("dl", *rows, class_="leans")


def _step(link: Markup | None, name: str, kind: str | None, readings: int) -> Markup:
    note = ", ".join(word for word in (kind, counted(readings, "reading")) if word)
    return join([link or verbatim(name), " ", tag("small", f"({note})")])

from accord.model.findings import Figure
from accord.publish.page.markup import Markup, tag, verbatim
from accord.publish.page.places import Places, item, section
from accord.publish.values import spell_figure

LEAD = "Counts, amounts and shares, by their unit."
UNITS = {"": "without a unit", "%": "shares"}


def render_figures(places: Places) -> Markup | None:
    """Return the section of figures: a table, those that count the same thing together."""
    groups: dict[str, list[Figure]] = {}
    for figure in places.lookup.account.figures:
        groups.setdefault(figure.unit or "", []).append(figure)
    if not groups:
        return None
    ordered = sorted(groups.items(), key=lambda pair: len(pair[1]), reverse=True)
    bodies = [_render_group(places, UNITS.get(unit, unit), group) for unit, group in ordered]
    head = tag("tr", *(tag("th", title, scope="col") for title in ("Value", "In the report's words", "Report")))
    table = tag("table", tag("thead", head), *bodies, class_="figures")
    return section("figures", "Figures", table, count=str(len(places.lookup.account.figures)), lead=LEAD)


def _render_group(places: Places, unit: str, group: list[Figure]) -> Markup:
    heading = tag("tr", tag("th", verbatim(unit), scope="rowgroup", colspan=3))
    return tag("tbody", heading, *(_render_figure(places, figure) for figure in group))


def _render_figure(places: Places, figure: Figure) -> Markup:
    span = figure.span
    of = tag("small", verbatim(figure.of)) if figure.of and figure.of != figure.unit else None
    return item(
        places,
        f"figure-{places.lookup.numbers[span.report]}-{span.start}-{span.end}",
        [span.report],
        tag("td", verbatim(spell_figure(figure)), class_="value"),
        tag("td", places.quote(span), " ", of),
        tag("td", places.link(span), class_="outlet"),
        element="tr",
    )

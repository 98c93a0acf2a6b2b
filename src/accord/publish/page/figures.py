from accord.model.findings import Figure
from accord.publish.page.markup import Markup, tag, verbatim
from accord.publish.page.places import Places, item, section
from accord.publish.values import spell_figure

LEAD = "Counts, amounts and shares, by what they count."


def render_figures(places: Places) -> Markup | None:
    """Return the section of figures: a table, those that count the same thing together."""
    groups: dict[tuple[str, str], list[Figure]] = {}
    for figure in places.lookup.account.figures:
        groups.setdefault((figure.of or "", figure.unit or ""), []).append(figure)
    if not groups:
        return None
    ordered = sorted(groups.items(), key=lambda pair: len(pair[1]), reverse=True)
    bodies = [_render_group(places, of or unit, group) for (of, unit), group in ordered]
    head = tag("tr", *(tag("th", title, scope="col") for title in ("Value", "In the report's words", "Report")))
    table = tag("table", tag("thead", head), *bodies, class_="figures")
    return section("figures", "Figures", table, count=str(len(places.lookup.account.figures)), lead=LEAD)


def _render_group(places: Places, counted: str, group: list[Figure]) -> Markup:
    heading = tag("th", verbatim(counted), scope="rowgroup", colspan=3) if counted else None
    return tag("tbody", tag("tr", heading) if heading else None, *(_render_figure(places, figure) for figure in group))


def _render_figure(places: Places, figure: Figure) -> Markup:
    span = figure.span
    name = f"figure-{places.lookup.numbers[span.report]}-{span.start}"
    return item(
        places,
        name,
        [span.report],
        tag("td", verbatim(spell_figure(figure)), class_="value"),
        tag("td", places.quote(span)),
        tag("td", places.link(span), class_="outlet"),
        element="tr",
    )

"""The differences of a point in words: a line for each kind, with every value and who has it."""

from collections.abc import Mapping

from accord.model.points import Point
from accord.model.spans import Span
from accord.publish.comparisons import Comparison, comparisons_of
from accord.publish.page.markup import Markup, join, tag, verbatim
from accord.publish.page.places import Places, folded

# A value that is a whole sentence is not repeated under the readings that it is marked in.
LONG = 80


def render_differences(places: Places, point: Point) -> Markup | None:
    """Return a list of a point's differences by kind, those that can't all be true first."""
    rows = [_render_kind(places, comparison) for comparison in comparisons_of(places.lookup, point)]
    return tag("ul", *rows, class_="differences", aria_label="Differences") if rows else None


def _render_kind(places: Places, comparison: Comparison) -> Markup:
    every = "both" if len(comparison.values) < 3 else "all"
    words = f"can {every} hold" if comparison.compatible else f"can’t {every} hold"
    sign = tag("span", "≈" if comparison.compatible else "≠", aria_hidden="true")
    verdict = tag("span", "not in every report" if comparison.alone else join([sign, f" {words}"]), class_="verdict")
    note = tag("span", verbatim(comparison.note), class_="note")
    line = tag("span", _render_values(places, comparison.values), " ", verdict, " ", note)
    classes = "compatible" if comparison.compatible else "clash"
    return tag("li", tag("span", comparison.kind, class_="kind"), " ", line, class_=classes)


def _render_values(places: Places, told: Mapping[str, list[Span]]) -> Markup:
    brief = all(len(value) <= LONG for value in told)
    pairs = []
    for value, spans in told.items():
        links = folded([places.link(span) for span in spans])
        # long values stand in full above, marked
        pairs.append(join([tag("b", verbatim(value)), " ", links]) if brief else links)
    return tag("span", join(pairs, " / "), class_="values")

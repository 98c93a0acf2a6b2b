"""The differences of a point in words: a line for each kind, with every value and who has it."""

from collections.abc import Iterable, Sequence

from accord.model.points import Difference, Point
from accord.model.spans import Span
from accord.publish.page.markup import Markup, join, tag, verbatim
from accord.publish.page.places import Places, folded

# A value that is a whole sentence is not repeated under the readings that it is marked in.
LONG = 80


def render_differences(places: Places, point: Point) -> Markup | None:
    """Return a list of a point's differences by kind, those that can't all be true first."""
    by_kind: dict[str, list[Difference]] = {}
    for difference in sorted(point.differences, key=lambda one: one.compatible):
        by_kind.setdefault(difference.kind, []).append(difference)
    if not by_kind:
        return None
    rows = [_render_kind(places, kind, differences) for kind, differences in by_kind.items()]
    return tag("ul", *rows, class_="differences", aria_label="Differences")


def _render_kind(places: Places, kind: str, differences: Sequence[Difference]) -> Markup:
    clashes = [difference for difference in differences if not difference.compatible]
    told = _values(places, kind, differences)
    every = "both" if len(told) < 3 else "all"
    words = f"can’t {every} hold" if clashes else f"can {every} hold"
    verdict = tag("span", tag("span", "≠" if clashes else "≈", aria_hidden="true"), f" {words}", class_="verdict")
    note = tag("span", verbatim(_note(clashes or differences)), class_="note")
    line = tag("span", _render_values(places, told), " ", verdict, " ", note)
    return tag("li", tag("span", kind, class_="kind"), " ", line, class_="clash" if clashes else "compatible")


def _values(places: Places, kind: str, differences: Iterable[Difference]) -> dict[str, list[Span]]:
    """Return every value once, with the places that have it; values without their own places have none."""
    told: dict[str, list[Span]] = {}
    for difference in differences:
        spans = difference.readings if len(difference.readings) == len(difference.values) else ()
        for number, value in enumerate(difference.values):
            held = told.setdefault(places.lookup.value(kind, value), [])
            held += [span for span in spans[number : number + 1] if span not in held]
    return told


def _render_values(places: Places, told: dict[str, list[Span]]) -> Markup:
    brief = all(len(value) <= LONG for value in told)
    pairs = []
    for value, spans in told.items():
        links = folded([places.link(span) for span in spans])
        # long values stand in full above, marked
        pairs.append(join([tag("b", verbatim(value)), " ", links]) if brief else links)
    return tag("span", join(pairs, " / "), class_="values")


def _note(differences: Iterable[Difference]) -> str:
    """Join the notes; one that only repeats the values says nothing new."""
    notes = [one.note for one in differences if one.note != " / ".join(one.values)]
    return "; ".join(dict.fromkeys(notes))

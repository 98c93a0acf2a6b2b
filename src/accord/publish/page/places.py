"""Where in the reports the page's items stand: links to a span, and what is to be underlined and led back from."""

from msgspec import Struct

from accord.model.spans import Span
from accord.publish.lookups import Lookup
from accord.publish.page.markup import Markup, join, tag, verbatim


class Note(Struct, frozen=True, order=True):
    """A reading to underline in a report's text, with the label and the id of the item that leads back to the page."""

    start: int
    end: int
    item: str
    label: str
    kind: str


class Places:
    """The account with everything that the page links to in its reports.

    Sections are written first and tell it what they link to; the reports' texts are written last, with those places.
    """

    def __init__(self, lookup: Lookup) -> None:
        self.lookup = lookup
        self.linked: dict[str, set[tuple[int, int]]] = {report: set() for report in lookup.reports}
        self.noted: dict[str, set[Note]] = {report: set() for report in lookup.reports}

    def anchor(self, span: Span) -> str:
        """Return the id of a span's place: report 2, characters 10 to 14 → "r2-10-14"."""
        self.linked[span.report].add((span.start, span.end))
        return f"r{self.lookup.numbers[span.report]}-{span.start}-{span.end}"

    def note(self, span: Span, item: str, label: str, kind: str) -> None:
        """Have a span underlined, with a way back to an item of the page."""
        self.noted[span.report].add(Note(span.start, span.end, item, label, kind))

    def link(self, span: Span, label: str | None = None) -> Markup:
        """Return a link to a span's place; it reads as the outlet's name unless a label is given."""
        content = verbatim(label if label is not None else self.lookup.label(span.report))
        return tag("a", content, class_="place", href=f"#{self.anchor(span)}")

    def quote(self, span: Span, *marked: Markup) -> Markup:
        """Return a span's words, verbatim; a click on them leads to their place too."""
        language = self.lookup.reports[span.report].language
        words = verbatim(span.text, *marked, lang=language if language != "en" else None)
        return tag("q", words, class_="words", data_to=self.anchor(span))

    def numbers(self, reports: "list[str] | tuple[str, ...]") -> str:
        """Return reports as the numbers that the filter knows them by, parted by spaces."""
        return " ".join(str(self.lookup.numbers[report]) for report in dict.fromkeys(reports))


# More outlets than this under one reading are folded away, to be opened.
FOLD = 8


def folded(pieces: list[Markup]) -> Markup:
    """Return pieces parted by commas; of many, the last ones folded away."""
    if len(pieces) <= FOLD + 1:
        return join(pieces, ", ")
    rest = tag("details", tag("summary", f"and {len(pieces) - FOLD} more"), join(pieces[FOLD:], ", "))
    return join([join(pieces[:FOLD], ", "), " ", rest])


def section(name: str, title: str, *content: Markup | None, count: str = "", lead: str = "") -> Markup:
    """Return a section of the page with its heading and a line that says how to read it."""
    heading = tag("h2", title, tag("span", count, class_="count") if count else None, id=f"{name}-title")
    note = tag("p", lead, class_="lead") if lead else None
    return tag("section", heading, note, *content, id=name, class_="section", aria_labelledby=f"{name}-title")


def item(
    places: Places, name: str, reports: "list[str] | tuple[str, ...]", *content: Markup | None, **more: str
) -> Markup:
    """Return one item of the page: what the filters show or hide, and what a report's place leads back to."""
    kind = more.pop("element", "article")
    classes = f"item {more.pop('class_', '')}".strip()
    return tag(kind, *content, id=name, class_=classes, data_reports=places.numbers(reports), **more)

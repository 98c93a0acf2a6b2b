"""The reports' full texts: passages by role, readings underlined with a way back, and a place for every link."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from urllib.parse import urlsplit

from msgspec import Struct

from accord.model.reports import CONTENT_ROLES, Report
from accord.model.spans import Span
from accord.publish.dates import spell_date
from accord.publish.page.markup import Markup, join, tag, text, verbatim
from accord.publish.page.places import Note, Places

# Where readings of several kinds overlap, the line is drawn in the kind that matters most to a checker.
WEIGHTS = {"disputed": 0, "corroborated": 1, "single": 2, "pledge": 3, "relation": 4, "omission": 5}


class Piece(Struct, frozen=True):
    """A stretch of text in which nothing begins or ends; `kind` is empty where nothing is underlined."""

    start: int
    end: int
    kind: str
    inside: bool


def render_texts(places: Places) -> Markup:
    """Return every report with its full text; to be called last, when all links to places have been made."""
    reports = [_render_report(places, report, number) for report, number in _numbered(places)]
    links = [
        tag("a", verbatim(places.lookup.label(report.id)), href=f"#r{number}") for report, number in _numbered(places)
    ]
    heading = tag("h2", "The reports", tag("span", str(len(reports)), class_="count"), id="reports-title")
    nav = tag("nav", *links, aria_label="Reports")
    return tag(
        "aside", tag("header", heading, nav), *reports, id="reports", aria_labelledby="reports-title", tabindex=-1
    )


def _numbered(places: Places) -> Iterator[tuple[Report, int]]:
    for report in places.lookup.account.reports:
        yield report, places.lookup.numbers[report.id]


def _render_report(places: Places, report: Report, number: int) -> Markup:
    # asked for before the places are laid out: the headline and the date are links too
    head = _render_head(places, report, number)
    starts: dict[int, list[str]] = {}
    for start, end in sorted(places.linked[report.id], key=lambda pair: (pair[0], -pair[1])):
        starts.setdefault(start, []).append(f"r{number}-{start}-{end}")
    notes = _outer(places.noted[report.id])
    ends: dict[int, list[Note]] = {}
    for note in notes:
        ends.setdefault(note.end, []).append(note)
    pieces = _pieces(report.text, places.linked[report.id], notes)
    blocks = [_render_block(report, block, role, starts, ends) for role, block in _blocks(places, report, pieces)]
    language = report.language or None
    return tag("article", head, tag("div", *blocks, class_="text", lang=language), id=f"r{number}", class_="report")


def _render_head(places: Places, report: Report, number: int) -> Markup:
    heading = tag("h3", verbatim(places.lookup.label(report.id)))
    when: list[str | None] = []
    if report.published:
        basis = _basis(places, report)
        when = [tag("time", spell_date(report.published)), join([" (", basis, ")"]) if basis else None]
    people = [f"by {', '.join(report.authors)}" if report.authors else None]
    people += [f"with {', '.join(report.contributors)}" if report.contributors else None, report.dateline]
    facts = [join(when)] if when else []
    facts += [verbatim(fact) for fact in people if fact]
    source = tag("p", _source(report), class_="source")
    return tag("header", heading, tag("p", join(facts, " · "), class_="facts"), source)


def _basis(places: Places, report: Report) -> str | None:
    """Say what a report's date rests on: its own words, or where else it was taken from."""
    basis = report.published_from
    if isinstance(basis, Span):
        return places.link(basis, label=basis.text)
    return {"metadata": "given with the report", "story": "from the other reports"}[basis] if basis else None


def _source(report: Report) -> Markup:
    """Say where the text came from; an address becomes a link only where a browser would fetch it as a page."""
    parts: list[str | None] = [
        verbatim(report.path),
        " · sha256 ",
        tag("code", report.sha256[:12], title=report.sha256),
    ]
    if report.url and urlsplit(report.url).scheme in ("http", "https"):
        parts += [" · ", tag("a", verbatim(report.url), href=report.url, rel="noreferrer noopener nofollow external")]
    elif report.url:
        parts += [" · ", verbatim(report.url)]
    return join(parts)


def _pieces(words: str, linked: Iterable[tuple[int, int]], notes: list[Note]) -> Iterator[Piece]:
    """Cut a text wherever a span begins or ends, in one sweep."""
    changes: dict[int, list[tuple[int, str]]] = {0: [], len(words): []}
    for start, end in sorted(linked):
        changes.setdefault(start, []).append((1, ""))
        changes.setdefault(end, []).append((-1, ""))
    for note in notes:
        changes.setdefault(note.start, []).append((1, note.kind))
        changes.setdefault(note.end, []).append((-1, note.kind))
    active = dict.fromkeys(["", *WEIGHTS], 0)
    cuts = sorted(changes)
    for start, end in pairwise(cuts):
        for change, kind in changes[start]:
            active[kind] += change
        kinds = [kind for kind in WEIGHTS if active[kind]]
        yield Piece(start, end, kinds[0] if kinds else "", any(active.values()))


def _blocks(places: Places, report: Report, pieces: Iterator[Piece]) -> Iterator[tuple[str, list[Piece]]]:
    """Deal the pieces out to the passages; text that no passage covers is shown as boilerplate."""
    borders = [
        (passage.span.start, passage.span.end, str(passage.role)) for passage in places.lookup.passages[report.id]
    ]
    waiting: list[Piece] = []
    at = 0
    for start, end, role in [*borders, (len(report.text), len(report.text), "boilerplate")]:
        for low, high, name in ((at, max(at, start), "boilerplate"), (max(at, start), end, role)):
            block = []
            while low < high:
                piece = waiting.pop() if waiting else next(pieces)
                cut = min(piece.end, high)
                block.append(Piece(low, cut, piece.kind, piece.inside))
                if cut < piece.end:
                    waiting.append(piece)
                low = cut
            if block and report.text[block[0].start : block[-1].end].strip():
                yield name, block
        at = max(at, end)


def _outer(notes: Iterable[Note]) -> list[Note]:
    """Leave out what lies within another reading of the same item: its line is drawn and its number set already."""
    kept: dict[str, list[Note]] = {}
    for note in sorted(notes, key=lambda note: (note.start, -note.end, note.item)):
        held = kept.setdefault(note.item, [])
        if not (held and note.end <= held[-1].end):
            held.append(note)
    return sorted(note for held in kept.values() for note in held)


def _render_block(
    report: Report, block: list[Piece], role: str, starts: dict[int, list[str]], ends: dict[int, list[Note]]
) -> Markup:
    parts: list[Markup] = []
    for piece in block:
        parts += [tag("i", id=name, class_="at") for name in starts.pop(piece.start, ())]
        words = report.text[piece.start : piece.end]
        kind = f"s u {piece.kind}" if piece.kind else "s"
        parts.append(tag("span", words, class_=kind, data_o=piece.start) if piece.inside else text(words))
        if piece.end in ends:
            parts.append(tag("sup", *(_way_back(note) for note in ends.pop(piece.end))))
    label = None if role in CONTENT_ROLES else tag("span", role, class_="role")
    classes = role if role in CONTENT_ROLES else f"clutter {role}"
    return tag("p", label, *parts, class_=classes, dir="auto")


def _way_back(note: Note) -> Markup:
    return tag("a", note.label, href=f"#{note.item}", class_=note.kind)

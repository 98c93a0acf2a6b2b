"""brat standoff (brat.nlplab.org/standoff.html): a text and its annotations side by side, a pair of files a report."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote, unquote

from accord.model.accounts import Account
from accord.model.reports import Report
from accord.model.spans import Span
from accord.publish.archives import pack, unpack
from accord.publish.items import Item, items_of
from accord.publish.lookups import Lookup

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_ENTITY = re.compile(r"T\d+\t(\S+) ([\d ;]+)\t.*")


def to_brat(account: Account) -> bytes:
    """Return a zip that unpacks into a brat collection: .txt and .ann of each report, and annotation.conf."""
    lookup = Lookup(account)
    by_report: dict[str, list[tuple[Item, list[Span]]]] = {report: [] for report in lookup.reports}
    for item in items_of(lookup):
        for report, spans in _by_report(item.spans).items():
            by_report[report].append((item, spans))
    files: dict[str, bytes] = {}
    types: dict[str, None] = {}
    for report, items in by_report.items():
        name = file_name(lookup, report)
        types |= dict.fromkeys(_type(item) for item, _ in items)
        files[f"{name}.txt"] = lookup.reports[report].text.encode("utf-8", "replace")
        files[f"{name}.ann"] = "".join(_annotations(lookup.reports[report], items)).encode("utf-8", "replace")
    conf = ["[entities]", *sorted(types), "[relations]", "[events]", "[attributes]", ""]
    return pack({"annotation.conf": "\n".join(conf).encode(), **files})


def read_spans(data: bytes) -> tuple[Span, ...]:
    """Return the spans of a collection that `to_brat` made; `report` is what the file's name stands for, the id."""
    files = unpack(data)
    found = []
    for name in (name for name in files if name.endswith(".ann")):
        text, report = files[name.removesuffix(".ann") + ".txt"].decode(), unquote(name.removesuffix(".ann"))
        for line in files[name].decode().split("\n"):
            match = _ENTITY.fullmatch(line)
            if match:
                ends = [tuple(map(int, piece.split())) for piece in match[2].split(";")]
                found += [Span(report, start, end, text[start:end]) for start, end in ends]
    return tuple(found)


def file_name(lookup: Lookup, report: str) -> str:
    """Return a report's file name: its id, `news.warc%232` for `news.warc#2`; its number for a long or odd one."""
    name = quote(report, safe="", errors="replace")
    return name if re.fullmatch(r"[A-Za-z0-9_%][A-Za-z0-9_.%~-]{0,99}", name) else f"report-{lookup.numbers[report]}"


def _by_report(spans: Iterable[Span]) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {}
    for span in spans:
        found.setdefault(span.report, []).append(span)
    return found


def _type(item: Item) -> str:
    """Name the type of an item as brat wants it: letters, hyphens and underscores only."""
    return re.sub("[^A-Za-z-]+", "_", f"{item.section}_{item.part}")


def _annotations(report: Report, items: list[tuple[Item, list[Span]]]) -> Iterator[str]:
    for number, (item, spans) in enumerate(items, start=1):
        # brat has one annotation a line and no line ends inside one: such a span is written as one with a gap
        pieces = [piece for span in spans for piece in _lines(report, span)]
        places = ";".join(f"{start} {end}" for start, end in pieces)
        words = " ".join(report.text[start:end].replace("\t", " ") for start, end in pieces)
        yield f"T{number}\t{_type(item)} {places}\t{words}\n"
        note = " ".join(f"{item.section} {item.id} {item.note}".split())
        yield f"#{number}\tAnnotatorNotes T{number}\t{note}\n"


def _lines(report: Report, span: Span) -> list[tuple[int, int]]:
    return [match.span() for match in _LINE.finditer(report.text, span.start, span.end)]

"""How well and how fast times are found: GUM, wikinews-gold and SemEval-2015, from `../shared/data`.

`python -m benchmarks.times` prints one row a set; `--misses NAME` prints what a set's gold has and the finder has not.
The rules were tuned on the sets called "tuned"; the sets called "held back" were only measured.
"""

import argparse
import gzip
import json
import re
import tarfile
import time
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from accord.find.times import find_times
from accord.language.pack import Pack, load
from accord.language.rules import RulePack
from accord.model.accounts import ParsedReport
from accord.model.findings import Time
from accord.model.reports import Passage, Report
from accord.model.spans import Span
from accord.text.dates import explicit_dates
from accord.text.edtf import bounds, grain

DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data"
Bounds = tuple[date | None, date | None]
_TAG = re.compile(r"<(/?)(\w+)([^>]*)>")
_NO_SPACE_BEFORE = frozenset((".", ",", ";", ":", "!", "?", ")", "]", "%", "'s", "’s", "n't", "n’t", "”", "'", "’"))
_NO_SPACE_AFTER = frozenset(("(", "[", "$", "“", "‘", "#"))


class Gold(Struct, frozen=True):
    """One gold time: its stretch and what it is worth, as an EDTF value or as its first and last day."""

    start: int
    end: int
    edtf: str | None = None
    days: Bounds = (None, None)


class Document(Struct, frozen=True):
    """A text with its gold times and the day it was published."""

    id: str
    text: str
    published: str | None
    golds: tuple[Gold, ...]


def parse(document: Document, pack: Pack) -> ParsedReport:
    """Read a document as `accord` would: a headline, a date line where a line is nothing but a date, body."""
    report = Report(id=document.id, path="", sha256="", text=document.text, published=document.published)
    passages: list[Passage] = []
    for line in re.finditer(r"[^\n]+", document.text):
        if line.group().strip():
            role = "headline" if not passages else "dateline" if is_date_line(line.group()) else "body"
            passages.append(Passage(report.span(*line.span()), role))  # type: ignore[arg-type]
    stretches = [(p.span.start, p.span.end) for p in passages if p.is_content]
    return ParsedReport(report, tuple(passages), tuple(pack.parse(document.text, stretches)))


def is_date_line(line: str) -> bool:
    found = explicit_dates(line.strip())
    return bool(found) and found[0][:2] == (0, len(line.strip())) and grain(found[0][2]) == "day"


def date_line(text: str) -> str | None:
    """Day of the date line near the top, where there is one."""
    lines = [line.strip() for line in text.split("\n")[:12] if line.strip()]
    return next((explicit_dates(line)[0][2] for line in lines if is_date_line(line)), None)


# -- the sets ---------------------------------------------------------------------------------------------------------


def read_wikinews(name: str) -> list[Document]:
    documents = []
    for line in gzip.decompress((DATA / "wikinews-gold" / f"{name}.jsonl.gz").read_bytes()).decode().splitlines():
        raw = json.loads(line)
        times = [item for item in raw["items"] if item["k"] == "time"]
        golds = tuple(Gold(item["spans"][0][0], item["spans"][0][1], item["edtf"]) for item in times)
        documents.append(Document(raw["id"], raw["text"], date_line(raw["text"]), golds))
    return documents


def read_gum() -> list[Document]:
    return [read_gum_file(name, source) for name, source in read_archive(DATA / "gum" / "xml.tar.gz", (".xml",))]


def read_archive(path: Path, endings: tuple[str, ...]) -> list[tuple[str, str]]:
    """Names and texts of an archive's files, in the order of their names."""
    with tarfile.open(path) as archive:
        members = sorted(
            (member for member in archive if member.name.endswith(endings)), key=lambda member: member.name
        )
        files = [(member.name, archive.extractfile(member)) for member in members]
        return [(name, file.read().decode()) for name, file in files if file]


def read_gum_file(name: str, source: str) -> Document:
    """Put the words of a GUM file together again, with its dates at their places."""
    text, golds, glue, in_word = "", list[Gold](), True, 0
    waiting: list[tuple[int, dict[str, str]]] = []
    created = re.search(r'dateCreated="([\d-]+)"', source)
    for line in source.split("\n"):
        tag = _TAG.fullmatch(line.strip())
        if not tag:
            word = line.split("\t")[0]
            if "\t" not in line:
                continue
            word = word.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
            text += word if glue or in_word > 1 or word in _NO_SPACE_BEFORE else " " + word
            glue = word in _NO_SPACE_AFTER
            in_word += in_word > 0
        elif tag[2] == "date":
            if tag[1]:
                start, values = waiting.pop()
                golds.append(Gold(start + (text[start : start + 1] == " "), len(text), days=days_of(values)))
            else:
                waiting.append((len(text), dict(re.findall(r'(\w+)="([^"]*)"', tag[3]))))
        elif tag[2] == "w":
            in_word = 0 if tag[1] else 1
        elif tag[2] in ("p", "head", "caption", "item", "figure") and not text.endswith("\n"):
            text, glue = text + ("\n" if text else ""), True
    published = date_line(text) or (created[1] if created else None)
    return Document(Path(name).stem, text, published, tuple(sorted(golds, key=lambda gold: gold.start)))


def days_of(values: dict[str, str]) -> Bounds:
    first = values.get("when") or values.get("from") or values.get("notBefore")
    last = values.get("when") or values.get("to") or values.get("notAfter")
    return bounds(first[:10])[0] if first else None, bounds(last[:10])[1] if last else None


# -- the measures -----------------------------------------------------------------------------------------------------


def agrees(gold: Gold, found: Time) -> bool:
    if gold.edtf is not None:
        return gold.edtf.rstrip("~?%") == (found.edtf or "").rstrip("~?%")
    return found.edtf is not None and bounds(found.edtf) == gold.days


def matches(golds: Sequence[Gold], times: Sequence[Time], is_right: bool) -> list[tuple[int, int]]:
    """Pair gold and found times that overlap, one to one in the order of the text; with `is_right`, of one value."""
    pairs, taken = [], set[int]()
    for g, gold in enumerate(golds):
        for t, found in enumerate(times):
            if t not in taken and found.span.start < gold.end and gold.start < found.span.end:
                if is_right and not agrees(gold, found):
                    continue
                taken.add(t)
                pairs.append((g, t))
                break
    return pairs


def split_ranges(golds: Sequence[Gold], times: Sequence[Time]) -> list[Time]:
    """Part a found range where the gold marks its two ends apart, as GUM does: `from 2004 to 2009` → 2004 and 2009."""
    out: list[Time] = []
    for each in times:
        inside = [gold for gold in golds if each.span.start <= gold.start and gold.end <= each.span.end]
        ends = each.edtf.split("/") if each.edtf else []
        if len(inside) == len(ends) == 2:
            spans = [Span(each.span.report, gold.start, gold.end, "") for gold in inside]
            out += [Time(span, edtf, "date") for span, edtf in zip(spans, ends, strict=True)]
        else:
            out.append(each)
    return out


def measure(name: str, documents: Sequence[Document], pack: Pack, misses: str | None) -> None:
    spans = right = golds = found = 0
    for document in documents:
        times = [each for each in find_times(parse(document, pack)) if each.edtf]
        if document.id.startswith("GUM"):
            times = split_ranges(document.golds, times)
        pairs = matches(document.golds, times, is_right=False)
        correct = matches(document.golds, times, is_right=True)
        spans, right = spans + len(pairs), right + len(correct)
        golds, found = golds + len(document.golds), found + len(times)
        if misses == name:
            print_misses(document, times, dict(pairs), dict(correct))
    if golds:
        print(
            f"{name:38} {len(documents):4} {golds:5}  {share(2 * spans, golds + found)}  {share(spans, found)}"
            f"  {share(spans, golds)}  {share(right, golds)}  {share(2 * right, golds + found)}"
        )


def share(part: int, whole: int) -> str:
    return f"{100 * part / whole:5.1f}" if whole else "    -"


def print_misses(document: Document, times: Sequence[Time], pairs: dict[int, int], right: dict[int, int]) -> None:
    def shown(start: int, end: int) -> str:
        text = document.text
        return f"{text[max(0, start - 40) : start]}[{text[start:end]}]{text[end : end + 25]}".replace("\n", "/")

    for g, gold in enumerate(document.golds):
        if g not in right:
            mine = times[pairs[g]].edtf if g in pairs else "-"
            worth = gold.edtf or "/".join(map(str, gold.days))
            print(f"  {document.id} gold {worth} found {mine}: {shown(gold.start, gold.end)}")
    for t, each in enumerate(times):
        if t not in pairs.values():
            print(f"  {document.id} extra {each.edtf}: {shown(each.span.start, each.span.end)}")


def timeline_dates() -> Iterator[tuple[Document, set[str]]]:
    """Yield SemEval's documents, each with the dates that its timelines give to its events."""
    wanted: dict[str, set[str]] = {}
    sources = dict(read_archive(DATA / "dates" / "semeval2015-timeline.tar.gz", (".txt", ".tml")))
    for name, source in sources.items():
        if "Gold" in name:
            for cells in (line.split("\t") for line in source.splitlines()[1:]):
                value = cells[1].replace("-XX", "") if len(cells) > 2 else "XXXX"
                if "X" not in value:
                    for event in cells[2:]:
                        wanted.setdefault(event.split("-")[0], set()).add(value)
    for name, source in sorted(sources.items()):
        if "trackA_TimeML" in name:
            number = re.search(r"<DOCID>(.*?)</DOCID>", source)
            created = re.search(r'value="([\d-]+)"', source)
            lines = re.findall(r"<s [^>]*>(.*?)</s>", source, re.DOTALL)
            if number and created and number[1] in wanted:
                text = "\n".join(lines)
                yield Document(number[1], text, date_line(text) or created[1], ()), wanted[number[1]]


def measure_timelines(pack: Pack) -> None:
    hits = total = 0
    for document, wanted in timeline_dates():
        found = {each.edtf.rstrip("~")[:10] for each in find_times(parse(document, pack)) if each.edtf}
        total += len(wanted)
        hits += len(wanted & (found | {document.published}))
    print(
        f"SemEval-2015: event dates of the timelines that are found or are the day of publishing: {share(hits, total)}"
    )


def measure_speed(documents: Sequence[Document], pack: Pack) -> None:
    parsed = [parse(document, pack) for document in documents]
    words = sum(len(sentence) for each in parsed for sentence in each.sentences)
    begin = time.process_time()
    for each in parsed:
        find_times(each)
    print(f"speed on top of the tokens: {words / (time.process_time() - begin):,.0f} words/s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", help="name of the set whose misses are printed")
    parser.add_argument("--parse", action="store_true", help="with the parse of the English pack, not the tokens alone")
    options = parser.parse_args()
    pack = load() if options.parse else RulePack()
    if not DATA.is_dir():
        print(f"benchmarks.times: skipped, {DATA} is not there")
        return
    gum, train = read_gum(), read_wikinews("train")
    news = [document for document in gum if "_news_" in document.id]
    written = [document for document in gum if re.search("_(bio|voyage|academic|textbook|court)_", document.id)]
    print(f"{'times':38} docs  gold  spanF1    p      r    right  rightF1")
    sets = {
        "wikinews-gold train (tuned)": train,
        "wikinews-gold dev (held back)": read_wikinews("dev"),
        "GUM news, even (tuned)": news[::2],
        "GUM news, odd (held back)": news[1::2],
        "GUM other written, even (tuned)": written[::2],
        "GUM other written, odd (held back)": written[1::2],
        "GUM spoken (held back)": [d for d in gum if re.search("_(interview|speech|vlog)_", d.id)],
    }
    for name, documents in sets.items():
        measure(name, documents, pack, options.misses)
    measure_timelines(pack)
    measure_speed(train, pack)


if __name__ == "__main__":
    main()

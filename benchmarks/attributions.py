"""How well attributions, names, posts and pairs of names are found, and what the two finders cost beside the pack.

    python -m benchmarks.attributions [--first N] [--polnear]

Reads ../shared/data: wikinews-gold dev (28 articles), with `--polnear` the 84 articles of PolNeAR dev, and name_bench.
Exact means the same characters once outer quotation marks, commas and stops are trimmed, as ../shared/eval counts;
speakers are counted among attributions whose content overlaps a gold one by 0.3.
"""

import argparse
import csv
import gzip
import json
import re
import sys
import tarfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from accord.find.actors import find_actors
from accord.find.attributions import find_attributions
from accord.language.pack import load
from accord.model.accounts import ParsedReport
from accord.model.findings import Actor, Attribution
from accord.model.reports import Source
from accord.read.pages import read
from accord.text.names import SAME, compare_names

DATA = Path(__file__).parent.parent.parent / "shared" / "data"
PARTS = ("source", "cue", "content")
TRIM = " \t\n\r,.;:\"'“”‘’—-"
TYPES = {"PERSON": "person", "ORGANIZATION": "organization", "PLACE": "place"}
Gold = list[dict[str, Any]]
Counts = Counter[tuple[str, str]]


def wikinews(first: int) -> Iterator[tuple[str, str, Gold]]:
    """Id, text and gold items of each article."""
    with gzip.open(DATA / "wikinews-gold" / "dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for _, line in zip(range(first), lines, strict=False):
            made = json.loads(line)
            yield made["id"], made["text"], made["items"]


def polnear(first: int) -> Iterator[tuple[str, str, Gold]]:
    """Id, text and gold attributions of each article; the first annotator's."""
    texts: dict[str, str] = {}
    notes: dict[str, str] = {}
    with tarfile.open(DATA / "attributions" / "polnear-dev.tar.gz") as tar:
        for member in tar.getmembers():
            if member.isfile() and (stream := tar.extractfile(member)):
                kind = texts if "text/" in member.name else notes
                kind[Path(member.name).stem] = stream.read().decode("utf-8")
    golds: dict[str, Gold] = {}
    for stem in sorted(notes):
        owner = next((one for one in (stem, stem.rsplit("_", 1)[0]) if one in texts), None)
        if owner:
            golds.setdefault(owner, brat(notes[stem]))
    for stem in sorted(golds)[:first]:
        yield stem, texts[stem], golds[stem]


def brat(annotation: str) -> Gold:
    """Attributions of one standoff file as items of wikinews-gold."""
    spans: dict[str, list[list[int]]] = {}
    found: Gold = []
    for line in annotation.splitlines():
        fields = line.split("\t")
        if line.startswith("T"):
            spans[fields[0]] = [[int(n) for n in piece.split()] for piece in fields[1].split(" ", 1)[1].split(";")]
        elif line.startswith("E"):
            parts: dict[str, Any] = {}
            for role, name in (pair.split(":") for pair in fields[1].split()):
                parts.setdefault(re.sub(r"\d+$", "", role).lower(), []).extend(spans.get(name, []))
            for part in ("source", "cue"):
                if parts.get(part):
                    parts[part] = [min(s for s, _ in parts[part]), max(e for _, e in parts[part])]
            found.append({"k": "attr", "spans": {k: v for k, v in parts.items() if v}, "speaker": None})
    return found


def trimmed(text: str, pieces: Sequence[Sequence[int]]) -> tuple[int, int]:
    """The stretch of pieces without outer marks and blanks."""
    start, end = min(p[0] for p in pieces), max(p[1] for p in pieces)
    while start < end and text[start] in TRIM:
        start += 1
    while end > start and text[end - 1] in TRIM:
        end -= 1
    return start, end


def count_parts(text: str, gold: Gold, found: Sequence[Attribution], counts: Counts) -> None:
    """Add what agrees to the character, part by part."""
    for part in PARTS:
        want = {trimmed(text, v if part == "content" else [v]) for g in gold if (v := g["spans"].get(part))}
        spans = [one.content if part == "content" else (getattr(one, part),) for one in found]
        got = {trimmed(text, [(s.start, s.end) for s in each]) for each in spans if all(each)}
        add(counts, f"exact.{part}", len(want & got), len(want), len(got))


def count_names(text: str, gold: Gold, actors: Sequence[Actor], counts: Counts) -> None:
    """Add the mentions that agree in stretch and type."""
    named = [(g, TYPES[g["type"]]) for g in gold if g["k"] == "name" and g["type"] in TYPES]
    want = {(s, e, kind) for g, kind in named for s, e in g["spans"] if text[s].isupper()}
    got = {
        (m.start, m.end, "place" if actor.type == "state" else actor.type)
        for actor in actors
        for m in actor.mentions
        if text[m.start].isupper()
    }
    add(counts, "names.strict", len(want & got), len(want), len(got))


def add(counts: Counts, row: str, hits: int, gold: int, found: int) -> None:
    """Add to one row of the table."""
    counts[row, "hits"] += hits
    counts[row, "gold"] += gold
    counts[row, "found"] += found


def measure(reports: Iterator[tuple[str, str, Gold]]) -> tuple[Counts, dict[str, float]]:
    """Run pack and finders over the reports; counts by row, seconds of processor time by stage."""
    counts: Counts = Counter()
    seconds = dict.fromkeys(("pack", "actors", "attributions"), 0.0)
    pack = load()
    for name, text, gold in reports:
        page = read(Source(path=f"{name}.txt", data=text.encode(), id=name))
        at = [time.process_time()]
        content = [(one.span.start, one.span.end) for one in page.passages if one.is_content]
        parsed = ParsedReport(page.report, page.passages, tuple(pack.parse(page.report.text, content)))
        at.append(time.process_time())
        actors = find_actors(parsed)
        at.append(time.process_time())
        found = find_attributions(parsed, actors, ())
        at.append(time.process_time())
        for stage, start, end in zip(seconds, at, at[1:], strict=False):
            seconds[stage] += end - start
        count_parts(text, [item for item in gold if item["k"] == "attr"], found, counts)
        count_names(text, gold, actors, counts)
    return counts, seconds


def show(title: str, counts: Counts, seconds: dict[str, float]) -> None:
    """Print one table."""
    print(title)
    for row in dict.fromkeys(row for row, _ in counts):
        hits, gold, found = (counts[row, column] for column in ("hits", "gold", "found"))
        if gold:
            precision, recall = 100 * hits / max(found, 1), 100 * hits / gold
            score = 2 * precision * recall / max(precision + recall, 1e-9)
            print(f"  {row:16} {score:5.1f}  p {precision:5.1f} r {recall:5.1f}  gold {gold}")
    share = (seconds["actors"] + seconds["attributions"]) / max(seconds["pack"], 1e-9)
    print("  " + "  ".join(f"{k} {v:.2f} s" for k, v in seconds.items()) + f"  finders/pack {share:.2f}")


def show_names() -> None:
    """Print how well pairs of personal names are told apart."""
    with gzip.open(DATA / "names" / "name_bench.csv.gz", "rt", encoding="utf-8") as lines:
        pairs = [row for row in csv.DictReader(lines) if row["schema"] == "Person"]
    scored = [(compare_names(p["name1"], p["name2"]).score, p["is_match"] == "true") for p in pairs]
    hits = sum(score >= SAME and same for score, same in scored)
    said, true = sum(score >= SAME for score, _ in scored), sum(same for _, same in scored)
    print(f"names of persons, {len(pairs)} pairs")
    print(
        f"  same person      {200 * hits / (said + true):5.1f}  p {100 * hits / said:5.1f} r {100 * hits / true:5.1f}"
    )


def main(arguments: Sequence[str]) -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--first", type=int, default=10_000, help="reports of each set")
    parser.add_argument("--polnear", action="store_true", help="PolNeAR dev too (minutes)")
    options = parser.parse_args(arguments)
    if not DATA.exists():
        print(f"no {DATA}: nothing measured")
        return 0
    show("wikinews-gold dev", *measure(wikinews(options.first)))
    if options.polnear:
        show("PolNeAR dev", *measure(polnear(options.first)))
    show_names()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

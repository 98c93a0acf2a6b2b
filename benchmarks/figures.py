"""How many sentences of the case tables the figure finder reads right, and how fast; one half is never tuned on.

python -m benchmarks.figures [--misses]
"""

import re
import sys
import time
from pathlib import Path

from msgspec import Struct

from accord.find.figures import find_figures
from accord.language.pack import Pack, load
from accord.language.rules import RulePack
from accord.model.accounts import ParsedReport
from accord.model.findings import Figure
from accord.model.reports import Passage, Report

CASES = Path(__file__).parent.parent / "tests" / "find"
TABLES = ("figures_cases.tsv", "figures_heldback.tsv")
_EXPECTED = re.compile(
    r"(?P<text>.+) ⇒ (?P<comparator>[=≥≤><~])(?P<first>-?[\d.]+?)(?P<range>\.\.(?P<most>[\d.]+)?)? (?P<unit>.+)"
)


class Expected(Struct, frozen=True):
    """A figure as a case table gives it: its stretch in the sentence, its numbers, its unit ("-" for none)."""

    start: int
    end: int
    numbers: tuple[float | None, float | None, float | None, str]
    unit: str


class Case(Struct, frozen=True):
    """A sentence and its figures in order."""

    sentence: str
    figures: tuple[Expected, ...]


def load_cases(name: str) -> list[Case]:
    """Read a case table; raises ValueError where a stretch does not stand in its sentence."""
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [_case(*line.split("\t")) for line in lines if line and not line.startswith("#")]


def _case(sentence: str, listed: str) -> Case:
    figures: list[Expected] = []
    for cell in listed.split(" | ") if listed != "-" else ():
        match = _EXPECTED.fullmatch(cell)
        if match is None:
            raise ValueError(f"not a figure: {cell!r} of {sentence!r}")
        start = sentence.index(match["text"], figures[-1].end if figures else 0)
        first, most = float(match["first"]), float(match["most"]) if match["most"] else None
        numbers = (None, first, most) if match["range"] else (first, None, None)
        figures.append(Expected(start, start + len(match["text"]), (*numbers, match["comparator"]), match["unit"]))
    return Case(sentence, tuple(figures))


def parse(text: str, pack: Pack) -> ParsedReport:
    """Read a text as one body passage."""
    report = Report(id="r", path="r.txt", sha256="", text=text)
    sentences = pack.parse(text, [(0, len(text))])
    return ParsedReport(report, (Passage(report.span(0, len(text)), "body"),), tuple(sentences))


def is_right(case: Case, found: tuple[Figure, ...]) -> bool:
    """Whether the sentence is wholly right: as many figures, each at its place with its numbers and its unit."""
    return len(found) == len(case.figures) and all(map(agrees, case.figures, found))


def agrees(expected: Expected, figure: Figure) -> bool:
    """Whether a figure overlaps the expected one and says the same."""
    at_place = figure.span.start < expected.end and expected.start < figure.span.end
    numbers = (figure.value, figure.min, figure.max, figure.comparator)
    return at_place and numbers == expected.numbers and (figure.unit or "-") == expected.unit


def main(arguments: list[str]) -> None:
    for reader, pack in (("tokens alone", RulePack()), ("with the pack", load())):
        print_tables(reader, pack, with_misses="--misses" in arguments)


def print_tables(reader: str, pack: Pack, *, with_misses: bool) -> None:
    """Print a line for each case table as one pack reads it, and the speed."""
    print(f"{reader:24} {'sentences':>9} {'right':>7} {'figures':>8} {'p':>6} {'r':>6} {'span':>6}")
    for name in TABLES:
        cases = load_cases(name)
        results = [(case, find_figures(parse(case.sentence, pack))) for case in cases]
        right = sum(is_right(case, found) for case, found in results)
        hits = [(e, f) for case, found in results for e in case.figures for f in found if agrees(e, f)]
        wanted, made = sum(len(case.figures) for case in cases), sum(len(found) for _, found in results)
        same = sum((e.start, e.end) == (f.span.start, f.span.end) for e, f in hits)
        shares = (len(hits) / made, len(hits) / wanted, same / max(1, len(hits)))
        print(f"{name:24} {len(cases):9} {right / len(cases):7.3f} {wanted:8}", *(f"{share:6.3f}" for share in shares))
        if with_misses and name == TABLES[0]:
            print(*(miss(case, found) for case, found in results if not is_right(case, found)), sep="\n")
    print(f"{'speed':24} {speed(pack):9.0f} words/s on top of the reading")


def miss(case: Case, found: tuple[Figure, ...]) -> str:
    """One wrong sentence with what was found in it."""
    said = "; ".join(f"{f.span.text} ⇒ {f.comparator}{f.value, f.min, f.max} {f.unit}" for f in found)
    return f"  {case.sentence}\n      {said}"


def speed(pack: Pack) -> float:
    """Words a second of one core, the reading not counted, over both tables as running text."""
    text = "\n\n".join(" ".join(case.sentence for case in load_cases(name)) for name in TABLES) * 20
    parsed = parse(text, pack)
    words = sum(len(sentence) for sentence in parsed.sentences)
    started = time.process_time()
    find_figures(parsed)
    return words / (time.process_time() - started)


if __name__ == "__main__":
    main(sys.argv[1:])

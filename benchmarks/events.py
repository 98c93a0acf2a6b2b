"""How well events are told by their PLOVER root: on PLOVER's own gold standard records, and on the case tables.

python -m benchmarks.events [--misses]

The records are sentences of CAMEO's manual, coded in 2016: DEMAND is today's REQUEST, DISAPPROVE ACCUSE, FIGHT ASSAULT;
INVESTIGATE is left out. Promised cooperation was coded AGREE then, promised harm THREATEN; `as coded` reads our planned
events that way.
"""

import json
import sys
import tarfile
import time
from pathlib import Path
from typing import Any

from accord.find.actors import find_actors
from accord.find.events import find_drafts
from accord.find.events.drafts import Draft
from accord.find.lexical import LexicalTree
from accord.find.times import find_times
from accord.language.pack import load
from accord.model.accounts import ParsedReport
from accord.model.reports import Passage, Report

RECORDS = Path(__file__).parent.parent.parent / "shared" / "data" / "events" / "plover-gsr.tar.gz"
CASES = Path(__file__).parent.parent / "tests" / "find"
TABLES = ("events_cases.tsv", "events_heldback.tsv")
TODAY = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "FIGHT": "ASSAULT"}
LEFT_OUT = frozenset(("DOCUMENT", "INVESTIGATE", "CRIME"))
FRIENDLY = frozenset(("CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"))
HARMFUL = frozenset(("SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "PROTEST"))

Found = tuple[ParsedReport, list[Draft]]


def parse(text: str) -> ParsedReport:
    """Read a text as one body passage of a report of the day that the records give."""
    report = Report(id="r", path="r.txt", sha256="", text=text, published="2000-01-01")
    return ParsedReport(
        report, (Passage(report.span(0, len(text)), "body"),), tuple(load().parse(text, [(0, len(text))]))
    )


def find(text: str) -> Found:
    """Find the events of a sentence given alone."""
    parsed = parse(text)
    return parsed, find_drafts(parsed, find_actors(parsed), find_times(parsed))


def main_of(found: Found) -> Draft | None:
    """The event that hangs highest in the tree of the first sentence that has one; of as high the first."""
    parsed, drafts = found
    return min(drafts, key=lambda draft: (draft.sentence, _depth(parsed, draft), draft.token), default=None)


def _depth(parsed: ParsedReport, draft: Draft) -> int:
    return sum(1 for _ in parsed.sentences[draft.sentence].ancestors(draft.token))


def as_coded(draft: Draft) -> str:
    """The root that the records of 2016 give to what is only to come."""
    if draft.status in ("planned", "possible") and draft.type in FRIENDLY:
        return "AGREE"
    return "THREATEN" if draft.status in ("planned", "possible") and draft.type in HARMFUL else draft.type


def texts_of(parsed: ParsedReport, draft: Draft, heads: tuple[int, ...]) -> list[str]:
    """Texts of the phrases of some heads."""
    sentence = parsed.sentences[draft.sentence]
    tree = LexicalTree(sentence)
    return [" ".join(tree.words[token] for token in tree.below(head)) for head in heads]


def overlaps(wanted: list[dict[str, str]], said: list[str]) -> bool:
    """Whether any wanted actor's text shares a word with any phrase."""
    words = {word.strip(".,()'’").lower() for text in said for word in text.split()}
    return any(word.strip(".,()'’").lower() in words for actor in wanted for word in actor["actorText"].split())


def load_records(path: Path = RECORDS) -> list[dict[str, Any]]:
    """Records of the kinds that today's PLOVER has."""
    with tarfile.open(path) as archive:
        member = next(each for each in archive.getmembers() if each.name.endswith(".txt"))
        file = archive.extractfile(member)
        records = json.loads(file.read().decode("utf-8"), strict=False) if file else []
    return [record for record in records if record["event"] not in LEFT_OUT]


def load_cases(name: str) -> list[tuple[str, str, str]]:
    """Sentence, type and status of each row of a case table; "-" where none is to be kept."""
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return [(sentence, type_, status) for sentence, type_, status in rows]


def score_records(*, with_misses: bool) -> None:
    """Print what of the records is right: the root, and whether source and target overlap where there are any."""
    records = load_records()
    found = [find(record["text"].strip().strip("{}")) for record in records]
    mains = [main_of(each) for each in found]
    pairs = [
        (record, each, main, TODAY.get(record["event"], record["event"]))
        for record, each, main in zip(records, found, mains, strict=True)
    ]
    plain = sum(main is not None and main.type == root for _, _, main, root in pairs)
    coded = sum(main is not None and root in (as_coded(main), main.type) for _, _, main, root in pairs)
    held = sum(any(root in (as_coded(draft), draft.type) for draft in each[1]) for _, each, _, root in pairs)
    print(f"{'records':28} {len(pairs):6}")
    for label, hits in (("root as it stands", plain), ("root as coded", coded), ("root of any event", held)):
        print(f"{label:28} {hits / len(pairs):6.3f}")
    for label, key in (("source", "source"), ("target", "target")):
        asked = [(record, each, main) for record, each, main, _ in pairs if isinstance(record.get(key), list) and main]
        hits = sum(_takes_part(record[key], each[0], main, key) for record, each, main in asked)
        print(f"{label + ' overlapping':28} {hits / len(asked):6.3f}  (of {len(asked)} with an event)")
    if with_misses:
        for record, each, main, root in pairs[::2]:
            if main is None or root not in (as_coded(main), main.type):
                print(
                    f"  {root:9} {[(d.type, d.status) for d in each[1]]} {record['eventText']} | {record['text'][:160]}"
                )


def _takes_part(wanted: list[dict[str, str]], parsed: ParsedReport, main: Draft, key: str) -> bool:
    """Whether a phrase of the event names them; in an act that two do together either side may be named first."""
    own, other = (main.roles.by, main.roles.to) if key == "source" else (main.roles.to, main.roles.by)
    heads = own or other if main.type in ("AGREE", "CONSULT", "COOPERATE") else own
    return overlaps(wanted, texts_of(parsed, main, heads))


def score_cases(*, with_misses: bool) -> None:
    """Print what of the case tables is right: root and status of the one event, or that there is none."""
    for name in TABLES:
        cases = load_cases(name)
        told = [(case, main_of(find(case[0]))) for case in cases]
        roots = sum((main.type if main else "-") == case[1] for case, main in told)
        whole = sum(((main.type, main.status) if main else ("-", "-")) == case[1:] for case, main in told)
        print(f"{name:28} {len(cases):6}  root {roots / len(cases):.3f}  root and status {whole / len(cases):.3f}")
        for case, main in told if with_misses and name == TABLES[0] else ():
            if ((main.type, main.status) if main else ("-", "-")) != case[1:]:
                print(f"  {case[1]} {case[2]} | {(main.type, main.status) if main else None} | {case[0]}")


def speed() -> float:
    """Words a second of one core, the reading not counted, over both case tables as running text."""
    parsed = parse(" ".join(case[0] for name in TABLES for case in load_cases(name)) * 5)
    actors, times = find_actors(parsed), find_times(parsed)
    started = time.process_time()
    find_drafts(parsed, actors, times)
    return sum(len(sentence) for sentence in parsed.sentences) / (time.process_time() - started)


def main(arguments: list[str]) -> None:
    misses = "--misses" in arguments
    if RECORDS.exists():
        score_records(with_misses=misses)
    else:
        print(f"no records at {RECORDS.name}: only the case tables")
    score_cases(with_misses=misses)
    print(f"{'speed':28} {speed():6.0f} words/s on top of the reading")


if __name__ == "__main__":
    main(sys.argv[1:])

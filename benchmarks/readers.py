"""How far readers of the five reports agree: what a figure of their points can be at most.

    python -m benchmarks.readers

`readers.json` holds the points of three readers who had the five reports and the guide's words on points, and neither
the marks of ../shared/gold nor one another's: the first was asked for some 65 points, the others for all. Readings are
offsets, no word of the reports is kept. Each is scored as an account is, and so is the account itself; nothing was
learned from them.
"""

import json
import sys
from importlib import import_module
from io import BytesIO
from itertools import combinations
from pathlib import Path
from typing import Any

from accord.collate.places import jaccard
from accord.pipeline import account_of
from accord.publish.publication import publish
from accord.read.inputs import find_sources
from accord.run.local import map_reports
from benchmarks.alignment import Found, Share
from benchmarks.alignment import score as lay_beside

SHARED = Path(__file__).parent.parent.parent / "shared"
GOLD = SHARED / "gold" / "hanoi-2023.yaml"
READERS = Path(__file__).with_name("readers.json")
COLUMNS = ("readings", "links", "standing", "independent_origins", "differences")
# A reading lies on another from this likeness on, or lies well.
ALIKE, HALF_ALIKE = 0.2, 0.5

Point = dict[str, Any]


def main() -> int:
    """Print a line for each reader and for the account, then how far each two readers agree."""
    if not GOLD.exists():
        print(f"no {GOLD}: nothing measured")
        return 0
    account = read_account()
    told = {f"reader {number}": points for number, points in enumerate(read_points(account), start=1)}
    print(f"{'against the gold':18}" + "".join(f"{column:>21}" for column in COLUMNS))
    for name, points in (*told.items(), ("the account", account["points"])):
        figures = score(account | {"points": points})
        row = (figures[column] for column in COLUMNS)
        print(f"{name:18}" + "".join(f"{each.get('f1', each.get('value')):21.3f}" for each in row))
    marked = {name: flat(points) for name, points in (*told.items(), ("the account", account["points"]))}
    gold = gold_readings(account)
    print(f"links wherever both readings lie on readings of one point of the gold (Jaccard {ALIKE})")
    for name, readings in marked.items():
        print(f"{name:14} precision {lie_on(readings, gold):.2f}  recall {lie_on(gold, readings):.2f}")
    known = [gold, *(marked[name] for name in told)]
    for least in (ALIKE, HALF_ALIKE):
        share = lie_on(marked["the account"], *known, least=least)
        print(f"links of the account on a point of the gold or a reader (Jaccard {least}): {share:.2f}")
    print("each laid beside what another marked")
    for one, other in combinations(marked, 2):
        found = lay_beside(marked[one], marked[other])
        print(f"{one:14} {other:14} readings {_short(found.readings)}  links {_short(found.links)}")
    return 0


def _short(share: Share) -> str:
    return f"{2 * share.hits / (share.asked + share.said):.3f}"


def read_account() -> dict[str, Any]:
    """Return the record of the five reports."""
    sources, problems = find_sources([str(SHARED / "seeds")], BytesIO())
    account: dict[str, Any] = json.loads(publish(account_of(sources, map_reports, problems)))
    return account


def read_points(account: dict[str, Any]) -> list[list[Point]]:
    """Return each reader's points, as points of the record."""
    reports = {Path(report["path"]).name[:3]: report for report in account["reports"]}

    def span(place: str, start: int, end: int) -> dict[str, Any]:
        report = reports[place]
        return {"report": report["id"], "start": start, "end": end, "text": report["text"][start:end]}

    return [
        [
            point
            | {"readings": [{"span": span(*reading)} for reading in point["readings"]]}
            | {
                "differences": [
                    {"kind": kind, "between": [reports[place]["id"] for place in between]}
                    for kind, between in point["differences"]
                ]
            }
            for point in points
        ]
        for points in json.loads(READERS.read_text(encoding="utf-8"))
    ]


def score(account: dict[str, Any]) -> dict[str, dict[str, float]]:
    """Return the figures of an account's points as ../shared/gold/score.py counts them."""
    figures: dict[str, dict[str, float]] = scoring().Scorer(GOLD, account).score()["points"]
    return figures


def gold_readings(account: dict[str, Any]) -> list[Found]:
    """Return the readings of the gold's points, by the ids of the account's reports."""
    scored = scoring()
    scorer = scored.Scorer(GOLD, account)
    ids = {name: id for id, name in scorer.report_of.items()}
    readings = ((each, n) for n, point in enumerate(scorer.gold["points"]) for each in point["readings"])
    placed = ((ids[each["report"]], scored.gold_spans(each), n) for each, n in readings)
    return [(id, min(start for start, _ in spans), max(end for _, end in spans), n) for id, spans, n in placed]


def scoring() -> Any:  # noqa: ANN401 -- it stands beside the project
    """Return the module ../shared/gold/score.py."""
    if str(GOLD.parent) not in sys.path:
        sys.path.append(str(GOLD.parent))
    return import_module("score")


def lie_on(readings: list[Found], *marked: list[Found], least: float = ALIKE) -> float:
    """Return the share of links of readings that lie, at both ends, on readings of one point of any of the marked."""

    def points(reading: Found) -> set[tuple[int, int]]:
        return {
            (n, each[3])
            for n, held in enumerate(marked)
            for each in held
            if each[0] == reading[0] and jaccard(each[1:3], reading[1:3]) >= least
        }

    linked = [pair for pair in combinations(readings, 2) if pair[0][3] == pair[1][3] and pair[0][0] != pair[1][0]]
    return sum(bool(points(one) & points(other)) for one, other in linked) / len(linked)


def flat(points: list[Point]) -> list[Found]:
    """Return the readings of points that two reports or more carry: report, offsets, number of the point."""
    return [
        (reading["span"]["report"], reading["span"]["start"], reading["span"]["end"], number)
        for number, point in enumerate(points)
        if len({reading["span"]["report"] for reading in point["readings"]}) > 1
        for reading in point["readings"]
    ]


if __name__ == "__main__":
    raise SystemExit(main())

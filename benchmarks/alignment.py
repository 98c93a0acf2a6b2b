"""Which clauses of different reports say the same thing, against ten events of real news marked by hand.

    python -m benchmarks.alignment

`alignment_points.tsv` holds the readings of ten of the fifty events of ../shared/data/clusters (BASIL, three outlets
each) as offsets, no word of them: every statement that two of the three reports make, in any wording. Nothing has been
learned from them; how sure an alignment must be was chosen with an eye on the five of even number.
"""

import csv
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from accord.collate.accounts import collate
from accord.collate.alignment import Group
from accord.collate.clauses import Clause
from accord.collate.places import jaccard
from accord.gather.stories import gather
from accord.model.accounts import Account
from accord.pipeline import per_report
from benchmarks.clusters import BASIL, clusters
from tests.stories.pairing import pair

POINTS = Path(__file__).with_name("alignment_points.tsv")
# A reading that was found is one that was marked from this likeness on, the most alike first.
LEAST_ALIKE = 0.2

Marked = tuple[str, int, int, int]
Found = tuple[str, int, int, int]


class Share(NamedTuple):
    """Hits among what was asked and what was said."""

    hits: int
    asked: int
    said: int

    def __str__(self) -> str:
        whole = self.asked + self.said
        return f"{2 * self.hits / whole if whole else 0.0:.3f} ({self.hits}/{self.asked}, said {self.said})"


class Scores(NamedTuple):
    """Readings found, and pairs of readings of two reports that stand together."""

    readings: Share
    links: Share

    def __str__(self) -> str:
        return f"readings {self.readings}  links {self.links}"


def main() -> int:
    """Print a line for each event, and the sum."""
    if not BASIL.exists():
        print(f"no {BASIL}: nothing measured")
        return 0
    every = []
    marked = marked_readings()
    for name, sources in sorted(clusters().items()):
        if name in marked:
            story = gather([per_report(source) for source in sources])
            if story is not None:
                every.append(compare_account(collate(story), marked[name]))
                print(f"{name[:60]:60} {every[-1]}", flush=True)
    for number, columns in enumerate(("readings", "links")):
        shares = [scores[number] for scores in every]
        whole = Share(*map(sum, zip(*shares, strict=True)))
        mean = sum(2 * share.hits / (share.asked + share.said) for share in shares) / len(shares)
        print(f"{columns:10} mean of events {mean:.3f}, all together {whole}")
    return 0


def marked_readings() -> dict[str, list[Marked]]:
    """Return the readings of each event: file, offsets, number of the point."""
    found: dict[str, list[Marked]] = defaultdict(list)
    with POINTS.open(encoding="utf-8") as lines:
        for event, report, start, end, point in csv.reader(lines, delimiter="\t"):
            found[event].append((report, int(start), int(end), int(point)))
    return found


def compare_account(account: Account, marked: Sequence[Marked]) -> Scores:
    """Lay an account's points of two reports or more beside the readings that were marked, by file."""
    paths = {report.id: Path(report.path).name for report in account.reports}
    shared = [point for point in account.points if len({reading.span.report for reading in point.readings}) > 1]
    found = [
        (paths[reading.span.report], reading.span.start, reading.span.end, number)
        for number, point in enumerate(shared)
        for reading in point.readings
    ]
    return score(found, marked)


def compare_groups(groups: Sequence[Group], clauses: Sequence[Clause], marked: Sequence[Marked]) -> Scores:
    """Lay groups of clauses beside the readings that were marked, by report."""
    spans = [(clauses[member].span, number) for number, group in enumerate(groups) for member in group.members]
    return score([(span.report, span.start, span.end, number) for span, number in spans], marked)


def score(found: Sequence[Found], marked: Sequence[Marked]) -> Scores:
    """Pair readings one to one, the most alike first, and count them and their links."""

    def alike(one: Marked, other: Found) -> float:
        return jaccard(one[1:3], other[1:3]) if one[0] == other[0] else 0.0

    pairs = {j: i for i, j in pair(marked, found, alike, least=LEAST_ALIKE).items()}
    asked, said = _links(marked), _links(found)
    hits = sum(
        i in pairs and j in pairs and (min(pairs[i], pairs[j]), max(pairs[i], pairs[j])) in asked for i, j in said
    )
    return Scores(Share(len(pairs), len(marked), len(found)), Share(hits, len(asked), len(said)))


def _links(readings: Sequence[Found]) -> set[tuple[int, int]]:
    return {
        (i, j)
        for (i, one), (j, other) in combinations(enumerate(readings), 2)
        if one[3] == other[3] and one[0] != other[0]
    }


if __name__ == "__main__":
    raise SystemExit(main())

"""Scores of what stands together across reports: commitments, points, and the observed silences that rest on points."""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from msgspec import Struct

from accord.model.findings import CommitmentReading
from accord.model.points import Difference, Point, Reading
from tests.stories.expected import Entry, Place
from tests.stories.pairing import Score, likeness, pair
from tests.stories.scoring import EVIDENCE_LEAST, Scores, Sides, alternatives


class Item(Struct, frozen=True):
    """One reading: the group it stands in, its number there, its place."""

    group: int
    number: int
    place: Place | None


class Groups(Struct, frozen=True):
    """Readings on both sides, and which belong together: {index in asked: index in said}."""

    asked: list[Item]
    said: list[Item]
    pairs: dict[int, int]

    def scores(self, section: str) -> Scores:
        """Score the readings, and the pairs of readings from two reports that stand in one group."""
        asked, said = _links(self.asked), _links(self.said)
        hits = sum(
            i in self.pairs and j in self.pairs and _link(self.pairs[i], self.pairs[j]) in said for i, j in asked
        )
        return {
            f"{section}.readings": Score(len(self.pairs), len(self.asked), len(self.said)),
            f"{section}.links": Score(hits, len(asked), len(said)),
        }

    def matched(self) -> dict[int, int]:
        """Match each expected group with the group that holds most of its readings, the first of several."""
        votes: dict[int, Counter[int]] = {}
        for i, j in sorted(self.pairs.items()):
            votes.setdefault(self.asked[i].group, Counter())[self.said[j].group] += 1
        return {group: max(sorted(counted), key=counted.__getitem__) for group, counted in votes.items()}


def _link(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _links(items: list[Item]) -> set[tuple[int, int]]:
    return {
        (i, j)
        for (i, one), (j, other) in combinations(enumerate(items), 2)
        if one.group == other.group and one.place and other.place and one.place.report != other.place.report
    }


def group(
    sides: Sides,
    entries: list[Entry],
    readings: Sequence[Sequence[Reading | CommitmentReading]],
) -> Groups:
    """Pair the readings of all groups, whatever group they stand in."""
    asked = [
        Item(g, n, sides.expected.place(reading))
        for g, entry in enumerate(entries)
        for n, reading in enumerate(entry["readings"])
    ]
    said = [Item(g, n, sides.place(each.span)) for g, members in enumerate(readings) for n, each in enumerate(members)]
    # A place may stand in several groups: of two as alike, the one goes first that keeps the order of both sides.
    return Groups(asked, said, pair(asked, said, lambda a, s: likeness(a.place, s.place), least=EVIDENCE_LEAST))


def score_commitments(sides: Sides) -> Scores:
    """Compare commitments by their readings, and the stage that each reading gives."""
    entries, commitments = sides.expected.data["commitments"], sides.account.commitments
    groups = group(sides, entries, [commitment.readings for commitment in commitments])
    stages = 0
    for i, j in groups.pairs.items():
        asked, said = groups.asked[i], groups.said[j]
        reading = entries[asked.group]["readings"][asked.number]
        stages += commitments[said.group].readings[said.number].stage in (reading["stage"], *reading.get("also", []))
    return {**groups.scores("commitments"), "commitments.stage": Score(stages, len(groups.pairs))}


def is_told(point: Point) -> bool:
    """Say whether a point is compared: two reports carry it, or it is disputed."""
    return point.standing == "disputed" or len({reading.span.report for reading in point.readings}) > 1


def score_points(sides: Sides) -> Scores:
    """Compare points by their readings; then standing, origins and differences of those found; then silences."""
    entries = sides.expected.data["points"]
    points = [point for point in sides.account.points if is_told(point)]
    groups = group(sides, entries, [point.readings for point in points])
    matched = groups.matched()
    standing = sum(points[j].standing in alternatives(entries[i], "standing") for i, j in matched.items())
    origins = sum(
        points[j].independent_origins in alternatives(entries[i], "independent_origins") for i, j in matched.items()
    )
    return {
        **groups.scores("points"),
        "points.standing": Score(standing, len(matched)),
        "points.independent_origins": Score(origins, len(matched)),
        **_score_differences(sides, entries, points, matched),
        "omissions.observed": _score_observed(sides, points, matched),
    }


def _score_differences(sides: Sides, entries: list[Entry], points: list[Point], matched: dict[int, int]) -> Scores:
    hits = compatible = argued = 0
    for i, j in matched.items():
        said = points[j].differences
        pairs = pair(entries[i]["differences"], said, lambda entry, each: float(_same_difference(sides, entry, each)))
        hits += len(pairs)
        for a, b in pairs.items():
            verdict = entries[i]["differences"][a]["compatible"]
            argued += verdict is None
            compatible += verdict is not None and verdict == said[b].compatible
    asked = sum(len(entry["differences"]) for entry in entries)
    return {
        "points.differences": Score(hits, asked, sum(len(point.differences) for point in points)),
        "points.compatible": Score(compatible, hits - argued),
    }


def _same_difference(sides: Sides, entry: Entry, difference: Difference) -> bool:
    """Whether kind and reports agree; a difference laid between more of the reports is still the same."""
    between = {sides.ids.get(report, report) for report in difference.between}
    wanted = set(entry["between"])
    return difference.kind in (entry["kind"], *entry.get("also", [])) and (between <= wanted or wanted <= between)


def _score_observed(sides: Sides, points: list[Point], matched: dict[int, int]) -> Score:
    """Count the expected silences that were seen: a report seen as lacking the point that it lacks."""
    numbers = {entry["id"]: i for i, entry in enumerate(sides.expected.data["points"])}
    seen = {
        (omission.point, sides.ids.get(report, report))
        for omission in sides.account.omissions
        if omission.kind == "observed"
        for report in omission.missing_from
    }
    wanted = [entry for entry in sides.expected.data["omissions"] if entry["kind"] == "observed"]
    asked = [(numbers[entry["point"]], report) for entry in wanted for report in entry["missing_from"]]
    return Score(sum(i in matched and (points[matched[i]].id, report) in seen for i, report in asked), len(asked))

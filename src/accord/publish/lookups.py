"""What every format asks of an account: who is meant by an id, which chain a reading came through, in which order."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import PurePosixPath
from typing import Literal
from urllib.parse import urlsplit

from accord.model.accounts import Account
from accord.model.findings import Actor, Attribution
from accord.model.points import Point, Reading
from accord.model.reports import Passage, Report
from accord.model.spans import Span
from accord.publish.dates import spell_date

# How an account parts its points: those of standing "single" by whether several reports have them from one origin.
Part = Literal["corroborated", "disputed", "one-origin", "single"]
PARTS: dict[Part, str] = {
    "corroborated": "Agreed",
    "disputed": "Disputed",
    "one-origin": "From one origin",
    "single": "Told by one",
}


class Lookup:
    """An account with its ids resolved; made once for an output."""

    def __init__(self, account: Account) -> None:
        self.account = account

    @cached_property
    def reports(self) -> dict[str, Report]:
        """Reports by id, in the account's order."""
        return {report.id: report for report in self.account.reports}

    @cached_property
    def numbers(self) -> dict[str, int]:
        """A report's place in the account, from 1."""
        return {report: number for number, report in enumerate(self.reports, start=1)}

    @cached_property
    def labels(self) -> dict[str, str]:
        """What to call each report: its outlet, its site or its file, numbered where several share it."""
        names = {report.id: _name(report) for report in self.account.reports}
        shared = {name for name, count in Counter(names.values()).items() if count > 1}
        seen: Counter[str] = Counter()
        labels = {}
        for report, name in names.items():
            seen[name] += 1
            labels[report] = f"{name} {seen[name]}" if name in shared else name
        return labels

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Actors by id."""
        return {actor.id: actor for actor in self.account.actors}

    @cached_property
    def attributions(self) -> dict[str, Attribution]:
        """Attributions by id."""
        return {attribution.id: attribution for attribution in self.account.attributions}

    @cached_property
    def actor_numbers(self) -> dict[str, int]:
        """An actor's place in the account, from 1."""
        return {actor: number for number, actor in enumerate(self.actors, start=1)}

    @cached_property
    def attribution_numbers(self) -> dict[str, int]:
        """An attribution's place in the account, from 1."""
        return {attribution: number for number, attribution in enumerate(self.attributions, start=1)}

    @cached_property
    def passages(self) -> dict[str, list[Passage]]:
        """Passages by report, in order."""
        found: dict[str, list[Passage]] = {report: [] for report in self.reports}
        for passage in self.account.passages:
            found[passage.span.report].append(passage)
        return found

    @cached_property
    def points(self) -> dict[str, tuple[int, Point]]:
        """Points by id with the number that readers see, in the order that they are shown."""
        ordered = [point for part in PARTS for point in self.part(part)]
        return {point.id: (number, point) for number, point in enumerate(ordered, start=1)}

    def part(self, part: Part) -> list[Point]:
        """Points of one part in the account's order; those told by one, report by report."""
        found = [point for point in self.account.points if self.part_of(point) == part]
        return sorted(found, key=lambda point: self.numbers[point.gist.report]) if part == "single" else found

    def part_of(self, point: Point) -> Part:
        """In which part of the account a point stands."""
        return "one-origin" if point.standing == "single" and len(self.reports_of(point)) > 1 else point.standing

    def title(self, point: Point) -> Span:
        """What names a point: its gist, or the statement that the gist is a piece of."""
        within = next((each.within for each in point.readings if each.span == point.gist), None)
        return within or point.gist

    def label(self, report: str) -> str:
        """What to call a report."""
        return self.labels.get(report, report)

    def name(self, actor: str) -> str:
        """An actor's name by its id; a name that is no id stands as it is."""
        return self.actors[actor].name if actor in self.actors else actor

    def names(self, actors: Iterable[str]) -> list[str]:
        """Names of several actors."""
        return [self.name(actor) for actor in actors]

    def speakers(self, attribution: Attribution) -> list[str]:
        """Who is given the words: actors by name, else the source as the report has it."""
        return self.names(attribution.speaker) or ([attribution.source.text] if attribution.source else [])

    def chain(self, reading: Reading) -> tuple[str, ...]:
        """What a reading came through after its outlet, nearest first, ending with whoever said it."""
        spoken = self.attributions.get(reading.attribution or "")
        said = self.names(spoken.speaker) if spoken else []
        if spoken and spoken.source and not said and not reading.via and len(spoken.source.text.split()) > 1:
            # "officials close to the talks" says whence; "they" does not
            said = [spoken.source.text]
        names = (*self.names(reading.via), *said[:1])
        # "The Nairobi Ledger" and "the Nairobi Ledger" are one link of the chain
        return tuple({name.casefold().removeprefix("the "): name for name in reversed(names)}.values())[::-1]

    def roots(self, point: Point) -> dict[str, list[str]]:
        """Where a point's readings begin: origin → reports that lead to it; a report's own voice is its own label.

        Origins are more than `independent_origins` where one utterance or copied words came to several.
        """
        found: dict[str, list[str]] = {}
        for reading in point.readings:
            via = self.names(reading.via)
            found.setdefault(via[-1] if via else self.label(reading.span.report), []).append(reading.span.report)
        return found

    def merges(self, point: Point) -> list[tuple[list[str], str]]:
        """Which reports of a point count as one origin, by label, and what shows it; each once, the most at a time."""
        found: dict[tuple[tuple[str, ...], str], None] = {}
        for merge in point.merged:
            labels = tuple(dict.fromkeys(self.label(span.report) for span in merge.readings))
            if len(labels) > 1:
                found[labels, merge.because] = None
        widest = [labels for labels, _ in found if not any(set(labels) < set(others) for others, _ in found)]
        return [(list(labels), because) for labels, because in found if labels in widest]

    def utterance(self, point: Point) -> str | None:
        """Whose one utterance all readings of a point go back to; None where they don't, or nobody is named."""
        spoken = [self.attributions.get(reading.attribution or "") for reading in point.readings]
        speakers = {attribution.speaker if attribution else () for attribution in spoken}
        shared = speakers.pop() if len(speakers) == 1 else ()
        return ", ".join(self.names(shared)) or None

    def value(self, kind: str, value: str) -> str:
        """Say a value of a difference: dates in words, actors by name, others as they stand."""
        if kind in ("actor", "attribution"):
            return ", ".join(self.names(value.split(", ")))
        return spell_date(value) if kind in ("date", "precision") else value

    def outermost(self, readings: Iterable[Reading]) -> list[Reading]:
        """Leave out readings that stand within another one of the same report, came no other way and add no word."""
        kept: list[Reading] = []
        for reading in sorted(readings, key=lambda one: (self.numbers[one.span.report], one.span.start, -one.span.end)):
            if not (kept and kept[-1].span.holds(reading.span) and reading.via in ((), kept[-1].via)):
                kept.append(reading)
        return kept

    def is_quoted(self, reading: Reading) -> bool:
        """Whether a reading gives somebody's own words."""
        spoken = self.attributions.get(reading.attribution or "")
        return spoken is not None and spoken.kind == "direct"

    @cached_property
    def _values(self) -> dict[str, list[Span]]:
        found: dict[str, list[Span]] = {report: [] for report in self.reports}
        spans = [figure.span for figure in self.account.figures] + [time.span for time in self.account.times]
        for span in spans:
            found[span.report].append(span)
        return found

    def values_in(self, span: Span) -> list[Span]:
        """Figures and times that stand inside a span."""
        return [value for value in self._values[span.report] if span.holds(value)]

    def reports_of(self, point: Point) -> list[str]:
        """Reports that tell a point, in the account's order."""
        told = {reading.span.report for reading in point.readings}
        return [report for report in self.reports if report in told]

    def otherwise(self, point: Point) -> set[str]:
        """Reports that tell a point in a way that can't be true together with how its gist's report tells it."""
        return set(_apart(point))


def _apart(point: Point) -> Iterator[str]:
    for difference in point.differences:
        if difference.compatible:
            continue
        told = dict(zip((span.report for span in difference.readings), difference.values, strict=False))
        standard = told.get(point.gist.report, difference.values[0] if difference.values else None)
        yield from (report for report in difference.between if told.get(report, standard) != standard)


def _name(report: Report) -> str:
    host = urlsplit(report.url).hostname if report.url else None
    return report.outlet or (host or "").removeprefix("www.") or PurePosixPath(report.path).stem or report.id


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """Say a number of things.

    >>> counted(1, "report"), counted(3, "report"), counted(2, "story", "stories")
    ('1 report', '3 reports', '2 stories')
    """
    return f"{number} {noun if number == 1 else plural or noun + 's'}"

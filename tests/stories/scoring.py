"""Scores of an account against a story's expected.json, one figure a field; README.md says what each field asks."""

import re
from collections.abc import Callable, Sequence
from pathlib import PurePath
from typing import Any

from accord.model.accounts import Account
from accord.model.reports import CONTENT_ROLES, Report
from accord.model.spans import Span
from tests.stories.expected import Entry, Expected, Place
from tests.stories.pairing import Score, best_likeness, found, likeness, name_key, pair, same_date

Scores = dict[str, Score]

# Which likeness of places makes a pair: a passing touch is enough for a short expression, not for a clause.
CONTENT_LEAST = 0.3
EVIDENCE_LEAST = 0.2


class Sides:
    """The expected story and the account of it, with what translates the one's ids and names into the other's."""

    def __init__(self, expected: Expected, account: Account) -> None:
        self.expected, self.account = expected, account
        by_file = {PurePath(report.path).name: report for report in account.reports}
        self.reports: dict[str, Report] = {}
        for file, id in expected.files.items():
            if file in by_file:
                self.reports[id] = by_file[file]
        self.ids = {report.id: id for id, report in self.reports.items()}
        self._canonical: dict[str, str] = {}
        for actor in expected.data["actors"]:
            for form in (actor["name"], *actor["names"]):
                self._canonical.setdefault(name_key(form), name_key(actor["name"]))
        self._forms = {actor.id: (actor.name, *actor.names) for actor in account.actors}

    def place(self, *spans: Span | None) -> Place | None:
        """Translate spans of one report of the account."""
        real = [span for span in spans if span]
        if not real or real[0].report not in self.ids:
            return None
        return Place(self.ids[real[0].report], tuple((span.start, span.end) for span in real))

    def who(self, actor: str) -> str:
        """Reduce an account's actor (id or name) to the expected name of the same actor, else to its own."""
        for form in self._forms.get(actor, (actor,)):
            if name_key(form) in self._canonical:
                return self._canonical[name_key(form)]
        return name_key(self._forms.get(actor, (actor,))[0])

    def all_who(self, actors: Sequence[str]) -> set[str]:
        """Reduce several actors."""
        return {self.who(actor) for actor in actors}


def optional(entries: Sequence[Entry]) -> list[bool]:
    """Say of each entry whether it may be missing."""
    return [bool(entry.get("optional")) for entry in entries]


def alternatives(entry: Entry, key: str) -> list[Any]:
    """Return an entry's value for a key and the others that are as good."""
    also = entry.get("also", {})
    return [entry.get(key), *(also.get(key, []) if isinstance(also, dict) else [])]


def score_passages(sides: Sides) -> Scores:
    """Compare roles character by character; where both a content role and another one will do, content asks nothing."""
    right = total = kept = asked = said = 0
    for report in sides.expected.data["reports"]:
        text, mine = sides.expected.texts[report["id"]], sides.reports.get(report["id"])
        roles: dict[int, str] = {}
        for passage in sides.account.passages:
            if mine and passage.span.report == mine.id:
                roles.update(dict.fromkeys(range(passage.span.start, passage.span.end), passage.role))
        for start, end, wanted in sides.expected.passages(report):
            places = [at for at in range(start, end) if not text[at].isspace()]
            total += len(places)
            right += sum(roles.get(at) in wanted for at in places)
            if wanted <= CONTENT_ROLES or not wanted & CONTENT_ROLES:
                content = sum(roles.get(at) in CONTENT_ROLES for at in places)
                said += content
                asked += len(places) if wanted <= CONTENT_ROLES else 0
                kept += content if wanted <= CONTENT_ROLES else 0
    return {"passages.role": Score(right, total), "passages.content": Score(kept, asked, said)}


def _published(report: Report) -> str | None:
    """Return the day that the report itself tells: a day taken from its company does not count."""
    day = None if report.published_from == "story" else report.published
    return day[:10] if day and re.match(r"\d{4}-\d\d-\d\dT", day) else day


REPORT_FIELDS: dict[str, Callable[[Report], object]] = {
    "headline": lambda report: report.headline.text if report.headline else None,
    "published": _published,
    "authors": lambda report: list(report.authors),
    "contributors": lambda report: list(report.contributors),
    "dateline": lambda report: report.dateline,
    "outlet": lambda report: report.outlet,
}


def score_reports(sides: Sides) -> Scores:
    """Compare what each report says about itself, a field a figure."""
    scores = {}
    for field, value_of in REPORT_FIELDS.items():
        hits = 0
        for entry in sides.expected.data["reports"]:
            report, wanted = sides.reports.get(entry["id"]), alternatives(entry, field)
            if report is None:
                continue
            hits += same_date(wanted, _published(report)) if field == "published" else value_of(report) in wanted
        scores[f"reports.{field}"] = Score(hits, len(sides.expected.data["reports"]))
    return scores


def score_times(sides: Sides) -> Scores:
    """Compare time expressions by their place, and the days they name."""
    entries, times = sides.expected.data["times"], sides.account.times
    asked, said = [sides.expected.place(entry) for entry in entries], [sides.place(time.span) for time in times]
    pairs = pair(asked, said, likeness)
    right = {
        i: j for i, j in pairs.items() if same_date([entries[i]["edtf"], *entries[i].get("also", [])], times[j].edtf)
    }
    spared = optional(entries)
    return {"times.found": found(pairs, len(said), spared), "times.right": _right(pairs, right, len(said), spared)}


def score_figures(sides: Sides) -> Scores:
    """Compare figures by their place, and what they say."""
    entries, figures = sides.expected.data["figures"], sides.account.figures
    asked = [sides.expected.place(entry) for entry in entries]
    said = [sides.place(figure.span) for figure in figures]
    pairs = pair(asked, said, likeness)
    keys = ("value", "min", "max", "comparator")
    right = {i: j for i, j in pairs.items() if all(entries[i][key] == getattr(figures[j], key) for key in keys)}
    spared = optional(entries)
    return {"figures.found": found(pairs, len(said), spared), "figures.right": _right(pairs, right, len(said), spared)}


def _right(pairs: dict[int, int], right: dict[int, int], said: int, spared: Sequence[bool]) -> Score:
    """Count right pairs; what is paired with an optional entry is spared, right or wrong."""
    return found({**right, **{i: j for i, j in pairs.items() if spared[i]}}, said, spared)


def score_omissions(sides: Sides) -> Scores:
    """Compare the absences that reports tell of; observed ones are scored with the points they belong to."""
    entries = [entry for entry in sides.expected.data["omissions"] if entry["kind"] == "reported"]
    said = [sides.place(omission.evidence) for omission in sides.account.omissions if omission.kind == "reported"]
    pairs = pair([sides.expected.place(entry) for entry in entries], said, likeness, least=EVIDENCE_LEAST)
    return {"omissions.reported": found(pairs, len(said), optional(entries))}


def score_origins(sides: Sides) -> Scores:
    """Compare whom each report leans on, by name or by the place that shows it."""
    entries, origins = sides.expected.data["origins"], sides.account.origins

    def alike(entry: Entry, index: int) -> float:
        origin = origins[index]
        if sides.ids.get(origin.report) != entry["report"]:
            return 0.0
        if sides.who(origin.origin) == sides.who(entry["origin"]):
            return 2.0
        places = [sides.expected.place(each, entry["report"]) for each in entry["evidence"]]
        return best_likeness(places, [sides.place(span) for span in origin.evidence])

    pairs = pair(entries, range(len(origins)), alike, least=EVIDENCE_LEAST)
    kinds = sum(origins[j].kind in (entries[i]["kind"], *entries[i].get("also", [])) for i, j in pairs.items())
    return {
        "origins.found": found(pairs, len(origins), optional(entries)),
        "origins.kind": Score(kinds, len(pairs)),
    }

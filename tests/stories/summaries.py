"""An account in short: counts, and one line an item, so that two versions can be told apart at a glance."""

import difflib
import json
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from accord.model.accounts import Account
from accord.model.findings import Actor, Attribution, Commitment, Event, Figure, Relation
from accord.model.points import Point
from accord.model.reports import Report
from accord.model.spans import Span

Summary = dict[str, Any]
WIDTH = 90  # characters of a quoted stretch: enough to know it again

COUNTED = (
    "reports", "passages", "times", "figures", "attributions", "actors", "events", "commitments", "relations",
    "points", "omissions", "origins", "problems",
)  # fmt: skip


class Summarizer:
    """Says the items of one account in lines, with actors by name and reports by id."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self.names = {actor.id: actor.name for actor in account.actors}

    def who(self, actors: Iterable[str]) -> str:
        return ", ".join(self.names.get(actor, actor) for actor in actors) or "–"

    def report(self, report: Report) -> Summary:
        roles = Counter(each.role for each in self.account.passages if each.span.report == report.id)
        fields = ("outlet", "published", "authors", "contributors", "dateline")
        return {
            "id": report.id,
            "headline": report.headline.text if report.headline else None,
            **{field: getattr(report, field) for field in fields},
            "passages": ", ".join(f"{role} {count}" for role, count in sorted(roles.items())),
        }

    def figure(self, figure: Figure) -> str:
        bounds = f"{number(figure.value)} [{number(figure.min)}, {number(figure.max)}]"
        return f"{quote(figure.span)}: {figure.comparator} {bounds} {figure.unit or ''} of {figure.of or '–'}"

    def attribution(self, each: Attribution) -> str:
        cue = each.cue.text if each.cue else "–"
        via = f" via {self.who(each.via)}" if each.via else ""
        to = f" to {self.who(each.to)}" if each.to else ""
        return f"{quote(*each.content)}: {self.who(each.speaker)} · {cue} · {each.kind}{to}{via}"

    def actor(self, actor: Actor) -> str:
        posts = "; ".join(f"{post.title} of {self.who([post.of or '–'])}" for post in actor.offices)
        return f"{actor.name} ({actor.type}): {', '.join(actor.names)}" + (f" | {posts}" if posts else "")

    def event(self, event: Event) -> list[str]:
        who = f"{self.who(event.actors)} → {self.who(event.recipients)}"
        head = f"{event.type} {event.status} · {who} · {event.date or 'no date'} · {event.place or 'no place'}"
        return [head, *map(quote, event.evidence)]

    def commitment(self, each: Commitment) -> list[str]:
        head = f"{each.subject.text[:WIDTH]} · {self.who(each.parties)} · {each.instrument or '–'}"
        return [head, *(f"{reading.stage}: {quote(reading.span)}" for reading in each.readings)]

    def relation(self, each: Relation) -> list[str]:
        head = f"{each.kind} · {self.who(each.parties)} · {each.level or '–'} · {each.since or '–'}"
        return [head, *map(quote, each.evidence)]

    def point(self, point: Point) -> list[str]:
        readings = [f"{quote(r.span)}" + (f" via {self.who(r.via)}" if r.via else "") for r in point.readings]
        differences = [
            f"≠ {each.kind} {'compatible' if each.compatible else 'contradiction'} "
            f"({', '.join(each.between)}): {' / '.join(each.values)}"
            for each in point.differences
        ]
        return [f"{point.standing}, {point.independent_origins} origins", *readings, *differences]

    def summary(self) -> Summary:
        account = self.account
        sections: list[tuple[str, Iterable[Any], Callable[[Any], Any]]] = [
            ("reports", account.reports, self.report),
            ("times", account.times, lambda each: f"{quote(each.span)}: {each.edtf} {each.kind}"),
            ("figures", account.figures, self.figure),
            ("attributions", account.attributions, self.attribution),
            ("actors", account.actors, self.actor),
            ("events", account.events, self.event),
            ("commitments", account.commitments, self.commitment),
            ("relations", account.relations, self.relation),
            ("points", account.points, self.point),
            ("omissions", account.omissions, lambda each: f"{each.kind}: {quote(each.evidence)} {each.missing_from}"),
            ("origins", account.origins, lambda each: f"{each.report} ← {each.origin} ({each.kind})"),
            ("problems", account.problems, lambda each: f"{each.report or each.path} {each.stage}: {each.reason}"),
        ]
        counts = {section: len(getattr(account, section)) for section in COUNTED}
        story = account.story
        return {
            "story": f"{story.title} ({story.from_} to {story.to})",
            "counts": counts,
            **{section: [say(each) for each in items] for section, items, say in sections},
        }


def quote(*spans: Span | None) -> str:
    """Quote spans of one report in short. → `meridian 120 “14 documents”`"""
    real = [span for span in spans if span]
    if not real:
        return "–"
    text = " … ".join(" ".join(span.text.split()) for span in real)
    return f"{real[0].report} {real[0].start} “{text[:WIDTH]}{'…' if len(text) > WIDTH else ''}”"


def number(value: float | None) -> str:
    """Write a number without an idle fraction. 14.0 → 14"""
    return "–" if value is None else f"{value:g}" if value != int(value) else f"{int(value)}"


def summarize(account: Account) -> Summary:
    """Return an account in short."""
    return Summarizer(account).summary()


def write_summary(summary: Summary) -> str:
    """Write a summary as JSON, indented so that each item has its lines."""
    return json.dumps(summary, ensure_ascii=False, indent=1) + "\n"


def compare(before: str, after: str, name: str) -> list[str]:
    """Return a readable diff of two written summaries: the lines that went and came, under their sections."""
    lines: list[str] = []
    old, new = labelled(before), labelled(after)
    section = ""
    for line in difflib.unified_diff(old, new, n=0, lineterm=""):
        if line.startswith(("---", "+++", "@@")):
            continue
        label, _, text = line[1:].partition("\t")
        if label != section:
            section = label
            lines.append(f"{name}, {section}")
        lines.append(f"  {line[0]} {text}")
    return lines


def labelled(written: str) -> list[str]:
    """Put its section before each line of a written summary; the stages of an account are told apart this way."""
    section, lines = "", []
    for line in written.splitlines():
        if line.startswith(' "'):
            section = line.split('"')[1]
        text = line.strip().rstrip(",").strip('"')
        if text not in ("", "[", "]", "{", "}", "],", "},"):
            lines.append(f"{section}\t{text}")
    return lines

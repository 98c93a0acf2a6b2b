import re
from collections.abc import Iterable, Iterator

from accord.model.accounts import Account
from accord.model.points import Point, Reading
from accord.model.spans import Span
from accord.model.versions import Change
from accord.publish.comparisons import Comparison, comparisons_of
from accord.publish.dates import order_of, spell_date, spell_since
from accord.publish.lookups import PARTS, Lookup, counted
from accord.publish.versions import ARROW, TITLE, is_silent, name_version, spell_edit

_SPECIAL = re.compile(r"[\\`*_\[\]<>~&$|]|^[-+#=]|(?<=^\d)[.)](?=\s)|(?<=^\d\d)[.)](?=\s)")


def to_markdown(account: Account) -> str:
    """Return the account as Markdown (CommonMark): the points by standing, what was said and pledged."""
    lookup = Lookup(account)
    parts = [_head, _points, _quotations, _commitments, _relations, _events, _versions, _omissions, _problems, _reports]
    blocks = (block for part in parts for block in part(lookup))
    return "\n\n".join(blocks) + "\n"


def escape(text: str) -> str:
    r"""Return a text on one line that Markdown shows as it stands.

    >>> escape("**10 %** of\n<b>us</b>")
    '\\*\\*10 %\\*\\* of \\<b\\>us\\</b\\>'
    """
    return _SPECIAL.sub(r"\\\g<0>", " ".join(text.split()))


def _head(lookup: Lookup) -> Iterator[str]:
    account = lookup.account
    yield f"# {escape(account.story.title)}"
    days = [day for day in (account.story.from_, account.story.to) if day]
    dated = spell_date("/".join(dict.fromkeys(days))) + " · " if days else ""
    yield f"{dated}{counted(len(account.reports), 'report')}: {', '.join(map(escape, lookup.labels.values()))}"
    counts = [f"{len(points)} {title.lower()}" for part, title in PARTS.items() if (points := lookup.part(part))]
    yield f"{counted(len(account.points), 'point')}: {', '.join(counts)}."


def _points(lookup: Lookup) -> Iterator[str]:
    for part, title in PARTS.items():
        points = lookup.part(part)
        if points:
            yield f"## {title}"
        for point in points:
            yield _point(lookup, point) if len(point.readings) > 1 else _alone(lookup, point)


def _point(lookup: Lookup, point: Point) -> str:
    number = lookup.points[point.id][0]
    told = f"{counted(len(point.readings), 'reading')}, {counted(point.independent_origins, 'origin')}"
    lines = [f"**{number}.** {escape(lookup.title(point).text)} *({told})*", ""]
    lines += [_reading(lookup, reading) for reading in lookup.outermost(point.readings)]
    lines += [f"- *differs:* {_difference(lookup, comparison)}" for comparison in comparisons_of(lookup, point)]
    lines += [
        f"- *one origin:* {', '.join(map(escape, labels))}: {escape(because)}"
        for labels, because in lookup.merges(point)
    ]
    return "\n".join(lines)


def _alone(lookup: Lookup, point: Point) -> str:
    reading = point.readings[0]
    return f"**{lookup.points[point.id][0]}.** **{_chain(lookup, reading)}:** {_words(reading)}"


def _reading(lookup: Lookup, reading: Reading) -> str:
    return f"- **{_chain(lookup, reading)}:** {_words(reading)}"


def _chain(lookup: Lookup, reading: Reading) -> str:
    return " ← ".join(escape(name) for name in (lookup.label(reading.span.report), *lookup.chain(reading)))


def _words(reading: Reading) -> str:
    """A reading; or the statement that it is a piece of, itself in italics."""
    if reading.within is None:
        return escape(reading.span.text)
    whole, start = reading.within.text, reading.span.start - reading.within.start
    end = start + len(reading.span.text)
    return f"{_spaced(whole[:start])}*{escape(reading.span.text)}*{_spaced(whole[end:])}"


def _spaced(text: str) -> str:
    """Escape a piece of a line, blanks at its ends kept."""
    before, after = (" " if edge.isspace() else "" for edge in (text[:1], text[1:][-1:]))
    return f"{before}{escape(text)}{after}"


def _difference(lookup: Lookup, comparison: Comparison) -> str:
    values = []
    for value, spans in comparison.values.items():
        outlets = ", ".join(dict.fromkeys(escape(lookup.label(span.report)) for span in spans))
        told_by = f" ({'only ' if comparison.alone else ''}{outlets})" if outlets else ""
        values.append(f"{escape(value)}{told_by}")
    note = f". {escape(comparison.note)}" if comparison.note else ""
    return f"{comparison.kind}{'' if comparison.compatible else ', not all true'}: {'; '.join(values)}{note}"


def _quotations(lookup: Lookup) -> Iterator[str]:
    spoken: dict[str, list[str]] = {}
    for attribution in lookup.account.attributions:
        speaker = ", ".join(lookup.speakers(attribution)) or "nobody named"
        words = " … ".join(escape(span.text) for span in attribution.content)
        outlet = escape(lookup.label(attribution.content[0].report)) if attribution.content else ""
        spoken.setdefault(speaker, []).append(f"- **{outlet}**, {attribution.kind}: {words}")
    if spoken:
        yield "## Said"
    for speaker, lines in spoken.items():
        yield "\n".join([f"**{escape(speaker)}**", "", *lines])


def _commitments(lookup: Lookup) -> Iterator[str]:
    if lookup.account.commitments:
        yield "## Agreed and pledged"
    for commitment in lookup.account.commitments:
        parties = f" ({', '.join(map(escape, lookup.names(commitment.parties)))})" if commitment.parties else ""
        amounts = dict.fromkeys(" ".join(span.text.split()) for span in commitment.amounts)
        much = f": {', '.join(map(escape, amounts))}" if amounts else ""
        lines = [f"**{escape(commitment.subject.text)}**{parties}{much}", ""]
        for reading in commitment.readings:
            chain = " ← ".join(map(escape, (lookup.label(reading.span.report), *lookup.names(reading.via))))
            lines.append(f"- **{chain}**, {reading.stage}: {escape(reading.span.text)}")
        yield "\n".join(lines)


def _relations(lookup: Lookup) -> Iterator[str]:
    if lookup.account.relations:
        yield "## How they stand"
    for relation in lookup.account.relations:
        parties = ", ".join(map(escape, lookup.names(relation.parties)))
        since = f", {spell_since(relation.since)}" if relation.since else ""
        name = escape(relation.level or relation.kind)
        yield f"**{name}**: {parties}{since}\n\n{_evidence(lookup, relation.evidence)}"


def _events(lookup: Lookup) -> Iterator[str]:
    events = sorted(lookup.account.events, key=lambda event: order_of(event.date or "unknown"))
    if events:
        yield "## When"
    for event in events:
        when = spell_date(event.date) if event.date else "undated"
        yield f"**{escape(when)}** · {event.type.lower()}, {event.status}\n\n{_evidence(lookup, event.evidence)}"


def _evidence(lookup: Lookup, spans: Iterable[Span]) -> str:
    return "\n".join(f"- **{escape(lookup.label(span.report))}:** {escape(span.text)}" for span in spans)


def _versions(lookup: Lookup) -> Iterator[str]:
    if lookup.account.versions:
        yield f"## {TITLE}"
    for version in lookup.account.versions:
        silent = ": no new note tells of it" if is_silent(version) else ""
        lines = [f"**{escape(name_version(lookup, version))}**{silent}", ""]
        lines += [_change(change) for change in version.changes] or ["- nothing of the story changed"]
        lines += [f"- note: {escape(note.text)}" for note in version.notes]
        yield "\n".join(lines)


def _change(change: Change) -> str:
    edits = [f"{edit.kind}: {ARROW.join(f'“{escape(words)}”' for words in spell_edit(edit))}" for edit in change.edits]
    spans = (change.after,) if edits or not change.before else (change.before, change.after)
    passages = ARROW.join(escape(span.text) for span in spans if span)
    return f"- {change.kind}: {'; '.join(edits)}{' in: ' if edits else ''}{passages}"


def _omissions(lookup: Lookup) -> Iterator[str]:
    lines = []
    for omission in lookup.account.omissions:
        missing = ", ".join(escape(lookup.label(report)) for report in omission.missing_from)
        if omission.evidence:
            lines.append(_evidence(lookup, [omission.evidence]))
        elif omission.point in lookup.points:
            number, point = lookup.points[omission.point or ""]
            lines.append(f"- point {number}, “{escape(lookup.title(point).text)}”, is not in {missing}")
    if lines:
        yield "## Left out"
        yield "\n".join(lines)


def _problems(lookup: Lookup) -> Iterator[str]:
    lines = []
    for problem in lookup.account.problems:
        where = lookup.label(problem.report) if problem.report else problem.path or "input"
        lines.append(f"- {escape(where)}: {escape(problem.reason)}")
    if lines:
        yield "## Problems"
        yield "\n".join(lines)


def _reports(lookup: Lookup) -> Iterator[str]:
    yield "## The reports"
    lines = []
    for number, report in enumerate(lookup.account.reports, start=1):
        dated = f", {spell_date(report.published)}" if report.published else ""
        headline = f": {escape(report.headline.text)}" if report.headline else ""
        lines.append(f"{number}. {escape(lookup.label(report.id))}{dated}{headline} ({escape(report.path)})")
    yield "\n".join(lines)

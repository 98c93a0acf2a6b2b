import textwrap
from collections.abc import Iterable, Iterator

from accord.model.accounts import Account
from accord.model.points import Point
from accord.model.spans import Span
from accord.publish.comparisons import comparisons_of
from accord.publish.dates import order_of, spell_date
from accord.publish.lookups import PARTS, Lookup, counted
from accord.publish.versions import TITLE, is_silent, name_version, spell_edit

# What mail programs have kept unbroken since there has been mail (RFC 5322, 2.1.1, says 78 at most).
WIDTH = 72


def to_text(account: Account) -> str:
    """Return the account as plain text for mail: points with their readings, pledges, dates, what was left out."""
    lookup = Lookup(account)
    blocks = [block for part in (_head, _points, _commitments, _events, _versions, _absences) for block in part(lookup)]
    return "\n\n".join(blocks) + "\n"


def _wrapped(words: str, indent: str = "", first: str | None = None) -> str:
    lead = indent if first is None else first
    return textwrap.fill(" ".join(words.split()), WIDTH, initial_indent=lead, subsequent_indent=indent)


def _title(words: str) -> str:
    return f"{words.upper()}\n{'=' * len(words)}"


def _head(lookup: Lookup) -> Iterator[str]:
    account = lookup.account
    days = "/".join(dict.fromkeys(day for day in (account.story.from_, account.story.to) if day))
    yield _wrapped(account.story.title)
    dated = f"{spell_date(days)}. " if days else ""
    yield _wrapped(f"{dated}{counted(len(account.reports), 'report')}: {', '.join(lookup.labels.values())}.")
    counts = [f"{len(points)} {title.lower()}" for part, title in PARTS.items() if (points := lookup.part(part))]
    yield _wrapped(f"{counted(len(account.points), 'point')}: {', '.join(counts)}.")


def _points(lookup: Lookup) -> Iterator[str]:
    for part, title in PARTS.items():
        points = lookup.part(part)
        if points:
            yield _title(title)
        yield from (_point(lookup, point) for point in points)


def _point(lookup: Lookup, point: Point) -> str:
    number = lookup.points[point.id][0]
    lead = f"{number}. "
    told = f"[{counted(len(lookup.reports_of(point)), 'report')}, {counted(point.independent_origins, 'origin')}]"
    lines = [_wrapped(f"{lookup.title(point).text} {told}", " " * len(lead), lead)]
    for reading in lookup.outermost(point.readings):
        chain = " <- ".join((lookup.label(reading.span.report), *lookup.chain(reading)))
        lines.append(_wrapped(f"{chain}: {reading.span.text}", "      ", "    - "))
    for comparison in comparisons_of(lookup, point):
        sign = "=" if comparison.compatible else "!"
        note = f" ({comparison.note})" if comparison.note else ""
        lines.append(_wrapped(f"{comparison.kind}: {' / '.join(comparison.values)}{note}", "      ", f"    {sign} "))
    return "\n".join(lines)


def _commitments(lookup: Lookup) -> Iterator[str]:
    if lookup.account.commitments:
        yield _title("Agreed and pledged")
    for commitment in lookup.account.commitments:
        lines = [_wrapped(commitment.subject.text, "  ", "* ")]
        for reading in commitment.readings:
            told = f"{reading.stage}, {lookup.label(reading.span.report)}: {reading.span.text}"
            lines.append(_wrapped(told, "      ", "    - "))
        yield "\n".join(lines)


def _events(lookup: Lookup) -> Iterator[str]:
    events = sorted(lookup.account.events, key=lambda event: order_of(event.date or "unknown"))
    if events:
        yield _title("When")
    for event in events:
        when = spell_date(event.date) if event.date else "undated"
        lines = [_wrapped(f"{when}: {event.type.lower()}, {event.status}", "  ", "* ")]
        yield "\n".join([*lines, *_evidence(lookup, event.evidence)])


def _evidence(lookup: Lookup, spans: Iterable[Span]) -> Iterator[str]:
    for span in spans:
        yield _wrapped(f"{lookup.label(span.report)}: {span.text}", "      ", "    - ")


def _versions(lookup: Lookup) -> Iterator[str]:
    if lookup.account.versions:
        yield _title(TITLE)
    for version in lookup.account.versions:
        silent = " (no new note tells of it)" if is_silent(version) else ""
        lines = [_wrapped(f"{name_version(lookup, version)}{silent}", "  ", "* ")]
        for change in version.changes:
            edits = "; ".join(f"{edit.kind}: {' -> '.join(spell_edit(edit))}" for edit in change.edits)
            told = edits or " -> ".join(span.text for span in (change.before, change.after) if span)
            lines.append(_wrapped(f"{change.kind}: {told}", "      ", "    - "))
        lines += [_wrapped(f"note: {note.text}", "      ", "    - ") for note in version.notes]
        yield "\n".join(lines)


def _absences(lookup: Lookup) -> Iterator[str]:
    lines: list[str] = []
    for omission in lookup.account.omissions:
        if omission.evidence:
            lines += _evidence(lookup, [omission.evidence])
        elif omission.point in lookup.points:
            missing = ", ".join(map(lookup.label, omission.missing_from))
            lines.append(
                _wrapped(f"point {lookup.points[omission.point or ''][0]} is not in {missing}", "      ", "    - ")
            )
    if lines:
        yield _title("Left out")
        yield "\n".join(lines)
    problems = [
        _wrapped(
            f"{lookup.label(problem.report or '') or problem.path or 'input'}: {problem.reason}", "      ", "    - "
        )
        for problem in lookup.account.problems
    ]
    if problems:
        yield _title("Problems")
        yield "\n".join(problems)

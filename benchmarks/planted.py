"""Planted faults: of single things changed in a copy of a report, how many does the collation of the two find?

    python -m benchmarks.planted [--missed] [STORY…]      by default the stories of tests/stories

Each kind of fault is planted in a copy of every report under another outlet's name, one a sentence, and collated with
the report itself. Found is what stands as a difference of that kind between the two at that place; of a dropped
sentence, a point that the report alone carries; of a paragraph copied into another outlet's report, one origin. False
are differences between a report and its unchanged copy, as a share of the points of the two.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from accord.gather.stories import gather
from accord.model.accounts import Account, Analysis
from accord.model.points import Difference
from accord.model.reports import Source
from accord.model.spans import Span
from accord.pipeline import per_report, per_story
from accord.read.inputs import find_sources
from benchmarks.planted_faults import PLANTERS, Changed, copied_paragraphs, plant

STORIES = Path(__file__).parent.parent / "tests" / "stories"
# Kinds under which a planted change may rightly stand.
ALSO = {"attribution": ("attribution", "actor")}
COPY = "Another Outlet"

Place = tuple[int, int]


def main(arguments: Sequence[str]) -> int:
    """Print the table."""
    tell = "--missed" in arguments
    named = [Path(argument) for argument in arguments if not argument.startswith("-")]
    planted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for folder in named or sorted(path.parent for path in STORIES.glob("*/reports")):
        reports = read(folder)
        for kind, was_found, told in (*changes(reports), *copies(reports), *unchanged(reports)):
            planted[kind] += 1
            found[kind] += was_found
            if tell and was_found == (kind.startswith("false")):
                print(f"{'false' if was_found else 'missed'} {kind}: {told}")
    print(f"{'planted':22} {'places':>7} {'found':>7} {'share':>7}")
    for kind, count in planted.items():
        print(f"{kind:22} {count:7} {found[kind]:7} {found[kind] / count:7.2f}")
    return 0


def read(folder: Path) -> list[tuple[Source, Analysis]]:
    """Analyse the reports of a story."""
    sources, _ = find_sources([str(folder / "reports")])
    read_in = [(source, per_report(source)) for source in sources]
    if not read_in:
        sys.exit(f"{folder / 'reports'}: no reports there")
    return read_in


def account_of(*analyses: Analysis) -> Account:
    """Collate analyses as one story."""
    story = gather(analyses)
    if story is None:
        raise ValueError("no analyses")
    return per_story(story)


def copy_of(analysis: Analysis, text: str) -> Analysis:
    """Analyse a text as another outlet's report of the same day."""
    report = analysis.report
    return per_report(
        Source(path=f"copy-{report.path}", id=f"{report.id}-copy", text=text, outlet=COPY, published=report.published)
    )


def changes(reports: Sequence[tuple[Source, Analysis]]) -> Iterator[tuple[str, bool, str]]:
    """Plant every kind of change in every report; yield the kind, whether it was found, and the changed sentence."""
    for _, analysis in reports:
        for kind, planter in PLANTERS.items():
            changed = plant(analysis, list(planter(analysis)))
            if not changed.places:
                continue
            copy = copy_of(analysis, changed.text)
            account = account_of(analysis, copy)
            for before, after in changed.places:
                yield (
                    kind,
                    _is_found(kind, account, analysis, copy, before, after),
                    _told(changed, kind, analysis, before, after),
                )


def _told(changed: Changed, kind: str, analysis: Analysis, before: Place, after: Place) -> str:
    return analysis.report.text[slice(*before)] if kind == "dropped" else changed.text[slice(*after)]


def _is_found(kind: str, account: Account, one: Analysis, other: Analysis, before: Place, after: Place) -> bool:
    if kind == "dropped":
        return any(
            {reading.span.report for reading in point.readings} == {one.report.id}
            for point in account.points
            if any(_in(reading.span, one, before) for reading in point.readings)
        )
    return any(
        _stands_between(difference, (one, before), (other, after))
        for point in account.points
        for difference in point.differences
        if difference.kind in ALSO.get(kind, (kind,))
    )


def _stands_between(difference: Difference, *sides: tuple[Analysis, Place]) -> bool:
    return all(any(_in(span, analysis, place) for span in difference.readings) for analysis, place in sides)


def _in(span: Span, analysis: Analysis, place: Place) -> bool:
    return span.report == analysis.report.id and span.start < place[1] and place[0] < span.end


def copies(reports: Sequence[tuple[Source, Analysis]]) -> Iterator[tuple[str, bool, str]]:
    """Copy every third paragraph of each report into the next one; it has to count as one origin."""
    analyses = [analysis for _, analysis in reports]
    for giver, taker in pairwise((*analyses, analyses[0])):
        for (start, end), at in list(copied_paragraphs(giver, taker))[::3]:
            paragraph, text = giver.report.text[start:end], taker.report.text
            copy = copy_of(taker, f"{text[:at]}\n\n{paragraph}{text[at:]}")
            account = account_of(giver, copy)
            places = (giver, (start, end)), (copy, (at + 2, at + 2 + len(paragraph)))
            yield "copied", _is_one_origin(account, *places), paragraph


def _is_one_origin(account: Account, *sides: tuple[Analysis, Place]) -> bool:
    """Whether points that hold the paragraph in both reports count it once: what else they hold may add its own."""
    held = []
    for point in account.points:
        spans = [reading.span for reading in point.readings]
        inside = [span for span in spans if any(_in(span, *side) for side in sides)]
        if len({span.report for span in inside}) > 1:
            held.append(point.independent_origins <= 1 + len(spans) - len(inside))
    return bool(held) and all(held)


def unchanged(reports: Sequence[tuple[Source, Analysis]]) -> Iterator[tuple[str, bool, str]]:
    """Collate each report with its unchanged copy; yield, for every point of both, whether a difference stands."""
    for _, analysis in reports:
        account = account_of(analysis, copy_of(analysis, analysis.report.text))
        for point in account.points:
            if len({reading.span.report for reading in point.readings}) > 1:
                told = "; ".join(f"{each.kind} {each.note}" for each in point.differences)
                yield "false, of any kind", bool(point.differences), told
                yield "false, contradictions", any(not each.compatible for each in point.differences), told


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

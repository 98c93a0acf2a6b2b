"""Reports at one address with other texts → the latest, and the versions before it."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime

from accord.model.accounts import Analysis
from accord.model.problems import Problem
from accord.model.reports import Report
from accord.text.stems import words_of
from accord.text.urls import same_address

# Share of the words of the shorter text that two versions have in common at least. Of pairs of 200 unrelated Wikinews
# articles nine in ten share less, half of them 0.21; two outlets' reports of one event share 0.3 to 0.5, versions more.
ALIKE = 0.3

Chain = tuple[Analysis, ...]
_ORDERS: tuple[Callable[[Report], str | None], ...] = (
    lambda report: report.captured,
    lambda report: report.modified,
    lambda report: report.published,
)


def find_versions(analyses: Sequence[Analysis]) -> tuple[list[Analysis], list[Chain], list[Problem]]:
    """Return the latest of each report, the chains of versions from the first to the latest, and what was left out.

    A text that is there already at its address is left out; one that shares little with the next at its address stays
    a report of its own.
    """
    groups: dict[str, list[Analysis]] = {}
    for number, analysis in enumerate(analyses):
        address = same_address(analysis.report.url) if analysis.report.url else None
        groups.setdefault(address or f"#{number}", []).append(analysis)
    chains: list[Chain] = []
    problems: list[Problem] = []
    for group in groups.values():
        chains += _split(_in_order(group), problems)
    latest = {chain[-1].report.id for chain in chains}
    return [one for one in analyses if one.report.id in latest], [one for one in chains if len(one) > 1], problems


def _in_order(group: Sequence[Analysis]) -> list[Analysis]:
    """Order by when they were fetched, else changed, else published: by the first that tells all of them apart."""
    for order in _ORDERS:
        moments = [_moment(order(analysis.report)) for analysis in group]
        if len(set(moments)) == len(group) and None not in moments:
            return [group[place] for place in sorted(range(len(group)), key=lambda place: moments[place] or 0.0)]
    return list(group)


def _moment(value: str | None) -> float | None:
    """Seconds of a day or a time in EDTF, without a zone as in UTC; None for what is neither."""
    try:
        told = datetime.fromisoformat(value or "")
    except ValueError:
        return None
    return (told if told.tzinfo else told.replace(tzinfo=UTC)).timestamp()


def _split(group: Sequence[Analysis], problems: list[Problem]) -> Iterable[Chain]:
    """Cut a group into chains whose texts are alike; tell what was left out or cut off."""
    chain: list[Analysis] = []
    for analysis in group:
        if chain and analysis.report.sha256 == chain[-1].report.sha256:
            told = f"holds the text and has the address of {chain[-1].report.path}; read once"
            problems.append(Problem("gather", told, path=analysis.report.path))
            continue
        if chain and not _alike(chain[-1], analysis):
            told = f"has the address of {chain[-1].report.path} and another text; kept as a report of its own"
            problems.append(Problem("gather", told, report=analysis.report.id))
            yield tuple(chain)
            chain = []
        chain.append(analysis)
    if chain:
        yield tuple(chain)


def _alike(one: Analysis, other: Analysis) -> bool:
    first, second = _words(one), _words(other)
    return len(first & second) >= ALIKE * min(len(first), len(second))


def _words(analysis: Analysis) -> frozenset[str]:
    content = (passage.span.text for passage in analysis.passages if passage.is_content)
    return frozenset(word.lower() for text in content for word in words_of(text))

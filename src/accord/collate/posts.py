"""Whose head somebody is, where the reports of a story don't agree: nobody heads two states."""

from collections import Counter
from collections.abc import Mapping, Sequence

from accord.knowledge.offices import office_kind, title_words
from accord.knowledge.states import find_state
from accord.model.findings import Office

Title = frozenset[str]
# Words that say when a post was held, and not which.
PAST = frozenset(("former", "ex", "then", "late", "current", "outgoing", "incoming"))


def agreed_offices(reports: Sequence[Sequence[Office]], held: Mapping[str, int]) -> list[Office]:
    """Give the offices of one person by report, in order, without those by which he would head a second state.

    The state stays that the most reports give; of two that as many give, the one that more of the story's posts are
    of, which `held` counts. Those that are level in both stay.
    """
    votes = Counter((_title(one), one.of) for offices in reports for one in dict.fromkeys(offices))
    best: dict[Title, tuple[int, int]] = {}
    for (title, of), count in votes.items():
        if of and find_state(of) and office_kind(" ".join(sorted(title))) == "head":
            best[title] = max((count, held.get(of, 0)), best.get(title, (0, 0)))

    def is_kept(one: Office) -> bool:
        if not (one.of and find_state(one.of)):
            return True
        return (votes[_title(one), one.of], held.get(one.of, 0)) >= best.get(_title(one), (0, 0))

    return [one for offices in reports for one in offices if is_kept(one)]


def _title(office: Office) -> Title:
    return title_words(office.title) - PAST

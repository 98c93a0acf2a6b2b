"""What posts make of those who hold them: whose head somebody is, whether he rules."""

from collections import Counter
from collections.abc import Mapping, Sequence

from accord.knowledge.offices import office_kind, title_words
from accord.knowledge.organizations import organization_nouns
from accord.knowledge.places import find_place
from accord.knowledge.states import find_state
from accord.model.findings import Office

Title = frozenset[str]
# Words that say when a post was held, and not which.
PAST = frozenset(("former", "ex", "then", "late", "current", "outgoing", "incoming"))
# Kinds of office whose holders a diplomatic story is about, rather than told by.
PRINCIPAL_KINDS = frozenset({"head", "royal", "leader", "party", "parliament", "minister"})
# Kinds of them that any body's head holds, whatever it is.
HEADING_KINDS = frozenset({"head", "party"})
# Kinds of body whose heads they are.
RULING_KINDS = frozenset({"government", "parliament", "party", "ministry"})


def rules(office: Office) -> bool:
    """Whether an office is one of state or party: a bank's president rules nobody, nor does a member of parliament."""
    kind, of = office_kind(office.title), office.of or ""
    kinds = {organization_nouns().get(word.lower()) for word in of.split()} - {None}
    if kinds:
        return kind in PRINCIPAL_KINDS and bool(kinds & RULING_KINDS)
    is_bodies = bool(of) and not find_state(of) and not find_place(of)
    return kind in PRINCIPAL_KINDS and not (is_bodies and kind in HEADING_KINDS)


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

"""One entry a relation: what the reports tell of how the same parties stand in the same respect."""

from collections import Counter
from collections.abc import Mapping, Sequence

from accord.knowledge.allegiance import home_states
from accord.knowledge.relations import framework_names
from accord.knowledge.tables import read_words
from accord.model.accounts import Analysis
from accord.model.findings import Relation
from accord.text.stems import stem, words_of


def merge_relations(analyses: Sequence[Analysis]) -> tuple[Relation, ...]:
    """Merge the relations of the reports, ids l1, l2 … in the order of reports and texts."""
    homes = home_states(actor for analysis in analyses for actor in analysis.actors)
    people = {actor.id for analysis in analyses for actor in analysis.actors if actor.type == "person"}
    groups: list[list[Relation]] = []
    for relation in (each for analysis in analyses for each in analysis.relations):
        home = next((group for group in groups if _is_one(relation, group[0], homes, people)), None)
        if home is None:
            groups.append([relation])
        else:
            home.append(relation)
    return tuple(_merged(f"l{number}", group) for number, group in enumerate(groups, 1))


def _is_one(one: Relation, other: Relation, homes: Mapping[str, str], people: set[str]) -> bool:
    if one.kind == other.kind == "framework" and {one.level, other.level} & framework_names():
        return one.level == other.level
    if one.kind != other.kind or _sides(one, homes, people) != _sides(other, homes, people):
        return False
    if {one.level, other.level} <= read_words("marriage_words.txt"):
        return True
    if one.kind == "trade" and _is_partner(one) != _is_partner(other):
        return False  # the rank of a partner is not what is traded with it
    if one.kind in ("framework", "membership", "other"):
        return bool(_words(one.level) & _words(other.level)) or one.level == other.level
    return True


def _is_partner(relation: Relation) -> bool:
    """Whether a level is that of one side for the other: "the largest trading partner"; not "economic partners"."""
    words = words_of(relation.level or "")
    return words[-1:] == ["partner"] and words[-2:-1] in (["trading"], ["trade"], ["commercial"])


def _sides(relation: Relation, homes: Mapping[str, str], people: set[str]) -> frozenset[str]:
    """Parties as states; the persons of a tie between persons as themselves."""
    if relation.kind == "other" and set(relation.parties) <= people:
        return frozenset(relation.parties)
    return frozenset(homes.get(party, party) for party in relation.parties)


def _words(level: str | None) -> frozenset[str]:
    return frozenset(stem(word) for word in words_of(level or ""))


def _merged(id: str, group: Sequence[Relation]) -> Relation:
    levels = Counter(relation.level for relation in group if relation.level)
    dates = Counter(relation.since for relation in group if relation.since)
    return Relation(
        id=id,
        kind=group[0].kind,
        evidence=tuple(dict.fromkeys(span for relation in group for span in relation.evidence)),
        parties=_parties(group),
        level=max(levels, key=lambda level: (levels[level], len(level), level)) if levels else None,
        since=max(dates, key=lambda date: (dates[date], date)) if dates else None,
    )


def _parties(group: Sequence[Relation]) -> tuple[str, ...]:
    """The parties of the first; of a framework those that at least half as many tell of as of the most told one."""
    if group[0].kind != "framework":
        return group[0].parties
    votes = Counter(party for relation in group for party in relation.parties)
    most = max(votes.values())
    return tuple(party for party in votes if 2 * votes[party] >= most)

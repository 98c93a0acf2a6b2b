"""Groups of clauses that say no more than a piece of what another group says are left out."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from accord.collate.clauses import Clause

# A complete clause comes before a piece that is likelier by as much.
FULLER = 0.1


def without_repeats(
    grown: Sequence[tuple[float, tuple[int, ...]]], clauses: Sequence[Clause]
) -> Iterator[tuple[int, ...]]:
    """Yield groups of two reports or more, those that most speaks for first, without pieces of what one has said."""
    taken = _Taken()

    def rank(found: tuple[float, tuple[int, ...]]) -> tuple[float, tuple[int, ...]]:
        spoken, members = found
        return -spoken - FULLER * (sum(clauses[member].complete for member in members) / len(members)), members

    for _, members in sorted(grown, key=rank):
        told = [clauses[member] for member in members]
        if len({clause.span.report for clause in told}) > 1 and not taken.holds(told):
            taken.add(told)
            yield members


class _Taken:
    """Readings of the groups made so far, by their sentence."""

    def __init__(self) -> None:
        self._of_sentence: dict[tuple[str, int], list[tuple[int, Clause]]] = defaultdict(list)
        self._groups = 0

    def holds(self, told: Sequence[Clause]) -> bool:
        """Whether all of these clauses are pieces of what one group holds already."""
        shared: set[int] | None = None
        for clause in told:
            held = self._of_sentence[clause.span.report, clause.sentence]
            over = {group for group, each in held if _is_piece(clause, each)}
            shared = over if shared is None else shared & over
            if not shared:
                return False
        return bool(shared)

    def add(self, told: Sequence[Clause]) -> None:
        """Take a group of clauses."""
        for clause in told:
            self._of_sentence[clause.span.report, clause.sentence].append((self._groups, clause))
        self._groups += 1


def _is_piece(clause: Clause, other: Clause) -> bool:
    """Whether one clause of a sentence says a piece of what another does; not where each is read for its own person."""
    return clause.span.overlaps(other.span) and not (
        clause.read_for and other.read_for and clause.read_for != other.read_for
    )

"""How many origins the readings of a point have: which of them go back to one place, and why."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from accord.collate.clauses import Clause
from accord.collate.comparisons import LONG_RUN, QUOTED_RUN
from accord.collate.contexts import Told, is_near
from accord.collate.copies import Copied, Copies
from accord.knowledge.words import function_words
from accord.model.points import Merge
from accord.text.stems import stem, words_of

# Words given to one speaker without quotation marks are one utterance from so many in a row on, so many of them not
# mere joints: "would be a new bold beginning".
SAID_RUN, LEAST_TELLING = 4, 3


class Edge(Struct, frozen=True):
    """What makes readings with the same edge one origin: its kind, and what they share."""

    kind: str
    shared: tuple[str, ...]


class Independence(Struct, frozen=True):
    """How many origins readings have, and which edges made one of several reports."""

    origins: int
    merged: tuple[Merge, ...]


def independence_of(told: Sequence[Told], copies: Copies, voices: Mapping[str, str]) -> Independence:
    """Count the roots of readings; one utterance and one copied passage count once.

    `voices` are the names of the reports' own voices, by report.
    """
    clauses = [each.clause for each in told]
    copied = [copies.of(clause) for clause in clauses]
    held = Counter(run for each in copied if each for run in each.runs)
    holders: dict[Edge, list[int]] = {}
    for index, each in enumerate(told):
        for edge in dict.fromkeys(_edges(each, copied[index], held, voices)):
            holders.setdefault(edge, []).append(index)
    for members in _utterances(told):
        holders.setdefault(Edge("said", tuple(str(member) for member in members)), []).extend(members)
    group_of = list(range(len(told)))
    for members in holders.values():
        _join(group_of, members)
    return Independence(len({_find(group_of, index) for index in group_of}), _merges(holders, clauses))


def _edges(told: Told, copied: Copied | None, held: Mapping[str, int], voices: Mapping[str, str]) -> Iterator[Edge]:
    """Yield what makes a reading one with others; `held` says how many readings of the point have each copied run."""
    if copied:
        yield from (Edge("copied", (run,)) for run in sorted(copied.runs))
    if not copied or told.chain.reading.via or copied.source == told.clause.span.report:
        yield from (Edge("root", (root,)) for root in (told.chain.root, *told.chain.beside))
    elif not any(held[run] > 1 for run in copied.runs):
        # where it was copied from stands in the point in other words
        yield Edge("root", (voices[copied.source],))
    yield from _sayings(told)


def _sayings(told: Told) -> Iterator[Edge]:
    """Yield the runs of words that a clause quotes of a speaker; without marks, of the one it is all given to."""
    clause, said_by = told.clause, told.chain.said_by
    # so many words are one utterance, whoever is found to have said it
    yield from (Edge("said", ("", *run)) for run in _runs(clause.quoted, LONG_RUN))
    for speaker in sorted({who for each in clause.attributions for who in each.speaker}):
        yield from (Edge("said", (speaker, *run)) for run in _runs(clause.quoted, QUOTED_RUN))
    plain = [word.casefold() for word in words_of(clause.span.text)] if said_by else []
    for run in _runs(plain, SAID_RUN):
        if said_by and sum(map(_is_telling, run)) >= LEAST_TELLING:
            yield Edge("said", (said_by, *map(stem, run)))


def _utterances(told: Sequence[Told]) -> Iterator[list[int]]:
    """Yield readings of two reports or more that give one person nearly the same, in whatever words."""
    spoken: dict[str, list[list[int]]] = {}
    for index, each in enumerate(told):
        if each.chain.said_by:
            groups = spoken.setdefault(each.chain.said_by, [])
            near = next((group for group in groups if is_near(told[group[0]], each)), None)
            if near is None:
                groups.append([index])
            else:
                near.append(index)
    yield from (group for groups in spoken.values() for group in groups if len(group) > 1)


def _is_telling(word: str) -> bool:
    return word.isalpha() and word not in function_words()


def _runs(words: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    return (tuple(words[at : at + length]) for at in range(len(words) - length + 1))


def _join(group_of: list[int], members: Sequence[int]) -> None:
    """Put members in one group, named for the first."""
    roots = sorted({_find(group_of, member) for member in members})
    for root in roots[1:]:
        group_of[root] = roots[0]


def _find(group_of: Sequence[int], index: int) -> int:
    while group_of[index] != index:
        index = group_of[index]
    return index


def _merges(holders: Mapping[Edge, Sequence[int]], clauses: Sequence[Clause]) -> tuple[Merge, ...]:
    """Tell, for each set of readings of several reports, the first edge that made them one."""
    found: dict[tuple[int, ...], Edge] = {}
    for edge, members in holders.items():
        if len({clauses[index].span.report for index in members}) > 1:
            found.setdefault(tuple(members), edge)
    return tuple(
        Merge(readings=tuple(sorted(clauses[index].span for index in members)), because=_reason(edge))
        for members, edge in found.items()
    )


def _reason(edge: Edge) -> str:
    if edge.kind == "root":
        return f"through {edge.shared[0]}"
    return "words of one speaker" if edge.kind == "said" else "a passage that stands word for word in each"

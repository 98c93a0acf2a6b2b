"""How many origins the readings of a point have: which of them go back to one place, and why."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from accord.collate.chains import Chain
from accord.collate.clauses import Clause
from accord.collate.comparisons import QUOTED_RUN
from accord.collate.contexts import Told
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
    clauses, chains = [each.clause for each in told], [each.chain for each in told]
    copied = [copies.of(clause) for clause in clauses]
    holders: dict[Edge, list[int]] = {}
    for index, chain in enumerate(chains):
        for edge in dict.fromkeys(_edges(index, chain, clauses, copied, voices)):
            holders.setdefault(edge, []).append(index)
    group_of = list(range(len(chains)))
    for members in holders.values():
        _join(group_of, members)
    return Independence(len({_find(group_of, index) for index in group_of}), _merges(holders, clauses))


def _edges(
    index: int,
    chain: Chain,
    clauses: Sequence[Clause],
    copied: Sequence[Copied | None],
    voices: Mapping[str, str],
) -> Iterator[Edge]:
    mine = copied[index]
    if mine:
        yield from (Edge("copied", (run,)) for run in sorted(mine.runs))
    if not mine or chain.reading.via or mine.source == clauses[index].span.report:
        yield Edge("root", (chain.root,))
    elif not any(other and other.runs & mine.runs for n, other in enumerate(copied) if n != index):
        # where it was copied from stands in the point in other words
        yield Edge("root", (voices[mine.source],))
    yield from _sayings(clauses[index], chain.reading.attribution)


def _sayings(clause: Clause, governing: str | None) -> Iterator[Edge]:
    """Yield the runs of words that a clause quotes of a speaker; without marks, of the one it is all given to."""
    plain = [word.casefold() for word in words_of(clause.span.text)]
    for speech in clause.attributions:
        for speaker in speech.speaker:
            yield from (Edge("said", (speaker, *run)) for run in _runs(clause.quoted, QUOTED_RUN))
            if speech.id == governing:
                runs = (run for run in _runs(plain, SAID_RUN) if sum(map(_is_telling, run)) >= LEAST_TELLING)
                yield from (Edge("said", (speaker, *map(stem, run))) for run in runs)


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
    """Tell, for each set of readings of several reports, the first edge of each kind that made them one."""
    found: dict[tuple[str, tuple[int, ...]], Edge] = {}
    for edge, members in holders.items():
        if len({clauses[index].span.report for index in members}) > 1:
            found.setdefault((edge.kind, tuple(members)), edge)
    return tuple(
        Merge(readings=tuple(sorted(clauses[index].span for index in members)), because=_reason(edge))
        for (_, members), edge in found.items()
    )


def _reason(edge: Edge) -> str:
    if edge.kind == "root":
        return f"through {edge.shared[0]}"
    if edge.kind == "said":
        return "words of one speaker"
    return f"word for word the same: {edge.shared[0]} …"

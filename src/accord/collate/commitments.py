"""One entry a commitment: the readings that bind the same parties to the same matter, each at its stage."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from math import log

from msgspec import Struct

from accord.knowledge.allegiance import home_states
from accord.knowledge.tables import read_words
from accord.knowledge.words import function_words
from accord.model.accounts import Analysis
from accord.model.findings import Commitment, CommitmentReading
from accord.text.stems import stem, words_of

SAME_MATTER = 0.5
"""Closeness from which two readings are of one commitment: chosen on the stories of tests/stories."""
FEW_WORDS = 5
"""Stems up to which a reading is an item: a topic in common is then enough."""
_BUNDLE = re.compile(
    r"\b(?:agreements|deals|documents|accords|pacts|memoranda|contracts|instruments|treaties|protocols)\b", re.I
)


class _Matter(Struct, frozen=True):
    """A commitment of one report with what it is compared by."""

    commitment: Commitment
    parties: frozenset[str]
    stems: frozenset[str]
    topics: tuple[str, ...]
    is_bundle: bool


def merge_commitments(analyses: Sequence[Analysis]) -> tuple[Commitment, ...]:
    """Merge the commitments of the reports, ids c1, c2 … in the order of reports and texts."""
    homes = home_states(actor for analysis in analyses for actor in analysis.actors)
    named = {
        stem(word) for analysis in analyses for actor in analysis.actors for n in actor.names for word in words_of(n)
    }
    empty = named | {stem(word) for word in read_words("commitment_stops.txt")}
    matters = [_matter(commitment, homes, empty) for analysis in analyses for commitment in analysis.commitments]
    weights = _weights(matters)
    groups: list[list[_Matter]] = []
    for matter in matters:
        scores = [_mean(_closeness(matter, other, weights) for other in group) for group in groups]
        best = max(range(len(groups)), key=lambda n: (scores[n], -n), default=-1)
        if best >= 0 and scores[best] >= SAME_MATTER:
            groups[best].append(matter)
        else:
            groups.append([matter])
    return tuple(_merged(f"c{number}", group) for number, group in enumerate(groups, 1))


def _mean(scores: Iterable[float]) -> float:
    each = list(scores)
    return sum(each) / len(each)


def _matter(commitment: Commitment, homes: Mapping[str, str], empty: Set[str]) -> _Matter:
    text = commitment.subject.text
    words = [word.lower() for word in words_of(text)]
    told = {stem(word) for word in words if word not in function_words() and word[:1].isalpha()}
    stems = frozenset(told - empty)
    parties = frozenset(homes.get(party, party) for party in commitment.parties)
    bundle = bool(_BUNDLE.search(text)) and len(stems) <= 1
    return _Matter(commitment, parties, stems, commitment.topics, bundle)


def _weights(matters: Sequence[_Matter]) -> Mapping[str, float]:
    """How much a stem tells: less the more readings have it."""
    counts = Counter(each for matter in matters for each in matter.stems)
    return {each: 1 + log(len(matters) / count) for each, count in counts.items()}


def _closeness(one: _Matter, other: _Matter, weights: Mapping[str, float]) -> float:
    if one.parties and other.parties and not _same_parties(one.parties, other.parties):
        return 0.0
    if one.is_bundle or other.is_bundle:
        return float(one.is_bundle and other.is_bundle)
    if _only(one.topics, "bilateral ties") and _only(other.topics, "bilateral ties"):
        return 1.0
    shared = sum(weights[each] for each in one.stems & other.stems)
    least = min(sum(weights[each] for each in matter.stems) for matter in (one, other))
    return (shared / least if least else 0.0) * 0.8 + _common_topic(one, other)


def _common_topic(one: _Matter, other: _Matter) -> float:
    """Worth of a topic in common: nearly enough where one of the two is no more than the name of it."""
    short, long = sorted((one, other), key=lambda matter: len(matter.stems))
    if not short.topics or _only(short.topics, "bilateral ties") or short.topics[0] not in long.topics:
        return 0.0
    place = long.topics.index(short.topics[0])
    return (0.6 if len(short.stems) <= FEW_WORDS else 0.3) / (1 + 0.3 * place)


def _only(topics: Sequence[str], topic: str) -> bool:
    return tuple(topics) == (topic,)


def _same_parties(one: frozenset[str], other: frozenset[str]) -> bool:
    if min(len(one), len(other)) > 1:
        return one <= other or other <= one
    return not one.isdisjoint(other)


def _merged(id: str, group: Sequence[_Matter]) -> Commitment:
    commitments = [matter.commitment for matter in group]
    # a subject that says the matter and little else: neither one word nor a whole sentence
    subject = min(commitments, key=lambda each: abs(len(each.subject.text) - 60)).subject
    topics = Counter(topic for each in commitments for topic in each.topics)
    votes = Counter(each.parties for each in commitments if each.parties)
    return Commitment(
        id=id,
        subject=subject,
        readings=_distinct([reading for each in commitments for reading in each.readings]),
        parties=max(votes, key=lambda each: (votes[each], len(each), each)) if votes else (),
        instrument=next((each.instrument for each in commitments if each.instrument), None),
        topics=tuple(sorted(topics, key=lambda topic: (-topics[topic], topic))),
    )


def _distinct(readings: Sequence[CommitmentReading]) -> tuple[CommitmentReading, ...]:
    """Readings without those that a report repeats to the letter: its headline again over the text."""
    found: dict[tuple[str, str], CommitmentReading] = {}
    for reading in readings:
        found.setdefault((reading.span.report, reading.span.text.casefold()), reading)
    return tuple(found.values())

"""One entry a commitment: the readings that bind the same parties to the same matter, each at its stage."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from math import log

from msgspec import Struct, structs

from accord.collate.places import Spanned, jaccard
from accord.knowledge.allegiance import home_states
from accord.knowledge.tables import read_words
from accord.knowledge.words import function_words
from accord.model.accounts import Analysis
from accord.model.findings import Commitment, CommitmentReading
from accord.model.points import Point
from accord.model.spans import Span
from accord.text.stems import stem, words_of

SAME_MATTER = 0.35
"""Closeness from which two readings are of one commitment: chosen on the stories of tests/stories."""
WORDS, TOPIC, PARTIES, POINT = 0.8, 0.6, 0.3, 0.4
"""What all words, the first topic, rare parties and a point in common add to closeness; chosen as SAME_MATTER was."""
SAME_STRETCH = 0.3
"""Overlap (Jaccard) from which a commitment and a reading are the same stretch."""
ENOUGH = 12
"""Readings of a group that a new one is compared with: more say nothing new, and a thousand reports stay quick."""
FEW_WORDS = 5
"""Stems up to which a reading is an item: a topic in common is then enough."""
_INSTRUMENTS = r"(?:agreements|deals|documents|accords|pacts|memoranda|contracts|instruments|treaties|protocols)\b"
_BUNDLE = re.compile(rf"\b{_INSTRUMENTS}", re.I)
_COUNTED = re.compile(
    rf"(?:\d|\bdozens?\b|\bscores\b|\bseveral\b|\bseries\b|\braft\b|\bnumber\b)[^,;.]{{0,40}}?\b{_INSTRUMENTS}", re.I
)


class _Matter(Struct, frozen=True):
    """A commitment of one report with what it is compared by."""

    commitment: Commitment
    parties: frozenset[str]
    stems: frozenset[str]
    topics: tuple[str, ...]
    is_bundle: bool
    points: frozenset[str]


def merge_commitments(analyses: Sequence[Analysis], points: Sequence[Point] = ()) -> tuple[Commitment, ...]:
    """Merge the commitments of the reports, ids c1, c2 … in the order of reports and texts.

    Readings that stand in one of the story's points are nearer to one another.
    """
    homes = home_states(actor for analysis in analyses for actor in analysis.actors)
    named = {
        stem(word) for analysis in analyses for actor in analysis.actors for n in actor.names for word in words_of(n)
    }
    empty = named | {stem(word) for word in read_words("commitment_stops.txt")}
    readings = _by_report(points)
    matters = [
        _matter(commitment, homes, empty, _points_of(commitment, readings))
        for analysis in analyses
        for commitment in analysis.commitments
    ]
    scale = _Scale(matters)
    groups: list[list[_Matter]] = []
    by_key: dict[str, dict[int, None]] = defaultdict(dict)
    for matter in matters:
        near = sorted({group for key in _keys(matter) for group in by_key[key]})
        scores = {n: _most_close([_closeness(matter, other, scale) for other in groups[n][:ENOUGH]]) for n in near}
        best = max(scores, key=lambda n: (scores[n], -n), default=-1)
        if best < 0 or scores[best] < SAME_MATTER:
            best = len(groups)
            groups.append([])
        groups[best].append(matter)
        for key in _keys(matter):
            by_key[key][best] = None
    merged = [_merged(f"c{number}", group) for number, group in enumerate(groups, 1)]
    return _with_parents(merged, groups)


def _with_parents(merged: Sequence[Commitment], groups: Sequence[Sequence[_Matter]]) -> tuple[Commitment, ...]:
    """Give items the bundle that most of their reports put them in; a bundle itself stands in no other."""
    ids = {
        (_report(matter.commitment), matter.commitment.id): entry.id
        for entry, group in zip(merged, groups, strict=True)
        for matter in group
    }
    parents: dict[str, str] = {}
    for entry, group in zip(merged, groups, strict=True):
        local = [(_report(matter.commitment), matter.commitment.parent) for matter in group]
        votes = Counter(ids[report, parent] for report, parent in local if parent and (report, parent) in ids)
        votes.pop(entry.id, None)
        if votes:
            parents[entry.id] = max(votes, key=lambda each: votes[each])
    bundles = set(parents.values())
    return tuple(
        structs.replace(entry, parent=None if entry.id in bundles else parents.get(entry.id)) for entry in merged
    )


def _report(commitment: Commitment) -> str:
    return commitment.subject.report


def _keys(matter: _Matter) -> list[str]:
    """Keys by which two readings that may be of one commitment find one another."""
    kinds = ["a bundle"] if matter.is_bundle else [f"topic {topic}" for topic in matter.topics]
    return [*kinds, *(f"word {each}" for each in matter.stems), *(f"point {each}" for each in matter.points)]


def _most_close(scores: Sequence[float]) -> float:
    """Mean closeness to the readings of a group; 0 where half of them or more have nothing in common with it."""
    strange = sum(score <= 0 for score in scores)
    return 0.0 if 2 * strange >= len(scores) else sum(scores) / len(scores)


def _matter(commitment: Commitment, homes: Mapping[str, str], empty: Set[str], points: frozenset[str]) -> _Matter:
    text = commitment.subject.text
    words = [word.lower() for word in words_of(text)]
    told = {stem(word) for word in words if word not in function_words() and word[:1].isalpha()}
    stems = frozenset(told - empty)
    parties = frozenset(homes.get(party, party) for party in commitment.parties)
    bundle = bool(_COUNTED.search(text)) or (bool(_BUNDLE.search(text)) and len(stems) <= 1)
    return _Matter(commitment, parties, stems, commitment.topics, bundle, points)


def _by_report(points: Sequence[Point]) -> Mapping[str, Spanned[tuple[Span, str]]]:
    """The readings of all points by place, with the point that each stands in."""
    found: dict[str, list[tuple[Span, tuple[Span, str]]]] = defaultdict(list)
    for point in points:
        for reading in point.readings:
            found[reading.span.report].append((reading.span, (reading.span, point.id)))
    return {report: Spanned(readings) for report, readings in found.items()}


def _points_of(commitment: Commitment, readings: Mapping[str, Spanned[tuple[Span, str]]]) -> frozenset[str]:
    """Points that hold the stretch in which a commitment is made, or its subject, nearly as it stands."""
    placed = readings.get(_report(commitment))
    spans = {commitment.subject, *(reading.span for reading in commitment.readings)} if placed else ()
    return frozenset(
        id
        for span in spans
        for place, id in (placed.touching(span.start, span.end) if placed else ())
        if jaccard((place.start, place.end), (span.start, span.end)) >= SAME_STRETCH
    )


class _Scale:
    """How much a stem, a topic or a set of parties tells in one story: less the more readings have it."""

    def __init__(self, matters: Sequence[_Matter]) -> None:
        self.total = max(len(matters), 1)
        self.stems = Counter(each for matter in matters for each in matter.stems)
        self.topics = Counter(topic for matter in matters for topic in matter.topics)
        self.parties = Counter(matter.parties for matter in matters)

    def weight(self, stems: Iterable[str]) -> float:
        """Weigh stems, the rare ones most."""
        return sum(1 + log(self.total / self.stems[each]) for each in stems)

    def topic(self, topic: str) -> float:
        """Weigh a topic: 1 for one of few readings, 0 for what half of the story is about."""
        return max(0.0, 1 - 2 * self.topics[topic] / self.total)

    def same_parties(self, one: _Matter, other: _Matter) -> float:
        """Weigh that two have the same parties, where few others have them."""
        return (
            PARTIES * max(0.0, 1 - 3 * self.parties[one.parties] / self.total) if one.parties == other.parties else 0.0
        )


def _closeness(one: _Matter, other: _Matter, scale: _Scale) -> float:
    if one.parties and other.parties and not _same_parties(one.parties, other.parties):
        return 0.0
    if one.is_bundle or other.is_bundle:
        return float(one.is_bundle and other.is_bundle)
    if _only(one.topics, "bilateral ties") and _only(other.topics, "bilateral ties"):
        return 1.0
    shared = scale.weight(one.stems & other.stems)
    least = min(scale.weight(matter.stems) for matter in (one, other))
    alike = WORDS * shared / least if least else 0.0
    pointed = POINT if one.points & other.points else 0.0
    return alike + pointed + _common_topic(one, other, scale) + scale.same_parties(one, other)


def _common_topic(one: _Matter, other: _Matter, scale: _Scale) -> float:
    """Worth of a topic in common: nearly enough where one of the two is no more than the name of it."""
    short, long = sorted((one, other), key=lambda matter: len(matter.stems))
    if not short.topics or _only(short.topics, "bilateral ties") or short.topics[0] not in long.topics:
        return 0.0
    place = long.topics.index(short.topics[0])
    worth = TOPIC if len(short.stems) <= FEW_WORDS else TOPIC / 2
    return worth * scale.topic(short.topics[0]) / (1 + 0.5 * place)


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
        amounts=tuple(dict.fromkeys(amount for each in commitments for amount in each.amounts)),
    )


def _distinct(readings: Sequence[CommitmentReading]) -> tuple[CommitmentReading, ...]:
    """Readings without those that a report repeats to the letter: its headline again over the text."""
    found: dict[tuple[str, str], CommitmentReading] = {}
    for reading in readings:
        found.setdefault((reading.span.report, reading.span.text.casefold()), reading)
    return tuple(found.values())

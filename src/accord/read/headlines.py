"""The headline among the first lines of a page."""

from collections import Counter
from collections.abc import Sequence

from accord.read.features import Reading

REACH = 60
"""Lines from the top among which the headline is looked for: menus can be long."""

_NO_HEADLINE = frozenset(
    {"date", "by", "picture credit", "file", "address", "bullet", "no letters", "ends in date", "dateline", "copyright"}
)


def find_headline(readings: Sequence[Reading], core: Sequence[int], story: frozenset[str]) -> int | None:
    """Return the index of the line that heads the story: by its words, its form, its place, its repeats."""
    first = core[0] if core else len(readings)
    keys = Counter(reading.key for reading in readings)
    opening = frozenset[str]().union(*(readings[i].content for i in core[:4]))
    best, best_score = None, 0.0
    below = False  # a line below the byline or the date is seldom the headline
    for i, reading in enumerate(readings[: min(first + 1, REACH)]):
        score = _score(reading, story, opening, first - i)
        if keys[reading.key] > 1 and "stop" in reading.features:  # a standfirst that the story repeats
            score = 0.0
        if score:
            score += 1.0 * (keys[reading.key] > 1 and "stop" not in reading.features) + 1.0 * (i == 0) - 2.0 * below
        below = below or bool({"date", "by"} & reading.features.keys())
        if score > best_score:
            best, best_score = i, score
    return best


def _score(reading: Reading, story: frozenset[str], opening: frozenset[str], distance: int) -> float:
    """How much a line is like the headline of a story of these words; 0 where it can't be one."""
    features, count = reading.features, len(reading.words)
    if not 3 <= count <= 30 or _NO_HEADLINE & features.keys():
        return 0.0
    if "stop" in features and not opening:  # a lone sentence is the story itself
        return 0.0
    ties = min(4, len(reading.content & (story | opening)))
    score = 1.0 + ties - 2.0 * (ties == 0 and bool(opening))
    score += 1.5 * (5 <= count <= 20) - 2.0 * ("stop" in features) - 1.5 * ("crumbs" in features)
    score -= 3.0 * max(reading.clutter.values(), default=0.0)
    return score - 2.0 * (distance == 0) - 0.05 * min(distance, 20)

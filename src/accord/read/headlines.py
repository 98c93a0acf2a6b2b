"""The headline among the first lines of a page."""

from collections import Counter
from collections.abc import Sequence

from accord.read.features import Reading

REACH = 60
"""Lines from the top among which the headline is looked for: menus can be long."""

STEP = 5.0
"""How much less like a headline a line may be than the one right under it, and still head it: that is its summary."""

_NO_HEADLINE = frozenset(
    {"date", "by", "picture credit", "file", "address", "bullet", "no letters", "ends in date", "dateline", "copyright"}
)


def find_headline(readings: Sequence[Reading], core: Sequence[int], story: frozenset[str]) -> int | None:
    """Return the index of the line that heads the story: by its words, its form, its place, its repeats."""
    first = core[0] if core else len(readings)
    opening = frozenset[str]().union(*(readings[i].content for i in core[:4]))
    keys = Counter(reading.key for reading in readings)
    scores = [_score(reading, story, opening) for reading in readings[: min(first + 1, REACH)]]
    below = False  # a line below the byline or the date is seldom the headline
    for i, score in enumerate(scores):
        if score:
            again = keys[readings[i].key] > 1
            place = 1.0 * (i == 0) - 1.0 * below - 2.0 * (i == first) - 0.05 * min(first - i, 20)
            is_told = "stop" in readings[i].features and (again or i == first)  # by the story itself
            scores[i] = 0.0 if is_told else score + again + place
        below = below or bool({"date", "by"} & readings[i].features.keys())
    best = max(range(len(scores)), key=lambda i: scores[i], default=0)
    if not scores or scores[best] <= 0:
        return None
    above = best - 1
    is_over = above >= 0 and scores[above] > max(1.5, scores[best] - STEP) and len(readings[above].words) >= 5
    return above if is_over and "crumbs" not in readings[above].features else best


def _score(reading: Reading, story: frozenset[str], opening: frozenset[str]) -> float:
    """How much a line is like the headline of a story of these words; 0 where it can't be one."""
    features, count = reading.features, len(reading.words)
    if not 3 <= count <= 30 or _NO_HEADLINE & features.keys():
        return 0.0
    if "stop" in features and not opening:  # a lone sentence is the story itself
        return 0.0
    ties = min(5, len(reading.content & (story | opening)))
    score = 1.0 + ties - 2.0 * (ties == 0 and bool(opening))
    score += 1.5 * (5 <= count <= 20) + 0.5 * (8 <= count <= 20)
    score -= 1.2 * ("stop" in features) + 1.5 * ("crumbs" in features) + 1.5 * ("scene" in features)
    return max(0.0, score - 3.0 * max(reading.clutter.values(), default=0.0))

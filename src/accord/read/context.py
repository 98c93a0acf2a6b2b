"""What a piece's neighbours and the whole page say about it: repeats, twins, place on the page, ties to the story."""

from collections import Counter
from collections.abc import Sequence

from accord.read.features import Reading, is_clean, story_words

TWIN = 0.6
"""Share of the shorter of two lines' words that the other has, from which one is taken to repeat the other."""


def add_context(readings: Sequence[Reading]) -> int | None:
    """Add to each reading what the page says about it; return the index of the headline, None where there is none."""
    story = story_words(readings)
    for reading in readings:
        _add_ties(reading, story)
    core = [i for i, reading in enumerate(readings) if _is_core(reading)]
    headline = find_headline(readings, core, story)
    _add_place(readings, core, headline)
    _add_repeats(readings, headline)
    _add_neighbours(readings)
    return headline


def _add_ties(reading: Reading, story: frozenset[str]) -> None:
    ties = len(reading.content & story)
    if not story or len(reading.words) < 4:
        return
    reading.features["untied" if ties == 0 else "tied" if ties < 3 else "well tied"] = 1.0


def _is_core(reading: Reading) -> bool:
    """A paragraph that tells the story beyond doubt."""
    return (
        "prose" in reading.features
        and len(reading.words) >= 15
        and "untied" not in reading.features
        and "picture credit" not in reading.features
        and is_clean(reading)
    )


def find_headline(readings: Sequence[Reading], core: Sequence[int], story: frozenset[str]) -> int | None:
    """Return the index of the line that heads the story: by its words, its form, its place, its repeats."""
    first = core[0] if core else len(readings)
    keys = Counter(reading.key for reading in readings)
    best, best_score = None, 0.0
    for i, reading in enumerate(readings[: min(first + 1, 40)]):
        score = _headline_score(reading, story, keys, i, first)
        if score > best_score:
            best, best_score = i, score
    return best


def _headline_score(reading: Reading, story: frozenset[str], keys: Counter[str], place: int, first: int) -> float:
    features, count = reading.features, len(reading.words)
    if not 3 <= count <= 30 or any(name in features for name in _NO_HEADLINE) or place > first:
        return 0.0
    score = 1.0 + min(3, len(reading.content & story))
    score += 1.5 * (5 <= count <= 20) - 2.0 * ("stop" in features) - 0.15 * place
    score += 1.0 * (keys[reading.key] > 1) - 3.0 * max(reading.clutter.values(), default=0.0)
    return score - 2.0 * (place == first) - 1.5 * ("crumbs" in features)


_NO_HEADLINE = frozenset(
    {"date", "by", "picture credit", "file", "address", "bullet", "no letters", "ends in date", "dateline", "copyright"}
)


def _add_place(readings: Sequence[Reading], core: Sequence[int], headline: int | None) -> None:
    """Mark where each piece lies: above the story, in it, below it."""
    first, last = (core[0], core[-1]) if core else (len(readings), len(readings))
    marks = [i for i, reading in enumerate(readings[: first + 8]) if {"date", "by"} & reading.features.keys()]
    opening = max((i for i in marks if i < len(readings) / 2), default=-1)
    for i, reading in enumerate(readings):
        features = reading.features
        where = "above" if i < first or i <= opening else "below" if i > last else "inside"
        features[where] = 1.0
        if headline is not None and i < headline:
            features["before headline"] = 1.0
        if headline is not None and headline < i <= headline + 4 and where == "above":
            features["under headline"] = 1.0
        if i < opening and i > (headline if headline is not None else -1):
            features["before byline"] = 1.0


def _add_repeats(readings: Sequence[Reading], headline: int | None) -> None:
    head = readings[headline].key if headline is not None else None
    last: dict[str, int] = {}
    for i, reading in enumerate(readings):
        key = reading.key
        if key and key == head:
            reading.features["headline"] = 1.0
        elif head and len(reading.words) < 60 and len(head) > 15 and head in key:
            reading.features["holds headline"] = 1.0
        if key in last and len(reading.words) >= 3:
            reading.features["again"] = 1.0
            readings[last[key]].features["comes again"] = 1.0
        last[key] = i


def _add_neighbours(readings: Sequence[Reading]) -> None:
    for i, reading in enumerate(readings):
        before = readings[i - 1] if i else None
        after = readings[i + 1] if i + 1 < len(readings) else None
        if after and _are_twins(reading, after):
            reading.features["twin after"] = 1.0
            after.features["twin before"] = 1.0
        if after and after.piece.gap == 0:
            reading.features["joined"] = 1.0
        if reading.piece.gap >= 2:
            reading.features["wide gap"] = 1.0
        for name, other in (("after", before), ("before", after)):
            if other and "prose" in other.features:
                reading.features[f"{name} prose"] = 1.0
            if other and ("picture credit" in other.features or "ends in date" in other.features):
                reading.features[f"{name} picture"] = 1.0


def _are_twins(one: Reading, other: Reading) -> bool:
    least = min(len(one.content), len(other.content))
    if least < 2 or len(one.words) > 90 or len(other.words) > 120:
        return False
    return len(one.content & other.content) >= TWIN * least

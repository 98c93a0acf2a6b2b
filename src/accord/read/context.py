"""What a piece's neighbours and the whole page say about it: repeats, twins, place on the page, ties to the story."""

import re
from collections.abc import Sequence
from itertools import pairwise

from accord.read.features import Reading, drop_own_voice, is_clean, story_words
from accord.read.headlines import find_headline
from accord.read.sections import add_sections, find_tail

_SIGNATURE = re.compile(r"[-–—]\s?[A-Z]")
TWIN = 0.5
"""Share of the shorter of two lines' words that the other has, from which one is taken to repeat the other."""


def add_context(readings: Sequence[Reading]) -> int | None:
    """Add to each reading what the page says about it; return the index of the headline, None where there is none."""
    drop_own_voice(readings)
    story = story_words(readings)
    for reading in readings:
        _add_ties(reading, story)
    core = [i for i, reading in enumerate(readings) if is_core(reading)]
    if not core:  # a report of a sentence or two
        core = [i for i, reading in enumerate(readings) if "prose" in reading.features and is_clean(reading)]
    tail = find_tail(readings, core)
    core = [i for i in core if i < tail]
    headline = find_headline(readings, core, story)
    _add_place(readings, core, headline)
    add_sections(readings, core, headline)
    _add_repeats(readings, headline)
    _add_neighbours(readings)
    _add_authors(readings)
    _add_towns(readings)
    return headline


def _add_ties(reading: Reading, story: frozenset[str]) -> None:
    ties = len(reading.content & story)
    if not story or len(reading.words) < 4:
        return
    reading.features["untied" if ties == 0 else "tied" if ties < 3 else "well tied"] = 1.0


def is_core(reading: Reading) -> bool:
    """Say whether a paragraph tells the story beyond doubt."""
    return (
        "prose" in reading.features
        and len(reading.words) >= 15
        and not {"untied", "picture credit", "ends in date", "cut short"} & reading.features.keys()
        and is_clean(reading)
    )


def _add_place(readings: Sequence[Reading], core: Sequence[int], headline: int | None) -> None:
    """Mark where each piece lies: above the story, in it, below it."""
    first, last = (core[0], core[-1]) if core else (len(readings), len(readings))
    if _is_cut_off(readings, core):
        readings[core[0]].features["cut off"] = 1.0
        first = core[1]
    opening = _opening(readings, core, first)
    lines = 0  # of furniture below the story so far
    for i, reading in enumerate(readings):
        features = reading.features
        if i > last:
            lines += "prose" not in features
            if lines >= 3:
                features["far below"] = 1.0
        features["above" if i < first or i <= opening else "below" if i > last else "inside"] = 1.0
        if headline is not None and i < headline:
            features["before headline"] = 1.0
        if headline is not None and headline < i <= headline + 3:
            features["under headline"] = 1.0
        if (headline if headline is not None else -1) < i < opening:
            features["before byline"] = 1.0


def _is_cut_off(readings: Sequence[Reading], core: Sequence[int]) -> bool:
    """Whether the first short paragraph is parted by furniture from the rest: a summary above a picture, mostly."""
    if len(core) < 3 or core[1] - core[0] <= 3 or len(readings[core[0]].words) > 45:
        return False
    return core[0] == 0 or "dateline" not in readings[core[0] - 1].features


def _opening(readings: Sequence[Reading], core: Sequence[int], first: int) -> int:
    """Index of the byline or date line that closes the head of the page, -1 where none does.

    At most two paragraphs of the story may stand above it: a summary, not a body.
    """
    third = core[2] if len(core) > 2 else len(readings)
    head = readings[: min(third, first + 8)]
    return max((i for i, reading in enumerate(head) if {"date", "by"} & reading.features.keys()), default=-1)


def _add_repeats(readings: Sequence[Reading], headline: int | None) -> None:
    head = readings[headline].key if headline is not None else None
    last: dict[str, int] = {}
    for i, reading in enumerate(readings):
        key = reading.key
        if key and (key == head or _goes_on(readings, i, headline)):
            reading.features["headline"] = 1.0
        elif head and len(reading.words) < 60 and len(head) > 15 and head in key:
            reading.features["holds headline"] = 1.0
        if key in last and len(reading.words) >= 3:
            reading.features["again"] = 1.0
            if "under headline" in readings[last[key]].features:
                readings[last[key]].features["comes again"] = 1.0
        last[key] = i


def _goes_on(readings: Sequence[Reading], i: int, headline: int | None) -> bool:
    """Whether a line is the second of a headline in capitals."""
    if headline is None or i != headline + 1 or readings[i].piece.gap != 0:
        return False
    return all("capitals" in readings[at].features and "stop" not in readings[at].features for at in (i - 1, i))


def _add_neighbours(readings: Sequence[Reading]) -> None:
    for i, reading in enumerate(readings):
        before = readings[i - 1] if i else None
        after = readings[i + 1] if i + 1 < len(readings) else None
        if after and _is_pictured(after) and "picture credit" not in reading.features and _are_twins(reading, after):
            reading.features["twin after"] = 1.0
            after.features["twin before"] = 1.0
        if after and after.piece.gap == 0:
            reading.features["joined"] = 1.0
        if reading.piece.gap >= 2:
            reading.features["wide gap"] = 1.0
        if before and {"colon", "item"} & before.features.keys() and _is_item(reading):
            reading.features["item"] = 1.0
            reading.features.pop("all lower", None)
        if before and "byline" in before.features and "post" in reading.features:
            reading.features["post of name"] = 1.0
            before.features["name of post"] = 1.0
        if before and "opens quote" in before.features and _SIGNATURE.match(reading.piece.text):
            reading.features["signature"] = 1.0
        for name, other in (("after", before), ("before", after)):
            if other:
                reading.features.update({f"{name} {kind}": 1.0 for kind in _kinds(other)})


def _is_item(reading: Reading) -> bool:
    """Whether a line can be an item of the list that a colon announced."""
    return not {"prose", "date", "by"} & reading.features.keys() and (
        "lower start" in reading.features or "all lower" in reading.features or "bullet" in reading.features
    )


def _is_pictured(reading: Reading) -> bool:
    return bool({"picture credit", "ends in date"} & reading.features.keys())


def _add_towns(readings: Sequence[Reading]) -> None:
    """Mark a town that stands alone between a byline and the story: `Bishkek`."""
    for before, reading in pairwise(readings):
        if "town" in reading.features and {"date", "by", "byline"} & before.features.keys():
            reading.features["dateline"] = 1.0


def _kinds(reading: Reading) -> list[str]:
    """What a piece is to its neighbours."""
    kinds = []
    if "prose" in reading.features or ("colon" in reading.features and len(reading.words) > 3):
        kinds.append("prose")
    if _is_pictured(reading):
        kinds.append("picture")
    if "only credit" in reading.features:
        kinds.append("only credit")
    if {"date", "by"} & reading.features.keys():
        kinds.append("byline")
    if reading.clutter.get("caption", 0) >= 2:
        kinds.append("picture label")
    return kinds


def _are_twins(one: Reading, other: Reading) -> bool:
    least = min(len(one.content), len(other.content))
    if least < 2 or len(one.words) > 90 or len(other.words) > 120:
        return False
    return len(one.content & other.content) >= TWIN * least


def _add_authors(readings: Sequence[Reading]) -> None:
    """Mark lines below that begin with the name of who wrote the report: what is said of the author."""
    authors = {name.casefold() for reading in readings[:60] for name in reading.names}
    parts = {part for name in authors for part in name.split() if len(part) > 2}
    for reading in readings:
        if "below" not in reading.features:
            continue
        start = " ".join(reading.words[:6])
        is_bio = "bio" in reading.features and bool(parts.intersection(reading.words[:2]))
        if is_bio or any(start.startswith(name) for name in authors):
            reading.features["author"] = 1.0

"""Parts of a page that a line opens: `Leave a reply`, `Most read`, `Contacts`."""

from collections.abc import Sequence

from accord.read.features import Reading

OPENS = 2.4
"""Strength of a set phrase from which a line opens the comments, or ends the story."""
HEADS = 3.9
"""Strength of a set phrase, the whole of its line, from which it opens another section."""

_SECTIONS = ("comments", "related", "promo", "boilerplate", "tags", "points")
_ENDS_STORY = ("comments", "boilerplate", "credit")


def find_tail(readings: Sequence[Reading], core: Sequence[int]) -> int:
    """Return the index from which no story is told: after the first closing line that leaves little of it below."""
    total = sum(len(readings[i].words) for i in core)
    told, position = 0, 0
    for i, reading in enumerate(readings):
        if position < len(core) and core[position] == i:
            told += len(reading.words)
            position += 1
        elif told >= 0.7 * total and any(reading.clutter.get(role, 0) >= OPENS for role in _ENDS_STORY):
            return i
    return len(readings)


def add_sections(readings: Sequence[Reading], core: Sequence[int], headline: int | None) -> None:
    """Mark each piece with the section that an earlier line opened; the story's next paragraph closes it."""
    told = frozenset(core)
    top = headline if headline is not None else -1  # menus above the headline open nothing
    open_section: str | None = None
    for i, reading in enumerate(readings):
        if i in told or i <= top:
            open_section = None
            continue
        if open_section == "tags" and len(reading.words) > 5:
            open_section = None
        if open_section:
            reading.features[f"under {open_section}"] = 1.0
            if "below" in reading.features:
                reading.features[f"{open_section} below"] = 1.0
        opened = max(_SECTIONS, key=lambda role: reading.clutter.get(role, 0.0))
        longest, least = (20, OPENS) if opened == "comments" else (8, HEADS)
        if len(reading.words) <= longest and reading.clutter.get(opened, 0.0) >= least:
            open_section = opened

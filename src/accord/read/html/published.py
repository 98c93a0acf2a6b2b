"""The days on which a page says that it was published and changed, by how far each place is to be trusted."""

import re
from collections.abc import Iterator
from datetime import date

from accord.model.reports import Role
from accord.read.html.days import day_in_address, find_day, read_stamp, same_day
from accord.read.html.jsonld import read_text
from accord.read.html.said import Said, Told, weak_names
from accord.read.html.stamps import cut_change, find_marked, find_scripted, is_updated
from accord.read.html.story import Story

LINES = 4
"""Blocks before the headline, and half of those after it, in which a line of its date stands."""
SHORT = 120
"""Characters from which a line is more than a date, a byline and the like."""
WEST = 12
"""Hours of a day in UTC that can still be the evening before where a page is made."""
_LOCAL = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d:\d\d)([+-]\d\d:\d\d)?$")


def find_published(said: Said, story: Story, roles: list[Role], url: str | None) -> tuple[str | None, list[Told]]:
    """Return the day or time of publication, and what each place that is made for machines says of it."""
    head = [Told("JSON-LD", day) for key in ("datePublished", "dateCreated", "uploadDate") for day in _days(said, key)]
    head = head[:1] + _stamps(said.tell("published"))
    marked = list(find_marked(said, story))
    shown = [*marked[:1], *_near_headline(story)]
    told = [*_one_a_place(head), *shown]
    if head:
        chosen = _with_zone(_most_told(told, shown).value, [*head, *marked])
        return _as_shown(chosen, shown), told
    address = day_in_address(url) if url and not marked else None
    if shown and not address:
        return _by_text(shown).value, told
    return next(_look_for_days(said, story, roles, url), None), told


def _as_shown(chosen: str, shown: list[Told]) -> str:
    """The day that readers are shown, where a moment in UTC falls on it in the page's own zone."""
    moment = _LOCAL.match(chosen.removesuffix("Z"))
    line = next((one.value[:10] for one in shown if one.place == "text"), chosen[:10])
    if (
        not moment
        or not chosen.endswith("Z")
        or abs((date.fromisoformat(line) - date.fromisoformat(moment[1])).days) != 1
    ):
        return chosen
    return line if (int(moment[2]) < WEST) == (line < moment[1]) else chosen


def _by_text(shown: list[Told]) -> Told:
    """The mark of a page without head, but a `<time>` of another day than the line at the headline is a comment's."""
    first, last = shown[0], shown[-1]
    return last if first.place == "<time>" and not same_day(first.value, last.value) else first


def _one_a_place(head: list[Told]) -> list[Told]:
    """What JSON-LD says, and of the meta elements those that differ."""
    kept: list[Told] = []
    for one in head:
        is_json = [other.place == "JSON-LD" for other in kept if other.value[:10] == one.value[:10]]
        if not is_json or (all(is_json) and one.place != "JSON-LD"):
            kept.append(one)
    return kept[:4]


def find_modified(said: Said) -> list[Told]:
    """Return when a page says that it was last changed, the most trusted first."""
    return _stamps(said.tell("modified", "dateModified"))


def _days(said: Said, key: str) -> list[str]:
    value = said.article.get(key)
    value = str(value) if isinstance(value, int) else read_text(value)
    day = read_stamp(value) if value else None
    return [day] if day else []


def _stamps(told: list[Told]) -> list[Told]:
    return [Told(one.place, day) for one in told if (day := read_stamp(one.value))]


def _most_told(told: list[Told], shown: list[Told]) -> Told:
    """The first, unless two others agree on another day; a weak one gives way to what readers are shown."""
    days = [one.value[:10] for one in told]
    if days.count(days[0]) > 1:
        return told[0]
    if told[0].place in weak_names() and shown:
        return told[0] if same_day(told[0].value, shown[0].value) else shown[0]
    return next((one for one in told if days.count(one.value[:10]) > 1), told[0])


def _near_headline(story: Story) -> list[Told]:
    """The day in a short line between the headline and the first running text, unless it is that of a change."""
    was_running = False
    for index in range(max(0, story.first - LINES), min(len(story.tree.blocks), story.first + 2 * LINES)):
        block = story.tree.blocks[index]
        if index > story.first and story.prose[index] > SHORT:
            if was_running:
                return []
            was_running = True  # a summary may stand above the line of the date
        if len(block.text) > SHORT or is_updated(block.text):
            continue
        if day := find_day(cut_change(block.text), american=_is_american(story)):
            return [Told("text", day)]
    return []


def _is_american(story: Story) -> bool:
    return bool(story.tree.elements) and "en-US" in story.tree.elements[0].attributes


def _with_zone(chosen: str, told: list[Told]) -> str:
    """The same moment in the page's own zone, where another place gives it: `…T03:37:37Z` and `…T23:37:37-04:00`."""
    if not chosen.endswith("Z"):
        return chosen
    moment = _LOCAL.match(chosen[:-1])
    for one in told:
        local = _LOCAL.match(one.value)
        if moment and local and local[3] == moment[3] and (zone := _zone(moment, local)):
            return local[0] if local[4] else local[0] + zone
    return chosen


def _zone(moment: re.Match[str], local: re.Match[str]) -> str | None:
    """How far a local time is from the same moment in UTC, in whole hours, where that can be a zone."""
    day = 0 if local[1] == moment[1] else 24 if local[1] > moment[1] else -24
    hours = int(local[2]) - int(moment[2]) + day
    zone = f"{'+' if hours > 0 else '-'}{abs(hours):02d}:00"
    return zone if hours and -12 <= hours <= 14 and local[4] in (None, zone) else None


def _look_for_days(said: Said, story: Story, roles: list[Role], url: str | None) -> Iterator[str]:
    """Yield the days that the page gives to readers alone, the most trusted first."""
    if url and (day := day_in_address(url)):
        yield day
    if day := find_scripted(said.scripts):
        yield day
    yield from _days_in_text(story, roles)
    yield from (one.value for one in find_modified(said))
    for text in said.meta.get("description", []) + said.meta.get("og:description", []):
        if day := find_day(text[:500], american=_is_american(story)):
            yield day


def _days_in_text(story: Story, roles: list[Role]) -> Iterator[str]:
    """Days written in bylines, then in short lines around the beginning of the story, then after its end."""
    blocks = story.tree.blocks
    american = _is_american(story)
    near = [*range(max(0, story.first - 12), min(len(blocks), story.last + 6))]
    near.sort(key=lambda index: (roles[index] not in ("byline", "dateline"), index))
    for index in near:
        text = blocks[index].text
        head = text if len(text) < 200 else text[:300] if index == story.first else text[:40]
        if day := find_day(head, american=american):
            yield day
    for block, role in zip(blocks, roles, strict=True):
        short = len(block.text) < 120 and role not in ("comments", "related", "promo")
        if short and (day := find_day(block.text, american=american)):
            yield day

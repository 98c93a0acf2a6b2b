"""What a report tells with its time, so that "two days before the visit" can be placed from it."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from msgspec import Struct

from accord.find.times.passages import Passage
from accord.knowledge.tables import read_rows
from accord.text.calendar import month_names, weekday_names
from accord.text.edtf import grain

NEAR = 10
"""Words to either side of a happening in which its participants are looked for."""
LONGEST_CLAUSE = 14
"""Words that an expression's own happening is looked for in."""
FARTHEST = 60
"""Words between a happening and its time that are looked at for commas."""
MOST = 100
"""Happenings kept of each kind, so that a mention costs a constant; a report of a few thousand words has fewer."""
LOOKED_BACK = 6
"""Words before a happening among which a word is looked for that sets it before what the sentence tells."""
_BEHIND = frozenset(("after", "since", "following", "wake", "aftermath"))
_STOPS = frozenset((".", ",", ";", ":", "—", "–", "(", ")", "!", "?"))


class Happening(Struct, frozen=True):
    """Something that happened, with the names beside it; `phase` tells a beginning or an end of it."""

    kind: str
    names: frozenset[str]
    value: str
    at: int
    phase: str = ""


class Mention(Struct, frozen=True):
    """A happening that an expression hangs on: its kind, the name that it belongs to, where it stands."""

    kind: str
    name: str
    end: int  # index after its word
    at: int  # code point of its word


@cache
def kinds() -> dict[str, str]:
    """Word forms of happenings and their kinds: `arrived` → visit."""
    return {word: kind for kind, words in read_rows("happenings.tsv") if kind[0] != "+" for word in words.split()}


@cache
def phases() -> dict[str, str]:
    """Words that tell a beginning or an end: `arrived` → begin, `concluded` → end."""
    return {word: kind[1:] for kind, words in read_rows("happenings.tsv") if kind[0] == "+" for word in words.split()}


@cache
def _no_names() -> frozenset[str]:
    """Capitalised words that name nobody: titles, months, weekdays, words that begin sentences."""
    titles = {word for (title, *_) in read_rows("offices.tsv") for word in title.lower().split()}
    forms = {row[0].lower() for row in read_rows("honorifics.txt")}
    starters = ("the", "a", "an", "in", "on", "at", "he", "she", "it", "they")
    return frozenset(titles | forms | set(month_names()) | set(weekday_names()) | set(starters))


def _is_name(word: str) -> bool:
    return word[0].isupper() and len(word) > 1 and word.lower() not in _no_names()


def mention_after(passage: Passage, index: int) -> Mention | None:
    """Find the happening told right behind a word: behind "after", `Biden's visit to Hanoi` → visit, `biden`."""
    name, last = "", min(len(passage.words), index + LONGEST_CLAUSE)
    for at in range(index, last):
        word = passage.words[at]
        if word in _STOPS:
            return None
        kind = kinds().get(passage.lower[at])
        if kind and not _is_compound(passage, at):
            return Mention(kind, name or _name_behind(passage, at), at + 1, passage.starts[at])
        if _is_name(word):
            name = passage.lower[at]
    return None


def _is_compound(passage: Passage, at: int) -> bool:
    """Whether a happening only describes the next noun: `the election commission`, `a visit card`."""
    after = passage.after(at + 1)
    return passage.lower[at] in ("summit", "election") and after.lower() in kinds()


def _name_behind(passage: Passage, at: int) -> str:
    """Give the name in `a visit by Biden`, `the death of Maradona`."""
    for index in range(at + 1, min(len(passage.words), at + 6)):
        if passage.words[index] in _STOPS:
            return ""
        if _is_name(passage.words[index]) and passage.lower[index - 1] in ("by", "of", "from", "with"):
            return passage.lower[index]
    return ""


def happenings_in(passage: Passage, first: int, last: int, times: Sequence[tuple[int, int, str]]) -> list[Happening]:
    """Give what one sentence tells with its time: each happening takes the nearer of the times around it."""
    found, starts = [], [time[0] for time in times]
    for at in range(first, last):
        kind = kinds().get(passage.lower[at])
        if kind:
            here = bisect_left(starts, at)
            behind = _looked_back_at(passage, first, at)
            beside = [time for time in times[max(0, here - 1) : here + 1] if time[0] >= behind]
            if not beside:
                continue
            value = min(beside, key=lambda time: _distance(passage, at, time))[2]
            near = range(max(first, at - NEAR), min(last, at + NEAR))
            names = frozenset(passage.lower[i] for i in near if _is_name(passage.words[i]))
            found.append(Happening(kind, names, value, passage.starts[at], _phase(passage, at, first)))
    return found


def _looked_back_at(passage: Passage, first: int, at: int) -> int:
    """Index from which on a time is a happening's own: behind "after", "since" or "in the wake of"; else the first."""
    for index in range(at - 1, max(first, at - LOOKED_BACK) - 1, -1):
        if passage.words[index] in _STOPS:
            return first
        if passage.lower[index] in _BEHIND:
            return index
    return first


def _distance(passage: Passage, at: int, time: tuple[int, int, str]) -> int:
    """Count the words between; a comma or a semicolon counts for more."""
    low, high = (at, time[0]) if at < time[0] else (time[1], at)
    return high - low + 4 * sum(passage.words[i] in _STOPS for i in range(low, min(high, low + FARTHEST)))


def _phase(passage: Passage, at: int, first: int) -> str:
    """Tell whether a word begins or ends its happening: `arrived`, `wrapped up a visit`, `at the start of his trip`."""
    for index in range(at, max(first, at - 6) - 1, -1):
        phase = phases().get(passage.lower[index])
        if phase:
            return phase
    return ""


class Happenings:
    """All that a report tells with its time."""

    def __init__(self) -> None:
        self.all: dict[str, list[Happening]] = {}

    def add(self, happenings: Sequence[Happening]) -> None:
        """Take in what a sentence tells."""
        for each in happenings:
            kept = self.all.setdefault(each.kind, [])
            if len(kept) < MOST:
                kept.append(each)

    def find(self, mention: Mention) -> str | None:
        """Give the time of a happening: that of the same name, the most exact one, told nearest to the mention."""
        matches = self._matches(mention)
        if not matches:
            return None
        return min(matches, key=lambda each: (_coarseness(each.value), abs(each.at - mention.at))).value

    def start(self, mention: Mention, days: int) -> str | None:
        """Give the first day of a happening that takes so many days; told, or counted back from its last day."""
        matches = [each for each in self._matches(mention, itself=True) if grain(each.value) in ("day", "minute")]
        for phase, back in (("begin", 0), ("end", days - 1)):
            told = [each.value[:10] for each in matches if each.phase == phase]
            if told:
                return _back(max(told, key=told.count), back)
        return min(each.value[:10] for each in matches) if matches else None

    def _matches(self, mention: Mention, itself: bool = False) -> list[Happening]:
        """Give what is told of a happening elsewhere; with `itself`, by the very words of the mention too."""
        told = [each for each in self.all.get(mention.kind, ()) if itself or each.at != mention.at]
        return [each for each in told if not mention.name or mention.name in each.names]


def _back(day: str, by: int) -> str:
    return (date.fromisoformat(day) - timedelta(days=by)).isoformat()


def _coarseness(value: str) -> int:
    """Rank a value's exactness: a day before a month before a year or an interval."""
    return {"minute": 0, "day": 0, "month": 1, "year": 2}.get(grain(value), 3)

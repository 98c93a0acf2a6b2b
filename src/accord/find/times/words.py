"""Words → typed nodes: what each word can stand for in a time expression."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from accord.find.times.rules import Node
from accord.find.times.values import Day, Range
from accord.knowledge.tables import read_rows
from accord.text.calendar import month_names, weekday_names, zone_offsets
from accord.text.dates import FIRST_YEAR, LAST_YEAR, explicit_dates

_CATEGORIES_OF_NUMBERS = frozenset(("deictic", "shift", "past", "ahead", "number", "ordinal", "tens", "noon"))
_HALVES = re.compile(r"(\d{1,4}(?:[:.]\d\d)?)([ap])\.?m\.?", re.IGNORECASE)
_CLOCK = re.compile(r"(\d{1,2})[:.](\d\d)(?::\d\d)?")
_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)", re.IGNORECASE)
_DECADE = re.compile(r"(\d{2}|\d{4})s")
_SEASON_YEARS = re.compile(r"((?:19|20)\d\d)/(\d\d|\d{4})")
_PREFIXED = re.compile(r"(mid|late|early|post|pre)[-‐‑](\w+)", re.IGNORECASE)
_OF_ZONES = {"east", "west", "coast", "daylight", "standard", "summer"}
_ZONE_NAMES = {"Eastern", "Central", "Mountain", "Pacific", "Atlantic"}
_ZONE_LETTERS = {"ET", "CT", "MT", "PT"}  # they stand for one of two zones by the season


@cache
def lexicon() -> dict[str, dict[str, object]]:
    """Time words in lower case and what each can stand for: `second` → ORDINAL 2."""
    entries: dict[str, dict[str, object]] = {}
    for category, value, words in read_rows("time_words.tsv"):
        meaning: object = int(value) if category in _CATEGORIES_OF_NUMBERS else value
        for word in words.split():
            entries.setdefault(word, {})[category.upper()] = meaning
    return entries


class Typer:
    """Turns words into nodes; knows which plain words the rules of the grammar name."""

    def __init__(self, literals: Iterable[str]) -> None:
        self.known: dict[str, dict[str, object]] = {word: {word: word} for word in literals}
        for word, keys in lexicon().items():
            self.known[word] = {**keys, **self.known.get(word, {})}
        self.months, self.weekdays = month_names(), weekday_names()

    def type_words(self, words: Sequence[str], starts: Sequence[int]) -> list[Node | None]:
        """Give a node for each word that can be in a time expression, None for every other."""
        nodes: list[Node | None] = []
        for index, word in enumerate(words):
            first = word[0]
            if first.isdigit():
                self._add(nodes, word, starts[index], type_digits(word))
                continue
            lower = word.lower()
            keys = self.known.get(lower)
            if keys is None and lower in _OF_ZONES and _names_a_time(words, index):
                keys = {"PLACETIME": word}
            if first.isupper():
                named = self._type_name(word, lower, words, index)
                keys = {**(keys or {}), **named} if named else keys
            if keys is None and "-" in word and (cut := _PREFIXED.fullmatch(word)):
                nodes += self._cut(cut, starts[index])
                continue
            self._add(nodes, word, starts[index], keys)
        return nodes

    @staticmethod
    def _add(nodes: list[Node | None], word: str, start: int, keys: dict[str, object] | None) -> None:
        nodes.append(Node(start, start + len(word), keys) if keys else None)

    def _cut(self, cut: re.Match[str], start: int) -> list[Node | None]:
        """Part a word that the tokens keep whole: `mid-August` → `mid`, `August`."""
        first, second = cut.group(1), cut.group(2)
        return [
            *self.type_words([first], [start]),
            *self.type_words([second], [start + cut.start(2)]),
        ]

    def _type_name(self, word: str, lower: str, words: Sequence[str], index: int) -> dict[str, object]:
        """Type what only a capital shows: months, weekdays, zones. Short forms need a stop or a number beside them."""
        plain = lower.rstrip(".")
        keys: dict[str, object] = {}
        is_short = len(plain) <= 4 and plain not in ("june", "july")
        if plain in self.months:
            if not is_short or plain == "may" or lower != plain or _by_digits(words, index):
                keys["MONTH"] = self.months[plain]
        elif plain in self.weekdays and (not is_short or lower != plain or _by_date(words, index, self.months)):
            keys["WEEKDAY"] = self.weekdays[plain]
        if word in _ZONE_LETTERS or (word in zone_offsets() and len(word) > 1):
            keys["ZONE"] = word
        if len(word) == 2 and word[0] in "QH" and word[1] in ("1234" if word[0] == "Q" else "12"):
            keys["QUARTER" if word[0] == "Q" else "HALFYEAR"] = int(word[1])
        if word in _ZONE_NAMES:
            keys["PLACE"] = word
        if "ZONE" not in keys and _names_a_time(words, index):
            keys["PLACETIME"] = word
        return keys


def _names_a_time(words: Sequence[str], index: int) -> bool:
    """Whether a name belongs to a place's time: `Central European Time`, `Tongan time`, `US east coast time`."""
    for word in words[index + 1 : index + 4]:
        if word.lower() == "time":
            return True
        if not word[0].isupper() and word not in _OF_ZONES:
            return False
    return False


def _by_digits(words: Sequence[str], index: int) -> bool:
    near = [*words[max(0, index - 1) : index], *words[index + 1 : index + 3]]
    return any(word[0].isdigit() for word in near)


def _by_date(words: Sequence[str], index: int, months: dict[str, int]) -> bool:
    """Whether a short weekday stands before a date: `Wed, 13 Dec`; not `Sun reporters`, not `Huong Le Thu`."""
    near = [word for word in words[index + 1 : index + 4] if word not in ",."]
    return any(word[0].isdigit() or word.lower().rstrip(".") in months for word in near[:1])


def type_digits(word: str) -> dict[str, object] | None:
    """Say what a word that begins with a digit can stand for.

    >>> type_digits("12"), type_digits("1970s"), type_digits("8:17")
    ({'NUMBER': 12, 'DAYNUM': 12, 'HOUR': 12, 'TWO': 12}, {'DECADE': '197'}, {'CLOCK': (8, 17)})
    """
    if word.isascii() and word.isdigit():
        return _type_number(word)
    if ordinal := _ORDINAL.fullmatch(word):
        number = int(ordinal[1])
        return {"ORDINAL": number, "NTH": number, **({"DAYNUM": number} if 1 <= number <= 31 else {})}
    if clock := _CLOCK.fullmatch(word):
        hour, minute = int(clock[1]), int(clock[2])
        if hour > 24 or minute > 59:
            return None
        return {"CLOCK" if ":" in word else "POINTCLOCK": (hour, minute)}
    if decade := _DECADE.fullmatch(word):
        return {"DECADE": decade[1][:3]} if len(decade[1]) == 4 else {"TENS": int(decade[1])}
    return _type_compound(word)


def _type_number(word: str) -> dict[str, object] | None:
    if len(word) > 4:
        return None
    number = int(word)
    keys: dict[str, object] = {"NUMBER": number}
    if len(word) <= 2:
        keys |= {"DAYNUM": number} if 1 <= number <= 31 else {}
        keys |= {"HOUR": number} if number <= 24 else {}
        keys |= {"TWO": number} if len(word) == 2 else {}
    if len(word) == 4:
        keys |= {"YEAR": number} if FIRST_YEAR <= number <= LAST_YEAR else {}
        keys |= {"HOURS": (number // 100, number % 100)} if number < 2400 and number % 100 < 60 else {}
    return keys


def _type_compound(word: str) -> dict[str, object] | None:
    if season := _SEASON_YEARS.fullmatch(word):
        first = int(season[1])
        last = int(season[2]) if len(season[2]) == 4 else first // 100 * 100 + int(season[2])
        return {"YEARS": Range(Day(first), Day(last))} if 0 < last - first < 10 else None
    if half := _HALVES.fullmatch(word):
        hour, _, minute = half[1].replace(".", ":").partition(":")
        return {"HALFCLOCK": (int(hour) % 12 + (12 if half[2].lower() == "p" else 0), int(minute or 0))}
    if "/" in word or "." in word:
        found = explicit_dates(word)
        if len(found) == 1 and found[0][1] - found[0][0] == len(word) and len(found[0][2]) == 10:
            year, month, day = found[0][2].split("-")
            return {"DAYS": Day(int(year), int(month), int(day))}
    return None

"""Whether words that can be a date are one here: not "Theresa May", "Super Tuesday", "1885 aftershocks", a score."""

from accord.find.times.passages import Passage
from accord.find.times.rules import Node

_BEFORE_DATES = frozenset(
    [
        "in",
        "since",
        "by",
        "until",
        "till",
        "from",
        "to",
        "of",
        "during",
        "before",
        "after",
        "circa",
        "c.",
        "year",
        "between",
        "and",
        "through",
        "early",
        "late",
        "mid",
        "around",
        "about",
        "the",
        "for",
        "on",
        "at",
        "as",
        "with",
        "this",
        "last",
        "next",
        "than",
        "over",
        "every",
        "each",
        "or",
        "(",
        "[",
        "-",
        "–",
        "—",
        ",",
        "/",
        "'",
        "’",
        "'s",
        "’s",
    ]
)
_PLAIN_BEFORE_YEAR = frozenset(
    [
        "in",
        "since",
        "by",
        "until",
        "till",
        "from",
        "of",
        "during",
        "before",
        "after",
        "circa",
        "c.",
        "year",
        "between",
        "through",
        "to",
        "and",
    ]
)
_COUNTING = frozenset(
    [
        "$",
        "£",
        "€",
        "¥",
        "#",
        "no.",
        "no",
        "number",
        "nr",
        "flight",
        "room",
        "resolution",
        "magnitude",
        "than",
        "least",
        "most",
        "nearly",
        "almost",
        "total",
        "some",
        "version",
        "article",
        "section",
        "rule",
        "route",
        "highway",
        "boeing",
        "bill",
        "act",
        "channel",
        "page",
        "over",
        "only",
        "up",
    ]
)
_COUNTED = frozenset(
    [
        "people",
        "persons",
        "km",
        "miles",
        "metres",
        "meters",
        "feet",
        "dollars",
        "euros",
        "men",
        "women",
        "percent",
        "%",
        "million",
        "billion",
        "kg",
        "mph",
    ]
)
_NAMED_DAYS = frozenset(
    ["super", "black", "good", "ash", "bloody", "cyber", "palm", "holy", "maundy", "giving", "freaky", "manic"]
)
_PAPERS = frozenset(
    ["times", "herald", "telegraph", "mirror", "post", "mail", "express", "star", "world", "night", "tribune"]
)
_AMBIGUOUS = frozenset(["may", "march"])
_CLOCK_BEFORE = frozenset(
    [
        "at",
        "by",
        "around",
        "about",
        "until",
        "till",
        "before",
        "after",
        "from",
        "since",
        "to",
        "and",
        "-",
        "–",
        "between",
        "approximately",
        "circa",
        "(",
        "on",
    ]
)
_BEFORE_COUNTED = _BEFORE_DATES - {",", "with", "and", "than", "over", "of", "for", "at", "about"}
_FIRST_NEAR_YEAR, _LAST_NEAR_YEAR = 1950, 2035
_FIRST_SURE_YEAR, _LAST_SURE_YEAR = 1800, 2100


def is_plausible(node: Node, passage: Passage) -> bool:
    """Whether a phrase is a time where it stands."""
    first, last = passage.index_at(node.start), passage.index_after(node.end)
    for key, rule in _RULES.items():
        if key in node.keys and not rule(passage, first, last):
            return False
    return True


def _year(passage: Passage, first: int, last: int) -> bool:
    before, after = passage.before(first).lower(), passage.after(last)
    if before in _COUNTING or after.lower() in _COUNTED or _is_coded(passage, first, last):
        return False
    year = int(passage.words[first]) if passage.words[first].isdigit() else 0
    if not _FIRST_SURE_YEAR <= year <= _LAST_SURE_YEAR and before not in _PLAIN_BEFORE_YEAR:
        return False
    is_counted = (
        after.islower() and after.isalpha() and after[-1] == "s" and after[-2:-1] not in "usi" and len(after) > 3
    )
    return not is_counted or before in _BEFORE_COUNTED or (before == "," and _FIRST_NEAR_YEAR < year <= _LAST_NEAR_YEAR)


def _is_coded(passage: Passage, first: int, last: int) -> bool:
    """Whether a hyphen ties a number to a code: `2019-nCoV`, `KC-2000`; not `2010-present`, `1990-91`."""
    if first and passage.words[first - 1] in "-/" and passage.starts[first] == passage.starts[first - 1] + 1:
        return (
            first > 1
            and not passage.words[first - 2].isdigit()
            and passage.lower[first - 2] not in ("pre", "post", "mid")
        )
    after, second = passage.after(last), passage.after(last, 1)
    return after == "-" and any(letter.isupper() for letter in second)


def _month(passage: Passage, first: int, last: int) -> bool:
    word, before, after = passage.lower[first], passage.before(first), passage.after(last)
    if word not in ("may", "march", "april", "june", "august", "jan", "mar"):
        return True
    if passage.tags[first] == "AUX" or (passage.tags[first] == "VERB" and word in _AMBIGUOUS):
        return False
    if before.lower() in _BEFORE_DATES and before != ",":
        return word not in _AMBIGUOUS or not (before.lower() in ("the", "to", "and", "or") and after.lower() == "be")
    if before[:1].isupper() or before == ",":
        return before == "," and not after[:1].isalpha() and word not in _AMBIGUOUS
    return word not in _AMBIGUOUS and not after[:1].isupper() and before != ""


def _weekday(passage: Passage, first: int, last: int) -> bool:
    before, after = passage.before(first), passage.after(last)
    if before[:1].isupper() and before.lower() in _NAMED_DAYS:
        return False
    return not (after[:1].isupper() and after.lower() in _PAPERS)


def _deictic(passage: Passage, first: int, last: int) -> bool:
    before = passage.before(first)
    is_of_now = before.lower() == "of" and passage.before(first, 2).lower() != "as"
    return before != "USA" and not is_of_now and before.lower() not in ("am", "is", "are")


def _clock(passage: Passage, first: int, last: int) -> bool:
    return last - first > 1 or passage.before(first).lower() in _CLOCK_BEFORE


def _quarter(passage: Passage, first: int, last: int) -> bool:
    """Leave alone the halves and quarters of a match: a half needs its year, a quarter a preposition."""
    words = passage.lower[first:last]
    if any(word.isdigit() or word == "year" for word in words):
        return True
    return "half" not in words and passage.before(first).lower() in ("in", "for", "since", "of", "during", "from")


def _feast(passage: Passage, first: int, last: int) -> bool:
    is_alone = last - first == 1
    return not is_alone or passage.before(first).lower() in _BEFORE_DATES - {"the", "this", "of"}


_RULES = {
    "BAREYEAR": _year,
    "BAREMONTH": _month,
    "WD": _weekday,
    "DEICTIC_DAY": _deictic,
    "BARECLOCK": _clock,
    "QTR": _quarter,
    "FEAST": _feast,
}

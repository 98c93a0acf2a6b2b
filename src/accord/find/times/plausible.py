"""Whether words that can be a date are one here: not "Theresa May", "Super Tuesday", "1885 aftershocks", a score."""

from functools import cache

from accord.find.times.passages import Passage
from accord.find.times.rules import Node
from accord.knowledge.tables import read_rows

_MARKS_BEFORE = frozenset(["(", "[", "-", "–", "—", ",", "/", "'", "’", "‘", '"', "“", ":", ";", "'s", "’s"])
_AMBIGUOUS = frozenset(("may", "march"))
_NAMES = frozenset(("may", "march", "april", "june", "august", "jan", "mar"))
_FIRST_NEAR_YEAR, _LAST_NEAR_YEAR = 1950, 2035
_FIRST_SURE_YEAR, _LAST_SURE_YEAR = 1800, 2100
_DAY_OF_NAME = 3  # words of "the 17 May"


@cache
def neighbours(kind: str) -> frozenset[str]:
    """Words that tell by standing beside a date, or beside what is none."""
    return frozenset(word for row, words in read_rows("date_neighbours.tsv") if row == kind for word in words.split())


def is_plausible(node: Node, passage: Passage) -> bool:
    """Whether a phrase is a time where it stands."""
    first, last = passage.index_at(node.start), passage.index_after(node.end)
    if _is_of_a_name(passage, first, last):
        return False
    return all(rule(passage, first, last) for key, rule in _RULES.items() if key in node.keys)


def _is_of_a_name(passage: Passage, first: int, last: int) -> bool:
    """Whether a day and month are part of a name: `the 17 May Brigade`; not `the 17 May talks`, `On 17 May Ruiz`."""
    words = passage.lower[first:last]
    if len(words) != _DAY_OF_NAME or words[0] != "the" or not words[1].isdigit() or not words[2].isalpha():
        return False
    after = passage.after(last)
    return after[:1].isupper() and passage.tag(last) in ("PROPN", "NOUN", "")


def _year(passage: Passage, first: int, last: int) -> bool:
    at = last - 1
    if _is_count(passage, at):
        return False
    before, after = passage.before(at).lower(), passage.after(last)
    if before in neighbours("counting") or after.lower() in neighbours("counted") or _is_coded(passage, at, last):
        return False
    if last - first > 1 and (after[:1].isalnum() and after.lower() not in neighbours("before_date")):
        return False
    year = int(passage.words[at]) if passage.words[at].isdigit() else 0
    is_bracketed = before == "(" and after == ")"
    if not _FIRST_SURE_YEAR <= year <= _LAST_SURE_YEAR and before not in neighbours("before_year") and not is_bracketed:
        return False
    is_counted = _is_plural(after) and passage.tag(last) != "VERB" and passage.tree.labels[at] != "compound"
    return not is_counted or before in neighbours("before_counted") or _is_near(year, passage.before(at))


def _is_count(passage: Passage, at: int) -> bool:
    """Whether the tree takes a number for one that counts: `its roughly 2000 Thai stores`; not `2019 elections`."""
    if passage.tree.labels[at] != "nummod" or passage.tree.heads[at] < at:
        return False
    counted = passage.tree.heads[at]
    return passage.tag(counted) == "NOUN" and "Number=Plur" in passage.tree.feats[counted]


def _is_plural(word: str) -> bool:
    return len(word) > 3 and word.islower() and word.isalpha() and word[-1] == "s" and word[-2] not in "usi"


def _is_near(year: int, before: str) -> bool:
    """Whether a year of our own time stands after a name, a comma or "of", where a count would be strange."""
    is_named = before[:1].isupper() or before.lower() in ("of", ",", "upcoming", "'s", "’s")
    return is_named and _FIRST_NEAR_YEAR < year <= _LAST_NEAR_YEAR and year % 100 != 0


def _is_coded(passage: Passage, at: int, last: int) -> bool:
    """Whether a hyphen ties a number to a code: `2019-nCoV`, `KC-2000`; not `2010-present`, `1990-91`."""
    if at and passage.words[at - 1] in "-/" and passage.starts[at] == passage.starts[at - 1] + 1:
        return at > 1 and not passage.words[at - 2].isdigit() and passage.lower[at - 2] not in ("pre", "post", "mid")
    after, second = passage.after(last), passage.after(last, 1)
    return after == "-" and (any(letter.isupper() for letter in second) or (second.isdigit() and len(second) == 3))


def _month(passage: Passage, first: int, last: int) -> bool:
    word, before, after = passage.lower[first], passage.before(first), passage.after(last)
    if word not in _NAMES:
        return True
    if passage.tags[first] == "AUX" or (passage.tags[first] == "VERB" and word in _AMBIGUOUS):
        return False
    low = before.lower()
    if after[:1].isupper() and after.isalpha() and low not in neighbours("before_month"):
        return False
    if low in neighbours("before_date") or (before in _MARKS_BEFORE and word not in _AMBIGUOUS):
        return (
            word not in _AMBIGUOUS or low not in ("to", "and", "or", "as") or after.lower() in ("", ".", ",", ")", "of")
        )
    if before == ",":
        return not after[:1].isalpha() and word not in _AMBIGUOUS
    return not before[:1].isupper() and word not in _AMBIGUOUS and not after[:1].isupper() and before != ""


def _weekday(passage: Passage, first: int, last: int) -> bool:
    before, after = passage.before(first), passage.after(last)
    if before[:1].isupper() and before.lower() in neighbours("named_day"):
        return False
    return not (after[:1].isupper() and after.lower() in neighbours("paper"))


def _deictic(passage: Passage, first: int, last: int) -> bool:
    before = passage.before(first)
    is_now = (
        before.lower() == "of" and passage.before(first, 2).lower() != "as" and passage.after(last) not in ("'s", "’s")
    )
    return before != "USA" and not is_now and before.lower() not in ("am", "is", "are")


def _clock(passage: Passage, first: int, last: int) -> bool:
    return (
        last - first > 1 or passage.before(first).lower() in neighbours("before_clock") or passage.before(first) == "("
    )


def _quarter(passage: Passage, first: int, last: int) -> bool:
    """Leave alone the halves and quarters of a match: a half needs its year, a quarter a preposition."""
    words = passage.lower[first:last]
    if any(word.isdigit() or word == "year" for word in words):
        return True
    return "half" not in words and passage.before(first).lower() in ("in", "for", "since", "of", "during", "from")


def _feast(passage: Passage, first: int, last: int) -> bool:
    return last - first > 1 or passage.before(first).lower() in neighbours("before_feast")


def _moment(passage: Passage, first: int, last: int) -> bool:
    """Leave alone what comes back: `every day at 6 p.m.`, `daily from`, hours of opening."""
    near = passage.lower[max(0, first - 4) : first]
    return not any(word in ("every", "each", "daily", "nightly", "weekdays", "usually", "typically") for word in near)


def _recent(passage: Passage, first: int, last: int) -> bool:
    """Leave `as recently as 1995` to its year, and alone what is recent to another day: `had recently met`."""
    if passage.lower[first] != "recently":
        return True
    before = passage.before(first).lower()
    if (
        before in ("as", "most", "more", "relatively", "fairly", "the", "a", "an", "had")
        or passage.after(last) == "had"
    ):
        return False
    governor = passage.tree.heads[first]
    is_quality = governor >= 0 and (passage.tag(governor) == "ADJ" or passage.tree.labels[governor] == "amod")
    return not is_quality and not any(passage.lower[i] == "had" for i in passage.tree.helpers(governor))


def _within(passage: Passage, first: int, last: int) -> bool:
    """Keep `within two weeks` where it counts from now on; `had closed within a year` tells how long it took."""
    return passage.quoted[first] or passage.lean(first, last) >= 0


def _never(passage: Passage, first: int, last: int) -> bool:
    return False


_RULES = {
    "AT": _moment,
    "DAILY": _never,
    "RECENT": _recent,
    "WITHIN": _within,
    "BAREYEAR": _year,
    "BAREMONTH": _month,
    "WD": _weekday,
    "DEICTIC_DAY": _deictic,
    "BARECLOCK": _clock,
    "QTR": _quarter,
    "FEAST": _feast,
}

"""What a bare number counts, told by the words around it: years of age, people, votes, or what was counted before."""

from msgspec.structs import replace

from accord.find.figures.amounts import read_single
from accord.find.figures.lines import DASHES, Amount, Line
from accord.knowledge.quantities import contest_words, is_plural, phrase_stops, pluralise, word_list, words_for

_OLDEST = 120
_LIST = 4  # numbers of one list that are looked over
_REACH = 8  # tokens on either side that tell what a bare number counts


def as_listed(line: Line, amount: Amount) -> Amount:
    """Give a bare number the measure said once, behind the last of a list: `27 and 29 years old`, `5, 6 and 7 km`."""
    if amount.unit or amount.value is None or amount.kind != "number" or amount.scale != 1:
        return amount
    at = amount.last
    for _ in range(_LIST):
        if line.at(at) != "," or not line.at(at + 1)[:1].isdigit():
            break
        at += 2
    if line.at(at) not in ("and", "or") or not line.at(at + 1)[:1].isdigit():
        return amount
    other = read_single(line, at + 1)
    if other is None or other.kind not in ("measure", "age"):
        return amount
    return replace(amount, unit=other.unit, kind=other.kind)


def as_age(line: Line, amount: Amount) -> Amount:
    """Make an age of a bare number that is one: `aged 17`, `at the age of 85`, `Ali, 53, said`, `He was 86.`"""
    top = amount.value if amount.value is not None else amount.most
    if amount.unit or amount.kind != "number" or top is None or top > _OLDEST or amount.scale != 1:
        return amount
    if any(is_age(line, amount) for is_age in (_follows_age_word, _stands_apart, _is_said_of, _bounds_people)):
        return replace(amount, unit="years", kind="age")
    return amount


def _follows_age_word(line: Line, amount: Amount) -> bool:
    first = amount.first
    index = first - 1
    while index >= max(0, first - 4) and line.low[index] in words_for("before-age"):
        index -= 1
    if line.at(index) in words_for("age-words"):
        return True
    return line.at(first - 1) == "at" and line.at(first - 2) in words_for("dying")


def _stands_apart(line: Line, amount: Amount) -> bool:
    """Whether the number stands between commas behind a name or a person: `Adamowicz, 53, has`, `brother, 22, was`."""
    if line.at(amount.first - 1) != "," or line.at(amount.last) not in (",", ".", ")", ";", ""):
        return False
    return amount.first > 1 and amount.last - amount.first == 1 and _is_person(line, amount.first - 2)


def _is_person(line: Line, at: int) -> bool:
    if line.words[at].istitle() or line.low[at] in word_list("persons.txt"):
        return True
    return at == 1 and line.low[0] in ("the", "a", "an", "his", "her") and not is_plural(line.low[1])


def _is_said_of(line: Line, amount: Amount) -> bool:
    """Whether it is said of somebody: `he was 86.`, `when she was 18 and`."""
    index = amount.first - 1
    while line.at(index) in words_for("before-age"):
        index -= 1
    if line.at(index) not in words_for("being") or line.at(amount.last) not in words_for("after-being") | {""}:
        return False
    is_named = index > 1 and line.words[index - 1].istitle() and line.at(amount.last) in (".", "")
    return line.at(index - 1) in words_for("beings") or is_named


def _bounds_people(line: Line, amount: Amount) -> bool:
    """Whether people are told apart by it: `those under 19`, `men over 60`."""
    if line.at(amount.first - 1) not in ("under", "over", "above", "below"):
        return False
    who = line.at(amount.first - 2)
    return who in words_for("age-bearers") or line.at(amount.first - 2) in word_list("persons.txt")


def unit_by_context(line: Line, amount: Amount, previous: str | None) -> str | None:
    """Unit of a bare number: what it is a part of, votes, people, else the unit of the number before it."""
    part = _whole(line, amount.last)
    if part:
        return part
    if "magnitude" in line.low[max(0, amount.first - 3) : amount.first]:
        return "magnitude"
    if _is_result(line, amount) or previous == "votes":
        return "votes" if _is_near(line, amount, "contest_words.txt", "votes") else None
    if _is_near(line, amount, "people_words.txt"):
        return "people"
    return previous if amount.kind == "number" and _is_elliptic(line, amount.last) else None


def _is_elliptic(line: Line, last: int) -> bool:
    """Whether the noun is left out behind a number, so that the one before is meant: `26 delegates, and hers 7.`"""
    after = line.at(last)
    return not after[:1].isalpha() or after in phrase_stops()


def _whole(line: Line, at: int) -> str | None:
    """Noun of the whole that a number is taken from: `43 of the 120 seats`, `7 out of 20 suspected cases`."""
    at += line.at(at) == "out"
    if line.at(at) != "of":
        return None
    for index in range(at + 1, min(len(line), at + _REACH)):
        word = line.low[index]
        if not (word[0].isalnum() or word in ("'s", "’s", "-")) or word in ("and", "or", "by", "in", "who"):
            return None
        if is_plural(word) and line.at(index + 1) not in ("'s", "’s"):
            return pluralise(line.words[index]) if line.words[index][0].isupper() else word
    return None


def _is_result(line: Line, amount: Amount) -> bool:
    """Whether the number is half of a result: `61-38`, `a vote of 88 to 81`."""
    joints = (line.at(amount.first - 1), line.at(amount.last))
    return any(joint in DASHES for joint in joints) or (
        "to" in joints and not contest_words().isdisjoint(_nearby(line, amount))
    )


def _is_near(line: Line, amount: Amount, name: str, kind: str = "") -> bool:
    return not word_list(name, kind).isdisjoint(_nearby(line, amount))


def _nearby(line: Line, amount: Amount) -> tuple[str, ...]:
    return line.low[max(0, amount.first - _REACH) : amount.first] + line.low[amount.last : amount.last + 6]

"""Number words that count nothing: `one of the`, `no one`, `the two sides`, `two-way`, `several years ago`."""

from accord.find.figures.lines import Amount, Line
from accord.knowledge.quantities import comparators, word_list, words_for
from accord.knowledge.units import measure_kinds, phrase_before

_SINCE = 10  # tokens before `in six years` among which `first` may stand
_REACH = 6  # tokens behind `one` in which something may befall people
_QUOTES = frozenset("\"'“‘«„")


def is_idiom(line: Line, amount: Amount, *, has_noun: bool) -> bool:
    """Whether the number, spelled out, is said of nothing counted."""
    if line.is_hyphen(amount.last):
        compound = line.at(amount.last + 1)
        return compound in word_list("lexical_compounds.txt") or (compound.endswith("ed") and amount.unit is None)
    if amount.unit and measure_kinds().get(amount.unit) == "time" and _is_anchor(line, amount):
        return True
    if not amount.spelled or (amount.unit is not None and amount.kind != "vague"):
        return False
    if _is_name(line, amount):
        return True
    if amount.value == 2:
        return line.at(amount.first - 1) == "the" and (not has_noun or _is_pair(line, amount))
    return line.low[amount.first] == "one" and amount.value == 1 and _is_loose_one(line, amount, has_noun=has_noun)


def _is_anchor(line: Line, amount: Amount) -> bool:
    """Whether a length of time only places something (`two days after the vote`), or is too loose (`several years`)."""
    if amount.kind == "vague" and amount.least is not None:
        return amount.least < 20 or line.low[amount.first] == "few"
    if amount.unit in ("hours", "minutes", "seconds") or amount.kind == "age":
        return False
    if _is_placed(line, amount):
        return True
    after = line.at(amount.last)
    if after in ("after", "before") and is_compared(line, amount):
        return False
    return after in words_for("anchors")


def _is_placed(line: Line, amount: Amount) -> bool:
    """Whether the length is a time's: of a visit (`a two-day visit`), or since when (`the first in six years`)."""
    if line.is_hyphen(amount.last - 2) and not words_for("occasions").isdisjoint(
        line.low[amount.last : amount.last + 3]
    ):
        return True
    if line.at(amount.first - 1) not in ("in", "for"):
        return False
    earlier = line.low[max(0, amount.first - _SINCE) : amount.first - 1]
    return any(word in ("first", "last", "latest") or (len(word) > 5 and word.endswith("est")) for word in earlier)


def is_compared(line: Line, amount: Amount) -> bool:
    """Whether a comparator stands before the amount: `less than two weeks`."""
    found = phrase_before(comparators("before"), line.low, amount.first)
    return found is not None and found[0] != "="


def _is_name(line: Line, amount: Amount) -> bool:
    """Whether a capital inside a sentence makes a name of the words: `Six Flags`, `the Group of Seven`."""
    first = amount.first
    if not line.words[first][0].isupper() or not _is_inside(line, first):
        return False
    words = [word for word in line.words if word[0].isalpha() and len(word) > 3]
    return sum(word[0].isupper() for word in words) * 2 < len(words) or line.at(first - 1) in ("of", "the")


def _is_inside(line: Line, first: int) -> bool:
    """Whether a token stands inside a sentence, where its capital is a name's, not a beginning's."""
    before = line.at(first - 1)
    if before in _QUOTES:
        return line.at(first - 2)[-1:].isalnum() and line.words[min(first + 1, len(line) - 1)][0].isupper()
    return before[-1:].isalnum() or before in (",", ";")


def _is_pair(line: Line, amount: Amount) -> bool:
    """Whether `the two` stands before a word for the parties of a relation: `the two sides`."""
    for word in line.low[amount.last : amount.last + 3]:
        if word in word_list("party_nouns.txt"):
            return True
        if not word.isalpha():
            return False
    return False


def _is_loose_one(line: Line, amount: Amount, *, has_noun: bool) -> bool:
    before, after = line.at(amount.first - 1), line.at(amount.last)
    if before in ("least", "than", "only", "just", "about"):
        return after in ("of", "who", "that", "another")
    if before in words_for("not-before-one") or after in words_for("not-after-one") or not after:
        return True
    if has_noun:
        opens = (
            amount.first == 0
            or before in ("said", "says")
            or (not before[-1:].isalnum() and before not in (",", "and"))
        )
        return before in words_for("place-before-one") or (opens and not _befalls(line, amount.last))
    return before not in ("and", ",") and before not in word_list("people_words.txt") and amount.first > 0


def _befalls(line: Line, last: int) -> bool:
    """Whether what happened to people follows close by: `One soldier was killed`."""
    return not word_list("people_words.txt").isdisjoint(line.low[last : last + _REACH]) or line.at(last) == "more"

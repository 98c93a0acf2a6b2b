"""The noun that a number counts."""

from accord.find.figures.lines import Amount, Line
from accord.find.figures.trees import head_by_tree
from accord.knowledge.quantities import comparators, is_plural, phrase_stops, pluralise, word_list, words_for
from accord.knowledge.units import phrase_at

_REACH = 9  # tokens behind a number among which its noun is looked for
_PARTICIPLES = ("ed", "ing")


def find_noun(line: Line, amount: Amount) -> tuple[int, int] | None:
    """First and last token (end-exclusive) of the noun phrase that an amount counts, None where none is written.

    `36 [agreements]`, `three [of the victims]`, `20 [federal hate crime charges]`.
    """
    start = amount.last
    behind = phrase_at(comparators("after"), line.low, start)
    start = behind[1] if behind else start
    if line.is_hyphen(start):
        return _compound(line, start + 1)
    if line.at(start) == "of":
        return _partitive(line, start)
    head = head_by_tree(line, amount, alone=is_one(amount))
    if head is None:
        head = _head_by_words(line, start, alone=is_one(amount))
    if head is None and (line.at(start) in words_for("people-adjectives") or _is_attributive(line, amount)):
        head = start
    return (start, head + 1) if head is not None else None


def _is_attributive(line: Line, amount: Amount) -> bool:
    """Whether the noun behind stands in the singular before another: `a 149 vote margin`."""
    if line.at(amount.first - 1) not in ("a", "an") or amount.value is None or amount.value != int(amount.value):
        return False
    behind = line.low[amount.last : amount.last + 2]
    return len(behind) == 2 and all(word.isalpha() and word not in phrase_stops() for word in behind)


def is_one(amount: Amount) -> bool:
    """Whether the amount is a single thing, whose noun is no plural."""
    return amount.value == 1 and amount.least is None


def _compound(line: Line, at: int) -> tuple[int, int] | None:
    """Read the noun tied to a number by a hyphen: `55-member`, `21-gun`."""
    word = line.at(at)
    if not word.isalpha() or word in word_list("lexical_compounds.txt") or word in words_for("not-compound"):
        return None
    return at, at + 1


def _partitive(line: Line, start: int) -> tuple[int, int] | None:
    """Read what a part is taken from: `two of the victims`, `20 of them`, `dozens of aspects`."""
    at = start + 1
    while line.at(at) in words_for("determiners") or line.at(at) == "all":
        at += 1
        if line.low[at - 1] in words_for("pronouns"):
            return start, at
    if at >= len(line) or line.low[at][0].isdigit():
        return None
    head = _head_by_words(line, at, alone=False)
    return (start, head + 1) if head is not None else None


def _head_by_words(line: Line, start: int, *, alone: bool) -> int | None:
    """Token of the noun behind a number, told by its words alone."""
    plural, latest = None, None
    for index in range(start, min(len(line), start + _REACH)):
        word = line.low[index]
        if _is_passed(line, index, start):
            continue
        if not word[0].isalpha():
            break
        is_noun = is_plural(word) and (word not in phrase_stops() or index == start)
        is_noun = is_noun or (alone and index == start and word in words_for("countable-one"))
        if word in phrase_stops() and not is_noun and not _is_modifier(line, index, alone=alone):
            break
        if is_noun:
            plural = index
            if not is_plural(line.at(index + 1)) or line.at(index + 1) in phrase_stops():
                break
        elif plural is not None:
            break
        latest = index
    return latest if alone and plural is None else plural


def _is_passed(line: Line, index: int, start: int) -> bool:
    """Whether a token is passed over on the way to the noun: hyphens, `'s`, an opening quote, `F-16` jets."""
    word = line.low[index]
    if line.is_hyphen(index) or word in words_for("passed") or (index == start and word in words_for("quotes")):
        return True
    return word[0].isdigit() and (line.is_hyphen(index + 1) or line.is_hyphen(index - 1))


def _is_modifier(line: Line, index: int, *, alone: bool) -> bool:
    """Whether a word that could be a verb stands before a noun: `confirmed cases`, `injured people`."""
    word, after = line.low[index], line.at(index + 1)
    if not word.endswith(_PARTICIPLES) and word not in words_for("participles"):
        return False
    if alone:
        return after.isalpha() and after not in phrase_stops()
    return is_plural(after) or (is_plural(line.at(index + 2)) and after not in phrase_stops() and after.isalpha())


def unit_of(line: Line, noun: tuple[int, int], previous: str | None) -> str:
    """Unit that a counted noun gives, in the plural: `36 agreements` → agreements; `of them` goes back to the last."""
    word = line.words[noun[1] - 1]
    if word.lower() in words_for("pronouns"):
        return previous or "people"
    if word.lower() in words_for("people-adjectives"):
        return "people"
    return pluralise(word)

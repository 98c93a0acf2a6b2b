"""Numbers that are no figures: years, days, clock times, names, labels, telephone numbers."""

from accord.find.figures.idioms import is_idiom
from accord.find.figures.lines import DASHES, Amount, Line
from accord.knowledge.quantities import comparators, is_plural, word_list, words_for
from accord.knowledge.units import phrase_before
from accord.text.calendar import month_names, zone_offsets

FIRST_YEAR, LAST_YEAR = 1000, 2199
_LIST = 4  # labels of one list that are looked back over
_LINKS = DASHES | {"and", "or", ",", "to"}
NEAR_YEARS = range(1900, 2101)  # a bare number among them is most likely a year


def is_barred(line: Line, amount: Amount, *, has_noun: bool) -> bool:
    """Whether the number is none to give, whatever stands around it."""
    if amount.kind == "money":
        return False
    if _is_part_of_word(line, amount) or is_idiom(line, amount, has_noun=has_noun):
        return True
    if amount.kind in ("vague", "share"):
        return False
    if _is_label(line, amount, has_noun=has_noun):
        return True
    if amount.unit is not None:
        return False
    if line.at(amount.first - 1) == "per":  # `seven deaths per 100,000`
        return True
    if (
        _is_clock(line, amount.last)
        or _is_day(line, amount, has_noun=has_noun)
        or _is_telephone(line, amount)
        or _is_item(line, amount)
    ):
        return True
    return _is_year(line, amount, has_noun=has_noun)


def _is_part_of_word(line: Line, amount: Amount) -> bool:
    """Whether the number is tied into a word: `COVID-19`, `F-16`, `mid-2019`, `5G`, `#9`, `9/11`."""
    first, last = amount.first, amount.last
    before, after = line.at(first - 1), line.at(last)
    if line.is_hyphen(first - 1) and line.at(first - 2)[-1:].isalpha():
        return line.at(first - 2) not in ("to", "or", "and", "magnitude")
    if line.is_glued(first) and (before[-1:].isalnum() or before in (".", "#", "/", "@", "_", ":", "+", "№", "§")):
        return True
    if amount.unit is not None or not line.is_glued(last):
        return False
    return after[:1].isalpha() or after in ("/", "_", ":", "°", "x") or (after == "+" and line.is_glued(last + 1))


def _is_label(line: Line, amount: Amount, *, has_noun: bool) -> bool:
    """Whether the number names one of a list: `Article 5`, `round 2`, `Boeing 737`, `10 Downing Street`."""
    at = amount.first - 1
    while line.at(at) in ("-", "(", "#") and at >= amount.first - 2:
        at -= 1
    before = line.at(at)
    if before in word_list("label_nouns.txt", "always") or _is_listed(line, amount.first):
        return True
    if before == "." and line.at(at - 1) in ("no", "nos", "vol") and line.is_glued(at):
        return True
    if has_noun or amount.unit is not None:
        return False
    if before in word_list("label_nouns.txt", "bare"):
        return True
    street = line.low[amount.last : amount.last + 3]
    if not word_list("label_nouns.txt", "after").isdisjoint(street) and line.words[amount.last][0].isupper():
        return True
    return _is_named(line, amount)


def _is_listed(line: Line, first: int) -> bool:
    """Whether the number goes on a list of labels: `Resolutions 242 and 338`."""
    at = first
    for _ in range(_LIST):
        if line.at(at - 1) not in _LINKS or not line.at(at - 2)[-1:].isdigit():
            return False
        at -= 2
        if line.at(at - 1) in word_list("label_nouns.txt", "always"):
            return True
    return False


def _is_named(line: Line, amount: Amount) -> bool:
    """Whether a bare number ends a name: `Apollo 11`, `Formula One`; a name that opens the sentence may be a word."""
    if any(name.first < amount.first < name.last for name in line.sentence.names):
        return True
    if line.at(amount.first - 1) == "of" and line.at(amount.first - 2) == "group":
        return line.words[amount.first - 2].istitle()
    before, number = line.words[amount.first - 1] if amount.first else "", line.words[amount.first]
    if amount.first == 1 and not before.isupper():
        return False
    if not before[:1].isupper() or (before.isupper() and len(before) > 5):
        return False
    if not number[0].isdigit():
        return number[0].isupper()
    if line.at(amount.last) in DASHES and line.at(amount.last + 1)[:1].isdigit():
        return False
    return "," not in number and amount.scale == 1 and before.lower() not in month_names()


def _is_clock(line: Line, last: int) -> bool:
    if line.at(last) in words_for("oclock") or (last < len(line) and line.words[last] in zone_offsets()):
        return True
    return line.at(last) == "(" and line.at(last + 1) in ("utc", "gmt")


def _is_day(line: Line, amount: Amount, *, has_noun: bool) -> bool:
    """Whether a day or year stands beside its month: `18 November`, `Nov. 18, 2019`; not `on Nov. 18, 1,200 people`."""
    first, last = amount.first, amount.last
    if line.at(first - 1).rstrip(".") in month_names() and line.words[first - 1][0].isupper():
        return True
    if line.at(first - 1) == "," and line.at(first - 2).isdigit() and line.at(first - 3).rstrip(".") in month_names():
        return not has_noun or (len(line.low[first]) == 4 and line.low[first].isdigit())
    return line.at(last).rstrip(".") in month_names() and line.words[last][0].isupper()


def _is_telephone(line: Line, amount: Amount) -> bool:
    """Whether digits are one of a chain (`0800 555 0199`) or open with a zero (`0800`)."""
    word = line.low[amount.first]
    if len(word) > 1 and word[0] == "0" and "." not in word:
        return True
    if _is_local(line, amount):
        return True
    if line.at(amount.last) in DASHES and len(line.at(amount.last + 1)) > 1 and line.at(amount.last + 1)[0] == "0":
        return line.at(amount.last + 1).isdigit()
    return _linked(line, amount.first, -1) + _linked(line, amount.last - 1, 1) > 1


def _is_local(line: Line, amount: Amount) -> bool:
    """Whether it is written as North American numbers are: `(202) 555-1234`."""
    tokens = line.low[amount.first : amount.last]
    if len(tokens) == 3 and tokens[1] in DASHES and [len(token) for token in tokens] == [3, 1, 4]:
        return tokens[0].isdigit() and tokens[2].isdigit()
    is_bracketed = line.at(amount.first - 1) == "(" and line.at(amount.last) == ")"
    return is_bracketed and len(tokens[0]) == 3 and line.at(amount.last + 1).isdigit()


def _linked(line: Line, at: int, step: int) -> int:
    """Count the plain numbers, two at most, that stand on one side, parted by blanks or hyphens alone."""
    for count in range(2):
        at += step
        if line.at(at) in DASHES:
            at += step
        if not line.at(at).isdigit():
            return count
    return 2


def _is_item(line: Line, amount: Amount) -> bool:
    """Whether the number opens an item of a list (`1.`, `2)`) or is a word that is spoken of (`the "19"`)."""
    before, after = line.at(amount.first - 1), line.at(amount.last)
    if before in words_for("quotes") and after in words_for("quotes"):
        return True
    return amount.first == 0 and after in (".", ")", "") and line.low[0].isdigit()


def _is_year(line: Line, amount: Amount, *, has_noun: bool) -> bool:
    """Whether four digits are a year: `in 2019`, `the 1967 borders`, `2019-20`; not `1885 aftershocks`."""
    word = line.low[amount.first]
    if not (len(word) == 4 and word.isdigit() and FIRST_YEAR <= int(word) <= LAST_YEAR) or amount.scale != 1:
        return False
    if amount.least is not None:
        return int(word) in NEAR_YEARS
    before = line.at(amount.first - 1)
    follows_noun = has_noun and is_plural(line.at(amount.last))
    if int(word) not in NEAR_YEARS:
        return before in words_for("before-old-year") and not follows_noun
    compared = phrase_before(comparators("before"), line.low, amount.first)
    if compared and compared[0] != "=" and before in words_for("not-year-before"):
        return False
    if before in words_for("before-year") or not has_noun:
        return True
    return line.words[amount.first - 1][:1].isupper() or not follows_noun if amount.first else False

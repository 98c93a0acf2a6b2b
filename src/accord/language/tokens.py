"""Text → tokens with offsets, cut as the English UD treebanks cut them, in one linear pass."""

import re
from functools import cache
from importlib.resources import files

from msgspec import Struct

_LETTERS = r"[^\W\d_](?:[^\W_]|[\u0300-\u036f])"
_DOMAINS = "com|org|net|gov|edu|info|news|int|mil|co|io|uk|eu|de|fr|vn|cn|jp|ru|in|au|ca"

# Alternatives are tried in this order at every place. Every repetition is bounded or eats its text without overlap.
_TOKEN = re.compile(
    rf"""
      (?P<web>https?://[^\s<>"“”]{{1,2000}} | www\.[^\s<>"“”]{{1,2000}}
        | (?:mailto:)?[\w.+-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}}){{1,5}}
        | (?<![\w.])[a-zA-Z0-9-]{{1,64}}(?:\.[a-zA-Z0-9-]{{1,64}}){{0,3}}\.(?:{_DOMAINS})\b(?:/[^\s<>"“”]{{0,2000}})?
        | \w[\w-]{{0,60}}\.(?i:docx?|xlsx?|pdf|txt|html?|jpe?g|png|zip)\b(?!\.\w)
        | (?<![\w.])[a-z]{{2,30}}(?:\.[a-z]{{2,30}}){{2,4}}\b(?!\.\w)
        | [^\W\d]\w{{0,60}}@\w{{1,60}}\b
        | @\w{{1,100}} | \#[^\W\d]\w{{0,100}})
    | (?P<phone>(?<![\w-])(?:(?:\d-)?\d{{3}}-)?\d{{3}}-\d{{4}}(?![\w-])|(?<!\S)\+\d{{1,3}}(?=[ (]))
    | (?P<face>(?<!\w)[:;=][-^]?[()DPp](?!\w)|\^_\^)
    | (?P<initials>(?<![\w.])(?:[^\W\d_]\.){{2,8}}(?!\w)|(?<!\w)Ph\.D\.|(?<![\w.])(?:[A-Z]\.){{1,7}}[A-Z](?![\w.])
        | (?<![\w/])(?i:[bl]/c|w/o)(?![\w/]) | (?<=\()[bcdmr]\.(?=\ \w))
    | (?P<money>(?<!\w)(?:US|HK|NT|NZ|[ACS])\$)
    | (?P<number>(?:(?<![\w.,])\.)?\d{{1,50}}(?:[.:/]\d{{1,50}}|,\d{{3}}(?!\d)){{0,20}}
        (?:(?:st|nd|rd|th|s)\b|(?<=\d0)['’]s\b)?)
    | (?P<word>{_LETTERS}{{0,200}}(?:[&][^\W\d_]{{1,3}}\b)?(?:_\w{{1,100}})*)
    | (?P<marks>\.{{2,500}}|-{{2,500}}|!{{2,500}}|\?{{2,500}}|_{{2,500}}|\*{{2,500}}|={{2,500}}|[!?]{{2,500}}
        | <{{2,500}}|>{{2,500}}|\+{{2,500}}|~{{2,500}}|\#{{2,500}}|\${{2,500}}|''|``|’’|‘‘|‘’
        | \[\.\.\.\] | \.[!?](?![.!?])|[!?]\.(?![.!?]))
    | (?P<other>\S)
    """,
    re.VERBOSE,
)
_CLITIC = re.compile(r"(?i)(?:['’‘`](?:s|m|d|ll|re|ve|em)(?![^\W_]))")
_NEXT_WORD = re.compile(r" ([^\W\d_]{1,8})(?!\w)")
_NOT = re.compile(r"(?i)(?<=[^\W\d_])n['’‘`]t(?![^\W_])")
_FUSED = {
    **dict.fromkeys(("cannot", "gonna", "wanna", "gotta", "lemme", "gimme"), 3),
    **dict.fromkeys(("dont", "wont", "cant", "aint"), 2),
    **dict.fromkeys(("didnt", "isnt", "arent", "wasnt", "hasnt"), 3),
    **dict.fromkeys(("doesnt", "havent"), 4),
    **dict.fromkeys(("couldnt", "wouldnt"), 5),
    "shouldnt": 6,
    "alot": 1,
    "outta": 3,
    "thats": 4,
    "im": 1,
    "ive": 1,
}
_DASH = "-‐‑"
_APOSTROPHE = "'’‘`"


class Token(Struct, frozen=True):
    """A token by its code points in the text, end-exclusive."""

    start: int
    end: int


@cache
def load_abbreviations() -> dict[str, frozenset[str]]:
    """Abbreviations by kind: always (a name or number follows), number (before a digit), final (may end a sentence)."""
    kinds: dict[str, set[str]] = {"always": set(), "number": set(), "final": set()}
    for line in _read_lines("abbreviations.txt"):
        kind, word = line.split(" ", 1)
        kinds[kind].add(word)
    return {kind: frozenset(words) for kind, words in kinds.items()}


@cache
def load_words(name: str) -> frozenset[str]:
    """Words of one of the folder's lists: `prefixes.txt`, `starters.txt`."""
    return frozenset(word for line in _read_lines(name) for word in line.split())


def _read_lines(name: str) -> list[str]:
    source = files("accord.language").joinpath(f"data/{name}").read_text(encoding="utf-8")
    return [line for line in source.splitlines() if line and not line.startswith("#")]


def split_tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Cut a stretch of a text into tokens; offsets are the whole text's.

    >>> text = "It won't cost $175.6m, the U.S.-led group's Dr. Ho said."
    >>> " ".join(text[t.start:t.end] for t in split_tokens(text))
    "It wo n't cost $ 175.6 m , the U.S. - led group 's Dr. Ho said ."
    """
    end = len(text) if end is None else end
    pieces: list[Token] = []
    position = start
    while match := _TOKEN.search(text, position, end):
        position = _take(text, match, end, pieces)
    return pieces


def _take(text: str, match: re.Match[str], end: int, pieces: list[Token]) -> int:
    """Add the token or tokens that a match stands for; give where the next search begins."""
    first, last = match.span()
    kind = match.lastgroup
    if kind == "web":
        last = _trim_address(text, first, last)
    elif kind == "word":
        return _take_word(text, first, last, end, pieces)
    elif kind == "other" and (clitic := _CLITIC.match(text, first, end)) and _follows(text, first, pieces):
        last = clitic.end()
    pieces.append(Token(first, last))
    return last


def _follows(text: str, first: int, pieces: list[Token]) -> bool:
    return bool(pieces) and pieces[-1].end == first and (text[first - 1].isalnum() or text[first - 1] in ".)%")


def _trim_address(text: str, first: int, last: int) -> int:
    """Leave the stop, comma or bracket after an address to the sentence: `(see www.un.org).` → `www.un.org`."""
    while last - first > 1 and text[last - 1] in ".,;:!?)]}'’":
        last -= 1
    return last


def _take_word(text: str, first: int, last: int, end: int, pieces: list[Token]) -> int:
    word = text[first:last]
    if last < end and text[last] in _APOSTROPHE:
        if (negation := _NOT.match(text, last - 1, end)) and last - first > 1:
            pieces += [Token(first, last - 1), Token(last - 1, negation.end())]
            return negation.end()
        if longer := _inner_apostrophe(text, first, last, end):
            last = longer
    elif last < end and text[last] == "." and _keeps_stop(text, word, last, end):
        last += 1
    elif last < end and text[last] in _DASH and (longer := _prefixed(text, word, last, end)):
        last = longer
    elif (cut := _find_cut(text, word, last, end)) and not word.isupper():
        pieces += [Token(first, first + cut), Token(first + cut, last)]
        return last
    pieces.append(Token(first, last))
    return last


def _find_cut(text: str, word: str, last: int, end: int) -> int:
    """Where a word written as one is cut, 0 where it is one: `can|not`, `dont`, and `its` before `a` or `not`."""
    form = word.lower()
    if form == "its" and (following := _NEXT_WORD.match(text, last, end)):
        return 2 if following.group(1).lower() in load_words("unowned.txt") else 0
    return _FUSED.get(form, 0)


def _inner_apostrophe(text: str, first: int, last: int, end: int) -> int:
    """End of a name with an apostrophe inside: `O'Brien`, `D’Arcy`, `Sana'a`; 0 where a clitic or a quote follows."""
    if _CLITIC.match(text, last, end) or last + 1 >= end or not text[last + 1].isalpha():
        return 0
    stop = last + 1
    while stop < min(end, last + 40) and text[stop].isalnum():
        stop += 1
    return stop


def _keeps_stop(text: str, word: str, last: int, end: int) -> bool:
    """Whether the stop after a word is its own: `Dr.`, `Nov. 30`, `J. Smith`, `Inc.` and the like."""
    kinds = load_abbreviations()
    after = text[last + 1 : min(end, last + 4)]
    following = after.lstrip()[:1]
    if word in kinds["always"] or (word in kinds["number"] and following.isdigit()):
        return after[:1] != "." and bool(following)
    if word == "etc" and (not following or following.isupper()):
        return False  # UD: the sentence's own stop
    if word in kinds["final"]:
        return bool(following) and not (after[:1].isalnum())
    if after[:1] in (",", ";") and len(word) <= 4 and word[:1].isupper():
        return True  # `S. F., Cal., 1859`: a sentence's stop has no comma after it
    return len(word) == 1 and word.isupper() and word != "I" and after[:1] == " " and following.isupper()


def _prefixed(text: str, word: str, last: int, end: int) -> int:
    """End of a word with a bound prefix, which UD keeps whole: `non-profit`, `re-elected`; 0 for `state-run`."""
    if word.lower() not in load_words("prefixes.txt") or last + 1 >= end or not text[last + 1].isalpha():
        return 0
    stop = last + 1
    while stop < min(end, last + 60) and text[stop].isalnum():
        stop += 1
    return stop

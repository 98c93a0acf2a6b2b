"""Candidates for a page's authors: every name that a statement gives, with what speaks for it and against it."""

import re
from collections.abc import Sequence
from functools import cache

from accord.knowledge.genders import is_given_name
from accord.knowledge.media import find_medium
from accord.read.html.headings import fold
from accord.read.html.names import is_person, never_words, words_of
from accord.read.html.statements import Statement
from accord.read.html.surroundings import ABOVE, Page

_PLACED = frozenset(
    [
        *("rel", "class", "beside", "data", "link", "people", "mail"),
        *("by", "only", "label", "inner-label", "clocked", "line", "codes", "source", "sign", "bracket"),
    ]
)
_STRONG = frozenset({"rel", "class", "link", "by", "label"})
_CLEAR = frozenset({"only", "rel", "class"})
_BODY = frozenset({"outlet", "near-outlet", "host", "medium", "desk"})
_TOP = frozenset(f"{kind}@top" for kind in _STRONG)
_HAN = re.compile(r"[\u3400-\u9fff]{2,4}|[\uac00-\ud7af]{2,4}")  # 焦鹏: names without blanks
_MARKED = frozenset({"rel", "class", "link"})
BESIDE = 2
"""Blocks between elements of one byline."""
NEXT = 3
"""Blocks right behind the headline."""
MOST = 60
"""Candidates that are looked at."""


class Candidate:
    """A name, the groups of statements that give it, their kinds, and its marks, the features that are weighed."""

    __slots__ = ("groups", "is_first", "key", "kinds", "marks", "name")

    def __init__(self, key: str, name: str) -> None:
        self.key = key
        self.name = name
        self.is_first = False
        self.groups: set[int] = set()
        self.kinds: set[str] = set()
        self.marks: set[str] = set()

    def take_form(self, name: str) -> None:
        """Take another form of the name where it is written better: in two words, not in capitals alone."""
        if (" " in name and " " not in self.name) or (self.name.isupper() and not name.isupper()):
            self.name = name


def gather(statements: Sequence[Statement], page: Page) -> list[Candidate]:
    """Return the candidates that some statements give, in their order, with all their marks."""
    found: dict[str, Candidate] = {}
    groups = group_statements(statements)
    listed = _count_listed(statements, groups)
    first = _first_strong(statements, page)
    for one, group in zip(statements, groups, strict=True):
        marks = _mark_statement(one, page, first)
        if one.mark:
            marks.add("listed" if listed[one.mark] > 2 else "unlisted")
        for name in one.names:
            key = fold(name)
            if key not in found and len(found) >= MOST:
                continue
            candidate = found.setdefault(key, Candidate(key, name))
            candidate.take_form(name)
            candidate.is_first |= name is one.names[0]
            candidate.groups.add(group)
            candidate.kinds.add(one.kinds[0].split(":")[0])
            candidate.marks |= marks
    candidates = list(found.values())
    for candidate in candidates:
        _mark_agreement(candidate)
        _mark_name(candidate, page)
        _mark_outlet(candidate, page)
        _mark_prose(candidate, page)
    _mark_rivals(candidates)
    return candidates


def group_statements(statements: Sequence[Statement]) -> list[int]:
    """Number statements, alike those that make one byline: elements marked in one way, side by side.

    >>> ada, bo = Statement(("class",), ("Ada",), 4, mark="class=author"), Statement(("line",), ("Bo",), 5)
    >>> group_statements([ada, bo, ada._replace(names=("Cy",), block=5), ada._replace(names=("Di",), block=9)])
    [0, 1, 0, 3]
    """
    last: dict[tuple[tuple[str, ...], str], tuple[int, int]] = {}
    groups: list[int] = []
    for number, one in enumerate(statements):
        group, block = last.get((one.kinds[:1], one.mark), (number, one.block))
        if one.kinds[0] not in _MARKED or one.block - block > BESIDE:
            group = number
        last[one.kinds[:1], one.mark] = group, one.block
        groups.append(group)
    return groups


def _count_listed(statements: Sequence[Statement], groups: Sequence[int]) -> dict[str, int]:
    """In how many places elements with the same attributes give names: lists of related reports give many."""
    places: dict[str, set[int]] = {}
    for one, group in zip(statements, groups, strict=True):
        places.setdefault(one.mark, set()).add(group)
    return {mark: len(some) for mark, some in places.items()}


def _first_strong(statements: Sequence[Statement], page: Page) -> int:
    """The first block of the story in which somebody is clearly said to be an author, -1 where nobody is."""
    strong = (one.block for one in statements if one.block >= page.at - ABOVE and _STRONG & set(one.kinds))
    return min((block for block in strong if page.zone(block) in ("top", "inside", "end", "navigation")), default=-1)


def _mark_statement(one: Statement, page: Page, first: int) -> set[str]:
    zone = page.zone(one.block)
    marks = {*one.kinds, f"at:{zone}", *(f"{kind}@{zone}" for kind in one.kinds if kind in _PLACED)}
    if len(one.names) > 3:
        marks.add("many")
    if one.block < 0:
        return marks
    if zone == "top" and (len(one.names) == 1 or all(map(is_person, one.names))):
        marks.add("pure@top")
    if 0 < one.block - page.at <= NEXT:
        marks.add("next")
    main = page.story.main
    if main is not None and main.first <= one.block < main.last:
        marks.add("in-main")
    if first >= 0:
        marks.add("first-strong" if one.block == first else "later" if one.block > first else "earlier")
    return marks


def _mark_agreement(one: Candidate) -> None:
    one.marks |= {f"kinds:{number}" for number in (2, 3) if len(one.kinds) >= number}
    zones = {mark for mark in one.marks if mark.startswith("at:")} - {"at:site"}
    if "at:head" in zones and len(zones) > 1:
        one.marks.add("head+page")
    if zones and "site" in one.kinds:
        one.marks.add("site+page")


def _mark_name(one: Candidate, page: Page) -> None:
    """How a name is written."""
    marks, name, words = one.marks, one.name, one.name.split()
    marks.add(f"words:{min(len(words), 4)}")
    is_given = is_given_name(words[0]) and words[0].lower() not in _articles()
    is_whole = is_person(name) or _HAN.fullmatch(name) is not None
    if not is_given and (one.key in page.outlets or one.key in page.host):
        is_whole = False  # `The Evening Herald` is written as people are
    marks |= {kind for kind, is_so in (("person", is_whole), ("given", is_given)) if is_so}
    if not one.is_first and "person" not in marks:
        marks.add("second")
    if len(words) == 1:
        shape = "lower" if name.islower() else "upper" if name.isupper() else "title" if name.istitle() else "mixed"
        marks.add(f"word:{shape}")
        marks |= {"word@top"} if marks & _TOP else set()
        marks |= {"word-next"} if "next" in marks and marks & _STRONG else set()
    if any(map(str.isdigit, name)):
        marks.add("digit")
    if any(len(word.rstrip(".")) == 1 for word in words[:-1]):
        marks.add("initial")
    if any(word[0].islower() for word in words[1:]):
        marks.add("small-inside")
    if len(one.key) > 5 and one.key in page.headline:
        marks.add("in-headline")


def _mark_outlet(one: Candidate, page: Page) -> None:
    """Whether a name is that of the site, of a medium, of a desk."""
    key, words = one.key, set(re.findall(r"\w+", one.name.lower()))
    if medium := find_medium(one.name):
        one.marks.add("agency" if medium.is_agency else "medium")
    if key in page.outlets:
        one.marks.add("outlet")
    elif len(key) > 3 and (key in page.host or (len(page.site) > 4 and page.site in key)):
        one.marks.add("host")
    elif any(len(name) > 4 and (name in key or (len(key) > 5 and key in name)) for name in page.outlets):
        one.marks.add("near-outlet")
    if words & _desk_words() or any(word.endswith("redaktion") for word in words):
        one.marks.add("desk")
    if words & never_words():
        one.marks.add("never")
    if one.name.split()[0].lower() in _articles():
        one.marks.add("article")


@cache
def _desk_words() -> frozenset[str]:
    return frozenset(words_of("desk") + words_of("body"))


@cache
def _articles() -> frozenset[str]:
    return frozenset(words_of("article"))


def _mark_prose(one: Candidate, page: Page) -> None:
    """Whether the story is about somebody."""
    if "person" not in one.marks:
        return
    last = one.name.split()[-1]
    if times := page.prose.count(one.name):
        one.marks.add("prose:1" if times == 1 else "prose:2")
    elif len(last) > 3 and page.prose.count(last) > 1:
        one.marks.add("surname-prose")


def _mark_rivals(candidates: list[Candidate]) -> None:
    """What the other candidates of the page say of each."""
    people = [
        one for one in candidates if "person" in one.marks and "outlet" not in one.marks and one.kinds != {"site"}
    ]
    heads = [one for one in people if "at:head" in one.marks]
    tops = [one for one in people if one.marks & _TOP]
    lines = [one for one in people if "only@top" in one.marks]
    others = [one for one in people if one not in heads]
    clear = [one for one in people if one.marks & _CLEAR and one.marks.isdisjoint(_BODY)]
    rank = {one.key: number for number, one in enumerate(others)}
    for one in candidates:
        rules = (
            ("rival-head", bool(heads) and one not in heads),
            ("rival-top", bool(tops) and one not in tops),
            ("rival-somebody", bool(clear) and not one.marks.isdisjoint(_BODY)),
            ("rival-line", bool(lines) and one not in lines),
            ("no-person", not people),
            ("first-page", rank.get(one.key) == 0),
            ("late-page", rank.get(one.key, 0) > 3),
        )
        one.marks |= {mark for mark, is_so in rules if is_so}
        for other in candidates:
            if other is not one:
                _mark_overlap(one, other)


def _mark_overlap(one: Candidate, other: Candidate) -> None:
    """Whether a name is part of another: `Ada` of Ada Stone."""
    if len(other.key) > 3 and other.key in one.key:
        one.marks.add("holds-other")
    elif one.key in other.key:
        one.marks.add("in-other")
    short, long = sorted((one, other), key=lambda some: len(some.key))
    if " " not in short.name and "person" in long.marks and long.name.startswith(short.name + " "):
        one.marks.add("begins" if one is short else "begun")

"""How answers about a page are compared with its annotation: one rule for every tool.

Text: F of the segments that it must and must not hold, blanks run together.
Title, strictly: the same letters and digits, however composed (NFKC), whatever their case and the signs and blanks
between them. Loosely: one holds the other whole, and the shorter is half of the longer or more; annotations differ on
whether the site's name and the line above a headline belong to it.
Author, strictly: the same words in any order, but for those that join names, degrees and e-mail addresses. Loosely: the
words of one are all in the other; annotations give one of several authors, or the outlet beside them.
Date: the same day, the first ten characters of ISO 8601; annotations that are no day of the calendar are left out.
`in page` is the share of annotated values that stand in the page at all, letters and digits alike: no tool that reads
only the page can be right more often.
"""

import html
import re
import unicodedata
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

FIELDS = ("title", "author", "date")
_EMAIL = re.compile(r"\S+@\S+\.\S+")
_JOINING = frozenset(["and", "und", "et", "y", "e", "i", "von", "by", "with", "mit", "phd", "md", "dr", "prof"])


class Answer(NamedTuple):
    """What a tool makes of a page."""

    text: str
    title: str = ""
    author: str = ""
    date: str = ""


class Case(NamedTuple):
    """One page with its annotation."""

    url: str
    gold: dict[str, object]
    data: bytes


class Counts:
    """Right answers, strictly and loosely, of those that the annotation gives; and segments of the text."""

    def __init__(self) -> None:
        self.given, self.right, self.near = (dict.fromkeys(FIELDS, 0) for _ in range(3))
        self.hits = self.wrong = self.missed = 0

    def add(self, case: Case, answer: Answer) -> None:
        """Count one page."""
        text = run_blanks(answer.text)
        must, must_not = [[run_blanks(one) for one in _segments(case, key)] for key in ("with", "without")]
        self.hits += sum(one in text for one in must)
        self.missed += sum(one not in text for one in must)
        self.wrong += sum(one in text for one in must_not)
        for field in FIELDS:
            if gold := told(case, field):
                strict, loose = COMPARE[field](gold, getattr(answer, field))
                self.given[field] += 1
                self.right[field] += strict
                self.near[field] += loose

    def shares(self) -> dict[str, float]:
        """Return the figures by the names of their columns."""
        shown = {"P": self.hits / max(1, self.hits + self.wrong), "R": self.hits / max(1, self.hits + self.missed)}
        shown["F"] = 2 * self.hits / max(1, 2 * self.hits + self.wrong + self.missed)
        for field in FIELDS:
            shown[field] = self.right[field] / max(1, self.given[field])
            shown[field + "~"] = self.near[field] / max(1, self.given[field])
        return shown


def run_blanks(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def fold(text: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", html.unescape(text))).casefold()


def _segments(case: Case, key: str) -> list[str]:
    value = case.gold[key]
    return [str(one) for one in value] if isinstance(value, list) else []


def told(case: Case, key: str) -> str:
    """Return what the annotation says; a date that is none is none."""
    value = case.gold.get(key) or ""
    text = (", ".join(map(str, value)) if isinstance(value, list) else str(value)).strip()
    return _day(text) if key == "date" else text


def _day(text: str) -> str:
    match = re.match(r"(\d{4})-(\d\d?)-(\d\d?)$", text[:10].strip())
    try:
        return date(*(int(part) for part in match.groups())).isoformat() if match else ""
    except ValueError:
        return ""


def _same_title(gold: str, answer: str) -> tuple[bool, bool]:
    first, second = sorted((fold(gold), fold(answer)), key=len)
    return first == second, bool(first) and first in second and 2 * len(first) >= len(second)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", unicodedata.normalize("NFKC", _EMAIL.sub(" ", html.unescape(text))).casefold()))


def _same_author(gold: str, answer: str) -> tuple[bool, bool]:
    first, second = (_words(text) - _JOINING for text in (gold, answer))
    return first == second, bool(first and second) and (first <= second or second <= first)


def _same_date(gold: str, answer: str) -> tuple[bool, bool]:
    return gold == answer[:10], gold == answer[:10]


COMPARE: dict[str, Callable[[str, str], tuple[bool, bool]]] = {
    "title": _same_title,
    "author": _same_author,
    "date": _same_date,
}


def share_in_page(cases: list[Case]) -> dict[str, float]:
    """Return for each field the share of annotated values that stand in the page."""
    given, held = dict.fromkeys(FIELDS, 0), dict.fromkeys(FIELDS, 0)
    for case in cases:
        markup = html.unescape(case.data.decode("utf-8", "replace"))
        letters = fold(re.sub(r"<[^>]*>", " ", markup)) + fold(markup)
        for field in FIELDS:
            if gold := told(case, field):
                given[field] += 1
                held[field] += _has_day(markup + case.url, gold) if field == "date" else fold(gold) in letters
    return {field: held[field] / max(1, given[field]) for field in FIELDS}


def _has_day(markup: str, gold: str) -> bool:
    year, month, day = gold.split("-")
    first = f"{year}[-/.]?(?:{month}|{int(month)})[-/.]?(?:{day}|{int(day)})(?!\\d)"
    numbers = f"(?:{day}|{int(day)})[-/.| ]+(?:{month}|{int(month)})[-/.| ]+(?:{year}|{year[2:]})(?!\\d)"
    american = f"(?:{month}|{int(month)})/(?:{day}|{int(day)})/{year}(?!\\d)"
    written = rf"(?<!\d)(?:{day}|{int(day)})(?:st|nd|rd|th)?[., ]{{1,3}}(?:\w+ )?[^\W\d]{{3,10}}[., ]+(?:\w+ )?{year}"
    named = rf"[^\W\d]{{3,10}}[. ]+(?:{day}|{int(day)})(?:st|nd|rd|th)?,? {year}"
    return any(re.search(rf"(?<!\d){pattern}", markup) for pattern in (first, numbers, american, written, named))

"""Whose page it is, from what the page says of itself: copyright line, dateline, credits, appeals."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from accord.knowledge.media import Medium, find_medium, load_media
from accord.knowledge.tables import read_words
from accord.model.reports import Passage
from accord.read.datelines import closing_dateline, opening_dateline
from accord.read.people import byline_names

_YEARS = r"(?:\d{4}(?:\s?[-–]\s?(?:\d{4}|\d{2}|present))?)"
_COPYRIGHT = re.compile(
    rf"(?:©|\(c\)|\(C\)|[Cc]opyright)\s*(?:©|\(c\)|\(C\)|[Cc]opyright)?\s*(?:{_YEARS})?,?\s*(?:by\s+)?(?:the\s+)?(?P<holder>[^\W\d_][^|©•·\n]{{1,80}})"
)
_HOLDER_END = re.compile(
    r"(?i)\s+[-–—]\s+|[.;:!,]\s|[.;:,]?\s*\ball rights\b|,\s*(?:inc|llc|ltd|plc|gmbh|s\.?a)\b"
    r"|\s+(?:\d{4}|inc|llc|ltd|limited|plc|gmbh|co|company|corporation|media group|media)\b.*$|\.$"
)
_RESERVED = re.compile(r"(?i:all rights reserved)[.,]?\s+(?:by\s+|to\s+)?(?P<holder>[A-Z][^|©\n]{2,60})$")
_OWNED = re.compile(r"^(?P<name>[A-Z][^’']{1,40})[’']s?\s+[A-Z].*\bcontributed\b")
_RUN = re.compile(r"[A-Z][\w.&/-]*(?: (?:of |de |la |the |and |in )?[A-Z0-9][\w.&/-]*){0,4}")
_SITE = re.compile(r"(?i)\b([a-z0-9-]{3,40})\.(?:com|org|net|co|news|int|info|tv|example|[a-z]{2})\b")
_NO_NAME = frozenset({"Our", "Us", "Your", "My", "A", "Now", "Here", "Daily", "Weekly"})
_SELF = re.compile(
    r"\b(?:for reading|[Ss]ubscribe to|[Ff]ollow|[Aa]bout|[Nn]otifications from|[Ww]elcome to|[Ss]upport|[Jj]oin|to)"
    r"\s+(?:the\s)?(?P<name>(?:The )?[A-Z][\w.&-]*"
    r"(?: (?:of |for |and )?[A-Z][\w.&-]*){0,5})(?=[!.,:]|$|\s(?:for|and|to|by)\b)"
)
_CLUTTER = frozenset({"promo", "boilerplate", "navigation", "comments", "byline", "credit", "dateline", "note"})


def find_outlet(passages: Sequence[Passage]) -> str | None:
    """Return the outlet that a page says it belongs to, None where it says nothing."""
    votes: Counter[str] = Counter()
    for passage in passages:
        if passage.role in _CLUTTER or passage.role == "body":
            for name, weight in _votes(passage):
                votes[name] += weight
    authors = {name for one in passages if one.role == "byline" for name in byline_names(one.span.text)}
    named = [name for name in votes if name not in authors]
    return max(named, key=lambda name: votes[name]) if named else None


def _votes(passage: Passage) -> Iterator[tuple[str, int]]:
    text = passage.span.text[:600]
    if passage.role == "body":
        return
    if holder := copyright_holder(text):
        yield _known_name(holder), 4
    if owned := _OWNED.match(text):
        yield _known_name(owned["name"]), 4
    own = _SELF.search(text) if passage.role == "promo" else None
    if own and len(own["name"].split()) > 1 and own["name"].split()[0] not in _NO_NAME:
        yield _known_name(own["name"]), 2
    if passage.role == "dateline":
        line = opening_dateline(text + " X") or closing_dateline(text)
        if line and line.medium:
            medium = find_medium(line.medium)
            yield line.medium, 1 if medium and medium.is_agency else 4
        return
    for medium in dict.fromkeys([*_mentions(text), *_sites(text)]):
        yield medium.name, 1 if medium.is_agency else 2


def copyright_holder(text: str) -> str | None:
    """Return who holds the rights of a page.

    >>> copyright_holder("Copyright © 2014-2025 The Valley Herald - news of the valley")
    'The Valley Herald'
    >>> copyright_holder("© 2031 Meridian Media Ltd. All rights reserved.")
    'Meridian'
    """
    match = _COPYRIGHT.search(text) or _RESERVED.search(text)
    if not match:
        return None
    holder = _HOLDER_END.split(match["holder"], maxsplit=1)[0].strip(" ,.-–—")
    return holder if holder and holder[0].isupper() and len(holder.split()) <= 7 else None


def _known_name(name: str) -> str:
    medium = find_medium(name)
    return medium.name if medium else name.strip()


def _sites(text: str) -> Iterator[Medium]:
    """Media whose sites a text names: `lemonde.fr`."""
    for label in _SITE.findall(text):
        medium = _by_site().get(label.lower().replace("-", ""))
        if medium:
            yield medium


@cache
def _by_site() -> dict[str, Medium]:
    sites: dict[str, Medium] = {}
    for medium in load_media():
        for name in (medium.name, *medium.aliases):
            plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
            label = re.sub(r"[^a-z0-9]", "", plain)
            if medium.kind != "photo-agency" and len(label) > 2:
                sites.setdefault(label, medium)
                sites.setdefault(label.removeprefix("the"), medium)
    return sites


def _mentions(text: str) -> Iterator[Medium]:
    """Media that a text names, photo agencies left out."""
    common = read_words("common_word_media.txt")
    for run in _RUN.findall(text.replace("’s", "").replace("'s", "")):
        words = run.split()
        for first in range(len(words)):
            for last in range(len(words), first, -1):
                medium = find_medium(" ".join(words[first:last]))
                if medium and medium.kind != "photo-agency" and " ".join(words[first:last]) not in common:
                    yield medium
                    break

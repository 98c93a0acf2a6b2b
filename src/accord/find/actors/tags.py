"""Party and home behind a name: "Ana Cole, R-Ohio", "(D-Calif.)", "(Lab, Leeds East)"; they name no actor."""

from collections.abc import Sequence

from msgspec import structs

from accord.find.actors.marks import Mark
from accord.knowledge.parties import find_home, is_partisan, party_signs
from accord.knowledge.places import find_place

_CLOSERS = {"(": ")", "[": "]"}
_DASHES = frozenset("-–—/")

LONGEST = 6
"""Words of the longest home in brackets: "Newcastle upon Tyne Central" and a comma."""


def tag_end(words: Sequence[str], at: int) -> int:
    """Token behind the party and home that open at a comma or bracket; 0 where none do.

    >>> tag_end("Cole , R - N.Y. , said".split(), 1), tag_end("Cole ( D - Calif. ) said".split(), 1)
    (5, 6)
    """
    if at >= len(words) or (words[at] != "," and words[at] not in _CLOSERS):
        return 0
    closer = _CLOSERS.get(words[at])
    home = _sign_end(words, at + 1)
    if not home or home >= len(words):
        return 0
    if closer and words[home] == closer:
        return home + 1
    last = _home_end(words, home + 1, closer, is_glued=words[home] in _DASHES) if words[home] in _DASHES | {","} else 0
    if not last or closer is None:
        return last
    behind = next((token for token in range(last, min(last + LONGEST, len(words))) if words[token] == closer), last - 1)
    return behind + 1


def _sign_end(words: Sequence[str], at: int) -> int:
    """Token behind the party's sign, 0 where none stands."""
    return next((at + size for size in (3, 2, 1) if tuple(words[at : at + size]) in party_signs()), 0)


def _home_end(words: Sequence[str], at: int, closer: str | None, *, is_glued: bool) -> int:
    """Token behind the home: one that the tables know, or capitals up to the closing comma or bracket."""
    for size in range(3, 0, -1):
        if at + size <= len(words) and words[at][:1].isupper() and find_home(" ".join(words[at : at + size])):
            return at + size
    end = at
    while end < len(words) and end - at < LONGEST and _goes_on(words[end]):
        end += 1
    is_closed = end > at and end < len(words) and words[end] in (closer, ",")
    return end if is_closed and (closer or is_glued) else 0


def _goes_on(word: str) -> bool:
    return word[:1].isupper() or word in ("-", "and", "upon", "of", "the", "under", "on", "&")


def tagged_tokens(words: Sequence[str]) -> frozenset[int]:
    """Tokens of a sentence that are party and home of somebody."""
    found: set[int] = set()
    at = 0
    while at < len(words):
        end = tag_end(words, at)
        found.update(range(at, end))
        at = max(end, at + 1)
    return frozenset(found)


def without_tags(marks: Sequence[Mark], tagged: frozenset[int]) -> list[Mark]:
    """Names cut where the party and home behind them begin; those that are nothing else are left out."""
    if not tagged:
        return list(marks)
    found = []
    for mark in marks:
        last = next((token for token in range(mark.first, mark.last) if token in tagged), mark.last)
        if last > mark.first:
            found.append(structs.replace(mark, last=last))
    return found


def without_members(mark: Mark, words: Sequence[str]) -> Mark | None:
    """A place without the member it sends: "Vermont" of "the Vermont Republican"; None where nothing else is left."""
    if mark.label not in ("ORGANIZATION", "PLACE") or not is_partisan(words[mark.last - 1]):
        return mark
    place = " ".join(words[mark.first : mark.last - 1])
    return structs.replace(mark, last=mark.last - 1, label="PLACE") if place and find_place(place) else None

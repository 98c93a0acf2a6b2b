"""Versions of one report: the same address read again with other text, and what changed in between."""

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import Literal
from urllib.parse import parse_qsl, urlencode, urlsplit

from msgspec import Struct

from accord.model.pages import Page
from accord.model.reports import CONTENT_ROLES, Passage
from accord.model.spans import Span

_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "ito", "cmpid", "ocid", "ref", "ns_")
MOST = 2_000
"""Passages of a version that are compared with another's; a live blog has some hundreds."""
ALIKE = 0.5
"""Share of words two passages have in common from which the one is the other rewritten."""


class Change(Struct, frozen=True):
    """One change from a version to the next: the passage before, after, or both, and the words that differ."""

    kind: Literal["added", "removed", "rewritten"]
    before: Span | None
    after: Span | None
    words_before: tuple[str, ...] = ()
    words_after: tuple[str, ...] = ()


def same_address(url: str) -> str:
    """Return an address without what does not name the page: scheme, `www.`, fragment, tracking, a closing slash.

    >>> same_address("https://www.herald.example/a/?utm_source=x&id=4#top")
    'herald.example/a?id=4'
    """
    parts = urlsplit(url)
    kept = [(key, value) for key, value in parse_qsl(parts.query) if not key.lower().startswith(_TRACKING)]
    query = f"?{urlencode(sorted(kept))}" if kept else ""
    return f"{parts.netloc.lower().removeprefix('www.')}{parts.path.rstrip('/')}{query}"


def group_versions(pages: Iterable[Page]) -> tuple[tuple[Page, ...], ...]:
    """Return the pages of each address in the order given, one of several with the same text; those without alone."""
    groups: dict[str, dict[str, Page]] = {}
    for number, page in enumerate(pages):
        key = same_address(page.report.url) if page.report.url else f"#{number}"
        groups.setdefault(key, {}).setdefault(page.report.sha256, page)
    return tuple(tuple(group.values()) for group in groups.values())


def find_changes(before: Page, after: Page) -> tuple[Change, ...]:
    """Return what changed in the passages that tell the story, in the order of the text."""
    old, new = _content(before), _content(after)
    matcher = SequenceMatcher(None, [one.span.text for one in old], [one.span.text for one in new], autojunk=False)
    changes: list[Change] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            changes += _compare(old[a:b], new[c:d])
    return tuple(changes)


def _content(page: Page) -> list[Passage]:
    return [passage for passage in page.passages if passage.role in CONTENT_ROLES][:MOST]


def _compare(old: Sequence[Passage], new: Sequence[Passage]) -> list[Change]:
    """Pair the passages of a changed stretch, in order, where they are alike; the rest was removed or added."""
    changes: list[Change] = []
    at = 0
    for passage in old:
        match = next((i for i in range(at, min(at + 5, len(new))) if _alike(passage, new[i])), None)
        if match is None:
            changes.append(Change("removed", passage.span, None))
            continue
        changes += [Change("added", None, one.span) for one in new[at:match]]
        changes.append(_rewritten(passage.span, new[match].span))
        at = match + 1
    return changes + [Change("added", None, one.span) for one in new[at:]]


def _alike(one: Passage, other: Passage) -> bool:
    mine, theirs = set(one.span.text.split()), set(other.span.text.split())
    return len(mine & theirs) >= ALIKE * max(len(mine), len(theirs), 1)


def _rewritten(before: Span, after: Span) -> Change:
    old, new = before.text.split(), after.text.split()
    matcher = SequenceMatcher(None, old, new, autojunk=False) if len(old) * len(new) < 250_000 else None
    codes = [code for code in matcher.get_opcodes() if code[0] != "equal"] if matcher else []
    return Change(
        "rewritten",
        before,
        after,
        tuple(" ".join(old[a:b]) for _, a, b, _, _ in codes if b > a),
        tuple(" ".join(new[c:d]) for _, _, _, c, d in codes if d > c),
    )

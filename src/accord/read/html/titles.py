"""A page's headline: the one on the page, where its metadata know it; the site's name is no part of it."""

import re
from collections.abc import Iterable, Sequence

from accord.model.reports import Passage, Report
from accord.model.spans import Span
from accord.read.html.headings import Heading, fold
from accord.read.html.references import unescape

_SEPARATOR = re.compile(r"\s+[|–—·•»›:«/\\-]{1,2}\s+|\s*[|»]\s*")
_PART = re.compile(rf"{_SEPARATOR.pattern}|:\s+")
_CLOSE_SUFFIX = re.compile(r"(?<=[\u3040-\u9fff\uac00-\ud7af！？。」》])\s?[-_—|]{1,2}\s?[^-_—|\s]{1,12}$")
SENTENCE = 7
"""Words from which what a page calls its site is a headline put in the wrong place."""
SHORTEST = 15
"""Letters from which one text that holds another is taken for the same headline."""


class Titles:
    """Headlines that a page's metadata give, without the site's name, the most trusted first."""

    def __init__(self, titles: Sequence[str | None], sites: Iterable[str | None]) -> None:
        named = [unescape(site) for site in sites if site]
        self.sites = frozenset(folded for site in named if len(site.split()) < SENTENCE and (folded := fold(site)))
        bare = [strip_site(unescape(title), self.sites) for title in titles if title]
        self.titles = [title for title in dict.fromkeys(bare) if fold(title) and fold(title) not in self.sites]
        self.folded = [fold(title) for title in self.titles]
        whole = [" ".join(unescape(title).split()) for title in titles if title]
        self.whole = [title for title in whole if not _SEPARATOR.search(title)]
        self._parts = {fold(part) for title in whole for part in _PART.split(title)}

    def without_site(self, heading: str) -> str:
        """Cut a site's name, where it is known as such, off the end of a heading."""
        gaps = list(_SEPARATOR.finditer(heading))
        return heading[: gaps[-1].start()] if gaps and fold(heading[gaps[-1].end() :]) in self.sites else heading

    def agreement(self, heading: str) -> int:
        """Return 2 where a heading is one of these or a part of one, 1 where it holds one or is held by one, else 0."""
        own = fold(heading)
        if own in self.folded or (len(own) > 4 and own in self._parts):
            return 2
        return int(any(_is_within(own, other) or _is_within(other, own) for other in self.folded))


def _is_within(small: str, large: str) -> bool:
    return len(small) >= SHORTEST and small in large


def find_title(story_headings: Sequence[Heading], told: Titles) -> str | None:
    """Return the headline: the heading that the metadata name first, one that they hold, an `<h1>`, a title, any."""
    headings = [one for one in story_headings if not one.is_site and fold(one.text) not in told.sites]
    first = [one for one in headings if one.level == 1]
    others = [one for one in headings if one.level > 1]
    if named := [one.text for one in [*first, *others] if fold(one.text) in told.folded]:
        return _shorten(min(named, key=lambda text: told.folded.index(fold(text))), told)
    for some in (first, others):
        ranked = sorted(some, key=lambda one: (-told.agreement(one.text), not one.is_near))
        if ranked and told.agreement(ranked[0].text):
            return _shorten(told.without_site(ranked[0].text), told)
    long = [one for one in first if len(fold(one.text)) >= SHORTEST]
    is_alone = not first and len(told.titles) == 1  # a title that no heading repeats is the site's
    if near := [one.text for one in (long or (others if is_alone else [])) if one.is_near]:
        return near[0]
    if told.titles and (len(told.folded[0]) > 10 or not headings):
        return told.titles[0]
    return next((one.text for one in [*long, *first, *others]), told.titles[0] if told.titles else None)


def _shorten(heading: str, told: Titles) -> str:
    """Cut off what stands before the headline that the metadata give, where no sign joins them: `Jun 17 Talks end`."""
    for title in told.whole:
        before = heading.removesuffix(title)
        if len(fold(title)) >= SHORTEST and before[-1:] == " " and before[-2:-1].isalnum():
            return title
    return heading


def strip_site(title: str, sites: frozenset[str] = frozenset()) -> str:
    """Cut the site's name off a title: the part that is known as such, else all but the longest part.

    >>> strip_site("Ministers agree on water | The Herald")
    'Ministers agree on water'
    >>> strip_site("Dam - a chronicle - The Herald", frozenset({"theherald"}))
    'Dam - a chronicle'
    """
    title = _CLOSE_SUFFIX.sub("", " ".join(title.split()))
    gaps = list(_SEPARATOR.finditer(title))
    if not gaps:
        return title
    if fold(title[gaps[-1].end() :]) in sites:
        return title[: gaps[-1].start()].strip()
    if fold(title[: gaps[0].start()]) in sites:
        return title[gaps[0].end() :].strip()
    best = max(_SEPARATOR.split(title), key=len)
    start = title.find(best)
    return title[:start].strip() + best if start and fold(title[:start]) and start > len(best) else best.strip()


def place_title(report: Report, passages: Sequence[Passage], headline: str | None) -> Span | None:
    """Return where the headline stands in the text: in a passage of its role, else in another, else that passage."""
    own = [passage.span for passage in passages if passage.role == "headline"]
    wanted = fold(headline or "")
    spans = [*own, *(passage.span for passage in passages)]
    for span in spans:
        if wanted and fold(span.text) == wanted:
            return span
    for span in spans[: len(own) + 40]:
        if wanted and headline and (at := " ".join(span.text.split("\n")).find(headline)) >= 0:
            return report.span(span.start + at, span.start + at + len(headline))
    return own[0] if own else None

"""Who wrote a page: all names that its head, its markup and its lines give, weighed by where and how they stand.

The weights of `html_author_weights.tsv` are those of a logistic regression over the marks of candidates; how they were
learned stands in `training/authors.py`.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from math import fsum

from accord.knowledge.media import find_medium
from accord.knowledge.tables import read_rows
from accord.model.reports import Role
from accord.read.html.bylines import read_bylines
from accord.read.html.headings import fold
from accord.read.html.marks import read_marks
from accord.read.html.owners import read_owners
from accord.read.html.said import Said, Told, split_address
from accord.read.html.statements import Statement, read_head
from accord.read.html.story import Story
from accord.read.html.surroundings import Page
from accord.read.html.writers import Candidate, gather

AHEAD, BEHIND = 15, 9
"""Blocks before the story and after its end in which its authors are looked for."""
LEAST = -2.3
"""Weight from which a candidate is an author, in logits: judged by weights learned on other sites, -3 has 2 more of
531 pages right but names somebody on 70 more of the 418 pages whose annotation names nobody (278 are given an author,
many of them rightly), -2 has 4 fewer right (`training/authors.py --folds 8`)."""
BESIDE, CLOSE = 0.0, 1.0
"""Weight from which who is named together with the first author is one too, or how far below the first's it can be."""
WHOLE = -1.5
"""Weight from which a name that begins with an author's is all of it."""
_BODIES = frozenset({"outlet", "near-outlet", "host", "medium", "agency", "desk"})


def find_authors(
    said: Said, story: Story, roles: list[Role], url: str | None
) -> tuple[tuple[str, ...], list[tuple[str, tuple[str, ...]]]]:
    """Return the authors, and what each place of the head says they are."""
    statements = read_statements(said, story, roles)
    told: dict[str, tuple[str, ...]] = {}
    for one in statements:
        if one.place and "whole" not in one.kinds:
            told.setdefault(one.place, one.names)
    return choose(gather(statements, describe(said, story, roles, url))), list(told.items())


def read_statements(said: Said, story: Story, roles: list[Role]) -> list[Statement]:
    """Return what head, markup and lines around the story say of its authors."""
    low, high = max(0, story.first - AHEAD), min(story.last + BEHIND, len(story.tree.blocks))
    near = [*read_marks(story, low, high), *read_bylines(story, roles, low, high)]
    return [*read_head(said), *near, *read_owners(said, story)]


def describe(said: Said, story: Story, roles: list[Role], url: str | None) -> Page:
    """Return what tells authors from other names of the page."""
    outlets = {fold(one.value) for one in said.tell("outlet", "publisher")} - {""}
    headline = next(
        (block.text for block, role in zip(story.tree.blocks, roles, strict=True) if role == "headline"), ""
    )
    return Page(story, roles, outlets, split_address(url or "")[0], headline)


def choose(candidates: Sequence[Candidate]) -> tuple[str, ...]:
    """Return the candidate of most weight and those named together with it that weigh enough, as they stand there."""
    weights = {one.key: weigh(one) for one in candidates}
    ranked = sorted(candidates, key=lambda one: -weights[one.key])
    if not ranked or weights[ranked[0].key] < LEAST:
        ranked = [one for one in ranked if "ld" in one.marks]  # the site's own name, or a desk's
    if not ranked:
        return ()
    best = ranked[0]
    least = min(BESIDE, weights[best.key] - CLOSE)
    beside = [one for one in ranked[1:] if weights[one.key] >= least and one.groups & best.groups]
    if is_somebody(best):
        beside = list(filter(is_somebody, beside))  # `Ada Stone, Herald Staff`
    chosen = [best]
    for one in beside:
        if not any(one.key in other.key or other.key in one.key for other in chosen):
            chosen.append(one)
    chosen.sort(key=candidates.index)
    return tuple(_whole_name(one, candidates) for one in chosen)


def is_somebody(one: Candidate) -> bool:
    """Whether a candidate is a person, by the name, and no outlet, desk or agency."""
    return "person" in one.marks and one.marks.isdisjoint(_BODIES)


def _whole_name(one: Candidate, candidates: Sequence[Candidate]) -> str:
    """A given name made whole where the page has one person of it: Ada, and `Ada Stone writes on rivers.`"""
    if "begins" not in one.marks:
        return one.name
    people = (other for other in candidates if {"person", "given"} <= other.marks and weigh(other) > WHOLE)
    whole = [other.name for other in people if other.name.startswith(one.name + " ")]
    return whole[0] if len(whole) == 1 else one.name


def weigh(candidate: Candidate) -> float:
    """Return how much speaks for a candidate, in logits."""
    weights = _weights()
    return weights["bias"] + fsum(weights.get(mark, 0.0) for mark in candidate.marks)  # the same in any order


@cache
def _weights() -> dict[str, float]:
    return {mark: float(weight) for mark, weight, *_ in read_rows("html_author_weights.tsv")}


def find_agency(said: Said, names: Iterable[str]) -> str | None:
    """Return the agency that a page credits: as its source, else among those that it names as authors."""
    told: list[Told] = said.tell("agency", "sourceOrganization")
    if told:
        return told[0].value
    media = [medium for name in names if (medium := find_medium(name))]
    return next((medium.name for medium in media if medium.is_agency), None)

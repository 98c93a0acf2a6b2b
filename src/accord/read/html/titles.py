"""A page's headline: of all that it offers as one, what most speaks for.

What speaks for a candidate is a table of weights, `html_headline_weights.tsv`, learned by `training/headlines.py`.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from accord.knowledge.tables import read_rows
from accord.model.reports import Passage, Report, Role
from accord.model.spans import Span
from accord.read.html.candidates import LONGEST, Candidate, Gathering, split_title
from accord.read.html.headings import find_headings, fold
from accord.read.html.references import unescape
from accord.read.html.said import Said, split_address
from accord.read.html.story import HEADINGS, Story
from accord.read.html.traits import mark_lines, mark_traits

SENTENCE = 7
"""Words from which what a page calls its site is a headline put in the wrong place."""
RUNNING = 60
"""Characters of running text with which a story opens."""
_OWN = frozenset({"JSON-LD", "headline", "og:title", "twitter:title", "microdata"})


def find_title(story: Story, roles: list[Role], said: Said, url: str | None) -> str | None:
    """Return the headline of a page: what has the highest sum of weights, the first of equals; None without any."""
    weights = _weights()

    def add(one: Candidate) -> float:
        return sum(weights.get(mark, 0.0) * much for mark, much in one.marks.items())

    best = max(offer_titles(story, roles, said, url or ""), key=add, default=None)
    return best.text if best else None


@cache
def _weights() -> dict[str, float]:
    return {mark: float(weight) for mark, weight, *_ in read_rows("html_headline_weights.tsv")}


def offer_titles(story: Story, roles: list[Role], said: Said, url: str) -> list[Candidate]:
    """Return all that a page offers as its headline, each with what speaks for and against it."""
    outlets = [unescape(one.value) for one in said.tell("outlet", "publisher")]
    sites = frozenset(fold(name) for name in outlets if len(name.split()) < SENTENCE) - {""}
    opens = _opening(story, roles)
    heads = [(one.value, one.place if one.place in _OWN else "other meta") for one in said.tell("headline", "headline")]
    heads.append((story.tree.title, "title"))
    headings = find_headings(story, roles, opens, _fold_parts(text for text, _ in heads))
    named = frozenset(fold(one.text) for one in headings if one.is_site)
    gathering = Gathering(sites | named | _host_names(url), split_address(url)[1])
    gathering.add_headings(headings, opens)
    for text, place in heads:
        gathering.add_told(text, place)
    candidates = list(gathering.found.values())
    seen = Counter(block.text for block in story.tree.blocks if len(block.text) < LONGEST)
    sections = frozenset(fold(one.value) for one in said.tell("section", "articleSection"))
    mark_traits(candidates, sites, sections, url, seen)
    mark_lines(candidates, story, opens)
    return candidates


def _fold_parts(texts: Iterable[str]) -> frozenset[str]:
    """What the head of a page tells, whole and in parts, folded; parts of one word are left out."""
    found = set()
    for text in texts:
        plain = " ".join(unescape(text).split())
        if len(plain) <= LONGEST:
            found |= {fold(part) for part, _ in [(plain, ""), *split_title(plain, frozenset())] if " " in part}
    return frozenset(found) - {""}


def _host_names(url: str) -> frozenset[str]:
    """What a site is called by its host: `www.herald.example` → `herald`, `heraldexample`."""
    labels = split_address(url)[0].removeprefix("www.").split(".")
    return frozenset([*(fold(label) for label in labels[:-1]), fold("".join(labels))]) - {""}


def _opening(story: Story, roles: list[Role]) -> int:
    """The block with which the running text of the story opens."""
    for index in range(story.first, min(story.last, len(roles))):
        is_running = story.prose[index] >= RUNNING and story.tree.blocks[index].element.name not in HEADINGS
        if is_running and roles[index] in ("body", "summary"):
            return index
    return story.first


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

"""What a page says about itself, from the most trusted place that says it.

The order of trust: JSON-LD of the article; OpenGraph and `article:` meta; other meta; microdata, RDFa and `<time>`; the
page's own bylines and dates; its address. A day on which two places agree goes before that of a third, and the headline
is what most speaks for among all that the page offers as one. Where places disagree, that is told.
"""

import re
from typing import NamedTuple

from accord.model.reports import Role
from accord.model.sources import Facts
from accord.read.html.authors import find_agency, find_authors
from accord.read.html.days import same_day
from accord.read.html.disagreements import (
    Same,
    same_address,
    same_language,
    same_people,
    same_text,
    tell_disagreement,
)
from accord.read.html.jsonld import read_texts
from accord.read.html.marking import Marked
from accord.read.html.published import find_modified, find_published
from accord.read.html.said import Said, Told, split_address
from accord.read.html.story import Story
from accord.read.html.titles import find_title

_TAG = re.compile(r"[a-zA-Z]{2,3}(?:[-_][a-zA-Z]{2})?(?![a-zA-Z])")


class _Field(NamedTuple):
    """A field as it is told by several places, and when two of these say the same."""

    name: str
    told: list[Told]
    taken: str | None
    same: Same


def read_facts(marked: Marked, story: Story, roles: list[Role], url: str | None) -> tuple[Facts, tuple[str, ...]]:
    """Return what a page says about itself, and, a line each, where it disagrees with itself."""
    said = Said(marked, story, url)
    outlets, sections, languages = said.tell("outlet", "publisher"), said.tell("section", "articleSection"), _tags(said)
    addresses, modified = _addresses(said), find_modified(said)
    headlines = said.tell("headline", "headline")
    address = addresses[0].value if addresses else url
    headline = find_title(story, roles, said, url or address)
    published, days = find_published(said, story, roles, url or address)
    authors, by_place = find_authors(said, story, roles, address)
    people = [Told(place, ", ".join(names)) for place, names in by_place]
    fields = (
        _Field("its headline", headlines, headline, same_text),
        _Field("its outlet", outlets[:2], _first(outlets), same_text),
        _Field("its authors", people, ", ".join(authors), same_people),
        _Field("when it was published", days, published, same_day),
        _Field("when it was changed", modified[:2], _first(modified), same_day),
        _Field("its language", languages, _first(languages), same_language),
        _Field("its address", addresses, address, same_address),
        _Field("its section", sections[:2], _first(sections), same_text),
    )
    facts = Facts(
        headline=headline,
        outlet=_first(outlets),
        authors=authors,
        published=published,
        modified=_first(modified),
        language=_first(languages),
        url=address,
        section=_first(sections),
        agency=find_agency(said, [*authors, *(name for _, names in by_place for name in names)]),
        based_on=_read_works(said, "isBasedOn"),
        citations=_read_works(said, "citation"),
        is_free=_is_free(said),
    )
    reasons = [line for one in fields if (line := tell_disagreement(*one))]
    if said.is_broken:
        reasons.insert(0, "some of its JSON-LD can't be understood")
    return facts, tuple(reasons)


def _first(told: list[Told]) -> str | None:
    return told[0].value if told else None


def _read_works(said: Said, key: str) -> tuple[str, ...]:
    works = [*read_texts(said.article.get(key)), *(value for _, value in said.marked.get(key, []))]
    return tuple(dict.fromkeys(work for work in [*works, *said.links.get(key.lower(), [])] if work))


def _is_free(said: Said) -> bool | None:
    value = said.article.get("isAccessibleForFree")
    if value is not None:
        return str(value).lower().rsplit("/", 1)[-1] == "true"
    tier = said.meta.get("article:content_tier", [""])[0].lower()
    return {"free": True, "locked": False, "metered": False}.get(tier)


def _addresses(said: Said) -> list[Told]:
    page = said.article.get("mainEntityOfPage")
    main = page.get("@id") if isinstance(page, dict) else page
    told = [("canonical", address) for address in said.links.get("canonical", [])[:1]]
    told += [("og:url", address) for address in said.meta.get("og:url", [])[:1]]
    told += [("JSON-LD", str(address)) for address in (main, said.article.get("url")) if isinstance(address, str)]
    whole = [Told(place, address) for place, address in told if address.startswith(("http://", "https://"))]
    own = [one for one in whole if split_address(one.value)[1] not in ("", "/")]
    return own or whole  # an address without a path is that of the site


def _tags(said: Said) -> list[Told]:
    """Languages as tags: `en-GB`."""
    told = [Told(f"html {key}", said.root[key]) for key in ("lang", "xml:lang") if said.root.get(key)]
    told += said.tell("language", "inLanguage")
    return [Told(one.place, match[0].replace("_", "-")) for one in told if (match := _TAG.match(one.value))]

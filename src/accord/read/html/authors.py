"""Who wrote a page: by its head, else, where that names no person, by the page itself."""

from accord.knowledge.media import find_medium
from accord.model.reports import Role
from accord.read.html.bylines import find_bylines, find_top_line
from accord.read.html.headings import fold
from accord.read.html.jsonld import read_people
from accord.read.html.names import is_person, tidy_names
from accord.read.html.said import Said, Told, meta_names, split_address
from accord.read.html.story import Story

_WRITTEN = (
    "verfasst von",
    "written by",
    "geschrieben von",
    "escrito por",
    "écrit par",
    "scritto da",
    "autor",
    "author",
)


def find_authors(
    said: Said, story: Story, roles: list[Role], url: str | None
) -> tuple[tuple[str, ...], list[tuple[str, tuple[str, ...]]]]:
    """Return the authors, and what each place of the head says they are."""
    outlets = {fold(one.value) for one in said.tell("outlet", "publisher")} - {""}
    host = fold(split_address(url or "")[0])
    told = [(place, names) for place, values in _places(said) if (names := tidy_names(values, outlets))]
    line = find_top_line(story, roles)
    for _, names in told:
        if any(is_person(name) and not _is_outlet(name, outlets, host) for name in names):
            return _written_by(names, line), told
    found = line or find_bylines(story, roles)
    if told and not any(is_person(name) and not _is_outlet(name, outlets, host) for name in found):
        return told[0][1], told
    return found, told


def _written_by(head: tuple[str, ...], line: tuple[str, ...]) -> tuple[str, ...]:
    """The people of a line over the story, where the head names others: whoever put it on the site."""
    words = set(" ".join(head).casefold().split())
    return line if line and not words & set(" ".join(line).casefold().split()) else head


def _places(said: Said) -> list[tuple[str, list[str]]]:
    """Every place of the head that can name authors, the most trusted first."""
    places = [("JSON-LD", read_people(said.article.get(key))) for key in ("author", "creator")]
    places += [(name, said.meta[name]) for name in meta_names("author") if name in said.meta]
    for number in ("1", "2"):
        label = said.meta.get(f"twitter:label{number}", [""])[0].casefold().strip(" :")
        if label in _WRITTEN:
            places.append((f"twitter:data{number}", said.meta.get(f"twitter:data{number}", [])))
    return places


def _is_outlet(name: str, outlets: set[str], host: str) -> bool:
    folded = fold(name)
    return folded in outlets or (len(folded) > 3 and folded in host) or find_medium(name) is not None


def find_agency(said: Said, authors: tuple[str, ...]) -> str | None:
    """Return the agency that a page credits: as its source, else among its authors."""
    told: list[Told] = said.tell("agency", "sourceOrganization")
    if told:
        return told[0].value
    media = [medium for name in authors if (medium := find_medium(name))]
    return next((medium.name for medium in media if medium.is_agency), None)

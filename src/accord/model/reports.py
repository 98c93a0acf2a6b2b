from typing import Literal

from msgspec import Struct

from accord.model.spans import Span

Role = Literal[
    "headline",
    "summary",
    "byline",
    "dateline",
    "body",
    "heading",
    "caption",
    "note",
    "credit",
    "promo",
    "related",
    "navigation",
    "comments",
    "boilerplate",
]
CONTENT_ROLES: frozenset[Role] = frozenset({"headline", "summary", "body", "heading", "caption"})
# These tell in the present what has happened.
PICTURING_ROLES: frozenset[Role] = frozenset({"headline", "caption"})


class Source(Struct, frozen=True):
    """One input as it came, before anything is read from it: its bytes and what is known of them from outside.

    `path` is shown in the record and never depends on the working directory. `text` is set instead of `data`
    where the input was text already (a JSON line). `captured` is when an archive says that it was fetched (EDTF).
    """

    path: str
    data: bytes = b""
    text: str | None = None
    id: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    captured: str | None = None


class Report(Struct, frozen=True):
    """One outlet's article: its text as it stood, and what the page says about itself.

    `published` is EDTF; `published_from` is the span it was worked out from, "metadata" where it was given, "story"
    where only the other reports of the story say it. `modified` is when the page says that it was changed last,
    `captured` when an archive says that it was fetched, both EDTF.
    `sha256` is that of the text in UTF-8, which is the file's own for UTF-8 files without a byte order mark.
    """

    id: str
    path: str
    sha256: str
    text: str
    url: str | None = None
    outlet: str | None = None
    headline: Span | None = None
    published: str | None = None
    published_from: Span | Literal["metadata", "story"] | None = None
    authors: tuple[str, ...] = ()
    contributors: tuple[str, ...] = ()
    dateline: str | None = None
    language: str | None = None
    modified: str | None = None
    captured: str | None = None

    def span(self, start: int, end: int) -> Span:
        """Return the span of `text[start:end]`."""
        return Span(self.id, start, end, self.text[start:end])


class Passage(Struct, frozen=True):
    """A stretch of a report that plays one role on the page."""

    span: Span
    role: Role

    @property
    def is_content(self) -> bool:
        """Say whether the passage tells the story, rather than serving the page."""
        return self.role in CONTENT_ROLES

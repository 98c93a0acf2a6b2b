"""Where a report's text stands in the page that it was read from, and what the page says about itself."""

from msgspec import Struct


class SourceMap(Struct, frozen=True):
    """The way from a report's text back into the HTML page: one entry a segment, in the order of the text.

    Segment `i` is `text[starts[i]:starts[i] + lengths[i]]`. It stands in the text node `nodes[node_of[i]]` (an XPath),
    `offsets[i]` code points from its start, and in the file at `bytes_from[i]`, `byte_lengths[i]` bytes long; -1 and 0
    where the bytes are not known. Inside a segment characters follow one another in text and node alike, white space
    standing for white space. What lies between segments (the line breaks between passages) is not in the page.
    `sha256` is that of the file; `encoding` is the one it was read in, by its Python name.
    """

    sha256: str
    encoding: str
    nodes: tuple[str, ...]
    starts: tuple[int, ...]
    lengths: tuple[int, ...]
    node_of: tuple[int, ...]
    offsets: tuple[int, ...]
    bytes_from: tuple[int, ...]
    byte_lengths: tuple[int, ...]


class Facts(Struct, frozen=True):
    """What a page says about itself, each value from the most trusted place that gives it.

    Dates are EDTF, with the zone where the page gives one. `based_on` and `citations` hold addresses or titles;
    `agency` is the medium that the page credits beside its own; `is_free` is false where the page says that it is
    for payers.
    """

    headline: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    url: str | None = None
    section: str | None = None
    agency: str | None = None
    based_on: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()
    is_free: bool | None = None

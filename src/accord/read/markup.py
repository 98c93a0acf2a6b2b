"""XML as agencies and feeds send it → its elements, with what an attacker puts in XML refused."""

import re
from html.entities import html5
from xml.etree import ElementTree

from accord.errors import InputError

LARGEST = 20_000_000
"""Bytes from which XML is refused."""
MOST = 500_000
"""Elements from which XML is refused: a sitemap has 50,000 addresses at most."""
DEEPEST = 200
"""Elements one in another from which XML is refused; NITF in NewsML-G2 goes down about twenty."""

_START = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<")
_AMPERSAND = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)(?:([A-Za-z][A-Za-z0-9]{1,30});)?")
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r")
_ENTITY = re.compile(rb"<!(?:ENTITY|DOCTYPE[^>\[]{0,2000}\[)")

Element = ElementTree.Element


def parse_xml(data: bytes, *, is_lenient: bool = False) -> tuple[Element, str | None]:
    r"""Return the root of an XML document; InputError where it is none, declares entities, or is nested too deep.

    A lenient reading takes HTML's named characters and bare ampersands for what they are and closes what a document
    that breaks off left open; the second value then says where it breaks off.

    >>> parse_xml(b"<a x='1'><b/></a>")[0].attrib
    {'x': '1'}
    >>> parse_xml(b"<a><b>Talks&nbsp;end</b></a>", is_lenient=True)[0][0].text
    'Talks\xa0end'
    """
    if len(data) >= LARGEST:
        raise InputError(f"{len(data) / 1e6:.0f} MB, over the limit of {LARGEST / 1e6:.0f} MB")
    bare = data.replace(b"\x00", b"")
    if _ENTITY.search(bare):
        raise InputError("declares XML entities, which are not read: they can grow without bound")
    if not _START.match(bare):
        raise InputError("is no XML")
    builder, broken = _build(data.lstrip())
    if broken and is_lenient:
        builder, broken = _build(_spell(data.lstrip()))
    if broken and not (is_lenient and builder.open):
        raise InputError(f"is no XML: {broken}")
    return builder.finish(), broken


def _build(data: bytes) -> tuple["_Builder", str | None]:
    """Feed a builder, up to the end or to where the document breaks off and why."""
    builder = _Builder()
    parser = ElementTree.XMLParser(target=builder)
    try:
        for at in range(0, len(data), 65_536):
            parser.feed(data[at : at + 65_536])
        parser.close()
    except (ElementTree.ParseError, LookupError, ValueError) as error:  # the latter two: an encoding that is none
        return builder, str(error)
    return builder, None


def _spell(data: bytes) -> bytes:
    """Write HTML's named characters as numbers and bare ampersands in full; leave out controls."""
    if b"\x00" in data:
        return data  # UTF-16
    return _AMPERSAND.sub(_number, data).translate(None, _CONTROLS)


def _number(match: re.Match[bytes]) -> bytes:
    character = html5.get(match[1].decode() + ";") if match[1] else None
    if character is None:
        return b"&amp;" + match[0][1:]
    return b"".join(b"&#%d;" % ord(one) for one in character)


class _Builder(ElementTree.TreeBuilder):
    """A builder that stops at what is nested too deep."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.count = 0

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        """Open an element."""
        self.open.append(tag)
        self.count += 1
        if self.count > MOST:
            raise InputError(f"holds more than {MOST:,} elements")
        if len(self.open) > DEEPEST:
            raise InputError(f"is nested more than {DEEPEST} elements deep")
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> Element:
        """Close an element."""
        self.open.pop()
        return super().end(tag)

    def close(self) -> Element | None:  # type: ignore[override]  # the parser's own end: the root is asked for later
        """Do nothing yet."""
        return None

    def finish(self) -> Element:
        """Close whatever is open; return the root."""
        while self.open:
            self.end(self.open[-1])
        root = super().close()
        if not isinstance(root, ElementTree.Element):
            raise InputError("is no XML: it has no element")
        return root


def local_name(element: Element) -> str:
    """Return an element's name without its namespace, in lower case.

    >>> local_name(parse_xml(b"<f:Entry xmlns:f='x'/>")[0])
    'entry'
    """
    return element.tag.rsplit("}", 1)[-1].lower() if isinstance(element.tag, str) else ""


def find_all(element: Element, *names: str) -> list[Element]:
    """Return the elements of these local names anywhere below, in order."""
    return [one for one in element.iter() if local_name(one) in names]


def find_text(element: Element, *names: str) -> str | None:
    """Return the text of the first child of one of these local names, the names in order of trust."""
    for name in names:
        for child in element:
            if local_name(child) == name and (text := "".join(child.itertext()).strip()):
                return text
    return None

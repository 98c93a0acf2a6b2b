"""XML as agencies and feeds send it → its elements, with what an attacker puts in XML refused."""

import re
from xml.etree import ElementTree

from accord.errors import InputError

LARGEST = 20_000_000
"""Bytes from which XML is refused."""
DEEPEST = 200
"""Elements one in another from which XML is refused; NITF in NewsML-G2 goes down about twenty."""

_ENTITY = re.compile(rb"<!(?:ENTITY|DOCTYPE[^>\[]*\[)")

Element = ElementTree.Element


def parse_xml(data: bytes) -> Element:
    """Return the root of an XML document; InputError where it is none, declares entities, or is nested too deep.

    >>> parse_xml(b"<a x='1'><b/></a>").attrib
    {'x': '1'}
    """
    if len(data) >= LARGEST:
        raise InputError(f"{len(data) / 1e6:.0f} MB, over the limit of {LARGEST / 1e6:.0f} MB")
    if _ENTITY.search(data.replace(b"\x00", b"")):
        raise InputError("declares XML entities, which are not read: they can grow without bound")
    builder = _Builder()
    parser = ElementTree.XMLParser(target=builder)
    try:
        for at in range(0, len(data), 65_536):
            parser.feed(data[at : at + 65_536])
        return builder.check(parser.close())
    except ElementTree.ParseError as error:
        raise InputError(f"is no XML: {error}") from error


class _Builder(ElementTree.TreeBuilder):
    """A builder that stops at what is nested too deep."""

    def __init__(self) -> None:
        super().__init__()
        self.depth = 0

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        """Open an element."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise InputError(f"is nested more than {DEEPEST} elements deep")
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> Element:
        """Close an element."""
        self.depth -= 1
        return super().end(tag)

    @staticmethod
    def check(root: object) -> Element:
        """Return the root that the parser made."""
        if not isinstance(root, ElementTree.Element):
            raise InputError("is no XML: it has no element")
        return root


def local_name(element: Element) -> str:
    """Return an element's name without its namespace, in lower case.

    >>> local_name(parse_xml(b"<f:Entry xmlns:f='x'/>"))
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

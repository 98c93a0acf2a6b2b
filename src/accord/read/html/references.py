"""Character references (`&amp;`, `&#x2019;`) → what a browser makes of them."""

import html
import re

REFERENCE = re.compile(r"&(?:#(?:[xX][0-9a-fA-F]+|[0-9]+)|[a-zA-Z][a-zA-Z0-9]{1,31});?|\r\n?|\x00|[\udc80-\udcff]")
_LONG_NUMBER = re.compile(r"&#(?:[xX]0*[0-9a-fA-F]{7,}|0*[0-9]{8,});?")
_REPLACED = "\ufffd"


def unescape(text: str) -> str:
    """Return a text with its references read; numbers of no character are U+FFFD, however long they are.

    >>> unescape("Q&amp;A"), unescape("&#" + "1" * 9000 + ";")
    ('Q&A', '\ufffd')
    """
    return html.unescape(_LONG_NUMBER.sub(_REPLACED, text)) if "&" in text else text


def read_reference(written: str) -> str:
    """Return what a browser makes of a reference: `&amp;` → `&`, CR LF → one line break, NUL → nothing.

    >>> read_reference("&eacute;"), read_reference("&#x2019;"), read_reference("&#0;")
    ('é', '’', '\ufffd')
    """
    if written[:2] == "&#":
        return _read_number(written[2:].rstrip(";"), written)
    if written[0] == "&":
        return html.unescape(written)
    return "" if written == "\x00" else "\n" if written[0] == "\r" else written


def _read_number(digits: str, written: str) -> str:
    base = 16 if digits[:1] in "xX" else 10
    digits = digits[base == 16 :].lstrip("0") or "0"
    if len(digits) > 7:
        return _REPLACED
    code = int(digits, base)
    is_plain = 0 < code < 0x80 or 0x9F < code < 0xD800 or 0xDFFF < code <= 0x10FFFF
    return chr(code) if is_plain else html.unescape(written)


def own_part(written: str) -> str:
    """Return the part of a reference that stands for something else, where a browser ends it too.

    >>> own_part("&nbspend;"), own_part("&amp;")
    ('&nbsp', '&amp;')
    """
    told = read_reference(written)
    same = 0
    while same < len(told) - 1 and told[-1 - same] == written[-1 - same]:
        same += 1
    return written[: len(written) - same]

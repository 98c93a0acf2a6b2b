"""HTML that can't be forgotten to be escaped: a plain string becomes text, only a `Markup` stays markup."""

import re
from collections.abc import Iterable
from html import escape as _escape

# Text that HTML can't hold: controls are shown as their pictures, lone surrogates as the replacement character.
_UNFIT = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n\r"}
_UNFIT |= {0x7F: 0x2421} | dict.fromkeys(range(0x80, 0xA0), 0xFFFD) | dict.fromkeys((0xFFFE, 0xFFFF), 0xFFFD)
_SURROGATES = re.compile("[\ud800-\udfff]")
VOID = frozenset({"meta", "input", "br", "use", "path", "circle", "rect", "line", "wbr"})


class Markup(str):
    """A string that is HTML already."""

    __slots__ = ()


def text(value: str) -> Markup:
    """Return any string as HTML text.

    >>> text('<script>"a" & b</script>')
    '&lt;script&gt;&quot;a&quot; &amp; b&lt;/script&gt;'
    """
    if isinstance(value, Markup):
        return value
    return Markup(_escape(_SURROGATES.sub("\ufffd", value.translate(_UNFIT))))


def tag(name: str, /, *content: str | None, **attributes: str | float | bool | None) -> Markup:
    """Return one element; in attributes a last underscore is dropped, others are hyphens, None and False leave it out.

    >>> tag("p", "a < b", tag("b", "!"), class_="note", data_at=3, hidden=True)
    '<p class="note" data-at="3" hidden>a &lt; b<b>!</b></p>'
    """
    opening = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in VOID:
        return Markup(f"<{name}{opening}>" if name in ("meta", "input", "br", "wbr") else f"<{name}{opening}/>")
    return Markup(f"<{name}{opening}>{join(content)}</{name}>")


def join(content: Iterable[str | None], separator: str = "") -> Markup:
    """Return pieces one after the other, each as text unless it is markup."""
    return Markup(text(separator).join(text(piece) for piece in content if piece is not None))


def verbatim(value: str, *marked: Markup, **attributes: str | float | bool | None) -> Markup:
    """Return words of a report: whatever their direction or controls, they don't disturb what stands beside them."""
    return tag("bdi", *(marked or (value,)), **attributes)


def _attribute(key: str, value: str | float | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = key.removesuffix("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{text(str(value))}"'

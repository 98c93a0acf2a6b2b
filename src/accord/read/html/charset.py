"""Bytes of a page → text, one character for every byte sequence, so that characters lead back to bytes."""

import codecs
import re
from collections.abc import Collection

import numpy as np
from msgspec import Struct

from accord.errors import InputError

_HEAD = 4096
_LABEL = re.compile(
    rb"""(?i)<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}?encoding=["']([\w.:-]{2,40})"""
)
_MARKS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_FAMILIES = (  # what browsers take a label for (WHATWG Encoding Standard), by Python's names
    ("cp1252", "ascii us-ascii iso-8859-1 iso8859-1 latin1 latin-1 l1 windows-1252 cp1252 iso-8859-15 iso8859-15"),
    ("cp1250", "windows-1250 cp1250"),
    ("cp1251", "windows-1251 cp1251"),
    ("cp1253", "windows-1253 cp1253"),
    ("cp1254", "windows-1254 cp1254 iso-8859-9 latin5"),
    ("cp1255", "windows-1255 cp1255"),
    ("cp1256", "windows-1256 cp1256"),
    ("cp1257", "windows-1257 cp1257"),
    ("cp1258", "windows-1258 cp1258"),
    ("iso8859-2", "iso-8859-2 latin2"),
    ("iso8859-5", "iso-8859-5"),
    ("iso8859-6", "iso-8859-6"),
    ("iso8859-7", "iso-8859-7"),
    ("iso8859-8", "iso-8859-8"),
    ("iso8859-13", "iso-8859-13"),
    ("koi8-r", "koi8-r koi8"),
    ("koi8-u", "koi8-u"),
    ("cp874", "tis-620 windows-874"),
    ("gb18030", "gb2312 gbk gb18030 x-gbk"),
    ("big5hkscs", "big5 big5-hkscs"),
    ("cp932", "shift_jis shift-jis x-sjis sjis windows-31j"),
    ("euc-jp", "euc-jp"),
    ("cp949", "euc-kr ks_c_5601-1987 korean windows-949"),
)
_BY_LABEL = {label: name for name, labels in _FAMILIES for label in labels.split()}
_SURROGATE = re.compile("[\udc80-\udcff]")
_BEYOND = re.compile("[^\x00-\x7f\udc80-\udcff]")
BROKEN = 0.002
"""Share of characters that may be broken in a page that is still taken for what it says it is."""


class Decoded(Struct, frozen=True):
    """A page's text and how it lay in the file: after `mark` bytes, in `encoding`; broken bytes are lone surrogates."""

    text: str
    encoding: str
    mark: int
    note: str | None = None


def decode_page(data: bytes) -> Decoded:
    """Return the text of a page: by its byte order mark, as UTF-8, or as it says it is; InputError for no text.

    A page that is valid UTF-8 is read as such whatever it calls itself.

    >>> decode_page("<meta charset=iso-8859-1>Hanoï".encode()).text
    '<meta charset=iso-8859-1>Hanoï'
    >>> decode_page("<meta charset=windows-1251>Москва".encode("cp1251")).text
    '<meta charset=windows-1251>Москва'
    """
    if data.startswith(codecs.BOM_UTF8):
        return _noted(Decoded(data[3:].decode("utf-8", "accord-escape"), "utf-8", 3))
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_wide(data, encoding, len(mark))
    if data[:_HEAD].count(0) > len(data[:_HEAD]) * 0.3:
        encoding = "utf-16-le" if data[1:_HEAD:2].count(0) > data[0:_HEAD:2].count(0) else "utf-16-be"
        return _decode_wide(data, encoding, 0)
    try:
        return Decoded(data.decode(), "utf-8", 0)
    except UnicodeDecodeError:
        pass
    return _noted(_decode_legacy(data))


def _decode_wide(data: bytes, encoding: str, mark: int) -> Decoded:
    """UTF-16: a broken pair becomes one U+FFFD, two bytes like itself; a byte left over at the end is left out."""
    whole = data[mark : mark + (len(data) - mark) // 2 * 2]
    return Decoded(whole.decode(encoding, "replace"), encoding, mark)


def _escape(error: UnicodeError) -> tuple[str, int]:
    """Keep each byte of a broken sequence as one character; Python's own way stops at those below 128."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    broken = error.object[error.start : error.end]
    return "".join(chr(byte if byte < 0x80 else 0xDC00 + byte) for byte in broken), error.end


codecs.register_error("accord-escape", _escape)


def _decode_legacy(data: bytes) -> Decoded:
    match = _LABEL.search(data[:_HEAD])
    label = (match[1] or match[2]).decode("ascii", "replace").lower() if match else ""
    loose = Decoded(data.decode("utf-8", "accord-escape"), "utf-8", 0)
    if _is_nearly_utf8(loose.text):
        return loose
    known = _BY_LABEL.get(label)
    if known:
        told = Decoded(data.decode(known, "accord-escape"), known, 0)
        if broken_share(told.text) < BROKEN:
            return told
    return _guess(data, label)


def _is_nearly_utf8(loose: str) -> bool:
    """Whether there are many more good characters beyond ASCII than broken bytes."""
    broken = sum(1 for _ in _SURROGATE.finditer(loose))
    return sum(1 for _ in _BEYOND.finditer(loose)) >= 4 * broken


def _guess(data: bytes, label: str) -> Decoded:
    from charset_normalizer import from_bytes  # here, not above: 40 ms of start-up that few pages need

    said = f"calls itself {label}, which it is not" if label else "does not say its encoding"
    best = from_bytes(
        re.sub(rb"<[^>]{0,2000}>", b" ", data[:200_000])[:50_000], cp_isolation=sorted(set(_BY_LABEL.values()))
    ).best()
    name = codecs.lookup(best.encoding).name if best else "cp1252"
    return Decoded(data.decode(name, "accord-escape"), name, 0, f"{said}; read as {name}")


def broken_share(text: str) -> float:
    """Share of characters that stand for a broken byte."""
    return sum(1 for _ in _SURROGATE.finditer(text)) / max(1, len(text))


def _noted(decoded: Decoded) -> Decoded:
    share = broken_share(decoded.text)
    if share > 0.3:
        raise InputError("is no text in any known encoding")
    if not share:
        return decoded
    count = round(share * len(decoded.text))
    told = f"{count} byte{'s' * (count > 1)} could not be decoded; U+FFFD stands in their place"
    return Decoded(decoded.text, decoded.encoding, decoded.mark, f"{decoded.note}; {told}" if decoded.note else told)


def is_broken(decoded: Decoded) -> bool:
    """Whether some characters of a page stand for broken bytes; `note` tells so."""
    return decoded.note is not None and _SURROGATE.search(decoded.text) is not None


def byte_offsets(decoded: Decoded, places: Collection[int]) -> dict[int, int]:
    """Return the byte that the character at each of some places of a page begins at; at its end, the file's length.

    >>> byte_offsets(decode_page("aïb".encode()), [0, 2, 3])
    {0: 0, 2: 3, 3: 4}
    """
    text, mark = decoded.text, decoded.mark
    ordered = sorted(places)
    if decoded.encoding != "utf-8" or is_broken(decoded):
        return dict(zip(ordered, _all_offsets(decoded)[ordered].tolist(), strict=True))
    if text.isascii():
        return {place: mark + place for place in ordered}
    found: dict[int, int] = {}
    last, byte = 0, mark
    for place in ordered:
        between = text[last:place]
        byte += len(between) if between.isascii() else len(between.encode())
        found[place] = byte
        last = place
    return found


def _all_offsets(decoded: Decoded) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    """The byte that each character of a page begins at, and at the end the length of the file."""
    codes = np.frombuffer(decoded.text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    widths = _widths(codes, decoded.encoding)
    widths[(codes >= 0xDC80) & (codes <= 0xDCFF)] = 1
    return np.concatenate(([0], np.cumsum(widths))) + decoded.mark


def _widths(
    codes: "np.ndarray[tuple[int], np.dtype[np.uint32]]", encoding: str
) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    if encoding == "utf-8":
        return 1 + (codes >= 0x80).astype(np.int64) + (codes >= 0x800) + (codes >= 0x10000)
    if encoding.startswith("utf-16"):
        return 2 + 2 * (codes >= 0x10000).astype(np.int64)
    if encoding.startswith(("cp125", "iso8859", "koi8", "cp874")):
        return np.ones(len(codes), dtype=np.int64)
    kinds, places = np.unique(codes, return_inverse=True)
    sizes = [len(chr(code).encode(encoding, "surrogateescape")) for code in kinds.tolist()]
    return np.array(sizes, dtype=np.int64)[places]

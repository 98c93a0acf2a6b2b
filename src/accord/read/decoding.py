"""Bytes → text, character for character: newlines as they stood, nothing normalised, nothing dropped but a mark."""

import codecs
import re

from accord.errors import InputError

LARGEST = 20_000_000
"""Bytes from which an input is refused: a report of the longest kind (a live blog, a treaty) has under two million."""

_HEAD = 65_536  # enough to know an encoding or a kind of file by
_BINARY_SHARE = 0.1  # control characters: none in text, an eighth of compressed data
_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or sound"),
    (b"ID3", "a sound"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3\x00", "a database"),
)
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\x0b\x0c\r\x1b") + b"\x7f"
_MAC = ["mac_cyrillic", "mac_greek", "mac_iceland", "mac_latin2", "mac_roman", "mac_turkish"]
_NEVER_UNMARKED = [*_MAC, "utf_7", "utf_16", "utf_16_be", "utf_16_le", "utf_32", "utf_32_be", "utf_32_le"]
_TYPOGRAPHIC = frozenset("‘’“”–—…•€™·«»°©®£§ \xad")


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    r"""Return the text of an input and, a line each, what could not be kept as it stood.

    Tried in this order: a byte order mark, UTF-8, UTF-16 without a mark, UTF-8 with a few broken bytes, a legacy
    encoding. Raises InputError for what is no text or has `LARGEST` bytes or more; whoever shows it adds the path.

    >>> decode(b"Talks in Hano\xc3\xaf\r\n")
    ('Talks in Hanoï\r\n', ())
    >>> decode("“Agreed”, she said – twice.".encode("cp1252"))[0]
    '“Agreed”, she said – twice.'
    """
    if len(data) >= LARGEST:
        raise InputError(f"{len(data) / 1e6:.0f} MB, over the limit of {LARGEST / 1e6:.0f} MB; split it")
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise InputError(f"is {kind}, not text; save the report as plain text")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return mend(data[len(mark) :].decode(encoding, "surrogatepass" if encoding == "utf-8" else "replace"))
    return mend(_decode_unmarked(data))


def mend(text: str) -> tuple[str, tuple[str, ...]]:
    r"""Return text that can be written as UTF-8 and a note on each thing that is odd about it.

    Surrogate pairs become the character they stand for, lone ones U+FFFD; NUL characters stay where they are.

    >>> mend("up \ud83d\ude00 and \ud83d alone")
    ('up 😀 and � alone', ('1 character could not be decoded; U+FFFD stands in its place',))
    """
    notes: list[str] = []
    if _SURROGATE.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if lost := text.count("\ufffd"):
        characters = "1 character" if lost == 1 else f"{lost} characters"
        notes.append(f"{characters} could not be decoded; U+FFFD stands in its place")
    if nulls := text.count("\x00"):
        notes.append(f"holds {nulls} NUL character{'s' * (nulls > 1)}, kept as they stood")
    return text, tuple(notes)


_SURROGATE = re.compile("[\ud800-\udfff]")


def _decode_unmarked(data: bytes) -> str:
    head = data[:_HEAD]
    if wide := _find_wide(head):
        return data.decode(wide, "replace")
    if _control_share(head) > _BINARY_SHARE:
        raise InputError("is a binary file, not text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    loose = data.decode("utf-8", "surrogatepass") if _is_loose(data) else data.decode("utf-8", "replace")
    if _is_nearly_utf8(loose):
        return loose
    if _control_share(head) > _BINARY_SHARE / 5:  # text in no encoding has both broken bytes and controls
        raise InputError("is a binary file, not text")
    return data.decode(_find_legacy(head), "replace")


def _control_share(head: bytes) -> float:
    return (len(head) - len(head.translate(None, _CONTROLS))) / len(head) if head else 0.0


def _find_wide(head: bytes) -> str | None:
    """UTF-16 without a mark: in text that is mostly Latin every other byte is NUL."""
    half = len(head) // 2
    if half < 2 or head.count(0) < half * 0.4:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * half and odd < 0.05 * half else None


def _is_loose(data: bytes) -> bool:
    """Whether only encoded surrogates keep the bytes from being UTF-8."""
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def _is_nearly_utf8(loose: str) -> bool:
    """Whether text decoded with replacements holds many more good characters beyond ASCII than broken ones."""
    broken = loose.count("\ufffd")
    good = sum(1 for _ in re.finditer("[^\x00-\x7f\ufffd]", loose))
    cut_short = broken == 1 and loose.endswith("\ufffd")
    return cut_short or good >= 4 * broken


def _find_legacy(head: bytes) -> str:
    """Name the encoding of text that is not Unicode: Western where that reads well, else what the detector says."""
    western = head.decode("cp1252", "replace")
    beyond = re.findall("[^\x00-\x7f]", western)
    odd = sum(1 for character in beyond if not character.isalpha() and character not in _TYPOGRAPHIC)
    if odd == 0 and len(beyond) < 0.1 * len(western) and _reads_western(western, beyond):
        return "cp1252"
    from charset_normalizer import from_bytes  # here, not above: 40 ms of start-up that few inputs need

    best = from_bytes(head, cp_exclusion=_NEVER_UNMARKED).best()
    if best is None:
        raise InputError("is not text in any known encoding")
    return best.encoding


def _reads_western(western: str, beyond: list[str]) -> bool:
    """Whether the letters beyond ASCII are lower-case ones inside words, as French, Spanish and German have them.

    `São Paulo’s` does; `ï¿½` and the `Ïðåçèäåíò` of Cyrillic bytes don't.
    """
    letters = sum(1 for character in beyond if character.isalpha())
    runs = len(re.findall("[^\x00-\x7f\\W]{3,}", western))
    return runs == 0 and letters <= 0.08 * len(western)

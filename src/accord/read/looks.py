"""What a line looks like: a date line, a byline, a caption, an address. Each name is a feature of `weights.py`."""

import re
from collections.abc import Iterator, Sequence

from accord.knowledge.furniture import fold_words
from accord.knowledge.media import find_medium
from accord.knowledge.tables import read_words
from accord.read.credits import find_credit
from accord.read.datelines import closing_dateline, is_town, opening_dateline
from accord.read.glued import find_dates
from accord.read.people import byline_names, is_agency_line, is_post_line, is_titled_name
from accord.read.shapes import has_stop, is_bullet
from accord.text.dates import explicit_dates

_FILE = re.compile(r"(?i)\S{1,200}\.(?:jpe?g|png|gif|webp|svg|avif|mp4|mov|mp3|pdf)\b")
_ADDRESS = re.compile(r"(?i)https?://|www\.|\S@\S{1,100}\.\w|^@\w+$")
_ONLY_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_ONLY_MAIL = re.compile(r"(?i)(?:e-?mail:?\s*)?\S+@\S+\.\w+")
_AMBIGUOUS_DATE = re.compile(r"(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d)")
_SIGNED = re.compile(r"[.!?”\"]\s?\([A-Z][^()]{2,40}\)$")
_PHONE = re.compile(
    r"(?i)\b(?:tel|telephone|phone|fax|mobile|cell)\b\.?:?\s*[+(]?\d|[+(]\d[\d ().-]{7,20}\d"
    r"|\b\d{3}[-.]\d{3}[-.]\d{4}\b"
)
_PLACED = re.compile(
    r"[(\[](?:[^()\[\]]{0,24}\b)?(?:L|R|C|left|right|centre|center|front|back|top|bottom)\b"
    r"[^()\[\]]{0,12}[)\]]"
)
_RULE = re.compile(r"(?:[_*=~#–—-]\s?){3,200}|■|###")
_BIO = re.compile(
    r"\b(?:is|was) (?:an?|the|currently|director|head|editor|chair|professor|president) [^.]{0,80}"
    r"\b(?:fellow|professor|correspondent|reporter|journalist|writer|columnist|editor|analyst|researcher|scholar|lecturer|author|director|founder|expert)\b"
    r"|\b(?:covers|has covered|reports on|has reported|writes about|has worked as|previously worked)\b"
)
_SPEECH = re.compile(r"\b(?:said|says|told|according to|added|announced|stated|wrote|warned|noted|reported)\b")
_AGO = re.compile(
    r"(?i)^(?:(?:last )?(?:updated|modified|published|posted):? )?\d{1,3} "
    r"(?:min(?:ute)?|hour|day|week|month|year)s? ago$"
)
_SAYS = ("says:", "said:", "wrote:")
SHORT, LINE, PARAGRAPH = 12, 25, 90
"""Words up to which a piece may be a label, a line of the page's head, a caption."""


def name_looks(text: str, words: Sequence[str]) -> Iterator[str]:
    """Yield what a line looks like.

    >>> list(name_looks("https://news.example/a", fold_words("https://news.example/a")))
    ['address', 'only address']
    """
    count = len(words)
    speech = bool(_SPEECH.search(text[:1000]))
    if speech:
        yield "speech"
    if count <= PARAGRAPH:
        yield from _picture(text, words, speech=speech)
    if count <= LINE:
        yield from _head(text, count)
        yield from _address(text)
    if count <= SHORT:
        yield from _label(text, count)
    if _BIO.search(text[:300]):
        yield "bio"
    if "©" in text[:300] or text[:9].lower() == "copyright" or "(c) 2" in text[:300].lower():
        yield "copyright"
    if is_bullet(text):
        yield "bullet"


def _picture(text: str, words: Sequence[str], *, speech: bool) -> Iterator[str]:
    """Marks of captions."""
    count = len(words)
    credit = find_credit(text)
    if credit is not None and not (count <= SHORT and is_agency_line(text)):
        yield "picture credit"
        if credit == 0 and count <= SHORT:
            yield "only credit"
    signed = _SIGNED.search(text[-60:])
    if text.endswith(("...", "…", "[…]", "[...]")):
        yield "cut short"
    if signed and not speech:
        yield "signed"
    end = credit or (len(text) - len(signed[0]) + 1 if signed else len(text))
    if _PLACED.search(text):
        yield "placed"
    if count >= 8 and _ends_in_date(text[:end]):
        yield "ends in date"
    if count >= 6 and not speech and not read_words("scene_verbs.txt").isdisjoint(words[1:25]):
        yield "scene"
    if count >= 4 and _opens_with_agency(text):
        yield "agency first"


def _head(text: str, count: int) -> Iterator[str]:
    """Marks of the lines about a headline, and of addresses."""
    if byline_names(text):
        yield "byline"
        if byline_names(text, led=True):
            yield "by"
    if count >= 4 and not has_stop(text) and is_titled_name(text):
        yield "titled name"
    if is_date_line(text):
        yield "date"
    elif text[:1].isalnum() and count <= SHORT and not has_stop(text) and _starts_with_date(text):
        yield "dated"
    if is_agency_line(text):
        yield "agency line"


def _address(text: str) -> Iterator[str]:
    if _ADDRESS.search(text):
        yield "address"
        if _ONLY_ADDRESS.fullmatch(text):
            yield "only address"
        if _ONLY_MAIL.fullmatch(text):
            yield "only mail"
    if _PHONE.search(text):
        yield "phone"


def _label(text: str, count: int) -> Iterator[str]:
    """Marks of lines that hold no sentence."""
    if opening_dateline(text + " X") or closing_dateline(text):
        yield "dateline"
    if is_post_line(text):
        yield "post"
    if text[0] in "#@" and count <= 3:
        yield "hashtag" if text[0] == "#" else "handle"
    if find_medium(text):
        yield "medium"
    if _FILE.search(text[:300]):
        yield "file"
    if _RULE.fullmatch(text):
        yield "rule"
    if count <= 3 and is_town(text):
        yield "town"
    if count <= 6 and text.lower().endswith(_SAYS):
        yield "says"


def _opens_with_agency(text: str) -> bool:
    """`Getty Images Sailors raise a flag`: a credit set before its caption's alt text."""
    words = text[:60].split()[:2]
    media = (find_medium(" ".join(words[:size])) for size in (2, 1))
    return any(medium and (medium.kind == "photo-agency" or medium.is_agency) for medium in media)


def is_date_line(text: str) -> bool:
    """Say whether hardly more than a date stands there.

    >>> is_date_line("Published 4:30 pm, May 3, 2031"), is_date_line("He left for home on May 3, 2031")
    (True, False)
    """
    if _AGO.search(text):
        return True
    dates = list(find_dates(text)) if any(map(str.isdigit, text)) else []
    rest = text
    for start, end, _ in reversed(dates):
        rest = rest[:start] + " " + rest[end:]
    rest, ambiguous = _AMBIGUOUS_DATE.subn(" ", rest)
    if not ambiguous and not any(len(edtf) >= 7 for _, _, edtf in dates):
        return False
    known = read_words("date_line_words.txt")
    return sum(word not in known for word in fold_words(rest)) <= 2


def _starts_with_date(text: str) -> bool:
    """`May 3, 2031 – Ottawa, Ontario`: a date line with a place."""
    return any(start == 0 and len(edtf) >= 10 and edtf[0] != "X" for start, _, edtf in explicit_dates(text[:40]))


def _ends_in_date(text: str) -> bool:
    """Whether a dated clause closes the line, as in captions: `… in Lima on May 6, 2031. (Photo: AP)`."""
    tail = text.rstrip()[-40:]
    if not any(map(str.isdigit, tail[-12:])):
        return False
    return any(len(edtf) >= 10 and len(tail) - end <= 3 for _, end, edtf in explicit_dates(tail))

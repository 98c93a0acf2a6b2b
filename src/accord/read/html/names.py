"""Names of authors as pages give them: `Von Dr. Ada Stone, dpa` → Ada Stone, dpa."""

import re
from functools import cache, lru_cache

from accord.knowledge.tables import read_rows, read_words
from accord.read.html.headings import fold
from accord.read.html.references import unescape

_SPLIT = re.compile(
    r"\s*(?:[,;|•·&()\[\]/\n]|\s[–—:>»-]\s|\s(?:and|And|AND|und|UND|et|y|e|i|en|och|og|with|mit|avec|Von|Por|Par)\s)\s*"
)
_ADDRESS = re.compile(r"(?i)\bhttps?:\S+|\bwww\.\S+|\S+@\S+\.\S+|(?<!\S)@\w+")
_NO_NAME = re.compile(
    r"(?i)\.(?:com|de|org|net)\b|^(?:\w*admin|administrator|unknown|no author|unbekannt|none|null|undefined|anonymous|"
    r"n/a|gast|guest|ph\.? ?d|md|m\.d|mph|m\.?sc|m\.?a|mba|jd|ll\.?m|rd|rn|dr|prof|jr|sr)\.?$"
)
_UNTIDY = re.compile(r"[<&@]|://|www\.")
_MARKUP = re.compile(r"<[^>]{0,300}>")
_EDGES = ' .,:;-–—|()/*•·"“”„«»_<>→›‹←+#='
_UNLIKE = frozenset(":!?=_<>«»…")
_NUMBER = re.compile(r"(?<!\w)\d")
_ENDING = re.compile(r"(?i)\s(?:(?:am|on|um|vom|dnia|på)(?:\s\w+)?|le|el|il|op|em|at|den|der|von|by)$")
_GLUED = re.compile(r"(?:By|Von|Por|Par|Author|Autor(?:in)?|Auteur)(?=[A-Z][a-z])")
_FIRST = re.compile(r"[^\s:：]*")
LONGEST = 60
"""Characters from which a text is no name."""
MOST_READ = 1_000
"""Characters of what a page gives for its authors that are read."""


@lru_cache(maxsize=4096)
def clean_names(text: str) -> tuple[str, ...]:
    """Return what may be names in what a page gives for its authors, in its order.

    >>> clean_names("By Dr. Ada Stone and Bo Reed (dpa)"), clean_names("https://facebook.com/herald")
    (('Ada Stone', 'Bo Reed', 'dpa'), ())
    """
    names: dict[str, str] = {}
    for part in _SPLIT.split(strip_lead(bare_text(text))):
        name = _clean(strip_lead(part)) + ("." if part.endswith(" Jr.") else "")
        if 1 < len(name) < LONGEST and name.lower() not in _announcing() and not _NO_NAME.search(name):
            names.setdefault(fold(name), name)
    return tuple(name for folded, name in names.items() if folded)


def bare_text(text: str) -> str:
    """Return a text without markup, references and addresses."""
    text = text[:MOST_READ]
    if _UNTIDY.search(text):
        text = _ADDRESS.sub(" ", _MARKUP.sub(" ", unescape(text)))
    return "\n".join(" ".join(line.split()) for line in text.split("\n")).strip(_EDGES)


def _clean(part: str) -> str:
    """Cut off what stands around a name: dates, titles and posts, places, what somebody does."""
    name = part.strip(_EDGES)
    if number := _NUMBER.search(name):
        name = name[: number.start()].strip(_EDGES)
    name = _ENDING.sub("", name).strip(_EDGES)
    words = _cut_pictures(name.split())
    if len(words) < 3:
        return " ".join(words)
    words = _cut_tail(words)
    posts = _posts()
    while len(words) > 2 and words[0].lower().rstrip(".:") in posts:
        words = words[1:]
    while len(words) > 2 and words[-1].lower().rstrip(".:") in posts:
        words = words[:-1]
    return " ".join(words)


def _cut_pictures(words: list[str]) -> list[str]:
    """Cut a name where a picture is announced: `Ada Stone Foto`."""
    at = next((at for at, word in enumerate(words[1:], 1) if word.lower() in _kind("pictures")), len(words))
    return words[:at]


def _cut_tail(words: list[str]) -> list[str]:
    """Cut a person's name where words in small letters, or a place, follow: `Ada Stone in Zurin`."""
    ends = _kind("place")
    for at in range(2, len(words)):
        word = words[at].lower()
        if (word in ends or (words[at][0].islower() and word not in link_words())) and is_person(" ".join(words[:at])):
            return words[:at]
    return words


def is_person(name: str) -> bool:
    """Whether a name is written as people's are: two words or more, the first and the last with a capital.

    >>> is_person("Ada Stone"), is_person("adastone"), is_person("Ada van der Stone")
    (True, False, True)
    """
    words = name.split()
    if not 2 <= len(words) <= 5 or not words[0][0].isupper() or not words[-1][0].isupper():
        return False
    if not _UNLIKE.isdisjoint(name):
        return False
    links = link_words()
    return all(word[0].isupper() or word[0] in "'’" or word.rstrip(".") in links for word in words)


def strip_lead(text: str) -> str:
    """Cut off what leads to the names: `Alle Artikel von Ada Stone` → Ada Stone."""
    text = text.strip(_EDGES)
    while (end := find_lead(text)) and end < len(text):
        text = text[end:].strip(_EDGES)
    return text


def find_lead(line: str) -> int:
    """Return where what leads to names ends, 0 where a line begins otherwise.

    >>> find_lead("Alle Artikel von Ada Stone"), find_lead("Text & Fotos: Ada Stone"), find_lead("Ada Stone")
    (17, 14, 0)
    """
    if not opens_lead(line):
        return 0
    if match := _lead().match(line):
        return match.end()
    first, _, rest = line.partition(" ")
    return len(first) + 1 if first.lower() in labels() and is_person(rest.strip(_EDGES)) else 0


def opens_lead(line: str) -> bool:
    """Whether a line begins with a word that can lead to names."""
    first = _FIRST.match(line)
    return first is not None and (first[0].lower() in _openers() or _GLUED.match(line) is not None)


def is_lead(line: str) -> bool:
    """Whether a line is nothing but what leads to names: `Von:`."""
    plain = line.strip() + " "
    return len(plain) < LONGEST and find_lead(plain) == len(plain)


@cache
def words_of(kind: str) -> tuple[str, ...]:
    """Words of a kind in the table of bylines, in its order."""
    return tuple(word for one, word, *_ in read_rows("html_bylines.tsv") if one == kind)


@cache
def _kind(kind: str) -> frozenset[str]:
    return frozenset(words_of(kind))


def link_words() -> frozenset[str]:
    """Words in small letters inside names: `van`, `de la`."""
    return _kind("link")


def labels() -> frozenset[str]:
    """Words that announce an author: `Autorin: Ada Stone`."""
    return _kind("label")


def never_words() -> frozenset[str]:
    """Words that stand beside bylines and in no name."""
    return _kind("never")


@cache
def _posts() -> frozenset[str]:
    return _kind("post") | read_words("byline_posts.txt")


@cache
def _announcing() -> frozenset[str]:
    """Words that announce names, or days, and are none."""
    days = (word for word in read_words("html_weekdays.txt") if len(word) > 4)  # `Sam` is somebody
    return _kind("by") | labels() | frozenset(days)


@cache
def _openers() -> frozenset[str]:
    """Words with which what leads to names can begin."""
    return frozenset(word.split()[0] for kind in ("lead", "by", "label", "desk") for word in words_of(kind))


@cache
def _lead() -> re.Pattern[str]:
    lead, by, label = ("|".join(map(re.escape, words_of(kind))) for kind in ("lead", "by", "label"))
    label = f"{label}|{'|'.join(words_of('desk'))}"
    others = f"{label}|{'|'.join(words_of('pictures'))}"
    return re.compile(  # `ByAda Stone`
        rf"{_GLUED.pattern}|(?i:(?:(?:{lead}|{label})\s+){{0,5}}(?:(?:{by})(?:\s*:\s*|\s+)|(?:{label})(?:\s*(?:&|/|und|and)\s*(?:{others}))?"
        r"\s*[:：]\s*))"
    )

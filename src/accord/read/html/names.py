"""Names of authors as pages give them: `Von Ada Stone, dpa` → Ada Stone, dpa."""

import re
from collections.abc import Collection, Iterable
from functools import cache

from accord.knowledge.tables import read_rows
from accord.read.html.headings import fold
from accord.read.html.references import unescape

_SPLIT = re.compile(r"\s*(?:,|;|\||/|•|·|&| [aA]nd | und | et | y | e | i | en | with | mit |\n)\s*")
_NUMBER = re.compile(r"(?<!\w)\d")
_NO_NAME = re.compile(
    r"(?i)https?:|www\.|\S@|\.(?:com|de|org|net)\b|^(?:\w*admin|administrator|unknown|none|null|anonymous|gast|guest|"
    r"phd|md|dr|prof|ph\.d|m\.d|mph|msc|ma|mba)\.?$"
)
_MARKUP = re.compile(r"<[^>]{0,300}>")
_EDGES = ' .,:-–—|()/*•·"“”„'
_ENDING = re.compile(r"(?i)\s(?:am|on|le|el|il|op|em|um|at|den|der|vom|dnia)(?:\s\w+)?$")
_END = re.compile(r"\s[|•·–—-]\s|\s?(?<!\w)\d|\s@|\(|\n")
_NAME = re.compile(r"@?[^\W\d_][\w.'’-]*(?: (?:[^\W\d_][\w.'’-]*)){0,5}$|[\u3400-\u9fff\uac00-\ud7af]{2,6}$")
LONGEST = 60
"""Characters from which a text is no name."""


def tidy_names(values: Iterable[str], outlets: Collection[str] = ()) -> tuple[str, ...]:
    """Return the names in what a page gives for its authors; among several, not those of the outlet (folded).

    >>> tidy_names(["By Ada Stone and Bo Reed", "https://facebook.com/herald"])
    ('Ada Stone', 'Bo Reed')
    >>> tidy_names(["Ada Stone, The Herald", "freeman84"], {"theherald"})
    ('Ada Stone', 'freeman84')
    """
    names: dict[str, str] = {}
    for value in values:
        plain = " ".join(_MARKUP.sub(" ", unescape(value)).split())
        if _NO_NAME.search(plain) and " " not in plain:
            continue
        for part in _SPLIT.split(strip_lead(plain)):
            name = _ENDING.sub("", part.strip(_EDGES) + ("." if part.strip().endswith(" Jr.") else "")).strip(_EDGES)
            if 1 < len(name) < LONGEST and not _NUMBER.search(name) and not _NO_NAME.search(name):
                names.setdefault(fold(name), name)
    kept = [name for folded, name in names.items() if folded and folded not in outlets]
    return tuple(kept or names.values())


def pick_names(text: str, *, is_marked: bool) -> tuple[str, ...]:
    """Return the names in a byline of the page, up to the first date or sign that ends them.

    Unless its markup says that it is one, only names of several words count.

    >>> pick_names("Von Ada Stone am 16.05.2031", is_marked=False), pick_names("Join our newsletter", is_marked=True)
    (('Ada Stone',), ())
    """
    bare = _END.split(strip_lead(text))[0]
    if len(bare) > 2 * LONGEST or never_words() & set(re.findall(r"\w+", bare.lower())):
        return ()
    names = [name for name in tidy_names([bare]) if _NAME.match(name) and not _is_lead(name)]
    if not is_marked or any(map(is_person, names)):
        names = [name for name in names if is_person(name)]
    return tuple(names[:6])


def is_person(name: str) -> bool:
    """Whether a name is written as people's are: two words or more, the first and the last with a capital.

    >>> is_person("Ada Stone"), is_person("adastone"), is_person("Ada van der Stone")
    (True, False, True)
    """
    words = name.split()
    if not 2 <= len(words) <= 5 or not words[0][0].isupper() or not words[-1][0].isupper():
        return False
    links = _link_words()
    return all(word[0].isupper() or word[0] == "'" or word.rstrip(".") in links for word in words)


def strip_lead(text: str) -> str:
    """Cut off what leads to the names: `Alle Artikel von Ada Stone` → Ada Stone."""
    text = text.strip(_EDGES)
    while (match := _lead().match(text)) and match.end() < len(text):
        text = text[match.end() :].strip(_EDGES)
    first, _, rest = text.partition(" ")
    return rest if rest and first.lower() in labels() and is_person(rest) else text


def _is_lead(name: str) -> bool:
    """Whether a name is only what leads to one: `Autor`, `Artikel von`."""
    last = name.lower().rsplit(" ", 1)[-1]
    return last in _words("by") or last in labels() or last in _words("lead")


def has_lead(text: str) -> bool:
    """Whether a line begins as bylines do."""
    match = _lead().match(text.lstrip(_EDGES))
    return match is not None and match.end() < len(text.lstrip(_EDGES))


def is_lead(text: str) -> bool:
    """Whether a line is nothing but what leads to names: `Von:`."""
    return bool(_lead().fullmatch(text.strip() + " "))


@cache
def _link_words() -> frozenset[str]:
    return frozenset(_words("link"))


def _words(kind: str) -> tuple[str, ...]:
    return tuple(word for one, word, *_ in read_rows("html_bylines.tsv") if one == kind)


@cache
def never_words() -> frozenset[str]:
    """Words that stand beside bylines and in no name."""
    return frozenset(_words("never"))


@cache
def labels() -> frozenset[str]:
    """Words that announce an author: `Autorin: Ada Stone`."""
    return frozenset(_words("label"))


@cache
def heard() -> tuple[str, ...]:
    """Words for a talk with somebody, whom the line names too: `Interview: Ada Stone`."""
    return _words("talk")


@cache
def person_labels() -> frozenset[str]:
    """Labels that are also what authors' elements are called: `Autor Ada Stone`, not `Text Ada Stone`."""
    return labels() & class_words()[0]


@cache
def class_words() -> tuple[frozenset[str], frozenset[str]]:
    """Words of classes that mark authors, and those that mark what stands beside them."""
    return frozenset(_words("class")), frozenset(_words("beside"))


@cache
def _lead() -> re.Pattern[str]:
    lead, by, label = ("|".join(map(re.escape, _words(kind))) for kind in ("lead", "by", "label"))
    label = f"{label}|{'|'.join(_words('desk'))}"
    others = f"{label}|{'|'.join(_words('pictures'))}"
    return re.compile(
        rf"(?i)(?:(?:{lead}|{label})\s+){{0,5}}(?:(?:{by})(?:\s*:\s*|\s+)|(?:{label})(?:\s*(?:&|/|und|and)\s*(?:{others}))?\s*:\s*)"
        r"|(?-i:By)(?=[A-Z])"
    )


@cache
def label_pattern() -> re.Pattern[str]:
    """A label with its colon, anywhere in a line."""
    label = "|".join(map(re.escape, _words("label") + _words("desk")))
    return re.compile(rf"(?i)\b(?:{label})\s?:\s*|责任编辑\s*[：:]\s*|作者\s*[：:]\s*|记者\s*[：:]\s*")

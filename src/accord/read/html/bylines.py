"""Authors by lines of text near the story: `Von Ada Stone`, `16.05.2031 | Ada Stone`, `(mad/dpa)` at the end."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from accord.knowledge.media import find_medium
from accord.model.reports import Role
from accord.read.html.days import cut_days, is_only_day
from accord.read.html.names import (
    clean_names,
    find_lead,
    is_lead,
    is_person,
    labels,
    never_words,
    opens_lead,
    words_of,
)
from accord.read.html.statements import Statement, state
from accord.read.html.story import HEADINGS, Story
from accord.read.html.tree import Element

_OTHERS = re.compile(r"\(@|©|\bCC[ -]BY\b")  # authors of posts shown in the story, of pictures
_COPYRIGHT = re.compile(r"©\s?(?:\d{4}\b)?[\s,:]*([^\W\d][^\d©]{1,40})$")
_UNANNOUNCED = frozenset({"line", "codes"})
_ANNOUNCED = frozenset({"by-before", "label-before"})
_ASIDE = frozenset({"caption", "comments", "headline", "navigation", "promo", "related"})
_WITH = re.compile(r" (?:mit|with|avec|con|com|met) ")
_DIGIT = re.compile(r"\d")
_TELLING = re.compile(r"[\d:：|•·]")
_LONG = re.compile(r"[^\s,;|/()]+ [^\s,;|/()]+(?: [^\s,;|/()]+){6}")
_SMALL = re.compile(r"[a-zß-ÿ]\w*\s")  # `by the river`
_WORD = re.compile(r"\w+")
_CODES = re.compile(r"[(\[]?(?:[\w.-]{1,12}(?:\s?[/,|+]\s?|\s)){0,4}[\w.-]{1,12}[)\]]?\.?$")
_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]{2,40})[)\]]\.?$")
_HEAD, _EDGE = 300, " -–—|,/·•"
SHORT = 120
"""Characters from which a line is no byline."""
LABEL = 25
"""Characters from which a line announces nothing."""
ALONE = 80
"""Characters from which a line holds more than names."""
ABOVE = 4
"""Elements around a line in which a picture's are looked for."""
SIGNED, AFTER = 300, 4
"""Characters of running text, within as many blocks, that a signature stands behind."""
RUNNING = 60
"""Characters of running text from which a block close behind a name shows that it signs nothing."""
NEAR, CLOSE = 8, 3
"""Blocks around the headline, and before the story's end, in which a name that stands alone can be its author's."""


def read_bylines(story: Story, roles: list[Role], low: int, high: int) -> Iterator[Statement]:
    """Yield what the short lines among some blocks say of authors, and the ends of the last long ones."""
    before = ""
    for index in range(low, high):
        if roles[index] == "comments":
            continue
        text, is_caption = story.tree.blocks[index].text, roles[index] == "caption"
        if is_caption and _is_of_picture(story.tree.blocks[index].element):
            continue
        is_last = index >= story.last - CLOSE
        if len(text) >= SHORT:
            if is_last and not is_caption:
                yield from _read_long(text, index)
            before = ""
            continue
        if roles[index] not in _ASIDE and _is_signature(story, index):
            yield from state(("sign",), text.split("\n")[0], index)
        is_under = index > 0 and roles[index - 1] == "headline"
        is_near = is_under or (not is_caption and (is_last or abs(index - story.first) <= NEAR))
        for line in text.split("\n"):
            is_opened = opens_lead(line)
            can_tell = is_opened or before or _TELLING.search(line) or (is_near and _is_like_names(line))
            if can_tell and _OTHERS.search(line):
                yield from _read_owner(line, index)
            elif can_tell:
                said = _read_line(line, before, index, is_near=is_near)
                yield from filter(_is_announced, said) if is_caption and not is_under else said
            before = line if is_opened and len(line) < LABEL else ""


def _is_signature(story: Story, index: int) -> bool:
    """Whether a short block signs the running text before it: a name alone, or above a date, and no text behind."""
    blocks, prose = story.tree.blocks, story.prose
    if not story.first < index < story.last or blocks[index].element.name in HEADINGS:
        return False
    if not prose[index - 1] or sum(prose[max(story.first, index - AFTER) : index]) < SIGNED:
        return False
    if any(amount >= RUNNING for amount in prose[index + 1 : index + AFTER]):
        return False
    lines = blocks[index].text.split("\n")
    is_dated = len(lines) == 2 and is_only_day(lines[1]) and lines[0].istitle()
    return is_dated or (len(lines) == 1 and is_person(lines[0].strip(_EDGE)))


def _is_of_picture(element: Element | None) -> bool:
    """Whether the markup around a line says that it stands under a picture: who is named there took that."""
    for _ in range(ABOVE):
        if element is None:
            break
        if element.name in ("figure", "figcaption") or "caption" in element.attributes.lower():
            return True
        element = element.parent
    return False


def _is_announced(one: Statement) -> bool:
    """Whether names stand behind words that announce an author: others in what reads like a caption do not count."""
    return one.kinds[0] not in _UNANNOUNCED or not _ANNOUNCED.isdisjoint(one.kinds)


def _read_owner(line: str, index: int) -> Iterator[Statement]:
    """Yield the agency that a line says owns the text: `© 2031 dpa`."""
    if (match := _COPYRIGHT.match(line.strip())) and _has_agency(match[1]):
        yield from state(("codes", "owner"), match[1], index)


def _read_line(line: str, before: str, index: int, *, is_near: bool) -> Iterator[Statement]:
    """Yield what a short line, behind another, says."""
    bare, kinds = _cut_date(line)
    if before and before.strip(" :：").lower() in labels():
        kinds += ("label-before",)
    elif before and is_lead(before):
        kinds += ("by-before",)
    if end := find_lead(bare):
        kind = "label" if ":" in bare[:end] else "by"
        is_talk = any(word in bare.lower() for word in words_of("talk"))
        rest = _WITH.split(bare[end:])[0] if is_talk else bare[end:]  # whom an interview is with did not write it
        if not _SMALL.match(rest) or (len(bare) < ALONE // 2 and " " in bare[:end].strip()):  # `Posted by the fox`
            only = ("only",) * _is_only_people(rest)
            yield from state((kind, "talk", *only, *kinds) if is_talk else (kind, *only, *kinds), rest, index)
    elif found := _find_inside(line, bare):
        yield from state((found[0], *kinds), found[1], index)
    elif len(bare) < ALONE and (is_near or kinds):
        yield from _read_alone(bare, kinds, index)


def _is_only_people(text: str) -> bool:
    """Whether a text is people's names and hardly more."""
    names = clean_names(text)
    return bool(names) and all(map(is_person, names)) and sum(map(len, names)) + 6 * len(names) >= len(text.strip())


def _cut_date(line: str) -> tuple[str, tuple[str, ...]]:
    if not _DIGIT.search(line):
        return line.strip(), ()
    bare = cut_days(line).strip(_EDGE)
    return bare, ("dated",) if len(bare) < len(line) - 5 else ()


def _find_inside(line: str, bare: str) -> tuple[str, str] | None:
    """Return the kind of what leads to names inside a line, and the rest: `16.05.2031 von Ada`, `… | Autor: Ada`."""
    clocked, label, source = _patterns()
    if match := clocked.search(line):
        return "clocked", match[1]
    if ":" not in bare and "：" not in bare:
        return None
    if match := source.match(bare):
        return "source", bare[match.end() :]
    match = label.search(bare)
    return ("inner-label", bare[match.end() :]) if match else None


def _is_like_names(line: str) -> bool:
    """Whether a line can be names alone, or codes: it begins with a capital and is short."""
    return (line[:1].isupper() and 0 < line.count(" ") < 16 and not _LONG.match(line)) or (
        len(line) < 40 and _CODES.match(line) is not None
    )


def _read_alone(bare: str, kinds: tuple[str, ...], index: int) -> Iterator[Statement]:
    """Yield a line that holds nothing but names, or nothing but an agency and codes."""
    if not kinds and not _is_like_names(bare):
        return
    names = clean_names(bare)
    if not names or (never_words() & set(_WORD.findall(bare.lower())) and not kinds):
        return
    if "by-before" in kinds or is_person(names[0]):
        yield from state(("line", *kinds), bare, index)
    elif _CODES.match(bare) and _has_agency(bare):
        yield from state(("codes", *kinds), bare, index)


def _read_long(text: str, index: int) -> Iterator[Statement]:
    """Yield what a longer block at the end of the story says: at its beginning, in its last line, in brackets."""
    head = text[:_HEAD].split("\n")[0]
    if end := find_lead(head):
        names = clean_names(head[end:][:ALONE])
        if names and is_person(names[0]):
            yield Statement(("end-by",), names, index)
    elif match := _patterns()[1].search(text[:_HEAD]):
        names = clean_names(text[match.end() : match.end() + ALONE])
        if names and is_person(names[0]):
            yield Statement(("inner-label",), names, index)
    if (match := _IN_BRACKETS.search(text[-50:])) and _has_agency(match[1]):
        yield from state(("bracket",), match[1], index)
    last = text.rsplit("\n", 1)[-1]
    if len(last) < 40 and is_person(last.strip(_EDGE)):
        yield from state(("sign",), last, index)


@lru_cache(maxsize=4096)
def _has_agency(text: str) -> bool:
    media = (find_medium(word) for word in _WORD.findall(text))
    return any(medium is not None and medium.is_agency for medium in media)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A preposition behind a time or a sign; a label with its colon, anywhere in a line; a source at its beginning."""
    by, source = ("|".join(map(re.escape, words_of(kind))) for kind in ("by", "source"))
    label = "|".join(map(re.escape, words_of("label") + words_of("desk")))
    return (
        re.compile(
            rf"(?i)(?:\d\S{{0,3}}|[|·•])(?:\s?(?:uhr|h|[ap]\.?m\.?))?,?\s(?:{by})\s([^\W\d_][^|·•]{{1,60}})",
        ),
        re.compile(rf"(?i)\b(?:{label})\s?[:：]\s*|责任编辑\s*[：:]\s*|作者\s*[：:]\s*|记者\s*[：:]\s*"),
        re.compile(rf"(?i)(?:{source})\s?:\s*(?=\S)"),
    )

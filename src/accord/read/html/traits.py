"""What speaks for and against the candidates for a headline, set side by side: agreement, form, site, address."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from urllib.parse import unquote

from accord.knowledge.tables import read_rows
from accord.read.html.candidates import Candidate, tell_place
from accord.read.html.days import is_only_day
from accord.read.html.headings import KINDS, fold
from accord.read.html.names import clean_names, is_person
from accord.read.html.phrases import find_phrase
from accord.read.html.said import split_address
from accord.read.html.story import Story

HEAD = ("JSON-LD", "headline", "og:title", "twitter:title", "other meta", "microdata", "title")
"""Marks of what is told whole by a place of the head."""
SHORTEST = 15
"""Letters from which one text that holds another speaks for it."""
SLUG = 3
"""Words from which the last step of an address is made from a headline."""
MOST_WORDS = 40
_HEAD_PARTS = tuple(f"{how} of {kind}" for how in ("rest", "head", "first", "lead") for kind in ("meta", "title"))
_VOICES = (
    ("title", "rest of title", "head of title", "first of title"),
    ("og:title", "twitter:title", "other meta", "headline", "rest of meta"),
    ("JSON-LD",),
)
_TAIL_PARTS = tuple(
    f"{how} of {kind}"
    for how in ("middle", "tail", "end", "after", "after colon", "before colon")
    for kind in ("meta", "title")
)
_IN_HEADING = (" of h1", " of h2", " of titled")
_LENGTHS = ((1, "1 word"), (2, "2 words"), (3, "3 words"), (5, "4-5 words"), (16,), (22, "17-22 words"))
_WORD = re.compile(r"[^\W_]+")
_SLUG_WORD = re.compile(r"[a-z0-9]{3,}")


def mark_traits(
    candidates: Sequence[Candidate], sites: frozenset[str], sections: frozenset[str], url: str, seen: Mapping[str, int]
) -> None:
    """Mark all candidates; `sites` and `sections` are folded names, `seen` counts the texts of the page."""
    _mark_agreement(candidates)
    path = unquote(split_address(url)[1])
    sections |= {fold(step) for step in path.split("/")[:-2]}
    host = "".join(split_address(url)[0].removeprefix("www.").split(".")[:-1])
    slug = slug_words(path)
    for one in candidates:
        _mark_form(one)
        _mark_slug(one, slug)
        if (count := seen.get(one.text, 0)) > 1:
            one.mark("repeated" if count == 2 else "often repeated")
        if one.folded in sections:
            one.mark("section")
        if one.folded in sites:
            one.mark("site name")
        elif _is_host(one.folded, host):
            one.mark("host name")
    _mark_exact(candidates)


def mark_lines(candidates: Sequence[Candidate], story: Story, opens: int) -> None:
    """Mark what is no heading and stands as a line of its own; at block `opens` the running text begins."""
    blocks = story.tree.blocks
    places = {blocks[at].text: at for at in range(len(blocks) - 1, -1, -1)}
    for one in candidates:
        if one.text in places and one.marks.keys().isdisjoint(KINDS):
            one.mark(
                "line",
                f"line {tell_place(places[one.text], opens)}",
                *["told line"] * (not one.marks.keys().isdisjoint(("told alone", *_HEAD_PARTS))),
            )


def _is_host(name: str, host: str) -> bool:
    return bool(host) and len(name) > 3 and (name in host or (host in name and len(name) < 2 * len(host)))


def _mark_agreement(candidates: Sequence[Candidate]) -> None:
    told = [one.folded for one in candidates if not one.marks.keys().isdisjoint(HEAD)]
    headings = [one.folded for one in candidates if not one.marks.keys().isdisjoint(KINDS)]
    has_top = any("h1" in one.marks for one in candidates)
    others = [one for one in candidates if _is_told_heading(one)]
    for one in candidates:
        if others and one not in others:
            one.mark("another told")
        kind = next((kind for kind in KINDS if kind in one.marks), "")
        _mark_voices(one, kind)
        if count := sum(place in one.marks for place in HEAD):
            _mark_told(one, count, kind, has_top=has_top)
        elif kind and not one.marks.keys().isdisjoint(_HEAD_PARTS):
            one.mark("heading head told", *["h1 head told"] * (kind == "h1"))
        elif kind and not one.marks.keys().isdisjoint(_TAIL_PARTS):
            one.mark("heading tail told", *["h1 tail told"] * (kind == "h1"))
        elif not kind:
            one.mark("part alone", *["short part"] * (len(one.text.split()) < 3))
        if len(one.folded) >= SHORTEST:
            _mark_holding(one, told, "told")
            _mark_holding(one, headings, "heading")


def _mark_voices(one: Candidate, kind: str) -> None:
    """Mark how many kinds of places say a text, whole or in a title: headings, `<title>`, `<meta>`, JSON-LD."""
    marks = one.marks.keys()
    voices = sum(not marks.isdisjoint(places) for places in _VOICES)
    if voices:
        one.mark(f"{voices + bool(kind)} voices")
        if kind == "h1":
            one.mark(f"h1, {voices} voices")


def _is_told_heading(one: Candidate) -> bool:
    """Whether a candidate is a heading that the page's head tells, whole or as the rest of a title."""
    marks = one.marks.keys()
    return not marks.isdisjoint(KINDS) and not (marks.isdisjoint(HEAD) and marks.isdisjoint(_HEAD_PARTS))


def _mark_told(one: Candidate, count: int, kind: str, *, has_top: bool) -> None:
    """Mark what `count` places of the head say: whether it is a heading of some kind, or a part of one."""
    one.mark(f"told {min(count, 3)}")
    if "uncut" in one.marks or any(mark.endswith(_IN_HEADING) for mark in one.marks):
        one.mark("told part of heading")
    if kind:
        one.mark("heading told", *[f"told {kind}"] * (kind in ("h1", "h2")))
    else:
        one.mark("told alone", *["told, no h1"] * (not has_top))


def _mark_holding(one: Candidate, others: Sequence[str], what: str) -> None:
    own = one.folded
    if any(own in other for other in others if other != own):
        one.mark(f"in {what}")
    if any(other != own and other.endswith(own) for other in others):
        one.mark(f"ends {what}")
    held = [other for other in others if SHORTEST <= len(other) < len(own) and other in own]
    if held:
        one.mark(f"holds {what}")
    if any(own.endswith(other) for other in held):
        one.mark(f"more before {what}")


def _mark_form(one: Candidate) -> None:
    words = one.text.split()
    one.mark(*next((names for most, *names in _LENGTHS if len(words) <= most), ("23+ words",)))
    if len(one.folded) < 4:
        one.mark("tiny")
    if one.text.isupper() and len(one.folded) > 4:
        one.mark("capitals")
    if one.text[-1] == ":":
        one.mark("colon")
    if one.text[-1] == ".":
        one.mark("stop")
    if one.text[0].islower():
        one.mark("lower")
    if find_phrase(one.text):
        one.mark("phrase")
    if words[0].casefold() in _byline_words() and _is_byline(one.text):
        one.mark("by")
    if is_only_day(one.text):
        one.mark("day")


@cache
def _byline_words() -> frozenset[str]:
    return frozenset(word for kind, word, *_ in read_rows("html_bylines.tsv") if kind == "by")


def _is_byline(text: str) -> bool:
    """Whether a line that begins as one is a byline: `Von Ada Stone`, not `Von der Saat zur Ernte`."""
    return len(text.split()) < 3 or any(map(is_person, clean_names(text)))


def _mark_slug(one: Candidate, slug: frozenset[str]) -> None:
    """Mark the share of the address's words that a text holds, and of its own words that the address has."""
    forms = [_plain_forms(word) for word in _WORD.findall(one.text) if len(word) > 2][:MOST_WORDS]
    if len(slug) >= SLUG and forms:
        shared = {form for both in forms for form in both if form in slug}
        one.marks["slug held"] = round(len(shared) / len(slug), 4)
        one.marks["slug own"] = round(sum(not slug.isdisjoint(both) for both in forms) / len(forms), 4)


def _mark_exact(candidates: Sequence[Candidate]) -> None:
    """Mark what has the words of the address and no others, and what has more words before or behind that."""
    exact = [one for one in candidates if one.marks.get("slug held") == one.marks.get("slug own") == 1.0]
    for one in candidates:
        if one in exact:
            one.mark("slug exact", *["piece, slug exact"] * ("piece" in one.marks))
        elif any(one.folded.endswith(other.folded) for other in exact):
            one.mark("more before slug")
        elif any(one.folded.startswith(other.folded) for other in exact):
            one.mark("more behind slug")


def slug_words(path: str) -> frozenset[str]:
    """Return the words of the last step of an address's path that has three or more.

    >>> sorted(slug_words("/world/2031/talks-end-in-zurin-4711.html"))
    ['end', 'talks', 'zurin']
    """
    for step in [step for step in path.casefold().split("/") if step][:-4:-1]:
        words = frozenset(word for word in _SLUG_WORD.findall(_bare(step.rsplit(".", 1)[0])) if word.isalpha())
        if len(words) >= SLUG:
            return words
    return frozenset()


@lru_cache(maxsize=4096)
def _plain_forms(word: str) -> tuple[str, str]:
    """A word as addresses write it: `für` as `fur` and as `fuer`."""
    lower = word.casefold()
    return _bare(lower), _bare(lower.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue"))


def _bare(text: str) -> str:
    if text.isascii():
        return text
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))

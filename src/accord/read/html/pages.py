"""One HTML page → its report, its passages by role, and the way back into its markup."""

import gc
import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath

import msgspec

from accord.errors import InputError
from accord.model.pages import Page
from accord.model.problems import Problem
from accord.model.reports import Passage, Report, Role, Source
from accord.model.sources import Facts
from accord.read.datelines import opening_dateline
from accord.read.html.charset import Decoded, decode_page, is_broken
from accord.read.html.mapping import map_source
from accord.read.html.marking import DEEPEST, Marked, mark
from accord.read.html.metadata import read_facts
from accord.read.html.roles import judge_blocks
from accord.read.html.story import Story
from accord.read.html.titles import place_title
from accord.read.html.tree import Tree
from accord.read.html.walk import read_tree

LARGEST = 20_000_000
"""Bytes from which a page is refused; the largest of 992 news pages measured has 3 million."""

_HEAD = 4096
LITTLE = 250
"""Characters of running text below which a page is judged again without its classes."""

_STORY_ROLES = frozenset({"body", "summary", "caption"})
_BROKEN = re.compile("[\ud800-\udfff]")
_NOT_HTML = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive"),
    (b"\x1f\x8b", "compressed with gzip"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or sound"),
)
_START = re.compile(
    rb"(?is)\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|script|link|article|div|table)\b"
)


def looks_like_html(head: bytes | str) -> bool:
    """Tell a page of HTML by its first bytes or characters.

    >>> looks_like_html(b"<!DOCTYPE html><html>"), looks_like_html(b"Leaders meet <b>again</b>")
    (True, False)
    """
    head = head[:_HEAD].encode("utf-8", "replace") if isinstance(head, str) else head[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.replace(b"\x00", b"")[2:]
    return _START.match(head.removeprefix(b"\xef\xbb\xbf")) is not None


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Keep Python from looking for cycles while the tree of a page, which has none, is built: a sixth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@_without_collecting()
def read_html(source: Source) -> Page:
    """Read a page of HTML; InputError, in one line, where no report can be made of it.

    Where the input was text already, the offsets into the file are those of that text in UTF-8.
    """
    data = source.data if source.text is None else source.text.encode("utf-8", "replace")
    _refuse(data)
    decoded = decode_page(data)
    marked = mark(_BROKEN.sub("\ufffd", decoded.text) if is_broken(decoded) else decoded.text)
    tree = read_tree(marked)
    if not tree.blocks:
        raise InputError(_why_empty(marked))
    story, roles = _find_story(tree)
    if not any(role in _STORY_ROLES for role in roles):
        raise InputError("holds no report: all of it is page furniture (menus, appeals, forms, notices)")
    facts, notes = read_facts(marked, story, roles, source.url)
    page = _assemble(source, data, decoded, marked, tree, roles)
    told = tuple(Problem("read", note, report=page.report.id) for note in notes)
    return msgspec.structs.replace(page, report=_describe(page, facts), problems=page.problems + told, facts=facts)


def _find_story(tree: Tree) -> tuple[Story, list[Role]]:
    """Judge a page by its markup; where that leaves next to nothing, by its tags alone."""
    story = Story(tree)
    roles = judge_blocks(story)
    if _told(story, roles) >= min(LITTLE, story.total / 2):
        return story, roles
    plain = Story(tree, is_trusting=False)
    other = judge_blocks(plain)
    return (plain, other) if _told(plain, other) > _told(story, roles) else (story, roles)


def _told(story: Story, roles: list[Role]) -> float:
    return sum(amount for amount, role in zip(story.prose, roles, strict=True) if role in _STORY_ROLES)


def _describe(page: Page, facts: Facts) -> Report:
    """Add what the page says of itself to what was known before."""
    report = page.report
    published = report.published or facts.published
    return msgspec.structs.replace(
        report,
        url=report.url or facts.url,
        outlet=report.outlet or facts.outlet,
        headline=place_title(report, page.passages, facts.headline),
        published=published,
        published_from="metadata" if published else None,
        authors=facts.authors,
        dateline=_find_dateline(page),
        language=report.language or facts.language,
    )


def _find_dateline(page: Page) -> str | None:
    first = next((one.span.text for one in page.passages if one.role == "body"), "")
    line = opening_dateline(first)
    return line.place if line else None


def _refuse(data: bytes) -> None:
    if len(data) >= LARGEST:
        raise InputError(f"{len(data) / 1e6:.0f} MB, over the limit of {LARGEST / 1e6:.0f} MB")
    for magic, kind in _NOT_HTML:
        if data.startswith(magic):
            raise InputError(f"is {kind}, not an HTML page")
    if not data.strip():
        raise InputError("is empty" if not data else "holds nothing but blanks")


def _why_empty(marked: Marked) -> str:
    if "<script" in marked.source.lower():
        return "holds no text: scripts write this page in the browser; save it there"
    return "holds no text, only markup"


def _assemble(source: Source, data: bytes, decoded: Decoded, marked: Marked, tree: Tree, roles: list[Role]) -> Page:
    starts: list[int] = []
    at = 0
    for block in tree.blocks:
        starts.append(at)
        at += len(block.text) + 1
    text = "\n".join(block.text for block in tree.blocks)
    report = Report(
        id=source.id or PurePosixPath(source.path).stem,
        path=source.path,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        url=source.url,
        outlet=source.outlet,
        published=source.published,
        published_from="metadata" if source.published else None,
        language=source.language,
    )
    passages = tuple(
        Passage(report.span(start, start + len(block.text)), role)
        for start, block, role in zip(starts, tree.blocks, roles, strict=True)
    )
    reasons = [decoded.note] if decoded.note else []
    if marked.is_cut:
        reasons.append(f"nested deeper than {DEEPEST} elements: the tags below are not read")
    problems = tuple(Problem("read", reason, report=report.id) for reason in reasons)
    return Page(report, passages, problems, source=map_source(tree, starts, marked, decoded, data))

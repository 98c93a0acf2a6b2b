"""One HTML page → its report, its passages by role, and the way back into its markup."""

import hashlib
import re
from pathlib import PurePosixPath

from accord.errors import InputError
from accord.model.pages import Page
from accord.model.problems import Problem
from accord.model.reports import CONTENT_ROLES, Passage, Report, Role, Source
from accord.read.html.charset import Decoded, decode_page
from accord.read.html.mapping import map_source
from accord.read.html.marking import DEEPEST, Marked, mark
from accord.read.html.roles import judge_blocks
from accord.read.html.story import Story
from accord.read.html.tree import Tree
from accord.read.html.walk import read_tree

LARGEST = 20_000_000
"""Bytes from which a page is refused; the largest of 992 news pages measured has 3 million."""

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


def looks_like_html(head: bytes) -> bool:
    """Tell a page of HTML by its first bytes.

    >>> looks_like_html(b"<!DOCTYPE html><html>"), looks_like_html(b"Leaders meet <b>again</b>")
    (True, False)
    """
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.replace(b"\x00", b"")[2:]
    return _START.match(head.removeprefix(b"\xef\xbb\xbf")) is not None


def read_html(source: Source, text: str | None = None) -> Page:
    """Read a page of HTML; InputError, in one line, where no report can be made of it.

    `text` stands for the bytes where these are gone; its offsets are then those of the text in UTF-8.
    """
    data = source.data if source.data or text is None else text.encode("utf-8", "replace")
    _refuse(data)
    decoded = decode_page(data)
    marked = mark(_BROKEN.sub("\ufffd", decoded.text))
    tree = read_tree(marked)
    if not tree.blocks:
        raise InputError(_why_empty(marked))
    story = Story(tree)
    roles = judge_blocks(story)
    if not any(role in CONTENT_ROLES for role in roles):
        raise InputError("holds no report: all of it is page furniture (menus, appeals, forms, notices)")
    return _assemble(source, data, decoded, marked, tree, roles)


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

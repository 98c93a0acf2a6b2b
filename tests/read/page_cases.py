"""Pages written for this project in the manner of scraped ones, with the role of every line.

A case is a `.page` file: what its report should say as TOML, a line `+++`, then the page, each stretch led by its role
in double braces, other defensible roles after a bar: `{{caption|related}}`.
"""

import re
import tomllib
from pathlib import Path
from typing import Any

from msgspec import Struct

from accord.model.pages import Page
from accord.model.reports import CONTENT_ROLES, Source
from accord.read.pages import read

HERE = Path(__file__).parent / "pages"
_MARK = re.compile(r"\{\{([a-z|]+)\}\}")


class Case(Struct, frozen=True):
    """A page, the roles that each stretch of it may have, and what its report should say."""

    name: str
    text: str
    stretches: tuple[tuple[int, int, frozenset[str]], ...]
    said: dict[str, Any]

    def read(self) -> Page:
        return read(Source(path=f"{self.name}.txt", text=self.text))


class Count(Struct):
    """Non-blank characters: all, in a right role, of content, called content, both."""

    total: int = 0
    right: int = 0
    content: int = 0
    called: int = 0
    kept: int = 0

    @property
    def accuracy(self) -> float:
        return self.right / self.total

    @property
    def f1(self) -> float:
        return 2 * self.kept / (self.content + self.called)

    def add(self, role: str, wanted: frozenset[str]) -> None:
        self.total += 1
        self.right += role in wanted
        if wanted <= CONTENT_ROLES or not wanted & CONTENT_ROLES:
            self.content += wanted <= CONTENT_ROLES
            self.called += role in CONTENT_ROLES
            self.kept += wanted <= CONTENT_ROLES and role in CONTENT_ROLES


def load_cases(folder: str) -> list[Case]:
    return [_load(path) for path in sorted((HERE / folder).glob("*.page"))]


def _load(path: Path) -> Case:
    head, _, marked = path.read_text(encoding="utf-8").partition("\n+++\n")
    text, starts = "", []
    for piece in re.split(r"(?=\{\{)", marked):
        mark = _MARK.match(piece)
        if mark:
            starts.append((len(text), frozenset(mark[1].split("|"))))
        text += piece[mark.end() :] if mark else piece
    ends = [*(start for start, _ in starts[1:]), len(text)]
    stretches = tuple((start, end, roles) for (start, roles), end in zip(starts, ends, strict=True))
    return Case(path.stem, text, stretches, tomllib.loads(head))


def count_roles(case: Case) -> Count:
    roles = dict[int, str]()
    for passage in case.read().passages:
        roles.update(dict.fromkeys(range(passage.span.start, passage.span.end), passage.role))
    count = Count()
    for start, end, wanted in case.stretches:
        for at in range(start, end):
            if not case.text[at].isspace():
                count.add(roles[at], wanted)
    return count


def add_up(counts: list[Count]) -> Count:
    names = Count.__struct_fields__
    return Count(**{name: sum(getattr(count, name) for count in counts) for name in names})

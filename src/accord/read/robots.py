"""What a host asks of programs that fetch its pages: robots.txt by RFC 9309.

Python's own reader takes the first rule that matches and no wildcards, so that it reads most news sites' files wrong.
"""

import re
from collections.abc import Iterator
from urllib.parse import quote, unquote_to_bytes

from msgspec import Struct

LONGEST_DELAY = 60.0
"""Seconds between two requests that a host may ask for; one that asks for more is asked so often all the same."""

_LINE = re.compile(r"\s*([A-Za-z-]+)\s*:\s*([^#\r\n]*)")


class Rule(Struct, frozen=True):
    """A pattern of paths, `*` standing for anything and `$` for the end, and whether they may be fetched."""

    pattern: str
    is_allowed: bool


class Rules(Struct, frozen=True):
    """What a host asks of one program: its rules, and the seconds between two requests."""

    rules: tuple[Rule, ...] = ()
    delay: float = 0.0

    def may_fetch(self, target: str) -> bool:
        r"""Say whether a path with its query may be fetched: the longest pattern that matches decides.

        >>> read_robots("User-agent: *\nDisallow: /*.pdf$\nDisallow: /a\nAllow: /a/b", "accord").may_fetch("/a/b/c")
        True
        """
        path = _plain(target)
        matching = [(len(rule.pattern), rule.is_allowed) for rule in self.rules if _matches(rule.pattern, path)]
        return max(matching, default=(0, True))[1] or path == "/robots.txt"


CLOSED = Rules((Rule("/", False),))
"""What a host is taken to ask whose robots.txt can't be had for a fault of its own."""


def read_robots(text: str, agent: str) -> Rules:
    """Return what a robots.txt asks of the program of this name: the groups that name it, else those for all."""
    rules: dict[str, list[Rule]] = {}
    delays: dict[str, float] = {}
    names: list[str] = []
    is_open = False  # `User-agent` lines that follow one another share what comes after
    for key, value in _lines(text):
        if key == "user-agent":
            names = [*names, value.lower()] if is_open else [value.lower()]
            is_open = True
            continue
        is_open = False
        for name in names:
            if key in ("allow", "disallow") and value:
                rules.setdefault(name, []).append(Rule(_plain(value), key == "allow"))
            elif key == "crawl-delay" and re.fullmatch(r"\d{1,6}(?:\.\d{1,3})?", value):
                delays[name] = min(float(value), LONGEST_DELAY)
            rules.setdefault(name, [])
    chosen = agent if agent in rules else "*"
    return Rules(tuple(rules.get(chosen, ())), delays.get(chosen, 0.0))


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for line in text.removeprefix("\ufeff").splitlines():
        if match := _LINE.match(line):
            yield match[1].lower(), match[2].strip()


def _plain(path: str) -> str:
    """Spell a path in one way, whatever was percent-encoded: `/a%7Eb` → `/a~b`."""
    return quote(unquote_to_bytes(path), safe="/*$?=&~!'()+,;:@%")


def _matches(pattern: str, path: str) -> bool:
    """Match in one sweep: each piece between wildcards at its first place behind the one before."""
    is_whole = pattern.endswith("$")
    first, *pieces = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    if not pieces:
        return not is_whole or at == len(path)
    for piece in pieces[:-1]:
        at = path.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return (
        path.endswith(pieces[-1]) and len(path) - len(pieces[-1]) >= at if is_whole else path.find(pieces[-1], at) >= 0
    )

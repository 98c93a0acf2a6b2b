"""Tokens of a stretch → windows that the encoder reads one at a time: whole sentences by rule, bounded in length."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from accord.language.boundaries import find_starts
from accord.language.pieces import FIRST, LAST, Pieces, case_of
from accord.language.tokens import Token

WORDS, PIECES = 110, 180
"""A window takes whole sentences up to so many words and pieces; about what the reader was trained on."""

LONGEST_WORDS, LONGEST_PIECES = 180, 320
"""A single sentence may fill a window up to this; a longer one is cut, so that time stays linear in the text."""


class Window(Struct, frozen=True):
    """Neighbouring tokens with their pieces; `starts` are the places in it where the rules see a sentence begin."""

    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    glued: tuple[bool, ...]
    cuts: tuple[tuple[int, ...], ...]
    starts: frozenset[int]

    def lay_out(self) -> tuple[list[int], list[int], list[int], list[int]]:
        """Return the encoder's input: piece numbers, case numbers, each word's first and last piece."""
        ids, cases, first, last = [FIRST], [0], [], []
        for word, glued, cut in zip(self.words, self.glued, self.cuts, strict=True):
            first.append(len(ids))
            ids.extend(cut)
            last.append(len(ids) - 1)
            cases.extend([case_of(word, glued=glued)] * len(cut))
        return [*ids, LAST], [*cases, 0], first, last


def plan_windows(text: str, tokens: Sequence[Token], pieces: Pieces) -> Iterator[Window]:
    """Cut a stretch's tokens into windows, each beginning where the rules see a sentence begin, if they see one."""
    starts = set(find_starts(text, tokens))
    cuts = [pieces.cut(text[t.start : t.end]) for t in tokens]
    first = room = 0
    safe = 0  # the last sentence start after the window's own
    for index in range(len(tokens)):
        if index in starts and index > first:
            safe = index
        room += len(cuts[index])
        over = index - first >= WORDS or room > PIECES
        far_over = index - first >= LONGEST_WORDS or room > LONGEST_PIECES
        if index > first and ((over and safe > first) or far_over):
            last = safe if safe > first else index
            yield _make(text, tokens, cuts, starts, first, last)
            first, room = last, sum(len(c) for c in cuts[last : index + 1])
    if tokens:
        yield _make(text, tokens, cuts, starts, first, len(tokens))


def _make(
    text: str, tokens: Sequence[Token], cuts: list[tuple[int, ...]], starts: set[int], first: int, last: int
) -> Window:
    run = tuple(tokens[first:last])
    return Window(
        tokens=run,
        words=tuple(text[t.start : t.end] for t in run),
        glued=tuple(t.start > 0 and i + first > 0 and not text[t.start - 1].isspace() for i, t in enumerate(run)),
        cuts=tuple(cuts[first:last]),
        starts=frozenset(i for i in range(last - first) if i + first in starts),
    )

"""Tokens → sentences by rule: linear, safe on pages without a stop, marks on the side where they belong."""

import re
from collections.abc import Sequence
from itertools import pairwise

from accord.language.tokens import Token, load_abbreviations, load_words

LONGEST = 400
"""Tokens after which a sentence is cut wherever it stands, so that time stays linear in the page."""

NOTE = re.compile(r"\[(?:\d{1,3}|[a-z])\]")
_ENDS = frozenset(".!?…。！？")
_CLOSERS = frozenset(")]}”’»›")
_OPENERS = frozenset("([{“‘«‹„")
_STRAIGHT = frozenset("\"'")


def find_starts(text: str, tokens: Sequence[Token]) -> list[int]:
    """Indexes of the tokens that begin a sentence, the first token always among them.

    >>> from accord.language.tokens import split_tokens
    >>> text = 'He left on Nov. 30. "We agreed." They met U.S. President Li.“Good,” he said.'
    >>> [text[s:s + 9] for s in (split_tokens(text)[i].start for i in find_starts(text, split_tokens(text)))]
    ['He left o', '"We agree', 'They met ', '“Good,” h']
    """
    starts = [0] if tokens else []
    is_open = False
    noted = 0  # the token after a note's mark, `[17]`, which closes the sentence that it stands after
    stopped = -1  # index of the end mark that awaits its closing marks, -1 where none does
    for index, token in enumerate(tokens):
        word = text[token.start : token.end]
        if word == "[" and stopped >= 0 and _marks_note(text, tokens, index):
            noted = index + 3
        if index < noted:
            continue
        opens = _opens(text, token, word, is_open)
        if index and _begins(text, tokens, index, stopped, opens):
            starts.append(index)
            stopped = -1
        elif index and index - starts[-1] >= LONGEST:
            starts.append(index)
        if word == '"':
            is_open = opens
        if _is_end(word):
            stopped = index
        elif not _closes(word, opens):
            stopped = -1
    return starts


def _marks_note(text: str, tokens: Sequence[Token], index: int) -> bool:
    """Whether `[17]` or `[b]` stands at a token, nothing between its parts."""
    run = tokens[index : index + 3]
    return len(run) == 3 and NOTE.fullmatch(text[run[0].start : run[2].end]) is not None


def _opens(text: str, token: Token, word: str, is_open: bool) -> bool:
    """Whether a mark opens: straight ones by the blank before or after them, then by what stood open."""
    if word in _OPENERS:
        return True
    if word not in _STRAIGHT:
        return False
    before = text[token.start - 1 : token.start] if token.start else " "
    after = text[token.end : token.end + 1] or " "
    if before.isspace() != after.isspace():
        return before.isspace()
    return not is_open and after.isalnum()


def _closes(word: str, opens: bool) -> bool:
    return word in _CLOSERS or (word in _STRAIGHT and not opens)


def _is_end(word: str) -> bool:
    return word[-1] in _ENDS and (len(word) == 1 or word[0] in _ENDS or word[0].isalpha())


def _begins(text: str, tokens: Sequence[Token], index: int, stopped: int, opens: bool) -> bool:
    """Whether a sentence begins at a token, given the end mark (if any) that only closing marks part from it."""
    token = tokens[index]
    gap = text[tokens[index - 1].end : token.start]
    if gap.count("\n") > 1:
        return True
    if stopped < 0:
        return False
    word = text[token.start : token.end]
    if _closes(word, opens) or word[0] in _ENDS or word in _CLOSERS:
        return False
    end_mark = text[tokens[stopped].start : tokens[stopped].end]
    first = _first_letter(text, tokens, index)
    if first and text[first.start].islower():
        return end_mark[0] in "!?" and "\n" in gap
    if end_mark[0].isalpha():  # `U.S.`, `Inc.`: its stop may be the sentence's
        starts_anew = first is not None and text[first.start : first.end] in load_words("starters.txt")
        return starts_anew and _may_end(end_mark)
    if not gap and not opens:  # glued: `2023.Luong`, but `4.5.x`, `...and`
        return end_mark != "..." and word[0].isalpha() and word[0].isupper()
    return word not in ",;:%" and word not in "—–-"


def _first_letter(text: str, tokens: Sequence[Token], index: int) -> Token | None:
    """Find the first word at or just after a token, past the marks that open it."""
    for token in tokens[index : index + 4]:
        if text[token.start].isalnum():
            return token
    return None


def _may_end(word: str) -> bool:
    kinds = load_abbreviations()
    return word[:-1] not in kinds["always"] and word[:-1] not in kinds["number"] - kinds["final"]


def cut_sentences(text: str, tokens: Sequence[Token]) -> list[Sequence[Token]]:
    """Tokens of one stretch, one run for each sentence."""
    bounds = [*find_starts(text, tokens), len(tokens)]
    return [tokens[first:last] for first, last in pairwise(bounds)]

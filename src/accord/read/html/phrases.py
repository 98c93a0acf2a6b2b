"""Set phrases of page furniture in many languages: `Lesen Sie auch:` → related."""

import re
from collections.abc import Iterable
from functools import cache

from accord.knowledge.tables import read_rows
from accord.model.reports import Role

LONGEST = 150
"""Characters from which a block is running text, whatever phrase it holds."""

APPEAL = 500
"""Characters up to which text that calls on readers (`Sign up …`) and names a channel (`newsletter`) is an appeal."""

_NUMBER = re.compile(r"\d+")
_CLOSING = ' .:;!?…*»«"“”-–—|>'


def find_phrase(text: str) -> Role | None:
    """Return the role that a set phrase in a short block gives away.

    >>> find_phrase("Lesen Sie auch: Gipfel vertagt"), find_phrase("The talks ended.")
    ('related', None)
    >>> find_phrase("Want to know how it ends? " * 8 + "Sign up here for the newsletter of our desk.")
    'promo'
    """
    if len(text) >= APPEAL:
        return None
    exact, starts, anywhere = _tables()
    call, channel, note = _longer()
    folded = text.casefold()
    if note.match(folded.lstrip("*([ ")):
        return "note"
    if len(text) >= LONGEST:
        return "promo" if call.search(folded) and channel.search(folded) else None
    folded = _NUMBER.sub("0", folded)
    if role := exact.get(folded.strip(_CLOSING)):
        return role
    match = starts[0].match(folded)
    if match:
        return starts[1][match[0]]
    match = anywhere[0].search(folded)
    return anywhere[1][match[0]] if match else None


Lookup = tuple[re.Pattern[str], dict[str, Role]]


@cache
def _tables() -> tuple[dict[str, Role], Lookup, Lookup]:
    tables: dict[str, dict[str, Role]] = {"is": {}, "starts": {}, "has": {}}
    for role, where, phrase, *_ in read_rows("html_phrases.tsv"):
        tables.setdefault(where, {})[phrase] = role  # type: ignore[assignment]
    return tables["is"], _compile(tables["starts"], r"(?!\w)"), _compile(tables["has"], "")


@cache
def _longer() -> tuple[re.Pattern[str], ...]:
    """Patterns of what is looked for in longer blocks too: calls on readers, channels, beginnings of notes."""
    kinds: dict[str, list[str]] = {"call": [], "channel": [], "note": []}
    for _, where, phrase, *_ in read_rows("html_phrases.tsv"):
        kinds.get(where, []).append(phrase)
    return tuple(re.compile(rf"(?<!\w)(?:{_join(phrases)})(?!(?<=\w)\w)") for phrases in kinds.values())


def _compile(phrases: dict[str, Role], after: str) -> Lookup:
    """One pattern of all phrases; one that ends in a letter ends at a word's end."""
    return re.compile(f"(?:{_join(phrases, after)})"), phrases


def _join(phrases: Iterable[str], after: str = "") -> str:
    """Alternatives by their first letters, the longest first: a fifth of the time that one list of all takes."""
    groups: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
        ending = after if phrase[-1].isalpha() else ""
        groups.setdefault(phrase[0], []).append(re.escape(phrase[1:]) + ending)
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in groups.items())

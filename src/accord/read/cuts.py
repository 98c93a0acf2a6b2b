"""Places where a scraped line may mix roles: glued ends, datelines, furniture in the middle of a line."""

import re
from collections.abc import Iterator

from accord.read.datelines import closing_dateline, opening_dateline
from accord.read.lines import Piece, cut

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d"
_INNER = re.compile(
    r"(?:No [Cc]omments\b|NO COMMENTS\b|\d+ [Cc]omments? on|Leave a (?:[Cc]omment|[Rr]eply)|Read [Mm]ore\b|"
    r"Also [Rr]ead:|Share\b|(?:Purchase|Acquire) Licensing Rights|Updated\b|Last updated|"
    r"Please\b|Sign up\b|Subscribe\b|Published\b|Posted\b|Advertisement\b|Follow us\b|by [A-Z]"
    rf"|{_MONTH})"
)
_AFTER_WORD = ("No", "NO", "Le", "Al", "Pu", "Ac", "La")  # these open a new part after a blank too
_SEPARATORS = ("· ", "| ", "• ", "- ", "– ", "— ")
LONGEST = 3000
"""Characters of a line within which furniture is looked for."""


def cut_line(line: Piece) -> list[Piece]:
    """Return the parts of a line that may differ in role; most lines have one."""
    return list(cut(line, sorted(_places(line.text))))


def _places(text: str) -> Iterator[int]:
    if opening := opening_dateline(text):
        yield opening.end
    elif closing := closing_dateline(text):
        yield closing.start
    if len(text) < LONGEST:
        yield from (match.start() for match in _INNER.finditer(text, 1) if _opens_part(text, match))


def _opens_part(text: str, match: re.Match[str]) -> bool:
    """Whether furniture begins at a phrase: glued to what stands before it, or after a blank where that is its way."""
    start, said = match.start(), match[0]
    before = text[start - 1]
    if said.startswith("by "):
        return bool(re.search(r"\d{4} $", text[max(0, start - 6) : start]))
    if said[-1].isdigit() and said[0].isalpha():  # `03/12/2030March 12`
        return before.isdigit()
    if said in ("Published", "Posted", "Updated", "Last updated") and (
        text[start - 2 : start] in _SEPARATORS or text[match.end() : match.end() + 1] == ":"
    ):
        return True
    if said.startswith("Updated"):
        return before != " " or text[start - 2].isupper() or text[start - 2].isdigit()
    if said[0].isdigit() or said.startswith(_AFTER_WORD):
        return before == " " or not before.isalnum() or before.islower()
    return before.islower() or before in '.!?”’")]'

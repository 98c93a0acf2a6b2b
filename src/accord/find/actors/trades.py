"""What somebody is by trade, said behind the name with the body they are of: "a hydrologist at the River Institute"."""

from collections.abc import Iterator, Sequence

from accord.find.actors.holders import LINKS, Held, body_at
from accord.find.actors.lines import ARTICLES, Line
from accord.find.actors.mentions import Mention
from accord.knowledge.tables import read_words

_ENDINGS = ("er", "or", "ist", "ian", "yst", "ant", "eer", "man", "woman", "person", "ect", "ary", "chief")
"""Endings of English nouns for people by what they do."""

FIELD = 7
"""Words of a field between a trade and "at": "a lecturer in the history of peace studies at"."""


def spot_trades(line: Line, people: Sequence[Mention]) -> Iterator[Held]:
    """Trades that stand in apposition to a name and say of which body; titles of the table are read elsewhere."""
    for noun, label in enumerate(line.sentence.labels):
        head = line.sentence.heads[noun]
        if label != "appos" or line.upos(noun) != "NOUN" or not _is_trade(line.word(noun)):
            continue
        if any(person.first <= head < person.last <= noun for person in people) and (found := _read(line, noun)):
            yield found


def _is_trade(word: str) -> bool:
    return word.endswith(_ENDINGS) and word not in read_words("kin_words.txt")


def _read(line: Line, noun: int) -> Held | None:
    first = noun
    while first and first not in line.ending and _belongs(line, first - 1, noun):
        first -= 1
    title = line.text(first, noun + 1)
    owner = line.ending.get(first)
    if owner and owner.label == "ORGANIZATION":
        return Held(title, owner, owner.first, noun + 1)
    at = _link(line, noun + 1)
    body = body_at(line, at + 1) if at else None
    return Held(title, body, first, body.last) if body and body.label == "ORGANIZATION" else None


def _belongs(line: Line, at: int, noun: int) -> bool:
    near = line.label(at) in ("compound", "amod") and noun >= line.sentence.heads[at] > at
    return near and line.word(at) not in ARTICLES and line.words[at].isalpha()


def _link(line: Line, at: int) -> int:
    """Place of the preposition that leads to the body, a field passed over; 0 where there is none."""
    if line.word(at) not in LINKS:
        return 0
    if body_at(line, at + 1):
        return at
    return next((t for t in range(at + 1, min(at + FIELD, len(line.words))) if line.words[t] in ("at", "with")), 0)

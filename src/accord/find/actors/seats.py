"""Where a capital or a palace stands for a government, and where it is only a place."""

from collections.abc import Sequence

from msgspec import structs

from accord.find.actors.mentions import Mention
from accord.knowledge.tables import read_words
from accord.model.sentences import Sentence

_INSIDE = frozenset(
    ("in", "at", "near", "around", "outside", "inside", "across", "throughout", "via", "visit", "visits")
)
_BEHIND = frozenset(("airport", "metro", "suburb", "streets", "time", "hotel", "university", "capital", "residents"))
_NEAR = 5
"""Words before "to" or "from" among which a word of motion makes the city a place."""


def settle_seats(mentions: Sequence[Mention], sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """Turn each CAPITAL and SEAT mention into a STATE or a PLACE by the words beside it."""
    settled = []
    for place, mention in enumerate(mentions):
        if mention.label in ("CAPITAL", "SEAT"):
            behind = mentions[place + 1] if place + 1 < len(mentions) else None
            is_place = _is_place(mention, sentences[mention.sentence], behind)
            mention = structs.replace(mention, label="PLACE" if is_place else "STATE")
        settled.append(mention)
    return tuple(settled)


def _is_place(mention: Mention, sentence: Sentence, behind: Mention | None) -> bool:
    words = [word.lower() for word in sentence.words]
    first, last = mention.first, mention.last
    before = words[first - 1] if first else ""
    if before == "the" and first > 1:
        before = words[first - 2]
    if before in _INSIDE or before in read_words("visit_words.txt"):
        return True
    if last < len(words) and (words[last] in _BEHIND or (words[last] == "," and _names_state(behind, mention))):
        return True
    if "capital" in words[max(0, first - 2) : first] or words[last + 1 : last + 2] == ["capital"]:
        return True
    if before in ("to", "from", "for", "toward", "towards", "into", "through"):
        near = words[max(0, first - _NEAR) : first]
        return any(word in read_words("motion_words.txt") for word in near)
    return last == len(words) == mention.last - mention.first


def _names_state(behind: Mention | None, mention: Mention) -> bool:
    """Whether a state follows the comma: "in Oslo, Norway"."""
    near = behind is not None and behind.sentence == mention.sentence and behind.first == mention.last + 1
    return near and behind is not None and behind.label in ("STATE", "PLACE")

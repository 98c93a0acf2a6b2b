"""The mentions of a report: names, pronouns, and nouns that may stand for somebody."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from typing import Literal

from msgspec import Struct

from accord.knowledge.genders import PRONOUNS
from accord.language.referents.nouns import is_telling_noun, sort_of
from accord.model.findings import Actor
from accord.model.sentences import Sentence
from accord.text.quotes import find_quotes

THEY = frozenset(("they", "them", "their", "theirs", "themselves"))
IT = frozenset(("it", "its", "itself"))

# How far a mention puts somebody before the reader's eyes, by what it is in its sentence.
WEIGHTS = {"subject": 1.0, "inner subject": 0.7, "object": 0.5, "oblique": 0.4, "owner": 0.35, "inside": 0.25}
QUOTED = 0.4
"""Share of its weight that a mention inside somebody's words has for what stands outside them."""

_NAME_PARTS = frozenset(("flat", "appos", "nmod:desc", "compound"))
_INNER = frozenset(("ccomp", "advcl", "acl", "acl:relcl", "csubj", "xcomp"))
_CLIMB = 4


class Mention(Struct, frozen=True):
    """One mention at its head token.

    `role` is a key of `WEIGHTS`; `actor` is set for a name; `quoted` says whether it stands in quotation marks.
    """

    sort: Literal["name", "pronoun", "noun"]
    sentence: int
    token: int
    word: str
    role: str
    quoted: bool = False
    actor: str = ""

    @property
    def weight(self) -> float:
        """How far it brings somebody to the fore."""
        return WEIGHTS[self.role] * (QUOTED if self.quoted else 1)


class Names:
    """The named actors of a report by sentence and token."""

    def __init__(self, sentences: Sequence[Sentence], actors: Sequence[Actor]) -> None:
        self.at: list[dict[int, str]] = [{} for _ in sentences]
        starts = {start: (n, i) for n, sentence in enumerate(sentences) for i, start in enumerate(sentence.starts)}
        for actor in actors:
            for span in actor.mentions:
                n, i = starts.get(span.start, (-1, 0))
                while n >= 0 and i < len(sentences[n].ends) and sentences[n].ends[i] <= span.end:
                    self.at[n][i] = actor.id
                    i += 1
        self.people = frozenset(actor.id for actor in actors if actor.type == "person")


def find_mentions(number: int, sentence: Sentence, names: Names, quoted: Sequence[bool]) -> list[Mention]:
    """Mentions of one sentence in order of their heads; a title that belongs to a name is no mention of its own."""
    named = dict(_named(number, sentence, names, quoted))
    found = dict(named)
    for token, word in enumerate(sentence.words):
        small = word.lower()
        is_pronoun = small in PRONOUNS or small in THEY or small in IT
        if token in found or token in names.at[number] or _is_apposed(sentence, token):
            continue
        if is_pronoun:
            found[token] = Mention("pronoun", number, token, small, role_of(sentence, token), quoted[token])
        elif is_telling_noun(sentence, token):
            found[token] = Mention("noun", number, token, small, role_of(sentence, token), quoted[token])
    return [found[token] for token in sorted(found)]


def _named(number: int, sentence: Sentence, names: Names, quoted: Sequence[bool]) -> Iterator[tuple[int, Mention]]:
    """Names by the head of the phrase that they are the name of: "Foreign Minister Kari Dahl" by one of its words."""
    at = names.at[number]
    before = ""
    for token in sorted(at):
        actor = at[token]
        if actor == before and token - 1 in at:
            continue
        before = actor
        last = token + 1
        while at.get(last) == actor:
            last += 1
        head = name_head(sentence, token, last)
        labels = _NAME_PARTS if actor in names.people else _NAME_PARTS - {"compound"}
        top = climb(sentence, head, labels, {token for token in at if at[token] != actor})
        if actor in names.people and top != head:
            top = _beyond(sentence, top)
        if top in at and at[top] != actor:
            top = head
        role = role_of(sentence, top)
        yield top, Mention("name", number, top, sentence.words[head], role, quoted[head], actor)


def name_head(sentence: Sentence, first: int, last: int) -> int:
    """Token of a name whose head lies outside it."""
    heads = sentence.heads
    return next((token for token in range(first, last) if heads and not first <= heads[token] < last), first)


def climb(sentence: Sentence, token: int, labels: frozenset[str], others: Collection[int]) -> int:
    """The noun that a name is apposed to or part of: "minister" of "the minister, Kari Dahl"; not another's name."""
    for _ in range(_CLIMB if sentence.heads else 0):
        head = sentence.heads[token]
        if (
            sentence.labels[token] not in labels
            or head < 0
            or head in others
            or sentence.upos[head] not in ("NOUN", "PROPN")
        ):
            break
        token = head
    return token


def _beyond(sentence: Sentence, token: int) -> int:
    """The human being to whose phrase a thing belongs that a name was put beside: "the skipper of the boat, Demir"."""
    if not sentence.heads or sentence.labels[token] != "nmod" or sort_of(sentence.words[token].lower()):
        return token
    head = sentence.heads[token]
    return head if sort_of(sentence.words[head].lower()) == "person" else token


def _is_apposed(sentence: Sentence, token: int) -> bool:
    """Whether a noun only tells more of another: "Berg, a former judge"."""
    return bool(sentence.labels) and sentence.labels[token] == "appos" and sentence.words[token].lower() != "both"


def role_of(sentence: Sentence, token: int) -> str:
    """What a mention is in its sentence; without a tree, by its place."""
    if not sentence.heads:
        return "subject" if token < 6 else "oblique"
    for _ in range(_CLIMB):
        if sentence.labels[token] not in ("conj", "flat", "appos", "nmod:desc"):
            break
        token = sentence.heads[token]
    label, head = sentence.labels[token], sentence.heads[token]
    if label.startswith("nsubj"):
        return "inner subject" if sentence.labels[head] in _INNER else "subject"
    if label in ("obj", "iobj"):
        return "object"
    if label == "obl:agent":
        return "subject"
    if label.startswith("obl"):
        return "oblique"
    if label == "nmod:poss":
        return "owner"
    return "subject" if head < 0 or label == "dislocated" else "inside"


def quoted_tokens(sentences: Sequence[Sentence], text: str) -> list[list[bool]]:
    """For each token of each sentence whether it stands inside quotation marks."""
    quotes = [one for one in find_quotes(text) if not one.depth and one.is_opened]
    starts = [one.start for one in quotes]
    found = []
    for sentence in sentences:
        places = (bisect_right(starts, start) - 1 for start in sentence.starts)
        found.append(
            [
                place >= 0 and quotes[place].start <= start < quotes[place].end
                for place, start in zip(places, sentence.starts, strict=True)
            ]
        )
    return found

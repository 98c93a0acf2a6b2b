"""He or she: what forms of address, titles and earlier pronouns tell of a person."""

from collections.abc import Iterable

from accord.knowledge.tables import read_rows
from accord.model.findings import Actor

PRONOUNS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "herself": "f"}


class Genders:
    """Persons of a report who are surely "he" or surely "she"; those of whom nothing is known may be either."""

    def __init__(self, text: str, actors: Iterable[Actor]) -> None:
        self._known: dict[str, str] = {}
        for actor in actors:
            told = _told(text, actor) if actor.type == "person" else None
            if told:
                self._known[actor.id] = told

    def fits(self, actor: str, pronoun: str) -> bool:
        """Whether a pronoun may stand for a person."""
        return self._known.get(actor, PRONOUNS.get(pronoun)) == PRONOUNS.get(pronoun)

    def learn(self, actor: str, pronoun: str) -> None:
        """Take note of the pronoun that a person goes by."""
        if pronoun in PRONOUNS:
            self._known.setdefault(actor, PRONOUNS[pronoun])


def _told(text: str, actor: Actor) -> str | None:
    words = {row[0]: row[1] for row in read_rows("gendered_words.tsv")}
    for office in actor.offices:
        if found := words.get(office.title.lower().split()[-1]):
            return found
    for span in actor.mentions:
        before = text[max(0, span.start - 12) : span.start].lower().split()[-1:]
        if before and (found := words.get(before[0].rstrip("."))):
            return found
    return None

"""Which actors a clause speaks of: those it names, and the subject that it shares with another or calls "he"."""

from bisect import bisect_left
from collections.abc import Sequence

from accord.collate.places import Spanned
from accord.language.subjects import subject_of
from accord.model.accounts import Analysis
from accord.model.sentences import Sentence

HE = frozenset(("he", "she"))
# So many mentions of persons before a pronoun are looked at for one that was a subject.
NEAR_MENTIONS = 5


class Participants:
    """The actors of one report, asked for by clause."""

    def __init__(self, analysis: Analysis) -> None:
        self._mentions = Spanned((span, actor.id) for actor in analysis.actors for span in actor.mentions)
        self._people = sorted(
            (span.start, actor.id) for actor in analysis.actors if actor.type == "person" for span in actor.mentions
        )
        self._subjects = {
            sentence.starts[token]
            for sentence in analysis.sentences
            for head, label in enumerate(sentence.labels)
            if label.startswith("nsubj")
            for token in sentence.descendants(head)
        }

    def of_clause(self, sentence: Sentence, inside: Sequence[int], head: int | None) -> frozenset[str]:
        """Ids of the actors of the clause of these tokens, which hangs on `head`."""
        named = self._mentions.within(sentence.starts[inside[0]], sentence.ends[inside[-1]])
        return frozenset(named) | self._subject(sentence, inside, head)

    def _subject(self, sentence: Sentence, inside: Sequence[int], head: int | None) -> frozenset[str]:
        """Actors named by a subject outside the clause ("was invited but did not travel"), or meant by its pronoun."""
        subject = subject_of(sentence, head)[0] if head is not None else -1
        if subject < 0:
            return frozenset()
        if sentence.words[subject].lower() in HE:
            return self._person_before(sentence.starts[subject])
        if inside[0] <= subject <= inside[-1]:
            return frozenset()
        apart = sentence.children(subject, "acl", "nmod:poss", "advcl", "parataxis")
        tokens = set(sentence.descendants(subject)).difference(*map(sentence.descendants, apart))
        return frozenset(
            id for token in tokens for id in self._mentions.touching(sentence.starts[token], sentence.ends[token])
        )

    def _person_before(self, start: int) -> frozenset[str]:
        """The last person before a place who was a subject, else the last person."""
        at = bisect_left(self._people, (start, ""))
        near = self._people[max(0, at - NEAR_MENTIONS) : at]
        chosen = [id for place, id in near if place in self._subjects] or [id for _, id in near]
        return frozenset(chosen[-1:])

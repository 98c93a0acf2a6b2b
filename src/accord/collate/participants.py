"""Which actors a clause speaks of: those it names, and the subject that it shares with another or calls "he"."""

from collections.abc import Iterable, Sequence

from accord.collate.places import Spanned
from accord.knowledge.genders import PRONOUNS
from accord.language.referents import find_referents
from accord.language.subjects import subject_of
from accord.model.accounts import Analysis
from accord.model.sentences import Sentence


class Participants:
    """The actors of one report, asked for by clause."""

    def __init__(self, analysis: Analysis) -> None:
        self._mentions = Spanned((span, actor.id) for actor in analysis.actors for span in actor.mentions)
        self._referents = find_referents(analysis.sentences, analysis.actors, analysis.report.text)

    def of_clause(self, sentence: Sentence, inside: Sequence[int], head: int | None) -> frozenset[str]:
        """Ids of the actors of the clause of these tokens, which hangs on `head`."""
        named = self._mentions.within(sentence.starts[inside[0]], sentence.ends[inside[-1]])
        return frozenset(named) | self._subject(sentence, inside, head)

    def named_by(self, sentence: Sentence, tokens: Iterable[int]) -> frozenset[str]:
        """Ids of the actors whose names these tokens are."""
        return frozenset(
            id for token in tokens for id in self._mentions.touching(sentence.starts[token], sentence.ends[token])
        )

    def _subject(self, sentence: Sentence, inside: Sequence[int], head: int | None) -> frozenset[str]:
        """Actors named by a subject outside the clause ("was invited but did not travel"), or meant by its pronoun."""
        subject = subject_of(sentence, head)[0] if head is not None else -1
        if subject < 0:
            return frozenset()
        if sentence.words[subject].lower() in PRONOUNS:
            return frozenset(self._referents.at(sentence.starts[subject]) or ())
        if inside[0] <= subject <= inside[-1]:
            return frozenset()
        apart = sentence.children(subject, "acl", "nmod:poss", "advcl", "parataxis")
        return self.named_by(sentence, set(sentence.descendants(subject)).difference(*map(sentence.descendants, apart)))

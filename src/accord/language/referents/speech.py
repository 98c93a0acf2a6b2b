"""What a report's sentences tell of speech: which are wholly somebody's words, who speaks, what he says."""

from collections.abc import Sequence
from itertools import accumulate

from accord.knowledge.cues import cue_verbs
from accord.model.sentences import Sentence

FAR = 8
"""Sentences of one quotation that are looked back over for those whom its speaker names."""

SHORT = 8
"""Words of a clause that may do no more than say who speaks: "…, he told parliament on Monday"."""


class Speech:
    """The speech of one report; `quoted` tells of each token of each sentence whether it stands in quotation marks."""

    def __init__(self, sentences: Sequence[Sentence], quoted: Sequence[Sequence[bool]]) -> None:
        self._sentences, self._quoted = sentences, quoted
        self.is_spoken = [bool(tokens) and all(tokens) for tokens in quoted]
        self.told = list(accumulate(not one for one in self.is_spoken))
        """Number of each sentence among those that the report tells in its own words."""

    def said_by(self, number: int, token: int) -> list[tuple[int, int]]:
        """Places, by sentence and token, that the speaker at a token speaks of: he doesn't name himself there.

        Those are the clause that his verb governs, the one that it interrupts, and the quotation before it.
        """
        sentence = self._sentences[number]
        verb = sentence.heads[token] if sentence.heads else -1
        if verb < 0:
            return []
        said = {one for child in sentence.children(verb, "ccomp") for one in sentence.descendants(child)}
        own = sentence.descendants(verb)
        is_beside = sentence.is_labelled(verb, "parataxis") and len(own) <= SHORT and not any(self._quoted[number])
        if is_beside and not said:
            said = {*sentence.descendants(sentence.heads[verb])} - {*own}
        found = [(number, one) for one in sorted(said)]
        return [*found, *self._quoted_before(number)]

    def _quoted_before(self, number: int) -> list[tuple[int, int]]:
        """Quoted tokens of a sentence, and those of the sentences before it where it goes on with their quotation."""
        found = [(number, one) for one, is_quoted in enumerate(self._quoted[number]) if is_quoted]
        for before in range(number - 1, max(number - FAR, -1), -1):
            if not (self.is_spoken[before] and self._quoted[before + 1][0]):
                break
            found += [(before, one) for one in range(len(self._quoted[before]))]
        return found


def is_speech_verb(sentence: Sentence, token: int) -> bool:
    """Whether a token is a word of saying or thinking."""
    lemma = (sentence.lemmas[token] if sentence.lemmas else sentence.words[token]).lower() if token >= 0 else ""
    return lemma in cue_verbs()

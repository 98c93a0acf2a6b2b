"""The pack without a model: sentences and tokens by rule, no tags and no trees."""

from collections.abc import Sequence

from accord.language.boundaries import cut_sentences
from accord.language.tokens import Token, split_tokens
from accord.model.sentences import Sentence


class RulePack:
    """Reads sentences and tokens; what needs the model stays empty."""

    def parse(self, text: str, stretches: Sequence[tuple[int, int]]) -> list[Sentence]:
        """Sentences of the stretches (code points, end-exclusive), each stretch split by itself.

        >>> [s.words for s in RulePack().parse("Talks end. No deal", [(0, 18)])]
        [('Talks', 'end', '.'), ('No', 'deal')]
        """
        return [
            build_sentence(text, run)
            for start, end in stretches
            for run in cut_sentences(text, split_tokens(text, start, end))
        ]


def build_sentence(text: str, tokens: Sequence[Token]) -> Sentence:
    """Build a sentence that holds its tokens alone."""
    return Sentence(
        start=tokens[0].start,
        end=tokens[-1].end,
        starts=tuple(t.start for t in tokens),
        ends=tuple(t.end for t in tokens),
        words=tuple(text[t.start : t.end] for t in tokens),
    )

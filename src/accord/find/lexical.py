"""A sentence's tree whose lemmas are those that the tables know."""

from accord.find.attributions.trees import Tree
from accord.knowledge.lexicon import known_lemma
from accord.model.sentences import Sentence


class LexicalTree(Tree):
    """A tree that gives the lemma under which the tables of acts know a word, where the model's is not in them."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence)
        lemmas = sentence.lemmas or sentence.words
        self.lemmas = tuple(known_lemma(word, lemma) for word, lemma in zip(sentence.words, lemmas, strict=True))

    def lemma(self, index: int) -> str:
        """Lemma in lower case."""
        return self.lemmas[index]

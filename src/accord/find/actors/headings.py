"""Names in headlines Whose Every Word Is Capital: cut to what the report's sentences know of them."""

from collections.abc import Sequence

from msgspec import structs

from accord.find.actors.marks import Mark
from accord.knowledge.genders import is_given_name
from accord.model.sentences import Sentence

# Of the words of a headline so many must be capital, and there must be so many, for capitals to say nothing.
MOST_CAPITAL, LEAST_WORDS = 0.75, 4

# Letters of the shortest verb before a name in a heading; shorter words are initials and parts of names.
LEAST_VERB = 4


def without_heading_words(marks: Sequence[Mark], sentences: Sequence[Sentence]) -> list[Mark]:
    """Names of headings without what only stands behind them: "Ana Ruiz Meets" is "Ana Ruiz" where the text has her.

    A name stands as it is where the text has it so, or has nothing of it.
    """
    capital = [_is_capital(sentence) for sentence in sentences]
    if not any(capital):
        return list(marks)
    told = " ".join(
        f" {' '.join(sentence.words)} "
        for sentence, is_capital in zip(sentences, capital, strict=True)
        if not is_capital
    )
    return [_cut(mark, sentences[mark.sentence], told) if capital[mark.sentence] else mark for mark in marks]


def _is_capital(sentence: Sentence) -> bool:
    words = [word for word in sentence.words if word[0].isalpha()]
    if sentence.words[-1:] == (".",):
        return False
    return len(words) >= LEAST_WORDS and sum(word[0].isupper() for word in words) >= MOST_CAPITAL * len(words)


def _cut(mark: Mark, sentence: Sentence, told: str) -> Mark:
    """A name up to the end of the longest run of its words that the text has, the first of several."""
    for size in range(mark.last - mark.first, 0, -1):
        for first in range(mark.first, mark.last - size + 1):
            words = sentence.words[first : first + size]
            if words[0][:1].isupper() and words[-1][:1].isupper() and f" {' '.join(words)} " in told:
                return structs.replace(mark, first=_begin(mark, first, sentence, told), last=first + size)
    return mark


def _begin(mark: Mark, first: int, sentence: Sentence, told: str) -> int:
    """Where a person's name begins in a heading: behind a verb, "Sues Ruiz", unless a given name stands before it."""
    before = sentence.words[mark.first : first]
    is_name = mark.label != "PERSON" or any(f" {word} " in told or is_given_name(word) for word in before)
    return mark.first if is_name or any(len(word) < LEAST_VERB for word in before) else first

"""Whether a text is English at all: what the pack says of another language is worth nothing."""

from collections.abc import Iterable

from accord.language.tokens import load_words

SHARE, ENOUGH = 0.08, 20
"""Function words among a text's words, and the words needed to judge. Paragraphs of 400 web pages (trafilatura-eval,
first by name): English ones hold 0.10 to 0.33 of them, French, Spanish, Polish and Portuguese ones under 0.03, German
ones 0.002 at the median."""


def is_english(words: Iterable[str]) -> bool:
    """Tell whether the words of a text are English; True where there are too few to tell.

    >>> is_english(("Die Minister trafen sich am Dienstag in Hanoi und sprachen lange über den Handel " * 2).split())
    False
    """
    letters = [word.lower() for word in words if word[:1].isalpha()]
    if len(letters) < ENOUGH:
        return all(not word.isalpha() or word.isascii() for word in letters) or not letters
    known = load_words("function_words.txt")
    return sum(word in known for word in letters) >= SHARE * len(letters)

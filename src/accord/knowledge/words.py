from functools import cache

from accord.knowledge.tables import read_rows


@cache
def function_words() -> frozenset[str]:
    """Words that hold sentences together and say nothing of what they are about, in lower case."""
    return frozenset(word for (line,) in read_rows("function_words.txt") for word in line.split())

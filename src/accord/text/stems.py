import re
import unicodedata
from functools import lru_cache

import snowballstemmer

_WORD = re.compile(r"\w+(?:[.’'-]\w+)*")
_stemmer = snowballstemmer.stemmer("english")


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Reduce a word to what its forms share, without case and accents (Snowball's English stemmer).

    >>> stem("Agreements"), stem("agreed"), stem("Perón’s")
    ('agreement', 'agre', 'peron')
    """
    plain = unicodedata.normalize("NFKD", word.casefold()).encode("ascii", "ignore").decode() or word.casefold()
    bare = plain.replace(".", "")
    stemmed: str = _stemmer.stemWord(bare)
    return re.sub(r"s$", "", stemmed) if word.endswith(("’s", "'s")) and not bare.endswith("'s") else stemmed


def words_of(text: str) -> list[str]:
    """Cut a text into words, without marks. "The U.S.-led talks," → The, U.S.-led, talks

    >>> words_of("The talks, he said, “failed”.")
    ['The', 'talks', 'he', 'said', 'failed']
    """
    return _WORD.findall(text)

"""Media named in a stretch of text: credits, bylines, chains."""

import re
from functools import cache

from accord.knowledge.media import Medium, find_medium, medium_names

_WORD = re.compile(r"[^\W_]+(?:[.'’&-][^\W_]+)*")


@cache
def _longest_name() -> int:
    return max(len(_WORD.findall(name)) for name in medium_names())


def media_in(text: str) -> list[tuple[int, int, Medium]]:
    """Find the media that a stretch names, with their places in it; of names inside names the longest.

    >>> [(start, medium.name) for start, _, medium in media_in("Photo: A. Name/AFP via Getty Images")]
    [(15, 'Agence France-Presse'), (23, 'Getty Images')]
    """
    words = list(_WORD.finditer(text))
    found, at = [], 0
    while at < len(words):
        for size in range(min(_longest_name(), len(words) - at), 0, -1):
            start, end = words[at].start(), words[at + size - 1].end()
            if text[start:end] in medium_names() and (medium := find_medium(text[start:end])):
                found.append((start, end, medium))
                at += size
                break
        else:
            at += 1
    return found

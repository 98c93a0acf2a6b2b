"""Where a page disagrees with itself on what it says of itself: each is told, and the most trusted place is taken."""

from collections.abc import Callable, Sequence

from accord.read.html.headings import fold
from accord.read.html.said import Told, split_address

LONGEST = 80
"""Characters of a value that a reason shows."""
Same = Callable[[str, str], bool]


def tell_disagreement(field: str, told: Sequence[Told], taken: str | None, same: Same) -> str | None:
    """Return a line where another place says something else than what was taken, else None.

    >>> tell_disagreement("its language", [Told("html lang", "en"), Told("og:locale", "fr_FR")], "en", same_language)
    'disagrees with itself on its language: en (html lang), fr_FR (og:locale); en is taken'
    """
    if not taken:
        return None
    other = next((one for one in told if not same(one.value, taken)), None)
    own = next((one for one in told if same(one.value, taken)), None)
    if other is None or (own is None and len(told) < 2):
        return None
    shown = [one for one in told if one in (own, other)]
    values = ", ".join(f"{_cut(one.value)} ({one.place})" for one in shown)
    return f"disagrees with itself on {field}: {values}; {_cut(taken)} is taken"


def _cut(value: str) -> str:
    return value if len(value) <= LONGEST else value[: LONGEST - 1] + "…"


def same_text(one: str, other: str) -> bool:
    """Whether one text holds the other, by letters and digits.

    >>> same_text("Talks end in Zurin", "Talks end in Zurin | The Herald")
    True
    """
    first, second = sorted((fold(one), fold(other)), key=len)
    return first in second


def same_language(one: str, other: str) -> bool:
    """Whether two tags name one language, whatever its region."""
    return one.replace("_", "-").split("-")[0].lower() == other.replace("_", "-").split("-")[0].lower()


def same_address(one: str, other: str) -> bool:
    """Whether two addresses lead to one page, but for scheme, `www.`, query, fragment and a stroke at the end.

    >>> same_address("http://www.herald.example/talks/?a=1", "https://herald.example/talks")
    True
    """
    (host, path), (other_host, other_path) = split_address(one), split_address(other)
    return _bare(host) == _bare(other_host) and path.rstrip("/") == other_path.rstrip("/")


def _bare(host: str) -> str:
    return host.removeprefix("www.").removeprefix("m.").removeprefix("amp.")


def same_people(one: str, other: str) -> bool:
    """Whether two lists of names, parted by commas, share a name or a word of one.

    >>> same_people("Ada Stone, Bo Reed", "A. Stone"), same_people("Ada Stone", "The Herald")
    (True, False)
    """
    return bool({word for word in _words(one) if len(word) > 2} & set(_words(other)))


def _words(text: str) -> list[str]:
    return text.casefold().replace(",", " ").replace(".", " ").replace("-", " ").split()

"""Regular English inflection undone: `factories` → `factory`, `scraping` → `scrape`, for words that no table knows."""

from collections.abc import Callable, Iterator

from accord.knowledge.forms import irregular_forms

IsWord = Callable[[str], bool]

_VOWELS = frozenset("aeiou")
_KEEP_S = ("ss", "us", "is", "'s", "as", "os")
_DOUBLED = frozenset("bdgklmnprtvz")
_LONG = {
    *("ab", "ad", "ag", "ak", "ap", "ar", "as", "at", "av", "az", "eb", "ec", "ed", "eg", "ek"),
    *("ib", "ic", "id", "ig", "ik", "im", "in", "ir", "is", "iv", "iz", "ob", "od", "ok", "os", "ot", "ov", "oz"),
    *("ub", "uc", "ud", "ug", "uk", "ul", "um", "ur", "us", "ut", "uv", "uz", "yz", "yp"),
}
"""Ends of longer stems that take an e where neither form is a known word: `orchestrat`, `combin`, `ritualis`."""
_E_ENDINGS = ("c", "u", "v", "z", "rg", "dg", "ng", "rs", "ns", "bl", "pl", "tl", "dl", "gl", "fl")
"""The same after any letter: `sequenc`, `merg`, `struggl`."""


def undo_inflection(word: str, upos: str, feats: str, is_word: IsWord) -> str | None:
    """Return the base form of an inflected word by rule, in the word's own case; None where no rule speaks.

    `feats` are UD features; `is_word` tells known words (in lower case) and decides between spellings.

    >>> words = {"library", "scrape", "dilute", "simple", "wolf"}.__contains__
    >>> [undo_inflection(w, u, f, words) for w, u, f in (
    ...     ("libraries", "NOUN", "Number=Plur"), ("scraping", "VERB", "VerbForm=Ger"), ("sunk", "VERB", "Tense=Past"),
    ...     ("simplest", "ADJ", "Degree=Sup"), ("wolves", "NOUN", "Number=Plur"), ("Hills", "PROPN", "Number=Plur"))]
    ['library', 'scrape', 'sink', 'simple', 'wolf', 'Hill']
    """
    form = word.lower().replace("’", "'")
    if upos == "PROPN" and word.isupper():
        return None
    if upos in ("NOUN", "PROPN") and "Number=Plur" in feats:
        base = irregular_forms().get(("NOUN", form)) or _choose(_singulars(form), is_word)
    elif upos == "VERB" and _is_base(feats) and not form.endswith("ing"):
        base = form
    elif upos == "VERB":
        base = irregular_forms().get(("VERB", form)) or _undo_verb(form, feats, is_word)
    elif upos in ("ADJ", "ADV") and ("Degree=Cmp" in feats or "Degree=Sup" in feats):
        ending = "er" if "Degree=Cmp" in feats else "est"
        base = _undo_suffix(form, ending, is_word) if form.endswith(ending) else None
    else:
        return None
    return None if base is None else recase(base, word) if upos == "PROPN" else base


def recase(base: str, word: str) -> str:
    """Write a base form in the case of its word.

    >>> recase("senator", "Senators"), recase("state", "STATES")
    ('Senator', 'STATE')
    """
    if len(word) > 1 and word.isupper():
        return base.upper()
    return base[:1].upper() + base[1:] if word[:1].isupper() else base


def _is_base(feats: str) -> bool:
    return "VerbForm=Inf" in feats or "Mood=Imp" in feats or ("Tense=Pres" in feats and "Number=Plur" in feats)


def _choose(candidates: Iterator[str], is_word: IsWord) -> str | None:
    """Take the first candidate that is a word, else the first."""
    tried = list(candidates)
    return next((c for c in tried if is_word(c)), tried[0] if tried else None)


def _singulars(form: str) -> Iterator[str]:
    if len(form) < 3 or not form.endswith("s") or form.endswith(_KEEP_S):
        if form.endswith("men"):
            yield form[:-3] + "man"
        elif form.endswith("children"):
            yield form[:-3]
        return
    if form.endswith("ies") and len(form) > 4:
        yield form[:-3] + "y"
    elif form.endswith("ves"):
        yield from (form[:-1], form[:-3] + "f", form[:-3] + "fe")
        return
    elif form.endswith(("ches", "shes", "xes", "sses", "zzes", "oes")):
        yield form[:-2]
    yield form[:-1]
    if form.endswith(("ses", "zes")):
        yield form[:-2]


def _undo_verb(form: str, feats: str, is_word: IsWord) -> str | None:
    if form.endswith("ing") and len(form) > 4:
        return _undo_suffix(form, "ing", is_word)
    if form.endswith("ied") and len(form) > 4:
        return form[:-3] + "y"
    if form.endswith("ed") and len(form) > 3 and ("Tense=Past" in feats or "VerbForm=Part" in feats):
        return _undo_suffix(form, "ed", is_word)
    if form.endswith("s") and "Person=3" in feats:
        return _choose(_singulars(form), is_word)
    return None


def _undo_suffix(form: str, ending: str, is_word: IsWord) -> str | None:
    """Take -ing, -ed, -er or -est off: `planned` → `plan`, `scraping` → `scrape`, `hottest` → `hot`."""
    stem = form[: -len(ending)]
    if not any(c in _VOWELS or c == "y" for c in stem):
        return None
    if stem.endswith("i") and ending in ("er", "est"):
        return stem[:-1] + "y"
    doubled = len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] in _DOUBLED
    single = stem[:-1]
    if doubled and is_word(single) and not is_word(stem):
        return single
    if doubled and not is_word(stem):
        return stem if stem[-1] in "l" else single
    with_e = stem + "e"
    if _is_short(stem) or is_word(with_e) != is_word(stem):
        return with_e if _is_short(stem) or is_word(with_e) else stem
    return with_e if _wants_e(stem) else stem


def _is_short(stem: str) -> bool:
    """Whether a stem is one closed syllable, which would have doubled its last letter: `scrap(ed)`, `fin(ed)`."""
    if len(stem) < 3 or stem[-1] in "aeiouwxy" or stem[-2] not in "aeiouy" or stem[-3:-1] == "qu":
        return False
    return not any(c in _VOWELS for c in stem[:-2])


def _wants_e(stem: str) -> bool:
    return stem.endswith(_E_ENDINGS) or (stem[-2:] in _LONG and stem[-3:-2] not in _VOWELS)

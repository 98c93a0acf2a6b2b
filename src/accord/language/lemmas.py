"""Lemmas as edits of the word: `studies` → `study` is "lower, drop 3, add y"."""


def find_script(word: str, lemma: str) -> str:
    """Return the shortest edit that makes the lemma of the word.

    >>> find_script("Studies", "study"), find_script("Hanoi", "Hanoi"), find_script("is", "be")
    ('L3y', 'K0', 'L2be')
    """
    best = ""
    for case, form in (("L", word.lower()), ("K", word)):
        shared = 0
        for a, b in zip(form, lemma, strict=False):
            if a != b:
                break
            shared += 1
        script = f"{case}{len(form) - shared}{lemma[shared:]}"
        if not best or _cost(script) < _cost(best):
            best = script
    return best


def _cost(script: str) -> int:
    count, added = _read_script(script)
    return count + len(added)


def _read_script(script: str) -> tuple[int, str]:
    digits = 1
    while digits < len(script) and script[digits].isdigit():
        digits += 1
    return int(script[1:digits]), script[digits:]


def apply_script(word: str, script: str) -> str:
    """Return the lemma that an edit makes of a word; the word in lower case where the edit doesn't fit.

    >>> apply_script("Policies", "L3y"), apply_script("NATO", "K0"), apply_script("a", "L3y")
    ('policy', 'NATO', 'a')
    """
    form = word.lower() if script[0] == "L" else word
    count, added = _read_script(script)
    if count > len(form) or (count == len(form) and not added):
        return word.lower()
    return form[: len(form) - count] + added

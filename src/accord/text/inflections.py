"""English inflection undone by rule, where a lemma is asked for that a table knows."""

_VOWELS = "aeiou"


def base_forms(word: str) -> tuple[str, ...]:
    """Words that a form may be a regular inflection of, itself first, in lower case.

    >>> base_forms("striking")
    ('striking', 'strik', 'strike')
    >>> base_forms("ministries")
    ('ministries', 'ministri', 'ministrie', 'ministry')
    >>> base_forms("wrapped")
    ('wrapped', 'wrapp', 'wrappe', 'wrap')
    """
    form = word.lower()
    found = [form]
    for ending in ("ing", "ed", "es", "s", "d"):
        if form.endswith(ending) and len(form) > len(ending) + 2:
            found += _bases(form.removesuffix(ending), ending)
    if form.endswith("ies") and len(form) > 4:
        found.append(form[:-3] + "y")
    if form.endswith("ied") and len(form) > 4:
        found.append(form[:-3] + "y")
    return tuple(dict.fromkeys(found))


def _bases(root: str, ending: str) -> list[str]:
    found = [root]
    if ending in ("ing", "ed"):
        found.append(root + "e")
        if len(root) > 2 and root[-1] == root[-2] and root[-1] not in _VOWELS:
            found.append(root[:-1])
    return found

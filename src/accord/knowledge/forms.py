"""Irregular forms of English verbs and nouns."""

from functools import cache

from accord.knowledge.tables import read_rows


@cache
def irregular_forms() -> dict[tuple[str, str], str]:
    """Base of each irregular form, in lower case, by its part of speech (VERB or NOUN).

    >>> irregular_forms()["VERB", "fled"], irregular_forms()["NOUN", "criteria"]
    ('flee', 'criterion')
    """
    return {(upos, form): base for upos, base, forms in read_rows("irregular.tsv") for form in forms.split()}

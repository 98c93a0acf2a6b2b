"""Words for how actors stand with one another, the levels of their ties, and the frameworks that they are in."""

from functools import cache

from msgspec import Struct

from accord.knowledge.tables import read_rows, split_list
from accord.model.findings import RelationKind


class RelationCue(Struct, frozen=True):
    """Words that tell of a standing relation: its kind, the group within it, the lemmas, what else has to be there."""

    kind: RelationKind
    group: str
    words: tuple[str, ...]
    asks: str


class Framework(Struct, frozen=True):
    """An initiative, treaty or programme with a name of its own; `of` is the state whose it is, if one's."""

    name: str
    forms: tuple[tuple[str, ...], ...]
    of: str | None


@cache
def relation_cues(part: str) -> dict[str, tuple[RelationCue, ...]]:
    """Cues of a part of speech (n, v) by the lemma of their head, those of most words first."""
    found: dict[str, list[RelationCue]] = {}
    for kind, group, head, phrases, asks in read_rows("relation_cues.tsv"):
        for phrase in phrases.split(";") if head == part else ():
            words = tuple(phrase.split())
            cue = RelationCue(kind, group, words, asks)  # type: ignore[arg-type]
            found.setdefault(words[-1] if part == "n" else words[0], []).append(cue)
    return {head: tuple(sorted(cues, key=lambda cue: -len(cue.words))) for head, cues in found.items()}


@cache
def level_words(kind: str) -> frozenset[str]:
    """Words that grade a tie of a kind."""
    return frozenset(word for row in read_rows("relation_levels.tsv") if row[0] == kind for word in row[1].split(";"))


@cache
def frameworks() -> dict[str, tuple[tuple[tuple[str, ...], Framework], ...]]:
    """Frameworks by the first word of each of their forms, longer forms first; words in lower case."""
    found: dict[str, list[tuple[tuple[str, ...], Framework]]] = {}
    for row in read_rows("frameworks.tsv"):
        name, others, of = (*row, "", "")[:3]
        forms = tuple(tuple(form.lower().replace(",", " ,").split()) for form in (name, *split_list(others)))
        framework = Framework(name, forms, of or None)
        for form in forms:
            found.setdefault(form[0], []).append((form, framework))
    return {first: tuple(sorted(group, key=lambda each: -len(each[0]))) for first, group in found.items()}


@cache
def framework_names() -> frozenset[str]:
    """Names of the frameworks, as the table gives them."""
    return frozenset(row[0] for row in read_rows("frameworks.tsv"))

"""How two readings differ in whom they tell of: who speaks, in which words, who acts, and where."""

from collections.abc import Callable, Collection, Sequence
from functools import cache

from accord.collate.comparisons import LONG_RUN, QUOTED_RUN, longest_run
from accord.collate.contexts import Contrast, Mention, Told, is_near, is_the_same
from accord.knowledge.genders import PRONOUNS
from accord.knowledge.offices import words_of_titles
from accord.knowledge.words import function_words
from accord.model.findings import Attribution
from accord.model.spans import Span
from accord.text.stems import stem, words_of

# Two quotations are wordings of one where they share this much of the content words of the shorter one, and so many;
# the same words where they share this much of the longer one, or a long run.
LEAST_QUOTED, LEAST_COMMON, LEAST_SAME = 0.5, 2, 0.6
# Words before a place that say that a thing happened there.
LOCATIVES = frozenset({"in", "at", "near", "outside", "to"})


def attribution_contrast(one: Told, other: Told) -> Contrast | None:
    """The same matter on other words: two speakers.

    Both can't be right only where the very words are given to two persons, each by name: "he said" is sooner misread
    than two reports quote two persons.
    """
    same_words = are_same_words(one.clause.quoted, other.clause.quoted)
    if not (same_words or is_the_same(one, other)) or not (_is_named(one) and _is_named(other)):
        return None
    mine, theirs = _speakers(one), _speakers(other)
    if mine.keys() <= theirs.keys() or theirs.keys() <= mine.keys():
        return None
    values = (_only(mine, theirs), _only(theirs, mine))
    # who tells of another's words, or quotes them, speaks of him
    speaks_of_the_other = mine.keys() & other.named or theirs.keys() & one.named
    clash = same_words and bool(one.chain.said_by and other.chain.said_by) and not speaks_of_the_other
    note = "the same words, other speakers" if same_words else "other speakers"
    return Contrast(values, (one.clause.span, other.clause.span), not clash, note)


def _is_named(told: Told) -> bool:
    """Whether a reading calls who says it by a name: no "he", no "the spokesman"."""
    sources = (each.source.text for each in told.clause.attributions if each.source and each.speaker)
    return any(_holds_name(source) or _is_surname(source) for source in sources)


def _is_surname(source: str) -> bool:
    """Whether a source is one word that may be a name, or begins with it: "Orr", "Orr, the mayor"."""
    first, _, rest = source.partition(" ")
    return first[:1].isupper() and (not rest or first.endswith(",")) and first.rstrip(",").casefold() not in PRONOUNS


def voice_contrast(one: Told, other: Told) -> Contrast | None:
    """What a point gives two persons, each in words of his own."""
    said, also = one.chain.said_by, other.chain.said_by
    mine, theirs = _speakers(one), _speakers(other)
    if not said or not also or mine.keys() & theirs or not (_is_named(one) and _is_named(other)):
        return None
    if attribution_contrast(one, other) or are_same_words(one.clause.quoted, other.clause.quoted):
        return None
    values = ", ".join(sorted(mine)), ", ".join(sorted(theirs))
    return Contrast(values, (one.clause.span, other.clause.span), True, "on other words")


def _only(mine: Collection[str], theirs: Collection[str]) -> str:
    return ", ".join(sorted(set(mine) - set(theirs)))


def _speakers(told: Told) -> dict[str, None]:
    """Who says a reading, and who says that he does: by id, or as the report calls a source that is no actor."""
    return dict.fromkeys(who for each in told.clause.attributions for who in _named_by(each))


def _named_by(attribution: Attribution) -> Collection[str]:
    if attribution.speaker:
        return attribution.speaker
    source = attribution.source.text if attribution.source else ""
    # "the reporter" and "a young man in a suit" may be one; "Orr's press service" is nobody else
    return (source,) if _holds_name(source) else ()


def _holds_name(source: str) -> bool:
    """Whether a name stands in a source; the capital that a sentence begins with tells none."""
    words = source.split()
    return any(word[:1].isupper() and (place or word.endswith(("'s", "’s"))) for place, word in enumerate(words))


def wording_contrast(one: Told, other: Told) -> Contrast | None:
    """One quotation in two wordings: many words in common, and words that stand in one alone."""
    mine, theirs = one.clause.quoted, other.clause.quoted
    if mine == theirs or set(mine) <= set(theirs) or set(theirs) <= set(mine):
        return None
    is_one = longest_run(mine, theirs) >= QUOTED_RUN or bool(_speakers(one).keys() & _speakers(other))
    if not are_same_words(mine, theirs) and not (is_one and _likeness(mine, theirs, min) >= LEAST_QUOTED):
        return None
    places = (one.clause.span, other.clause.span)
    return Contrast((places[0].text, places[1].text), places, True, "one quotation in two wordings")


def are_same_words(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether two quotations, as stems, share a long run, or a shorter one and most of the words of the longer."""
    run = longest_run(mine, theirs)
    return run >= LONG_RUN or (run >= QUOTED_RUN and _likeness(mine, theirs, max) >= LEAST_SAME)


def _likeness(mine: Sequence[str], theirs: Sequence[str], of: Callable[[int, int], int]) -> float:
    """Share of content words that two quotations have in common, of the shorter one's or the longer one's."""
    a, b = set(mine) - _joints(), set(theirs) - _joints()
    if min(len(mine), len(theirs)) < QUOTED_RUN or len(a & b) < LEAST_COMMON:
        return 0.0
    return len(a & b) / of(len(a), len(b))


@cache
def _joints() -> frozenset[str]:
    return frozenset(stem(word) for word in function_words())


def actor_contrast(one: Told, other: Told) -> Contrast | None:
    """Of two readings that are otherwise near, each names one actor of a kind whom the other's sentence does not."""
    found = _others(one, other)
    if not found or found[0].type != found[1].type or found[0].type == "place":
        return None
    return _named(*found, compatible=True)


def place_contrast(one: Told, other: Told) -> Contrast | None:
    """Of two readings that are otherwise near, each tells of one place; not both are right behind the same word."""
    found = _others(one, other)
    if not found or (found[0].type, found[1].type) != ("place", "place"):
        return None
    before = [_word_before(told.clause.span, mention.span) for told, mention in zip((one, other), found, strict=True)]
    return _named(*found, compatible=before[0] != before[1] or before[0] not in LOCATIVES)


def _word_before(clause: Span, name: Span) -> str:
    words = words_of(clause.text[: name.start - clause.start])
    return words[-1].lower() if words else ""


def _others(one: Told, other: Told) -> tuple[Mention, Mention] | None:
    """The one actor that each of two near readings names alone, unless the names share a word."""
    if not is_near(one, other):
        return None
    mine, theirs = _own_mentions(one, other), _own_mentions(other, one)
    if len(mine) != 1 or len(theirs) != 1 or _parts(mine[0]) & _parts(theirs[0]):
        return None
    return mine[0], theirs[0]


def _parts(mention: Mention) -> frozenset[str]:
    return frozenset(stem(word) for word in words_of(mention.span.text))


def _named(mine: Mention, theirs: Mention, *, compatible: bool) -> Contrast:
    note = f"{mine.span.text} / {theirs.span.text}"
    if mine.type == "place":
        return Contrast((mine.span.text, theirs.span.text), (mine.span, theirs.span), compatible, note)
    return Contrast((mine.actor, theirs.actor), (mine.span, theirs.span), compatible, note)


def _own_mentions(one: Told, other: Told) -> list[Mention]:
    """Actors that a reading names and the other's sentence does not, each at its first mention."""
    first = {mention.actor: mention for mention in reversed(one.mentions) if not _is_of_title(one, mention)}
    return sorted((each for actor, each in first.items() if actor not in other.named), key=lambda each: each.span)


def _is_of_title(told: Told, mention: Mention) -> bool:
    """Whether a name is part of a person's title and does nothing itself: "Norway | 's President Ada Orr"."""
    persons = (each.span.start for each in told.mentions if each.type == "person")
    end = min((start for start in persons if start >= mention.span.end), default=-1)
    between = told.clause.span.text[mention.span.end - told.clause.span.start : end - told.clause.span.start]
    if end < 0 or any(mark in between for mark in ",;:()"):
        return False
    return all(word.casefold() in words_of_titles() for word in words_of(between.removeprefix("’s").removeprefix("'s")))

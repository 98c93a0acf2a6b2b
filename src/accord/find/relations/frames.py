"""Frameworks that a report names: initiatives, programmes, standing treaties."""

from accord.find.attributions.phrases import noun_phrase
from accord.find.attributions.trees import Tree
from accord.find.parties import Parties
from accord.find.relations.cues import Tie
from accord.knowledge.relations import Framework, frameworks

_PAIR = 2
_ALL = frozenset(("their", "they", "both", "two", "countries", "sides"))
_MARKS = frozenset("“”\"'‘’")


def find_frameworks(tree: Tree, index: int, parties: Parties) -> list[Tie]:
    """Frameworks named in a sentence, with the states that the sentence sets beside them."""
    words = [(word, token) for token, word in enumerate(tree.lower) if word not in _MARKS]
    found: list[Tie] = []
    place = 0
    while place < len(words):
        hit = _form_at(words, place)
        if hit is None:
            place += 1
            continue
        length, framework = hit
        first, last = words[place][1], words[place + length - 1][1] + 1
        who = _parties(tree, index, parties, framework)
        if who:
            found.append(Tie("framework", framework.name, who, _stretch(tree, first, last), framework.name))
        place += length
    return found


def _form_at(words: list[tuple[str, int]], place: int) -> tuple[int, Framework] | None:
    for form, framework in frameworks().get(words[place][0], ()):
        if len(form) == 1 and place and not form[0].isupper() and len(form[0]) < 3:
            continue
        if tuple(word for word, _ in words[place : place + len(form)]) == form:
            return len(form), framework
    return None


def _stretch(tree: Tree, first: int, last: int) -> tuple[int, int]:
    """The name's own noun phrase, or the name where the phrase is of something larger."""
    head = next((token for token in range(first, last) if not first <= tree.head(token) < last), first)
    begin, end = noun_phrase(tree, head)
    return (begin, end) if begin <= first and last <= end <= last + 6 else (first, last)


def _parties(tree: Tree, index: int, parties: Parties, framework: Framework) -> tuple[str, ...]:
    """Whose framework it is, and the states of those that the sentence names."""
    at = parties.by_token.get(index, {})
    states = [parties.home(at[token]) for token in sorted(at)]
    found = [state for state in (parties.state_ids.get(framework.of or ""), *states) if state]
    if len(set(found)) < _PAIR and any(word in _ALL for word in tree.lower):
        found += parties.last_many
    return tuple(dict.fromkeys(found))

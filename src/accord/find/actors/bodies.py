"""Which mentions are one organization or one place: short forms, abbreviations, word order."""

from collections.abc import Sequence
from itertools import pairwise

from accord.find.actors.mentions import Mention
from accord.knowledge.body_names import initials_of, is_initials, is_same_body, without_stops
from accord.knowledge.media import find_medium
from accord.knowledge.organizations import body_words, find_by_words, find_organization
from accord.knowledge.parties import short_home
from accord.knowledge.places import spelled_out
from accord.knowledge.states import plain_name
from accord.model.sentences import Sentence


def group_bodies(mentions: Sequence[Mention], sentences: Sequence[Sentence]) -> list[list[Mention]]:
    """Mentions of each organization, in order of the first."""
    groups: dict[str, list[Mention]] = {}
    by_words: dict[frozenset[str], str] = {}
    short = _abbreviations(mentions, sentences)
    owned = owned_names(mentions, sentences)
    for mention in mentions:
        if mention.label not in ("ORGANIZATION", "MEDIUM"):
            continue
        key = short.get(without_stops(mention.text)) or body_name(owned.get(mention, mention.text))
        words = body_words(key)
        key = by_words.setdefault(words, key) if words else key
        groups.setdefault(key, []).append(mention)
    return _with_short_forms(list(groups.values()), owned)


def owned_names(mentions: Sequence[Mention], sentences: Sequence[Sentence]) -> dict[Mention, str]:
    """Names of bodies that a state before them makes theirs: "Norway's Foreign Ministry" for "Foreign Ministry"."""
    found = {}
    for state, body in pairwise(mentions):
        if body.label != "ORGANIZATION" or state.label != "STATE" or state.sentence != body.sentence:
            continue
        between = sentences[body.sentence].words[state.last : body.first]
        if between in (("'s",), ("’s",)) and not find_medium(body.text):
            found[body] = f"{state.text}{between[0]} {body.text}"
    return found


def body_name(text: str) -> str:
    """Name under which an organization is kept: the tables' where they know it.

    >>> body_name("the UN"), body_name("Harbour Workers' Union")
    ('United Nations', "Harbour Workers' Union")
    """
    plain = without_stops(text)
    if known := find_organization(text) or find_organization(plain):
        return known.name
    if medium := find_medium(text):
        return medium.name
    if known := find_by_words(text):
        return known.name
    return plain_name(plain)


def group_name(texts: Sequence[str]) -> str:
    """Name of an organization by all its forms: the tables' for any of them, else the longest."""
    for text in texts:
        if body_name(text) != plain_name(without_stops(text)):
            return body_name(text)
    return plain_name(max(texts, key=len))


def _abbreviations(mentions: Sequence[Mention], sentences: Sequence[Sentence]) -> dict[str, str]:
    """Short forms that the report explains, "World Trade Organization (WTO)", or that are one name's initials."""
    found = _initialled(mentions)
    for full, short in pairwise(mentions):
        if full.sentence != short.sentence or short.first != full.last + 1 or short.last - short.first > 1:
            continue
        if sentences[full.sentence].words[full.last] == "(" and full.label in ("ORGANIZATION", "MEDIUM"):
            found[without_stops(short.text)] = body_name(full.text)
    return found


def _initialled(mentions: Sequence[Mention]) -> dict[str, str]:
    """Initials that stand in a report beside the one name that they are the initials of."""
    bodies = dict.fromkeys(mention.text for mention in mentions if mention.label == "ORGANIZATION")
    short = {without_stops(text) for text in bodies if is_initials(text)}
    names: dict[str, set[str]] = {}
    for text in bodies:
        if not is_initials(text):
            for initials in initials_of(text) & short:
                names.setdefault(initials, set()).add(body_name(text))
    return {
        initials: found.pop()
        for initials, found in sorted(names.items())
        if len(found) == 1 and not find_organization(initials) and not find_medium(initials)
    }


def _with_short_forms(groups: list[list[Mention]], owned: dict[Mention, str]) -> list[list[Mention]]:
    """Join a short form to the one longer name that holds it: "the Assembly" to "National Assembly of Ruritania"."""
    words = [max((body_words(owned.get(mention, mention.text)) for mention in group), key=len) for group in groups]
    names = [max((mention.text for mention in group), key=len) for group in groups]
    holders: dict[str, set[int]] = {}
    for index, each in enumerate(words):
        for word in each:
            holders.setdefault(word, set()).add(index)
    target = list(range(len(groups)))
    for index, each in enumerate(words):
        known = find_organization(groups[index][0].text) or find_medium(groups[index][0].text)
        if not each or (known and len(each) < 2):
            continue
        longer = set.intersection(*(holders[word] for word in each)) - {index}
        longer = {one for one in longer if len(words[one]) > len(each)}
        longer = {
            one for one in longer if _head(names[one]) == _head(names[index]) or is_same_body(names[one], names[index])
        }
        if len(longer) == 1:
            target[index] = longer.pop()
    return _joined(groups, target)


def _head(name: str) -> str:
    """Noun that a name is built on: "Assembly" of "National Assembly of Ruritania"."""
    return name.partition(" of ")[0].split()[-1].lower()


def _joined(groups: list[list[Mention]], target: list[int]) -> list[list[Mention]]:
    merged: dict[int, list[Mention]] = {}
    for index, group in enumerate(groups):
        last = index
        while target[last] != last:
            last = target[last]
        merged.setdefault(last, []).extend(group)
    found = [sorted(group, key=lambda mention: mention.start) for group in merged.values()]
    return sorted(found, key=lambda group: group[0].start)


def group_places(mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Mentions of each place that is no state."""
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.label == "PLACE":
            groups.setdefault(place_name(mention.text), []).append(mention)
    return list(groups.values())


def place_name(text: str) -> str:
    """Name under which a place is kept.

    >>> place_name("the Rhine"), place_name("Tex."), place_name("Ft. Sumter")
    ('Rhine', 'Texas', 'Fort Sumter')
    """
    return short_home(text) or plain_name(spelled_out(text))

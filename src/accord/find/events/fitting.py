"""Whether an act is meant as its word says: whether what it is done to can suffer it, and who does it can do it."""

from collections.abc import Iterable

from accord.find.attributions.trees import Tree
from accord.find.events.roles import Roles
from accord.find.events.triggers import Trigger, noun_at
from accord.find.parties import Parties, is_party_noun
from accord.knowledge.commitments import instrument_lemmas
from accord.knowledge.organizations import organization_nouns
from accord.knowledge.places import place_nouns
from accord.knowledge.plover import arguments_of
from accord.knowledge.states import state_of_adjective
from accord.knowledge.tables import read_words
from accord.knowledge.words import word_class
from accord.language.referents.nouns import sort_of
from accord.model.findings import Actor

_SORTS = {"person": "who", "body": "who", "state": "who", "pair": "who", "place": "target"}
_QUARREL = "q"
_ARMED = frozenset((None, "military", "movement", "government", "force"))
_VIOLENT = frozenset(("ASSAULT", "COERCE", "MOBILIZE"))
# Acts that a thing may bring about: a blast kills, a fence holds people back.
_OF_THINGS = frozenset(("ASSAULT", "PROTEST", "MOBILIZE"))


def is_literal(parties: Parties, index: int, tree: Tree, trigger: Trigger, roles: Roles) -> bool:
    """Whether those who take part fit what a trigger says: "shelled the port", not "attacked the deficit"."""
    if trigger.token == trigger.noun:
        return _noun_fits(parties, index, tree, trigger, roles)
    slots = arguments_of(" ".join(trigger.predicate.words))
    fits = all(_slot_fits(parties, index, tree, trigger.token, slot, sorts, roles) for slot, sorts in slots)
    by_thing = (
        trigger.predicate.type not in _OF_THINGS
        and not roles.actors
        and _is_done_by_thing(parties, tree, trigger.token)
    )
    return fits and not by_thing and not _is_for_paper(tree, trigger)


def _is_for_paper(tree: Tree, trigger: Trigger) -> bool:
    """Whether what is paid for is a paper or a statement: "a study funded by the bank" is no aid."""
    paid = trigger.predicate.type == "AID" and len(trigger.predicate.words) == 1
    return paid and any(sort_of(tree.lower[each]) in ("paper", "voice") for each in _objects(tree, trigger.token)[:1])


def _is_done_by_thing(parties: Parties, tree: Tree, token: int) -> bool:
    """Whether the subject of an active verb is a thing that speaks for nobody: "the bill would ban"."""
    for subject in tree.children(token, "nsubj"):
        if tree.lower[subject] in word_class("relative") and tree.label(token) == "acl":
            subject = tree.head(token)  # "a bill that would ban"
        elif tree.full_label(subject) != "nsubj":
            continue
        if tree.upos(subject) == "NOUN":
            known = sorts_of_noun(tree, subject) or sort_of(tree.lower[subject]) or noun_at(tree, subject)
            return not (known or parties.is_official(tree, subject))
    return False


def _slot_fits(
    parties: Parties, index: int, tree: Tree, token: int, slot: str, sorts: frozenset[str], roles: Roles
) -> bool:
    objects = _objects(tree, token)
    if slot == "alone":
        return not objects and not any(_opens_with_that(tree, child) for child in tree.children(token, "ccomp"))
    if slot == "more!":
        return bool(objects or roles.actors or tree.children(token, "xcomp", "ccomp"))
    if slot == "parties":
        return bool(roles.actors)
    if (
        slot == "goal!"
        and tree.lemma(token) == "go"
        and any(_is_school(tree, goal) for goal in _behind(tree, token, word_class("goal")))
    ):
        return False  # "went to law school" is no visit
    if slot == "goal!":
        return bool(roles.recipients or roles.place) or any(
            _is_named(parties, index, tree, goal) for goal in _behind(tree, token, word_class("goal"))
        )
    if slot == "against":
        found = [*objects, *_behind(tree, token, word_class("against"))]
        if not objects and not found:
            return not _is_for_something(tree, token)
        return any(_fits(parties, index, tree, head, sorts) for head in found)
    if slot == "object!" and (not objects or tree.lower[token + 1 : token + 2] in (("on",), ("upon",))):
        return False  # "seized on a remark"
    return all(_fits(parties, index, tree, head, sorts) for head in objects[:1])


def _is_school(tree: Tree, goal: int) -> bool:
    """Whether a goal is where one studies, by its own word or the last of its name."""
    tokens = [goal, *tree.children(goal, "flat", "nmod", "compound")]
    return tree.lemma(goal) == "school" or any(
        organization_nouns().get(tree.lower[token]) == "education" for token in tokens
    )


def _opens_with_that(tree: Tree, clause: int) -> bool:
    return any(tree.lower[mark] == "that" for mark in tree.children(clause, "mark"))


def _is_for_something(tree: Tree, token: int) -> bool:
    """Whether what is fought for is named and nobody it is fought against: "fought to keep", "battled over"."""
    aims = any(
        tree.lower[mark] == "to"
        for child in tree.children(token, "advcl", "xcomp")
        for mark in tree.children(child, "mark")
    )
    return aims or bool(_behind(tree, token, word_class("about")))


def _behind(tree: Tree, token: int, cases: Iterable[str]) -> list[int]:
    """Phrases of a verb or noun that stand behind one of some prepositions."""
    return [
        child
        for child in tree.children(token, "obl", "nmod")
        if any(tree.lower[case] in cases for case in tree.children(child, "case"))
    ]


def _objects(tree: Tree, token: int) -> list[int]:
    """What a verb is done to, the noun that its participle or relative clause describes among it."""
    found = tree.children(token, "obj", "nsubj:pass")
    if tree.label(token) == "acl" and tree.head(token) >= 0:
        host = tree.head(token)
        found = [host if tree.lower[each] in word_class("relative") else each for each in found]
        passive = tree.sentence.feature(token, "Voice") == "Pass"
        if not found and passive and tree.full_label(token) != "acl:relcl":
            found = [host]
    return found


def _fits(parties: Parties, index: int, tree: Tree, head: int, sorts: frozenset[str]) -> bool:
    return "any" in sorts or bool(sorts & sorts_of(parties, index, tree, head))


def _is_named(parties: Parties, index: int, tree: Tree, head: int) -> bool:
    at = parties.by_token.get(index, {})
    return any(token in at for token in (head, *tree.kids[head]))


def sorts_of(parties: Parties, index: int, tree: Tree, head: int) -> frozenset[str]:
    """What a phrase may be, by its head: who, force, target, treaty; nothing for what is none of them."""
    actor = parties.by_token.get(index, {}).get(head)
    if actor:
        type_ = parties.actors[actor].type
        return frozenset(("target",) if type_ == "place" else ("who", "target") if type_ == "state" else ("who",))
    upos = tree.upos(head)
    if upos == "PRON":
        return frozenset(("target", "force") if tree.lower[head] in word_class("thing pronouns") else ("who", "force"))
    if upos in ("PROPN", "NUM", "ADJ"):
        return frozenset(("who", "target", "force"))
    measured = [child for child in tree.children(head, "nmod") if tree.lower[head + 1 : head + 2] == ("of",)]
    found = sorts_of_noun(tree, head)
    if not found and measured:
        return sorts_of(parties, index, tree, measured[0])  # "dozens of villagers", "a third of the guerrillas"
    return found | {"who"} if tree.lemma(head) in word_class("quantities") else found


def is_placed(parties: Parties, index: int, tree: Tree, noun: int) -> bool:
    """Whether a noun's act has a place of a name: "the Lima protests", "the bombing in Oslo"."""
    at = parties.by_token.get(index, {})
    return any(at.get(child) and tree.label(child) in ("compound", "nmod") for child in tree.kids[noun])


def stands_for_somebody(parties: Parties, index: int, tree: Tree, head: int) -> bool:
    """Whether a phrase calls people, a body, a state or armed force."""
    return bool(sorts_of(parties, index, tree, head) & {"who", "force"})


def sorts_of_noun(tree: Tree, head: int) -> frozenset[str]:
    """What a common noun may call."""
    word, lemma = tree.lower[head], tree.sentence.lemmas[head].lower() if tree.sentence.lemmas else tree.lower[head]
    found = {_SORTS.get(sort_of(word) or "", "")} - {""}
    people = read_words("collectives.txt")
    if word in people or lemma in people or is_party_noun(word) or state_of_adjective(tree.words[head]):
        found.add("who")
    force = read_words("force_words.txt") | read_words("arms.txt")
    if word in force or lemma in force:
        found.add("force")
    if lemma in read_words("targets.txt") or lemma in place_nouns():
        found.add("target")
    if lemma in instrument_lemmas() or lemma in read_words("signed_papers.txt"):
        found.add("treaty")
    return frozenset(found)


def _noun_fits(parties: Parties, index: int, tree: Tree, trigger: Trigger, roles: Roles) -> bool:
    """Whether what a noun's act is done to, and who quarrels, fit: "a war on Oslo", not "a war on waste"."""
    if trigger.predicate.type not in _VIOLENT:
        return True
    against = _behind(tree, trigger.noun, ("on", "against", "upon"))
    if against and not any(sorts_of(parties, index, tree, head) for head in against):
        return False
    if _QUARREL not in trigger.predicate.flags:
        return True
    if _behind(tree, trigger.noun, ("over", "about", "for")) or not _has_sides(tree, trigger.noun):
        return False
    sides = (*roles.actors, *roles.recipients)
    if sides:
        return any(_may_bear_arms(parties.actors[actor]) for actor in sides)
    fit = {"force"} if trigger.predicate.kind == "encounter" else {"who", "force"}
    return any(sorts_of(parties, index, tree, head) & fit for head in (*roles.by, *roles.to))


def _has_sides(tree: Tree, noun: int) -> bool:
    """Whether a quarrel's name says between whom it is, or a verb tells of it: "the war in Peru" is a matter."""
    if tree.label(noun) in ("nsubj", "obj") and tree.upos(tree.head(noun)) == "VERB":
        return True
    owned = bool(tree.children(noun, "nmod:poss")) and not tree.children(noun, "cop")
    return owned or bool(_behind(tree, noun, ("between", "among", "with", "against", "on", "by")))


def is_of_words(parties: Parties, trigger: Trigger, roles: Roles) -> bool:
    """Whether an attack is one of words: a candidate's on another, a party's on the president."""
    if trigger.predicate.words != ("attack",) or not (roles.actors and roles.recipients):
        return False
    return not any(_may_bear_arms(parties.actors[actor]) for actor in (*roles.actors, *roles.recipients))


def _may_bear_arms(actor: Actor) -> bool:
    """Whether somebody's quarrel may be one of arms: a state's or a movement's, no person's, party's or court's."""
    kind = organization_nouns().get(actor.name.split()[-1].lower())
    return actor.type == "state" or (actor.type == "organization" and kind in _ARMED)

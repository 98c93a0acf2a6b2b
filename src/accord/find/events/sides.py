"""Heads of the phrases that say who does an act and to whom it is done."""

from collections.abc import Iterable

from accord.find.attributions.trees import Tree
from accord.find.events.triggers import Trigger, noun_at
from accord.knowledge.plover import Predicate
from accord.knowledge.states import state_of_adjective
from accord.knowledge.tables import read_words
from accord.language.referents.nouns import sort_of
from accord.language.subjects import subject_of
from accord.text.calendar import weekday_names

_DONE_BY = frozenset(("by", "from", "of"))
_AMONG = frozenset(("between", "among", "amongst"))
_TO_WHOM = frozenset(
    ("to", "with", "against", "on", "for", "from", "into", "at", "toward", "towards", "over", "upon", "in", "of")
)
_AT = frozenset(("in", "at", "on", "into", "over", "for"))
_MATTER = frozenset(("on", "of", "for", "over", "in", "at", "into"))
_SUFFERED_FROM = frozenset(("from", "by", "of"))
_SUFFERED_FOR = frozenset(("for", "over", "by", "after", "amid", "in", "at", "."))
_GROUND = frozenset(("for", "over", "in"))
_JUDGING = frozenset(("ACCUSE", "SUPPORT"))
# Acts of speech: whom they are said to is their object, nobody in what is said.
_SAID_TO = frozenset(("REQUEST", "ACCUSE"))
_NOBODY = frozenset(("it", "this", "that", "which", "what", "there", "these", "those", "nothing"))
_ITS = frozenset(("it", "they", "he", "she"))
_AIMED = frozenset(("on", "against", "upon"))
_TRAVELLING = frozenset(("after", "during", "following", "before", "on", "amid"))
_NOUNS = ("nmod", "compound", "amod", "obl")
_OWNER = "nmod:poss"


def find_sides(tree: Tree, trigger: Trigger) -> tuple[list[int], list[int]]:
    """Find the heads of the phrases of those who do an act, and of those whom it is done to."""
    noun, kind = trigger.noun, trigger.predicate.kind
    if trigger.token != noun:
        by, to = _of_verb(tree, trigger)
    else:
        by, to = _noun_heads(tree, noun)
        if trigger.predicate.type == "ASSAULT" and "q" not in trigger.predicate.flags:
            by = [head for head in by if case_of(tree, head) not in _AMONG]  # no attack is "between" two
        by = by or (_visitors(tree, noun) if kind == "visit" else [])
    if kind == "visit" and "for" not in trigger.predicate.words:
        to = [head for head in to if case_of(tree, head) != "for"]  # "laid the groundwork for Ruiz's visit"
    if trigger.predicate.type == "CONSULT" and kind != "visit":
        to = [head for head in to if case_of(tree, head) not in _AT]  # a meeting in Oslo is with nobody of Oslo
    if trigger.predicate.type == "ASSAULT" and any(case_of(tree, head) in _AIMED for head in to):
        to = [head for head in to if case_of(tree, head) != "in"]  # "an attack on the embassy in Holm, Norway"
    if trigger.predicate.type == "AGREE":
        # "a treaty on the Nile" binds no river
        to = [head for head in to if case_of(tree, head) not in _MATTER and not noun_at(tree, head)]
    return by, to


def _of_verb(tree: Tree, trigger: Trigger) -> tuple[list[int], list[int]]:
    """Heads about a verb, and about the noun of its phrase."""
    token, noun = trigger.token, trigger.noun
    by, to = _verb_heads(tree, token, trigger.predicate)
    if "x" in trigger.predicate.flags:
        by, to = [head for head in to if case_of(tree, head) in _SUFFERED_FROM], by
    if noun >= 0:
        if trigger.predicate.kind == "visit":
            to = [head for head in to if head != noun]  # the groundwork for Ruiz's visit was not laid with Ruiz
        between, others = _noun_heads(tree, noun)
        owners = [child for child in tree.children(noun, _OWNER) if tree.upos(child) != "PRON"]
        if owners and (not by or tree.head(by[0]) != token) and "x" not in trigger.predicate.flags:
            by = owners  # "after talks with Oslo, since beginning her second term"
        among = [head for head in between if case_of(tree, head) in _AMONG or not by]
        by, to = [*by, *among], [*to, *(head for head in (*between, *others) if head not in among)]
    to = [each for head in to for each in _within_act(tree, head)]
    if trigger.predicate.words == ("invite",):
        to = [head for head in to if case_of(tree, head) != "to"]  # to a place, not a host
    if trigger.predicate.type in _JUDGING and noun < 0:
        to = [head for head in to if case_of(tree, head) not in _GROUND]  # "blamed Lima for Oslo's losses"
    return by, to


def somebody(tree: Tree, heads: Iterable[int]) -> tuple[int, ...]:
    """Heads that can stand for somebody: no act, no pronoun for a thing."""
    return tuple(head for head in dict.fromkeys(heads) if tree.lower[head] not in _NOBODY and not noun_at(tree, head))


def _visitors(tree: Tree, noun: int) -> list[int]:
    """Whose visit it is that hangs on another clause or noun: "her third journey after visits to Oslo and Lima"."""
    host = tree.head(noun)
    if host < 0 or tree.label(noun) not in ("obl", "nmod") or case_of(tree, noun) not in _TRAVELLING:
        return []
    owners = tree.children(host, _OWNER)
    subject = -1 if owners else subject_of(tree.sentence, host)[0]
    if subject >= 0 and noun_at(tree, subject):
        return tree.children(subject, _OWNER)
    return owners or ([subject] if subject >= 0 else [])


def is_own(tree: Tree, head: int) -> bool:
    """Whether a thing is only said to be one's own: "raised its presence"."""
    if tree.upos(head) != "NOUN" or sort_of(tree.lower[head]):
        return False
    return any(tree.lower[child] in ("its", "their") for child in tree.children(head, _OWNER))


def _within_act(tree: Tree, head: int) -> list[int]:
    """A head; of an act's name ("an offer of talks from Oslo") those who take part in that act."""
    if not noun_at(tree, head):
        return [head]
    by, to = _noun_heads(tree, head)
    return [head, *by, *to]


def _verb_heads(tree: Tree, token: int, predicate: Predicate) -> tuple[list[int], list[int]]:
    """Heads of the phrases that say who does what a verb tells, and to whom."""
    by: list[int] = []
    to: list[int] = []
    subject, passive = subject_of(tree.sentence, token)
    passive = passive or _is_bare_passive(tree, token) or bool(tree.children(token, "aux:pass"))
    controller = _controller(tree, token)
    subject = controller if controller >= 0 else subject
    if subject >= 0 and subject != token:
        subject = meant_subject(tree, token, subject)
        same = tree.full_label(subject)
        beside = [child for child in tree.kids[tree.head(subject)] if tree.full_label(child) == same]
        (to if passive else by).extend(beside if tree.label(subject) == "nsubj" else [subject])
    told = predicate.type in _SAID_TO and _is_addressed(tree, token, predicate)
    for child in tree.kids[token]:
        if _is_party(tree, child) and not (told and child < token):
            (by if _does(tree, child, passive) else to).append(child)
        if tree.label(child) in ("ccomp", "xcomp") and not told:
            to.extend(_inner_heads(tree, child))
        if tree.label(child) == "advcl" and predicate.type == "PROTEST":
            to.extend(
                each for each in tree.children(child, "obj", "obl") if _is_party(tree, each)
            )  # "marched to protest"
    return by, to


def _is_addressed(tree: Tree, token: int, predicate: Predicate) -> bool:
    """Whether it is told whom something is said to: "urged Oslo", "called on Oslo"."""
    if any(tree.lower[child] not in weekday_names() for child in tree.children(token, "obj", "iobj")):
        return True
    return any(child > token and case_of(tree, child) in predicate.words[1:] for child in tree.children(token, "obl"))


def _controller(tree: Tree, token: int) -> int:
    """The object of the verb above that does what an infinitive or a gerund says; -1 where its subject does.

    "left Oslo to negotiate", "blamed Lima for shelling the port".
    """
    head = tree.head(token)
    if head < 0 or tree.children(token, "nsubj") or tree.upos(head) != "VERB":
        return -1
    marks = {tree.lower[mark] for mark in tree.children(token, "mark", "case")}
    blamed = tree.label(token) in ("advcl", "obl") and "for" in marks and tree.lower[token].endswith("ing")
    if not blamed and not (tree.label(token) == "xcomp" and "to" in marks):
        return -1
    before = [child for child in tree.children(head, "obj", "iobj") if child < token]
    return before[-1] if before else -1


def _is_bare_passive(tree: Tree, token: int) -> bool:
    """Whether a past form that always has an object has none: "Minister criticized for remarks" in a headline."""
    if tree.lemma(token) not in read_words("judged_verbs.txt") or not tree.lower[token].endswith(("ed", "ain")):
        return False
    own = ("obj", "iobj", "ccomp", "xcomp", "aux", "nsubj:pass")
    behind = tree.lower[token + 1 : token + 2]
    stands = tree.label(token) in ("root", "conj", "parataxis") and not tree.children(token, *own)
    return stands and (not behind or behind[0] in _SUFFERED_FOR)


def meant_subject(tree: Tree, token: int, subject: int) -> int:
    """Whom the pronoun of a clause stands for, where it can be who says it: "Oslo said it would send ships"."""
    said = tree.head(token)
    if tree.lower[subject] not in _ITS or tree.label(token) != "ccomp" or said < 0:
        return subject
    speakers = tree.children(said, "nsubj")
    return speakers[0] if speakers else subject


def _inner_heads(tree: Tree, verb: int) -> list[int]:
    """Heads of those of whom a clause or infinitive says it: "urged that the bank lend", "refused to meet her"."""
    found = tree.children(verb, "nsubj")[:1]
    if tree.label(verb) == "xcomp":
        found += [child for child in tree.children(verb, "obj", "iobj", "obl", "xcomp") if _is_party(tree, child)]
    return found


def _is_party(tree: Tree, child: int) -> bool:
    label = tree.label(child)
    return label in ("obj", "iobj") or (label == "obl" and case_of(tree, child) in _TO_WHOM | _AMONG | {"by"})


def _does(tree: Tree, child: int, passive: bool) -> bool:
    """Whether a phrase names who does it: the agent of a passive, those between whom it is done."""
    case = case_of(tree, child)
    return tree.full_label(child) == "obl:agent" or (passive and case == "by") or case in _AMONG


def _noun_heads(tree: Tree, noun: int) -> tuple[list[int], list[int]]:
    """Heads of the phrases of a noun that say whose act it is, and to whom it is done."""
    by: list[int] = []
    to: list[int] = []
    for child in tree.kids[noun]:
        label, case = tree.label(child), case_of(tree, child)
        if label not in _NOUNS:
            continue
        if label in ("compound", "amod") and not (tree.upos(child) == "PROPN" or state_of_adjective(tree.words[child])):
            continue
        owns = tree.full_label(child) == _OWNER or label in ("compound", "amod")
        if owns or case in _DONE_BY or case in _AMONG:
            by.append(child)
        elif case in _TO_WHOM:
            to.append(child)
    return by, to


def case_of(tree: Tree, token: int) -> str:
    """First preposition of a phrase in lower case, the empty string where it has none."""
    cases = [tree.lower[child] for child in tree.kids[token] if tree.label(child) == "case" and child < token]
    return cases[0] if cases else ""

"""Whether a warning threatens, asks, or only says what is so or will come."""

from accord.find.attributions.trees import Tree
from accord.find.events.roles import Roles
from accord.find.events.triggers import Trigger, noun_at
from accord.find.parties import Parties

_WARNING = frozenset(("warn", "warning"))
_MODAL = frozenset(("will", "would", "shall", "should", "may", "might", "can", "could", "must", "'ll", "’ll"))


def is_threat(tree: Tree, trigger: Trigger) -> bool:
    """Say whether an act that would be a threat is one; of all others that they stand.

    Who warns of what is so ("warned that the dam had cracks") only informs; what an act does ("the visit threatens to
    delay it") threatens nobody.
    """
    if trigger.predicate.type != "THREATEN":
        return True
    if not _WARNING.intersection(trigger.predicate.words):
        return not any(noun_at(tree, each) for each in tree.children(trigger.token, "nsubj"))
    return not _only_tells(tree, trigger.token)


def asks_by_warning(parties: Parties, tree: Tree, trigger: Trigger, roles: Roles) -> bool:
    """Whether a warning asks for something: "the lawyer warned them not to speak"; a state's own is a threat."""
    is_warning = trigger.predicate.type == "THREATEN" and "warn" in trigger.predicate.words
    return is_warning and bool(tree.children(trigger.token, "xcomp")) and not _has_power(parties, roles)


def _only_tells(tree: Tree, token: int) -> bool:
    """Whether a warning's clause says what is or was: it has a tense and no word for what may come."""
    for clause in tree.children(token, "ccomp"):
        verbs = (clause, *tree.children(clause, "cop", "aux"))
        if any(tree.sentence.feature(verb, "Tense") for verb in verbs):
            return not any(tree.lower[verb] in _MODAL for verb in verbs)
    return False


def _has_power(parties: Parties, roles: Roles) -> bool:
    """Whether a state or one who acts for it warns."""
    return any(parties.home(actor) for actor in roles.actors)

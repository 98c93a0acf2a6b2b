"""What a verb or noun that binds binds to: infinitives, clauses, instruments, phrases; and what it is about."""

from accord.find.attributions.phrases import trim
from accord.find.attributions.trees import Tokens, Tree
from accord.knowledge.commitments import CommitmentCue, find_topics, instrument_lemmas
from accord.knowledge.tables import read_words
from accord.model.sentences import Sentence


def matters_of(tree: Tree, token: int, cue: CommitmentCue) -> list[int]:
    """Heads of what a cue binds to: each infinitive or clause joined by "and", else its object or phrase."""
    if "n" in cue.takes:
        return [token]
    if "p" in cue.takes:
        asked = tree.children(token, "obj", "iobj")
        return [child for child in tree.children(token, "xcomp", "ccomp") if asked or tree.children(child, "nsubj")][:1]
    if "c" in cue.takes:
        clauses = [
            child
            for child in tree.children(token, "xcomp", "ccomp", "advcl")
            if _is_clause(tree, child) and not _is_purpose(tree, token, child)
        ]
        if clauses:
            return _one_a_topic(tree, clauses[:1] + _joined_verbs(tree, clauses[0]) + clauses[1:])
    objects = [child for child in tree.children(token, "obj", "nsubj:pass")]
    if tree.label(token) == "acl" and not objects and tree.sentence.feature(token, "Voice") == "Pass":
        objects = [tree.head(token)]
    if "i" in cue.takes:
        named = [
            child for each in objects for child in _counted(tree, each) if tree.lemma(child) in instrument_lemmas()
        ]
        return _bound_by(tree, token, named[0]) if named else []
    if "m" in cue.takes:
        return [child for child in objects if tree.lemma(child) in read_words("mechanisms.txt")][:1]
    if "o" in cue.takes:
        phrases = [child for child in tree.children(token, "obl") if child > token and opens_matter(tree, child)]
        return (phrases if len(cue.words) > 1 and cue.words[1] in ("for", "on") else [*objects, *phrases])[:1]
    return []


def _counted(tree: Tree, token: int) -> list[int]:
    """A noun, and what it counts: "dozens of documents", "a series of deals"."""
    return [token, *(child for child in tree.children(token, "nmod") if tree.lower[token + 1 : token + 2] == ("of",))]


def _bound_by(tree: Tree, verb: int, noun: int) -> list[int]:
    """What an instrument binds to by an infinitive: "struck a deal to reopen the road"; else the instrument itself."""
    clauses = [child for child in tree.children(noun, "acl") if is_infinitive(tree, child)]
    clauses += [child for child in tree.children(verb, "advcl", "xcomp") if child > noun and _is_clause(tree, child)]
    return _one_a_topic(tree, [clauses[0], *_joined_verbs(tree, clauses[0])]) if clauses else [noun]


def _joined_verbs(tree: Tree, verb: int) -> list[int]:
    joined = (child for child in tree.children(verb, "conj") if tree.upos(child) == "VERB")
    return [child for child in joined if not tree.children(child, "nsubj")]


def _one_a_topic(tree: Tree, verbs: list[int]) -> list[int]:
    """Infinitives joined by "and" without those of the same topics as one before: they are of one matter."""
    found: list[int] = []
    seen: set[tuple[str, ...]] = set()
    for verb in verbs:
        topics = topics_of(tree.sentence, *stretch_of_matter(tree, verb))
        if not found or topics not in seen:
            found.append(verb)
        seen.add(topics)
    return found


def topics_of(sentence: Sentence, first: int, last: int) -> tuple[str, ...]:
    """Topics of the words of a stretch by their lemmas; a name tells none: no grain of "Ms. Rice"."""
    named = [bool(sentence.upos) and sentence.upos[token] == "PROPN" for token in range(first, last)]
    words = ["" if name else word for name, word in zip(named, sentence.words[first:last], strict=True)]
    return find_topics(words, sentence.lemmas[first:last] if sentence.lemmas else ())


def _is_clause(tree: Tree, child: int) -> bool:
    if tree.label(child) == "advcl":
        return any(tree.lower[mark] == "to" for mark in tree.children(child, "mark")) and tree.upos(child) == "VERB"
    return tree.upos(child) in ("VERB", "ADJ", "NOUN", "AUX")


def _is_purpose(tree: Tree, token: int, child: int) -> bool:
    """Whether an infinitive says what for: "to fund it, Oslo proposed a tax", "agreed, so as not to delay it"."""
    if tree.label(child) != "advcl":
        return False
    first = next(each for each in tree.below(child) if tree.upos(each) != "PUNCT")
    return child < token or tree.words[first - 1] == "," or tree.lower[first] in ("so", "in")


def opens_matter(tree: Tree, child: int) -> bool:
    """Whether a phrase says what is bound to: "agreed on grain", "called for a truce"."""
    return any(tree.lower[case] in ("on", "for", "to", "upon") for case in tree.children(child, "case"))


def is_infinitive(tree: Tree, child: int) -> bool:
    """Whether a clause is an infinitive with "to"."""
    return any(tree.lower[mark] == "to" for mark in tree.children(child, "mark"))


def stretch_of_matter(tree: Tree, head: int) -> Tokens:
    """Tokens of what is bound to, without joined verbs."""
    skip = [child for child in tree.kids[head] if tree.label(child) in ("case", "mark", "parataxis")]
    skip += [child for child in tree.children(head, "conj") if tree.upos(child) == "VERB"]
    return trim(tree, *tree.around(head, tree.below(head, skip)))

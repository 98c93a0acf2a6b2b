"""Attributions without a verb of their own: "according to", "reportedly", "X's claim that", "Mayor: we are ready"."""

from collections.abc import Iterator

from accord.find.attributions.candidates import Candidate
from accord.find.attributions.contents import SURE, light_verb_of, told_in
from accord.find.attributions.phrases import is_mark, noun_phrase, trim, verb_group
from accord.find.attributions.sources import find_source, source_phrase
from accord.find.attributions.trees import Tokens, Tree, runs_of
from accord.knowledge.cues import cue_nouns, frames
from accord.knowledge.tables import read_words

_CLAUSE = frozenset(("root", "ccomp", "parataxis", "conj", "advcl", "acl", "acl:relcl", "csubj"))


MOST_NAMED, LONGEST_NAME = 6, 14
"""Words of a name before a colon, and with party and home behind it."""


def find_frames(tree: Tree, index: int) -> Iterator[Candidate]:
    """Candidates of one sentence's prepositions, adverbs and nouns."""
    yield from _prepositions(tree, index)
    yield from _adverbs(tree, index)
    yield from _nouns(tree, index)
    yield from _colon(tree, index)
    yield from _viewed(tree, index)


def _match(tree: Tree, at: int, phrase: tuple[str, ...]) -> bool:
    return tree.lower[at : at + len(phrase)] == phrase


def _prepositions(tree: Tree, index: int) -> Iterator[Candidate]:
    begins = {phrase[0] for phrase in frames("preposition")}
    place = 0
    while place < len(tree.words):
        near = frames("preposition") if tree.lower[place] in begins else ()
        phrase = next((one for one in near if _match(tree, place, one)), None)
        if phrase is None:
            place += 1
            continue
        behind = place + len(phrase)
        if candidate := _according(tree, index, (place, behind)):
            yield candidate
        place = behind


def _according(tree: Tree, index: int, cue: Tokens) -> Candidate | None:
    """Read "according to X": X is the source, the clause that it hangs on the content."""
    first, last = cue
    if last >= len(tree.words):
        return None
    head = _noun_behind(tree, cue)
    if head < 0:
        return None
    host = tree.head(head)
    while host >= 0 and first <= host < last:
        host = tree.head(host)
    if host < 0:
        host = next((i for i in range(len(tree.words)) if tree.head(i) == -1), -1)
    skip = _branches_to(tree, host, cue, head)
    content = [token for token in tree.below(host, skip) if not first <= token < last] if host >= 0 else []
    runs = [trim(tree, *run) for run in runs_of(_bridged(tree, content))]
    runs = [run for run in runs if run[0] < run[1] and (first < 2 or run[1] <= first or _has_verb(tree, run))]
    if not runs:
        return None
    source = noun_phrase(tree, head)
    source = (max(source[0], last), max(source[1], last + 1))
    return Candidate(index, first, cue, tuple(runs), "frame", source, head)


def _has_verb(tree: Tree, run: Tokens) -> bool:
    """Whether words behind "according to X" go on with the content, and are not the day or place of its source."""
    return any(tree.upos(token) in ("VERB", "AUX") for token in range(*run))


def _branches_to(tree: Tree, host: int, cue: Tokens, head: int) -> list[int]:
    """Children of the host through which the source and the words of the cue hang on it."""
    found = []
    for token in (head, *range(*cue)):
        node = token
        while tree.head(node) >= 0 and tree.head(node) != host:
            node = tree.head(node)
        if tree.head(node) == host:
            found.append(node)
    return found


def _noun_behind(tree: Tree, cue: Tokens) -> int:
    """Head of the phrase right behind a preposition: the token there, climbed while its heads stay behind the cue."""
    node = cue[1]
    while is_mark(tree, node) and node + 1 < len(tree.words):
        node += 1
    while True:
        head = tree.head(node)
        is_clause = tree.upos(head) in ("VERB", "AUX") or any(one > node for one in tree.children(head, "nsubj", "cop"))
        if head < cue[1] or is_clause or tree.label(node) in _CLAUSE:
            return node
        node = head


def _bridged(tree: Tree, tokens: list[int]) -> set[int]:
    held = set(tokens)
    return held | {t + 1 for t in tokens if t + 2 in held and t + 1 not in held and is_mark(tree, t + 1)}


def _adverbs(tree: Tree, index: int) -> Iterator[Candidate]:
    """Read "reportedly": no source, the clause without it is the content."""
    words = {phrase[0] for phrase in frames("adverb") if len(phrase) == 1}
    for place, word in enumerate(tree.lower):
        if word in words and tree.head(place) >= 0:
            host = tree.head(place)
            apart = [one for one in tree.children(host, "conj", "parataxis") if tree.children(one, "nsubj")]
            tokens = tree.below(host, [place, *apart])
            runs = tuple(run for one in runs_of(tokens) if (run := trim(tree, *one))[0] < run[1])
            if runs:
                yield Candidate(index, place, (place, place + 1), runs, "adverb")


def _nouns(tree: Tree, index: int) -> Iterator[Candidate]:
    """Read "the union's claim that …", "a pledge to …", "expressed hope that …"."""
    for place in range(len(tree.words)):
        cue = cue_nouns().get(tree.lemma(place)) if tree.upos(place) == "NOUN" else None
        if cue is None:
            continue
        for child in told_in(tree, place):
            marks = [one for one in tree.children(child, "mark", "case") if place < one < child]
            if not marks or tree.lower[marks[0]] not in cue.complements:
                continue
            if candidate := _noun(tree, index, place, child, marks[0]):
                yield candidate
                break


def _noun(tree: Tree, index: int, noun: int, child: int, mark: int) -> Candidate | None:
    """One noun of speech with its content; a light verb before it makes the cue longer and its subject the source."""
    is_phrase = tree.label(child) == "nmod"
    tokens = [token for token in tree.below(child) if token > noun and (token > mark or not is_phrase)]
    runs = tuple(run for one in runs_of(tokens) if (run := trim(tree, *one))[0] < run[1])
    if not runs:
        return None
    end = mark + 1 if is_phrase and mark == noun + 1 else noun + 1
    verb = light_verb_of(tree, noun)
    if verb >= 0:
        source = find_source(tree, verb)
        phrase = source_phrase(tree, source) if source >= 0 else None
        first = verb_group(tree, verb, set(), phrase)[0]
        return Candidate(index, verb, (first, end), runs, "noun", phrase, source, strength=0.8)
    owner = _owner(tree, noun)
    source_run = noun_phrase(tree, owner) if owner >= 0 else None
    return Candidate(index, noun, (noun, end), runs, "noun", source_run, owner, strength=0.5)


def _colon(tree: Tree, index: int) -> Iterator[Candidate]:
    """Read "Berg: We are ready": a name of a few words, a colon, what it says; "Berg (L-Oslo):" too, but not "Q:"."""
    place = next((i for i, word in enumerate(tree.words[:LONGEST_NAME]) if word == ":"), -1)
    first = int(is_mark(tree, 0))  # a transcript may stand in quotation marks as a whole
    if place <= first or 1 < len(tree.words) - place < 4 or tree.lower[first] in read_words("notice_words.txt"):
        return
    last = tree.words.index("(") if ")" in tree.words[place - 1 : place] and "(" in tree.words[:place] else place
    is_name = first < last <= first + MOST_NAMED and all(tree.upos(i) == "PROPN" for i in range(first, last))
    is_name = is_name or (place == first + 1 and tree.words[first].isupper() and len(tree.words[first]) > 2)
    if is_name and (last > first + 1 or len(tree.words[first]) > 1):
        run = trim(tree, place + 1, len(tree.words))
        content = (run,) if run[0] < run[1] else ()  # what a turn of a transcript says may stand in its next sentences
        yield Candidate(index, place, (place, place + 1), content, "colon", (first, place), last - 1)


def _viewed(tree: Tree, index: int) -> Iterator[Candidate]:
    """Read "For Oslo, the deal is a gift": how somebody sees it."""
    name = next((one for one in tree.sentence.names if one.first == 1 and tree.words[0] == "For"), None)
    if (
        name is None
        or tree.words[name.last : name.last + 1] != (",",)
        or name.label not in ("PERSON", "ORGANIZATION", "PLACE")
    ):
        return
    run = trim(tree, name.last + 1, len(tree.words))
    root = tree.sentence.root
    if name.last < root and any(name.last < child < root for child in tree.children(root, "nsubj", "expl")):
        yield Candidate(index, 0, (0, 1), (run,), "frame", (name.first, name.last), name.last - 1, strength=SURE)


def _owner(tree: Tree, noun: int) -> int:
    """Who a noun of speech belongs to: its possessor, a "by" or "from" phrase, or the subject of "made"."""
    for child in tree.kids[noun]:
        if tree.full_label(child) == "nmod:poss":
            return child
        if tree.label(child) == "nmod" and any(tree.lower[c] in ("by", "from") for c in tree.children(child, "case")):
            return child
    return -1

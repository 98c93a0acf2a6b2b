"""Which stretches of a sentence say one thing each: clauses, noun phrases that tell of an occasion, items of a list."""

from collections.abc import Iterator, Sequence

from accord.model.sentences import Sentence

# Relations that begin a statement of their own below another.
CLAUSAL = ("conj", "advcl", "acl", "parataxis", "ccomp", "csubj")
# Relations of what is added at the end of a statement that says something without it; of what is so after a mark.
ADDED, PARTED = ("advcl", "conj", "parataxis", "acl"), ("obl", "nmod", "appos")
# Relations of a statement that stands beside another.
COORDINATE = ("conj", "parataxis")
NOMINAL = ("NOUN", "PROPN", "NUM", "PRON")
# A list has so many items before each stands for itself.
LEAST_ITEMS = 3
# A noun phrase stands for itself with so many words, names or figures among them.
LEAST_PHRASE, MOST_PHRASE = 3, 24

# Words that make a clause part of another and say nothing of their own; "if" and "after" do.
MARKING = ("that", "as", "while")
# Relations and words by which a token leads to what follows it.
LEADING = ("case", "mark", "det", "cc")
RELATIVE = ("what", "which", "who", "whom", "whose")
OPENING, CLOSING = "“\"‘'«„”", "”\"’'»“"

# A longer sentence is a table or a list run together: its tree says little, and walking it costs its square.
LONGEST = 200

Stretch = tuple[int, int]


def units_of(sentence: Sentence, *, finely: bool = True) -> list[Stretch]:
    """Stretches by token, end-exclusive, each once, by place; the whole sentence where there is no tree.

    Stretches may lie within one another: "met the farmers before her talks with the premier" holds "her talks". Cut
    `finely`, clauses stand without what is added at their end, too: "met the farmers".
    """
    if not sentence.heads or len(sentence) > LONGEST:
        return [(0, len(sentence))]
    clauses = list(_clauses(sentence))
    openings = (cut for stretch in clauses for cut in _openings(sentence, stretch)) if finely else ()
    found = [*clauses, *openings, *_items(sentence), *_phrases(sentence)]
    trimmed = {_without_marks(sentence, stretch) for stretch in found}
    return sorted(stretch for stretch in trimmed if stretch is not None)


def _clauses(sentence: Sentence) -> Iterator[Stretch]:
    """Each clause twice: without the clauses below it, and with them but for those that stand beside it."""
    heads = [index for index in range(len(sentence)) if _is_clause(sentence, index)]
    owner = _owners(sentence, frozenset(heads))
    for head in heads:
        yield _run(head, [owner[index] == head for index in range(len(sentence))])
        beside = (each for each in heads if sentence.heads[each] == head and sentence.is_labelled(each, *COORDINATE))
        whole = set(sentence.descendants(head)).difference(*map(sentence.descendants, beside))
        yield _run(head, [index in whole for index in range(len(sentence))])


def _is_clause(sentence: Sentence, index: int) -> bool:
    """Whether a token heads a statement: the root, and whatever verb hangs on something else as a clause."""
    if sentence.heads[index] < 0:
        return True
    verbal = sentence.upos[index] in ("VERB", "AUX") or bool(sentence.children(index, "nsubj", "cop"))
    return verbal and sentence.is_labelled(index, *CLAUSAL)


def _owners(sentence: Sentence, heads: frozenset[int]) -> list[int]:
    """Give for each token the nearest clause head at or above it."""
    owner = [-1] * len(sentence)
    for index in range(len(sentence)):
        node = index
        path: list[int] = []
        while node >= 0 and owner[node] < 0 and node not in heads and len(path) <= len(sentence):
            path.append(node)
            node = sentence.heads[node]
        found = node if node in heads else (owner[node] if node >= 0 else index)
        for step in (*path, index):
            owner[step] = found if step not in heads else step
    return owner


def _run(head: int, own: Sequence[bool]) -> Stretch:
    """The unbroken run of a head's own tokens around it."""
    first, last = head, head + 1
    while first > 0 and own[first - 1]:
        first -= 1
    while last < len(own) and own[last]:
        last += 1
    return first, last


def _items(sentence: Sentence) -> Iterator[Stretch]:
    """Items of a list of nouns."""
    for head in range(len(sentence)):
        items = [item for item in sentence.children(head, "conj") if sentence.upos[item] in NOMINAL]
        if sentence.upos[head] in NOMINAL and len(items) + 1 >= LEAST_ITEMS:
            yield from (sentence.subtree(item) for item in items)
            first = sentence.subtree(head)[0]
            yield first, max(head + 1, min(sentence.subtree(item)[0] for item in items))


def _phrases(sentence: Sentence) -> Iterator[Stretch]:
    """Noun phrases with a complement of their own: "his first trip to the country in six years"."""
    for head in range(len(sentence)):
        if sentence.upos[head] != "NOUN" or not sentence.children(head, "nmod", "acl", "nummod", "amod", "compound"):
            continue
        below = sentence.descendants(head)
        kept = set(below).difference(
            *(
                sentence.descendants(child)
                for child in sentence.children(head, "acl:relcl", "conj", "appos", "parataxis", "cop", "nsubj", "case")
            )
        )
        stretch = _run(head, [index in kept for index in range(len(sentence))])
        if LEAST_PHRASE <= stretch[1] - stretch[0] <= MOST_PHRASE:
            yield stretch


def _openings(sentence: Sentence, clause: Stretch) -> Iterator[Stretch]:
    """What a clause says before what is added at its end: another clause, one more item, a phrase after a mark."""
    first, last = clause
    for added in range(first + LEAST_PHRASE, last):
        if not first <= sentence.heads[added] < added or not sentence.is_labelled(added, *ADDED, *PARTED):
            continue
        start, end = sentence.subtree(added)
        closes = first + LEAST_PHRASE <= start and sentence.heads[added] < start and end >= last - 1
        parts = sentence.is_labelled(added, *ADDED) or _is_parted(sentence, start)
        if closes and parts and not _is_later_item(sentence, added):
            yield first, start


def _is_later_item(sentence: Sentence, index: int) -> bool:
    """Whether a token is an item of a list of nouns behind its second: the list is told whole or not at all."""
    head = sentence.heads[index]
    return sentence.upos[head] in NOMINAL and index in sentence.children(head, "conj")[1:]


def _is_parted(sentence: Sentence, start: int) -> bool:
    """Whether a mark stands before a phrase, or begins it."""
    return any(not sentence.words[at][:1].isalnum() for at in (start - 1, start))


def _without_marks(sentence: Sentence, stretch: Stretch) -> Stretch | None:
    """Leave marks and joining words at the edges out, and a quotation's mark whose partner lies outside."""
    first, last = stretch
    while first < last and (
        _is_loose(sentence, first, OPENING, sentence.words[first + 1 : last], CLOSING)
        or _marks_all(sentence, first, last)
    ):
        first += 1
    while first < last and (
        _is_loose(sentence, last - 1, CLOSING + ".", sentence.words[first : last - 1], OPENING)
        or _is_cut_off(sentence, first, last)
    ):
        last -= 1
    return (first, last) if first < last else None


def _is_loose(sentence: Sentence, at: int, kept: str, inside: Sequence[str], partners: str) -> bool:
    """Whether a token at an edge belongs to neither side, given the marks kept there and those that they pair with."""
    word = sentence.words[at]
    if sentence.upos[at] == "PUNCT":
        return word not in kept or (word != "." and not any(each in partners for each in inside))
    return sentence.upos[at] == "CCONJ"


def _marks_all(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a stretch begins with the word that makes all of it part of another, and not a clause within it."""
    if sentence.words[first].lower() not in MARKING or not sentence.is_labelled(first, "mark"):
        return False
    return not first <= sentence.heads[sentence.heads[first]] < last


def _is_cut_off(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a stretch ends on a word that leads to what is cut off: "for what | he called"."""
    at = last - 1
    leads = sentence.is_labelled(at, *LEADING) or sentence.words[at].lower() in RELATIVE
    reaches_on = sentence.heads[at] >= last or any(child >= last for child in sentence.children(at))
    return leads and reaches_on and at > first

"""The time that a figure is given for: `€3.4 billion in 2030`, `as of May 4, 1,200 people`."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from accord.knowledge.quantities import word_list
from accord.model.sentences import Sentence
from accord.model.spans import Span

Stretch = tuple[int, int]

_DEPTH = 12  # steps up the tree from a figure's last word to the noun it belongs to
_NEAR = 4  # words between a figure and the time behind it, where there is no tree
_AS_OF, _NOUN, _VERB = range(3)  # what ties a time to a figure, the surest first


def tokens_of(sentence: Sentence, span: Span) -> Stretch:
    """Tokens that a span touches, end-exclusive, looked up and not walked to; empty where it touches none."""
    return max(0, bisect_left(sentence.ends, span.start + 1)), bisect_left(sentence.starts, span.end)


def moments_of(sentence: Sentence, figures: Sequence[Stretch], times: Sequence[tuple[Stretch, str]]) -> dict[int, str]:
    """Map places in `figures`, which are in order, to the EDTF of the time each is given for; none where unclear.

    A time belongs to the nearest of the figures it could be of, and a figure to the surest and nearest of its times.
    """
    tied = _ties(sentence, figures)
    claims: dict[int, list[tuple[int, int, str]]] = {}
    for time, edtf in times:
        for kind, rivals in _rivals(sentence, figures, tied, time):
            place = _nearest(figures, rivals, time)
            if place is not None:
                claims.setdefault(place, []).append((kind, _gap(figures[place], time), _opened(sentence, time, edtf)))
                break
    return {place: best for place, made in claims.items() if (best := _clear(made)) is not None}


def _opened(sentence: Sentence, time: Stretch, edtf: str) -> str:
    """Leave the end of a time open behind `since`: 2029 → 2029/.."""
    return f"{edtf}/.." if _preposition(sentence, time)[0] == "since" and "/" not in edtf else edtf


def _clear(claims: list[tuple[int, int, str]]) -> str | None:
    """Return the time of the surest and nearest claim, unless another one is as sure and as near."""
    kind, gap, _ = min(claims)
    best = {edtf for each, far, edtf in claims if (each, far) == (kind, gap)}
    return best.pop() if len(best) == 1 else None


def _rivals(
    sentence: Sentence, figures: Sequence[Stretch], tied: dict[tuple[int, int], list[int]], time: Stretch
) -> Iterator[tuple[int, Sequence[int]]]:
    """Figures that a time could be of, by what ties them to it."""
    preposition, is_as_of = _preposition(sentence, time)
    is_basis = preposition in word_list("figure_contexts.txt", "basis")
    if sentence.heads:
        head = head_in(sentence, time)
        is_owner = sentence.labels[head] == "nmod:poss"
        if sentence.is_labelled(head, "obl", "nmod") and (is_owner or not is_basis):
            for kind in (_NOUN, _VERB):
                yield _AS_OF if is_as_of else kind, tied.get((kind, sentence.heads[head]), [])
    elif preposition in word_list("figure_contexts.txt", "after"):
        before = bisect_left(figures, time) - 1
        if before >= 0 and _is_close(sentence, figures[before], time):
            yield _NOUN, [before]
    if is_as_of:
        yield _AS_OF, range(len(figures))


def _is_close(sentence: Sentence, figure: Stretch, time: Stretch) -> bool:
    between = sentence.words[figure[1] : time[0]] if time[0] - figure[1] <= _NEAR else ("",)
    return all(word.replace("-", "").isalnum() for word in between)


def _preposition(sentence: Sentence, time: Stretch) -> tuple[str, bool]:
    """Word that leads a time, in it or before it and its article; and whether it is `as of`."""
    low = [sentence.words[i].lower() if i >= 0 else "" for i in range(time[0] - 3, time[0])]
    opening = [word.lower() for word in sentence.words[time[0] : time[0] + 2]]
    if opening == ["as", "of"]:
        return "of", True
    if opening[:1] and opening[0] in word_list("figure_contexts.txt", "after") | {"from"}:
        return opening[0], opening[0] == "of" and low[2] == "as"
    at = 1 if low[2] in word_list("figure_contexts.txt", "determiners") else 2
    return low[at], low[at] == "of" and low[at - 1] == "as"


def head_in(sentence: Sentence, stretch: Stretch) -> int:
    """Token that the last one of a stretch hangs on by way of the stretch alone."""
    at = stretch[1] - 1
    for _ in range(_DEPTH):
        head = sentence.heads[at]
        if not stretch[0] <= head < stretch[1] or head == at:
            break
        at = head
    return at


def _ties(sentence: Sentence, figures: Sequence[Stretch]) -> dict[tuple[int, int], list[int]]:
    """Places of the figures, in order, under their nouns and under the verbs that govern these."""
    tied: dict[tuple[int, int], list[int]] = {}
    for place, figure in enumerate(figures) if sentence.heads else ():
        noun = head_in(sentence, figure)
        tied.setdefault((_NOUN, noun), []).append(place)
        for _ in range(_DEPTH):
            if sentence.heads[noun] < 0 or not sentence.is_labelled(noun, "conj", "nummod", "compound"):
                break
            noun = sentence.heads[noun]
            kind = _VERB if sentence.upos[noun] in ("VERB", "AUX") else _NOUN
            tied.setdefault((kind, noun), []).append(place)
        governor = sentence.heads[noun]
        if governor >= 0 and sentence.upos[governor] in ("VERB", "AUX"):
            tied.setdefault((_VERB, governor), []).append(place)
    return tied


def _nearest(figures: Sequence[Stretch], rivals: Sequence[int], time: Stretch) -> int | None:
    """Rival with the fewest words between it and the time, the one before it where two are as near."""
    at = bisect_left(rivals, time, key=lambda place: figures[place])
    beside = [place for place in rivals[max(0, at - 1) : at + 1] if not _overlap(figures[place], time)]
    return min(beside, key=lambda place: (_gap(figures[place], time), place), default=None)


def _gap(figure: Stretch, time: Stretch) -> int:
    return time[0] - figure[1] if figure[0] < time[0] else figure[0] - time[1]


def _overlap(one: Stretch, other: Stretch) -> bool:
    return one[0] < other[1] and other[0] < one[1]

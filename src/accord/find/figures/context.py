"""When a figure holds and whom it is from, where its report says so: `€3.4 billion in 2030, customs data show`."""

from bisect import bisect_left
from collections.abc import Sequence

from msgspec.structs import replace

from accord.find.figures.moments import Stretch, moments_of, tokens_of
from accord.find.figures.origins import origins_of
from accord.knowledge.quantities import word_list
from accord.model.findings import Attribution, Figure, Time
from accord.model.sentences import Sentence
from accord.model.spans import Span


def with_context(
    figures: Sequence[Figure], times: Sequence[Time], attributions: Sequence[Attribution], sentences: Sequence[Sentence]
) -> tuple[Figure, ...]:
    """Return the figures, in the order of the text, with the time and the source that the report gives for each.

    Only a placed time of the figure's own sentence is taken. The source is that of the innermost statement around the
    figure; failing one, the only `according to X` or `X data show` of its sentence. What is unclear stays null.
    """
    ordered = sorted(figures, key=lambda figure: figure.span)
    placed = sorted((each for each in times if each.edtf), key=lambda each: each.span)
    starts, begins = [figure.span.start for figure in ordered], [time.span.start for time in placed]
    speakers = sorted((each.source.start, each.source.end) for each in attributions if each.source)
    dates: dict[int, str] = {}
    sources: dict[int, str] = {}
    for sentence in sentences:
        first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        if first == last:
            continue
        stretches = [tokens_of(sentence, figure.span) for figure in ordered[first:last]]
        near = placed[bisect_left(begins, sentence.start) : bisect_left(begins, sentence.end)]
        at = [(tokens_of(sentence, time.span), time.edtf or "") for time in near]
        if all(start < end for start, end in (*stretches, *(stretch for stretch, _ in at))):
            dates |= {first + place: edtf for place, edtf in moments_of(sentence, stretches, at).items()}
            sources |= {first + place: name for place, name in _named(sentence, stretches, speakers).items()}
    sources |= _spoken(ordered, attributions)
    return tuple(
        replace(figure, as_of=dates.get(place), source=sources.get(place)) for place, figure in enumerate(ordered)
    )


def _named(sentence: Sentence, figures: Sequence[Stretch], speakers: Sequence[tuple[int, int]]) -> dict[int, str]:
    """Sources by words alone, unless the sentence names two, or the one it names speaks for other words."""
    found = origins_of(sentence)
    if len(found) != 1:
        return {}
    ((first, last),) = found
    start, end = sentence.span_of(first, last)
    at = bisect_left(speakers, (end, 0)) - 1
    if at >= 0 and speakers[at][1] > start:
        return {}
    name = _written(sentence, first, last)
    return {place: name for place, (begin, stop) in enumerate(figures) if stop <= first or begin >= last}


def _written(sentence: Sentence, first: int, last: int) -> str:
    """Join tokens as the report has them; any white space between two is one space."""
    pieces = [sentence.words[first]]
    for index in range(first + 1, last):
        gap = " " if sentence.starts[index] > sentence.ends[index - 1] else ""
        pieces.append(gap + sentence.words[index])
    return "".join(pieces)


def _spoken(figures: Sequence[Figure], attributions: Sequence[Attribution]) -> dict[int, str]:
    """Source of the innermost statement around each figure; the figures are in order."""
    manners = word_list("figure_contexts.txt", "manners")  # work went on "according to plan"
    named = [each for each in attributions if each.source and each.source.text.lower() not in manners]
    held = [(span, each.source.text) for each in named if each.source for span in each.content]
    held.sort(key=lambda pair: (pair[0].start, -pair[0].end))
    sources: dict[int, str] = {}
    around: list[tuple[Span, str]] = []
    at = 0
    for place, figure in enumerate(figures):
        while at < len(held) and held[at][0].start <= figure.span.start:
            around.append(held[at])
            at += 1
        while around and around[-1][0].end < figure.span.end:
            around.pop()
        if around:
            sources[place] = around[-1][1]
    return sources

"""Who said what, how and on whose word: the attributions of one report."""

from collections.abc import Iterator, Sequence

from msgspec import structs

from accord.find.attributions.candidates import Candidate
from accord.find.attributions.chains import Chain, Dates, chain_of
from accord.find.attributions.choosing import choose
from accord.find.attributions.clauses import find_clauses
from accord.find.attributions.drafts import Draft, Kind, make_draft, quote_draft, without_copies
from accord.find.attributions.edges import with_tagged_edges
from accord.find.attributions.frames import find_frames
from accord.find.attributions.known import Known
from accord.find.attributions.loose import find_echoes, find_loose, join_fragments
from accord.find.attributions.plain import find_plain
from accord.find.attributions.runs import with_runs
from accord.find.attributions.spans import Quotations, tokens_of
from accord.find.attributions.speakers import resolve, resolve_loose
from accord.find.attributions.tags import find_tagged, without_doublets
from accord.find.attributions.trees import Tree
from accord.language.referents import find_referents
from accord.model.accounts import ParsedReport
from accord.model.findings import Actor, Attribution, Time
from accord.text.quotes import Quote

NEAR = 200
"""Characters after a quotation within which a pronoun's next one is taken to have come the same way."""


def find_attributions(parsed: ParsedReport, actors: Sequence[Actor], times: Sequence[Time]) -> tuple[Attribution, ...]:
    """Find every attribution of a report, in order of the text, ids a1, a2 …"""
    quotations = Quotations(parsed)
    trees = [Tree(sentence) for sentence in parsed.sentences]
    candidates = [one for index, tree in enumerate(trees) for one in _in_sentence(tree, index, quotations)]
    laid = (make_draft(parsed.report, trees[one.sentence], one, quotations) for one in candidates)
    drafts = [draft for draft in laid if draft]
    drafts = join_fragments(parsed, without_copies(drafts), quotations)
    drafts = with_runs(parsed.report, drafts, find_loose(parsed, quotations, drafts), quotations)
    echoes = find_echoes(parsed, quotations, drafts)
    drafts += [quote_draft(parsed.report, quote, said, kind=_echo_kind(parsed, quote)) for quote, said in echoes]
    drafts.sort(key=lambda draft: draft.order)
    referents = find_referents(parsed.sentences, actors, parsed.report.text)
    starts = [sentence.start for sentence in parsed.sentences]
    known = Known(actors, starts, referents, _paragraphs(parsed))
    return tuple(_finish(drafts, trees, known, Dates(times)))


def _paragraphs(parsed: ParsedReport) -> Iterator[int]:
    """Numbers of the sentences that begin a paragraph."""
    for number, sentence in enumerate(parsed.sentences):
        before = parsed.sentences[number - 1].end if number else 0
        if not number or "\n" in parsed.report.text[before : sentence.start]:
            yield number


def _in_sentence(tree: Tree, index: int, quotations: Quotations) -> list[Candidate]:
    sentence = tree.sentence
    quotes = tokens_of(sentence, quotations.within(sentence.start, sentence.end))
    if not sentence.heads:
        return list(find_plain(tree, index, quotes))
    chosen, taken = choose(tree, [*find_clauses(tree, index, quotes, sentence.attributions), *find_frames(tree, index)])
    return without_doublets(tree, with_tagged_edges(tree, [*chosen, *find_tagged(tree, index, taken)]))


def _echo_kind(parsed: ParsedReport, quote: Quote) -> Kind:
    """Direct where a phrase is the whole heading, mixed where it stands among the report's own words."""
    span = next(one.span for one in parsed.passages if one.span.start <= quote.start < one.span.end)
    return "direct" if quote.end - quote.start >= len(span.text.strip()) else "mixed"


def _finish(drafts: Sequence[Draft], trees: Sequence[Tree], known: Known, dates: Dates) -> Iterator[Attribution]:
    """Work out speakers in order of the text, each knowing who spoke before it; phrases that echo others come last."""
    made: dict[int, Attribution] = {}
    open_drafts: list[tuple[Draft, tuple[str, ...]]] = []
    earlier: Attribution | None = None
    for number, draft in enumerate(drafts):
        if draft.echo:
            continue
        open_drafts = [one for one in open_drafts if one[0].content[-1].end > draft.content[0].start][-8:]
        outer = next((one for one in reversed(open_drafts) if one[0].holds(draft)), None)
        holder = outer[1] if outer else ()
        speaker = _speaker(draft, trees, known, holder)
        if not holder:
            known.remember(speaker)
        open_drafts.append((draft, speaker))
        chain = chain_of(draft, trees, known, dates, outer[0] if outer else None)
        if not chain.via and earlier and speaker == earlier.speaker and _carries_on(draft, earlier):
            chain = structs.replace(chain, via=earlier.via)
        made[number] = earlier = _attribution(draft, number, speaker, chain)
    by_draft = {id(draft): made[number] for number, draft in enumerate(drafts) if number in made}
    for number, draft in enumerate(drafts):
        if draft.echo:
            said = by_draft[id(draft.echo)]
            made[number] = _attribution(draft, number, said.speaker, Chain(said.to, None, said.via, said.date))
    return (made[number] for number in range(len(drafts)))


def _carries_on(draft: Draft, earlier: Attribution) -> bool:
    """Whether speech goes on through the same channel: a pronoun or no source, close behind, in quotation marks."""
    source = draft.source.text.lower() if draft.source else ""
    near = 0 <= draft.order[0] - earlier.content[-1].end < NEAR
    return near and draft.kind == earlier.kind == "direct" and source in ("", "he", "she", "they", "it")


def _attribution(draft: Draft, number: int, speaker: tuple[str, ...], chain: Chain) -> Attribution:
    return Attribution(
        id=f"a{number + 1}",
        content=draft.content,
        kind=draft.kind,
        source=draft.source,
        cue=draft.cue,
        speaker=speaker,
        to=chain.to,
        venue=chain.venue,
        via=chain.via,
        date=chain.date,
    )


def _speaker(draft: Draft, trees: Sequence[Tree], known: Known, holder: tuple[str, ...]) -> tuple[str, ...]:
    candidate = draft.candidate
    if candidate is None:
        return resolve_loose(draft.content[0].start, trees, known)
    return resolve(draft.source, candidate, trees[candidate.sentence], known, holder)

"""Readings with what stands around them: the chain they came through, the clause they are part of, their sentence."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct

from accord.collate.chains import Chain
from accord.collate.clauses import Clause
from accord.collate.comparisons import FigureKey, figure_key, values_of
from accord.collate.phrasings import NO_PHRASING, Phrasing, phrasing_of
from accord.collate.places import Spanned
from accord.collate.stages import DONE, STATE
from accord.collate.stretches import tops_of
from accord.model.accounts import Analysis
from accord.model.findings import ActorType
from accord.model.spans import Span

# A phrase stands for its clause only where it makes up this share of it: what hangs far off is told of something else.
MOST_OF_CLAUSE = 0.4
# A piece with so much of its statement says it all.
NEARLY_ALL = 0.9
# Two readings say nearly the same where they share this much of what the shorter one says.
LEAST_SHARED = 0.6
# One denies the other where they share this much of what the longer one says.
LEAST_DENIED = 0.6


# By these relations a phrase or a clause without a subject tells a detail of what it is added to.
DETAILING = ("obl", "nmod", "appos", "acl", "advcl")
# By these relations a phrase is what a verb does: of those with words, behind these alone.
ANY: frozenset[str] = frozenset()
OF = frozenset(("of", "for", "on", "to", "with", "between", "’s", "'s"))
TAKEN = {"obj": ANY, "iobj": ANY, "nsubj": ANY, "xcomp": ANY, "ccomp": ANY, "conj": ANY, "acl": ANY, "nmod": OF}
# What something was done during, or after, took place.
WHILE = frozenset(("during", "after", "following", "at"))
OCCASIONS = {"obl": WHILE, "nmod": WHILE}


class Mention(Struct, frozen=True):
    """A place where an actor is named."""

    span: Span
    actor: str
    type: ActorType


class Contrast(Struct, frozen=True):
    """A difference between two readings: the two values, where each stands, and whether both can be true."""

    values: tuple[str, str]
    places: tuple[Span, Span]
    compatible: bool
    note: str


class Told(Struct, frozen=True):
    """A reading to be compared with others.

    `context` is the clause with a verb that the reading is a phrase of, itself where it has one, and `fuller` the
    reading with the details that are added at its end; `phrasing` are its telling words; `stage` is how far it has
    come, as in `stages.stage_of`; `mentions` are those in the reading, `added` those in what is added to it; `named`
    are the actors of its sentence; `report_names` and `report_counts` what its whole report names and counts, and
    `report_text` all that it says, in lower case; `dates` are all that its report gives in the point.
    """

    clause: Clause
    chain: Chain
    context: Clause
    fuller: Clause
    phrasing: Phrasing = NO_PHRASING
    stage: str | None = None
    mentions: tuple[Mention, ...] = ()
    added: tuple[Mention, ...] = ()
    named: frozenset[str] = frozenset()
    report_names: frozenset[str] = frozenset()
    report_counts: frozenset[FigureKey] = frozenset()
    report_text: str = ""
    dates: frozenset[str] = frozenset()


class Contexts:
    """The clauses of a story by sentence, and its mentions of actors by place."""

    def __init__(self, analyses: Sequence[Analysis], clauses: Sequence[Clause]) -> None:
        self.of_sentence: Mapping[tuple[str, int], list[Clause]] = defaultdict(list)
        for clause in clauses:
            self.of_sentence[clause.span.report, clause.sentence].append(clause)
        self.mentions = {
            analysis.report.id: Spanned(
                (span, Mention(span, actor.id, actor.type)) for actor in analysis.actors for span in actor.mentions
            )
            for analysis in analyses
        }
        self.sentences = {analysis.report.id: analysis.sentences for analysis in analyses}
        self.reports = {analysis.report.id: analysis.report for analysis in analyses}
        self.texts = {id: report.text.casefold() for id, report in self.reports.items()}
        self.names = {each.report.id: frozenset(actor.id for actor in each.actors) for each in analyses}
        self.counts = {each.report.id: frozenset(map(figure_key, each.figures)) for each in analyses}

    def told(self, clause: Clause, chain: Chain) -> Told:
        """Return a reading with what stands around it."""
        beside = self.of_sentence[clause.span.report, clause.sentence]
        around = [each for each in beside if each.stage is not None and _is_mostly(each.span, clause.span)]
        narrowest = min(around, key=lambda each: (each.span.end - each.span.start, each.span.start), default=clause)
        context = clause if clause.stage is not None else narrowest
        fuller = _with_added(clause, beside)
        mentions = [
            each
            for each in self.mentions[clause.span.report].within(fuller.span.start, fuller.span.end)
            # what is read for one person tells nothing of the others that it lists
            if not clause.read_for or each.actor in clause.actors
        ]
        return Told(
            clause=clause,
            chain=chain,
            context=context,
            fuller=fuller,
            phrasing=phrasing_of(clause),
            stage=_stage(clause, context, beside),
            mentions=tuple(each for each in mentions if each.span.start < clause.span.end),
            added=tuple(each for each in mentions if each.span.start >= clause.span.end),
            named=frozenset(actor for each in beside for actor in each.actors),
            report_names=self.names[clause.span.report],
            report_counts=self.counts[clause.span.report],
            report_text=self.texts[clause.span.report],
        )

    def whole_of(self, clause: Clause) -> Span | None:
        """The statement that a clause is a piece of: the least with a verb and its subject.

        None where the clause is one itself, or nearly all of it.
        """
        if clause.complete:
            return None
        beside = self.of_sentence[clause.span.report, clause.sentence]
        holding = [each.span for each in beside if each.complete and each.span.holds(clause.span)]
        whole = min(holding, key=lambda span: (span.end - span.start, span), default=None)
        if whole is None:
            sentence = self.sentences[clause.span.report][clause.sentence]
            whole = self.reports[clause.span.report].span(sentence.start, sentence.end)
        return None if _length(clause.span) >= NEARLY_ALL * _length(whole) else whole


def _with_added(clause: Clause, beside: Sequence[Clause]) -> Clause:
    """The clause with what is added to it that says nothing by itself: "is the largest buyer, with $17bn in trade"."""
    own, sentence = frozenset(clause.stretch.inside), clause.stretch.sentence

    def only_adds(other: Clause) -> bool:
        added = [i for i in other.stretch.inside if i not in own and sentence.heads[i] in own]
        told = [i for i in added if sentence.upos[i] != "PUNCT"]
        return bool(told) and all(
            i > max(own) and sentence.is_labelled(i, *DETAILING) and not sentence.children(i, "nsubj", "csubj")
            for i in told
        )

    longer = [each for each in beside if each.span.start == clause.span.start and each.span.end > clause.span.end]
    wider = [each for each in longer if own and own < frozenset(each.stretch.inside) and only_adds(each)]
    return min(wider, key=lambda each: each.span.end, default=clause)


def _stage(clause: Clause, context: Clause, beside: Sequence[Clause]) -> str | None:
    """How far a reading has come: by its own verb, or that of which it is what is done, or in the course of which."""
    if clause.stage is not None:
        return _own_stage(clause, beside)
    if context is not clause and _leads_to(clause, context, TAKEN):
        return _own_stage(context, beside)
    if clause.role == "caption":  # a picture shows what took place
        return DONE
    done = (each for each in beside if each.stage == DONE and each.span.holds(clause.span))
    return DONE if any(_leads_to(clause, each, OCCASIONS) for each in done) else None


def _own_stage(clause: Clause, beside: Sequence[Clause]) -> str | None:
    """That somebody said it is no stage of what he said: that of the words said counts."""
    if not clause.saying or clause.stage not in (DONE, STATE):
        return clause.stage
    said = [each for each in beside if each.stage is not None and not each.saying and clause.span.holds(each.span)]
    return max(said, key=lambda each: (_length(each.span), -each.span.start)).stage if said else None


def _leads_to(phrase: Clause, clause: Clause, ways: Mapping[str, frozenset[str]]) -> bool:
    """Whether a phrase hangs on the verb of a clause by relations of some kinds alone, each behind certain words."""
    sentence, outer = phrase.stretch.sentence, frozenset(clause.stretch.inside)
    node = min(tops_of(phrase.stretch), default=None)
    for _ in range(len(outer)):
        if node is None or sentence.heads[node] not in outer:
            return node is not None
        words = ways.get(sentence.labels[node].split(":")[0])
        cases = {sentence.words[child].lower() for child in sentence.children(node, "case", "mark")}
        if words is None or (words and not cases <= words):
            return False
        node = sentence.heads[node]
    return False


def _length(span: Span) -> int:
    return span.end - span.start


def _is_mostly(outer: Span, inner: Span) -> bool:
    return outer.holds(inner) and _length(inner) >= MOST_OF_CLAUSE * _length(outer)


def is_near(one: Told, other: Told) -> bool:
    """Whether two readings say nearly the same, so that a negation or a day in one is about the other too."""
    mine, theirs = _held(one, other), _held(other, one)
    return len(mine & theirs) >= LEAST_SHARED * min(len(mine), len(theirs))


def is_the_same(one: Told, other: Told, least: float = LEAST_DENIED) -> bool:
    """Whether two readings have enough in common, of what the longer one says, for one to deny the other."""
    mine, theirs = _held(one, other), _held(other, one)
    return len(mine & theirs) >= max(2, least * max(len(mine), len(theirs)))


def _held(one: Told, other: Told) -> frozenset[object]:
    """What a reading is compared by: words, actors, and the figures and times that both give; others may differ."""
    return frozenset((*one.clause.stems, *one.clause.actors, *(values_of(one.clause) & values_of(other.clause))))

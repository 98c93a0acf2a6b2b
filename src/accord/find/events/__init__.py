"""What is told to have happened, to be planned, possible or denied: the events of one report."""

from collections.abc import Sequence

from msgspec import structs

from accord.find.events.dates import Dates
from accord.find.events.drafts import Draft, drafts_of
from accord.find.lexical import LexicalTree
from accord.find.parties import Parties
from accord.model.accounts import ParsedReport
from accord.model.findings import Actor, Event, Time


def find_events(parsed: ParsedReport, actors: Sequence[Actor], times: Sequence[Time]) -> tuple[Event, ...]:
    """Find every event of a report, clause by clause, in order of the text, ids e1, e2 …; none without a parse."""
    return tuple(_event(parsed, number, draft) for number, draft in enumerate(find_drafts(parsed, actors, times), 1))


def find_drafts(parsed: ParsedReport, actors: Sequence[Actor], times: Sequence[Time]) -> list[Draft]:
    """Find the events of a report with the tokens and phrases that tell of them, in order of the text."""
    parties = Parties(parsed.sentences, actors, parsed.report.text)
    dates = Dates(times)
    found: list[Draft] = []
    for index, sentence in enumerate(parsed.sentences):
        if sentence.heads:
            drafts = drafts_of(LexicalTree(sentence), index, parties, dates.in_sentence(sentence))
            found += [_dated(draft, found) for draft in drafts]
    return found


def _dated(draft: Draft, before: Sequence[Draft]) -> Draft:
    """An undated act on the day of one of its kind in the sentence before: "Aides met on Monday. Ruiz met Marin."."""
    last = before[-1] if before else None
    goes_on = (
        last is not None and draft.sentence - last.sentence == 1 and (last.type, last.kind) == (draft.type, draft.kind)
    )
    if last is None or not goes_on or draft.date or draft.status != "happened" or last.status != "happened":
        return draft
    return structs.replace(draft, date=last.date)


def _event(parsed: ParsedReport, number: int, draft: Draft) -> Event:
    sentence = parsed.sentences[draft.sentence]
    return Event(
        id=f"e{number}",
        type=draft.type,
        status=draft.status,
        evidence=(parsed.report.span(*sentence.span_of(*draft.stretch)),),
        actors=draft.roles.actors,
        recipients=draft.roles.recipients,
        date=draft.date,
        place=draft.roles.place,
    )

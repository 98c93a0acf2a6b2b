"""Events as PLOVER dyads, with the column names of POLECAT (doi:10.7910/DVN/AJGVIT) where it has the column."""

from collections.abc import Iterator
from itertools import permutations, product

from accord.knowledge.states import states
from accord.model.accounts import Account
from accord.model.findings import Event
from accord.publish.lookups import Lookup
from accord.publish.parquet import to_parquet
from accord.publish.sheets import write_csv
from accord.publish.tables import Cell, Column, Row, Table, listed

# PLOVER codebook, "Quad categories"
QUADS = {
    "VERBAL COOPERATION": ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    "MATERIAL COOPERATION": ("COOPERATE", "AID", "RETREAT"),
    "VERBAL CONFLICT": ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    "MATERIAL CONFLICT": ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
QUAD_OF = {root: quad for quad, roots in QUADS.items() for root in roots}
# What parties do with one another: without a recipient, each of them is the other's.
MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})


def _rows(lookup: Lookup) -> Iterator[Row]:
    codes = {name: state.code3 for state in reversed(states()) for name in reversed(state.names)}
    for event in lookup.account.events:
        reports = list(dict.fromkeys(span.report for span in event.evidence))
        shared: tuple[Cell, ...] = (
            *(event.date, event.type, QUAD_OF.get(event.type), event.status),
            *(event.place, listed([lookup.label(report) for report in reports])),
            listed([span.text for span in event.evidence]),
            listed([f"{span.report}:{span.start}-{span.end}" for span in event.evidence]),
        )
        for number, (actor, recipient) in enumerate(dyads(event), start=1):
            names = [lookup.name(actor) if actor else None, lookup.name(recipient) if recipient else None]
            coded = [cell for name in names for cell in (name, codes.get(name or ""))]
            yield f"{event.id}-{number}", *coded, *shared


def dyads(event: Event) -> list[tuple[str | None, str | None]]:
    """Return who acts upon whom; parties to a mutual event act upon one another.

    >>> from accord.model.findings import Event
    >>> dyads(Event("e1", "AGREE", "happened", (), actors=("a", "b")))
    [('a', 'b'), ('b', 'a')]
    """
    if event.type in MUTUAL and not event.recipients and len(event.actors) > 1:
        return list(permutations(event.actors, 2))
    return list(product(event.actors or (None,), event.recipients or (None,)))


PLOVER = Table(
    "plover",
    "one row for each pair of who acts and upon whom",
    (
        Column("Event ID", "string", "id of the event and number of the pair"),
        Column("Actor Name", "string", "who acts"),
        Column("Actor Country", "string", "ISO 3166-1 alpha-3 where the actor is a state"),
        Column("Recipient Name", "string", "upon whom"),
        Column("Recipient Country", "string", "ISO 3166-1 alpha-3 where the recipient is a state"),
        Column("Event Date", "string", "EDTF"),
        Column("Event Type", "string", "PLOVER root, or OTHER"),
        Column("Quad Code", "string", "verbal or material, cooperation or conflict"),
        Column("Status", "string", "happened, planned, possible or denied; PLOVER itself codes what happened"),
        Column("Placename", "string", "where"),
        Column("Source", "string", "outlets that tell of it, parted by '; '"),
        Column("Evidence", "string", "their words, verbatim, parted by '; '"),
        Column("Places", "string", "report:start-end of each, in code points, parted by '; '"),
    ),
    _rows,
)


def to_plover(account: Account) -> bytes:
    """Return an account's events as PLOVER rows in CSV."""
    return write_csv(PLOVER, _rows(Lookup(account)))


def to_plover_parquet(account: Account) -> bytes:
    """Return an account's events as PLOVER rows in Parquet; MissingExtraError without `accord[tables]`."""
    return to_parquet(PLOVER, list(_rows(Lookup(account))))

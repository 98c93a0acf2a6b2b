"""The web that an account rests on: reports, what they came through, and where it begins."""

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from accord.model.points import OriginKind
from accord.publish.lookups import Lookup

# What carries others' words stands between the reports and the origins; the rest is where a chain begins.
CARRIERS: frozenset[OriginKind] = frozenset({"agency", "state-media", "outlet"})


class Link(Struct, frozen=True, order=True):
    """One step of a chain, from the nearer the reader to the farther; `readings` counts what came along it."""

    near: str
    far: str
    readings: int


class Web(Struct, frozen=True):
    """Nodes by column, reports by id, and the steps between them; `own` counts readings in a report's own voice."""

    reports: tuple[str, ...]
    carriers: tuple[str, ...]
    origins: tuple[str, ...]
    links: tuple[Link, ...]
    kinds: dict[str, str]
    own: dict[str, int]


def web_of(lookup: Lookup) -> Web:
    """Gather every chain of an account's readings and every origin that its reports name."""
    steps: Counter[tuple[str, str]] = Counter()
    own: Counter[str] = Counter()
    inner: set[str] = set()
    for report, chain in _chains(lookup):
        if not chain:
            own[report] += 1
        steps.update(zip((report, *chain), chain, strict=False))
        inner.update(chain[:-1])
    kinds: dict[str, str] = {}
    for origin in lookup.account.origins:
        name = lookup.name(origin.origin)
        kinds.setdefault(name, origin.kind)
        if not any(near == origin.report and far == name for near, far in steps):
            steps[origin.report, name] += 1
    weight: Counter[str] = Counter()
    for (_, far), count in steps.items():
        weight[far] += count
    ranked = sorted(weight, key=lambda name: (-weight[name], name))
    carriers = tuple(name for name in ranked if kinds.get(name) in CARRIERS or (name not in kinds and name in inner))
    origins = tuple(name for name in ranked if name not in carriers)
    links = tuple(sorted(Link(near, far, count) for (near, far), count in steps.items()))
    return Web(tuple(lookup.reports), carriers, origins, links, kinds, dict(own))


def _chains(lookup: Lookup) -> Iterator[tuple[str, tuple[str, ...]]]:
    for point in lookup.account.points:
        for reading in point.readings:
            yield reading.span.report, tuple(dict.fromkeys(lookup.names(reading.via)))
    for commitment in lookup.account.commitments:
        for pledge in commitment.readings:
            yield pledge.span.report, tuple(dict.fromkeys(lookup.names(pledge.via)))

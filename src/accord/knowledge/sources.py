"""Words for those whom reports lean on without naming them."""

from functools import cache
from typing import get_args

from accord.knowledge.tables import read_rows
from accord.model.points import OriginKind


@cache
def source_nouns() -> dict[str, OriginKind]:
    """Nouns for documents, offices and people that something is told by, in lower case, with their kind of origin."""
    kinds: dict[str, OriginKind] = {kind: kind for kind in get_args(OriginKind)}
    return {noun: kinds[kind] for kind, nouns in read_rows("source_nouns.tsv") for noun in nouns.split()}

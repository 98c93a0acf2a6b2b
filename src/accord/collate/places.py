"""Findings looked up by place."""

from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar

T = TypeVar("T")


class Placed(Protocol):
    """What has a place in a text: a span, or anything else with its two ends."""

    @property
    def start(self) -> int:
        """First code point."""

    @property
    def end(self) -> int:
        """Code point behind the last."""


class Spanned(Generic[T]):
    """Findings by place: every stretch of `BUCKET` characters knows the findings that touch it."""

    BUCKET = 512

    def __init__(self, items: Iterable[tuple[Placed, T]]) -> None:
        self.buckets: dict[int, list[tuple[int, int, T]]] = {}
        for span, item in items:
            for bucket in range(span.start // self.BUCKET, span.end // self.BUCKET + 1):
                self.buckets.setdefault(bucket, []).append((span.start, span.end, item))

    def touching(self, start: int, end: int) -> list[T]:
        """Return what shares a character with the stretch, in order, each once."""
        hits = {
            (first, last, id(item)): item
            for bucket in range(start // self.BUCKET, end // self.BUCKET + 1)
            for first, last, item in self.buckets.get(bucket, ())
            if first < end and start < last
        }
        return [hits[key] for key in sorted(hits, key=lambda key: key[:2])]

    def within(self, start: int, end: int) -> list[T]:
        """Return what begins inside the stretch."""
        hits = {
            (first, last, id(item)): item
            for bucket in range(start // self.BUCKET, end // self.BUCKET + 1)
            for first, last, item in self.buckets.get(bucket, ())
            if start <= first < end
        }
        return [hits[key] for key in sorted(hits, key=lambda key: key[:2])]


def jaccard(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Say how much of two stretches is common to both, of what either holds, 0 to 1.

    >>> jaccard((0, 10), (5, 15))
    0.3333333333333333
    """
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared / (one[1] - one[0] + other[1] - other[0] - shared) if shared > 0 else 0.0

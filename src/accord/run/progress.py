import sys
from collections.abc import Iterable, Iterator
from typing import TextIO, TypeVar

T = TypeVar("T")
WIDTH = 30


def with_progress(items: Iterable[T], total: int, *, stream: TextIO = sys.stderr, quiet: bool = False) -> Iterator[T]:
    """Pass `items` on while drawing a bar on `stream`, where that is a terminal; nothing is drawn elsewhere."""
    if quiet or total < 2 or not stream.isatty():
        yield from items
        return
    for done, item in enumerate(items, start=1):
        filled = WIDTH * done // total
        stream.write(f"\r{'█' * filled}{'░' * (WIDTH - filled)} {done}/{total} reports")
        stream.flush()
        yield item
    stream.write("\r\x1b[K")
    stream.flush()

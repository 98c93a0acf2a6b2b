import sys
from collections.abc import Iterable, Iterator
from typing import TextIO, TypeVar

T = TypeVar("T")


def with_progress(items: Iterable[T], *, stream: TextIO = sys.stderr, quiet: bool = False) -> Iterator[T]:
    """Pass `items` on while counting them on `stream`, where that is a terminal; nothing is shown elsewhere.

    How many will come nobody knows: an archive is read as it goes.
    """
    if quiet or not stream.isatty():
        yield from items
        return
    for done, item in enumerate(items, start=1):
        if done > 1:
            stream.write(f"\r{done} inputs read")
            stream.flush()
        yield item
    stream.write("\r\x1b[K")
    stream.flush()

"""Ids for inputs as they come, and inputs that came before told."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

import msgspec

from accord.model.problems import Problem
from accord.model.reports import Source
from accord.text.urls import same_address

_MARK = b"\xef\xbb\xbf"


class Names:
    """Gives each input an id of its own: its own, a file's stem, or its path where other files have that stem too."""

    def __init__(self, files: Iterable[str]) -> None:
        stems = {path: PurePosixPath(path).stem for path in files}
        counts = Counter(stems.values())
        self._stems = {path: stem if counts[stem] == 1 else path for path, stem in stems.items()}
        self._taken: Counter[str] = Counter()
        self._texts: dict[bytes, tuple[str, str | None]] = {}

    def check(self, found: Iterable[Source | Problem]) -> Iterator[Source | Problem]:
        """Pass inputs on under their ids; what has the text of one before it is told, and left out at one address."""
        for one in found:
            if isinstance(one, Problem):
                yield one
                continue
            before, address = self._first_with(one)
            if before is not None and address is not None:
                yield Problem("read", f"holds the text and has the address of {before}; read once", path=one.path)
                continue
            named = msgspec.structs.replace(one, id=self._name(one))
            yield named
            if before is not None:
                yield Problem("read", f"holds the same text as {before}; both are kept", report=named.id)

    def _first_with(self, source: Source) -> tuple[str | None, str | None]:
        """Return the path of the first input with this text, and its address if it has the same."""
        data = source.data if source.text is None else source.text.encode("utf-8", "replace")
        address = same_address(source.url) if source.url else None
        before = self._texts.setdefault(hashlib.sha256(data.removeprefix(_MARK)).digest(), (source.path, address))
        if before[0] == source.path or not data.strip():
            return None, None
        return before[0], address if before[1] == address else None

    def _name(self, source: Source) -> str:
        wanted = source.id or self._stems.get(source.path, source.path)
        name = wanted
        while self._taken[name]:  # `name-2`, `name-3`, …: counted on from where the last one ended
            self._taken[wanted] += 1
            name = f"{wanted}-{self._taken[wanted]}"
        self._taken[name] += 1
        return name

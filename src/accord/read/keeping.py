"""Addresses that a user asked for → a WARC file that keeps them; what has not changed since is not fetched again."""

import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from accord.errors import AccordError, InputError
from accord.model.problems import Problem
from accord.read.addresses import Resolver
from accord.read.archives import Headers, open_records, read_answer
from accord.read.connections import Limits
from accord.read.fetch import AGENT, Fetched, Fetcher
from accord.read.warcs import write_info

VALIDATORS = ("etag", "last-modified")


def keep_pages(
    addresses: Iterable[str],
    path: Path,
    *,
    limits: Limits | None = None,
    allow_private: bool = False,
    resolve: Resolver | None = None,
) -> Iterator[Fetched | Problem]:
    """Fetch each address once, append it to the WARC file and yield it; a Problem where it can't be had.

    What the file has already is asked for by its `ETag` and `Last-Modified`: status 304 says that it still holds.
    InputError where the file is no WARC file or can't be written.
    """
    known = read_validators(path)
    buffer = io.BytesIO()
    fetcher = Fetcher(limits=limits, archive=buffer, allow_private=allow_private, resolve=resolve)
    try:
        for address in dict.fromkeys(addresses):
            try:
                fetched: Fetched | Problem = fetcher.fetch(address, known=known)
            except AccordError as error:
                fetched = Problem("read", str(error), path=address)
            _append(path, buffer)  # whole exchanges alone: a file that breaks off can't be read
            yield fetched
    finally:
        fetcher.close()


def read_validators(path: Path) -> dict[str, Headers]:
    """Return what a WARC file can tell hosts of the pages that it has, by address, of the last one kept."""
    if not path.exists():
        return {}
    known: dict[str, Headers] = {}
    try:
        with path.open("rb") as stream:
            for record in open_records(stream):
                if record.headers.get("warc-type") == "response" and record.content is not None:
                    answer = read_answer(record.content)
                    told = {key: answer.headers[key] for key in VALIDATORS if key in answer.headers}
                    if answer.status == 200:
                        known[record.address] = told
    except (InputError, OSError) as error:
        raise InputError(f"{path} can't be added to: it {error}") from error
    return known


def _append(path: Path, buffer: io.BytesIO) -> None:
    """Add what came; of what could not be asked for there is nothing."""
    if not buffer.getvalue():
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        is_new = not path.exists()
        with path.open("ab") as archive:
            if is_new:
                write_info(archive, AGENT)
            archive.write(buffer.getvalue())
    except OSError as error:
        raise InputError(f"{path} can't be written: {error.strerror}") from error
    buffer.seek(0)
    buffer.truncate()

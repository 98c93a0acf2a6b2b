"""Check an account against itself and against the reports it was made from."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from accord.errors import InputError, RecordError
from accord.model.accounts import Account
from accord.model.reports import Report, Source
from accord.model.spans import Span
from accord.read.pages import read

SPAN_KEYS = {"report", "start", "end", "text"}


def decode_account(data: bytes) -> Account:
    """Read `accord/1` JSON; RecordError says where it is not that."""
    try:
        return msgspec.json.decode(data, type=Account)
    except msgspec.ValidationError as error:
        raise RecordError(f"not an accord/1 account: {error}") from error
    except msgspec.DecodeError as error:
        raise RecordError(f"not JSON: {error}") from error


def span_failures(spans: Iterable[Span], account: Account) -> list[str]:
    """Say which spans, read back from another format, do not hold in the account's reports."""
    texts = {report.id: report.text for report in _texts(account)}
    return list(_span_failures({"spans": msgspec.to_builtins(list(spans))}, texts))


def failures(account: Account, sources: Iterable[Source] = ()) -> list[str]:
    """Say what in an account does not hold: hashes, spans, coverage of the reports' text, ids that lead nowhere.

    With `sources`, each report that was read from one of them is read again and must give the very text.
    """
    return [*own_failures(account), *Reread(account).check(sources)]


def own_failures(account: Account) -> list[str]:
    """Say what in an account does not hold by itself."""
    texts = {report.id: report.text for report in _texts(account)}
    return [
        *_hash_failures(_texts(account)),
        *_span_failures(msgspec.to_builtins(account), texts),
        *_coverage_failures(account),
    ]


def _texts(account: Account) -> tuple[Report, ...]:
    """Reports and their earlier versions."""
    return (*account.reports, *(version.earlier for version in account.versions))


def spans_of(node: Any, path: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:  # noqa: ANN401 -- any JSON value
    """Yield every span of a JSON value with the path that leads to it. {"a": [span]} → ("a[0]", span)"""
    if isinstance(node, dict):
        if node.keys() >= SPAN_KEYS:
            yield path, node
            return
        for key, value in node.items():
            yield from spans_of(value, f"{path}.{key}" if path else key)
    elif isinstance(node, list | tuple):
        for index, value in enumerate(node):
            yield from spans_of(value, f"{path}[{index}]")


def _hash_failures(reports: Iterable[Report]) -> Iterator[str]:
    for report in reports:
        if hashlib.sha256(report.text.encode()).hexdigest() != report.sha256:
            yield f"reports.{report.id}: the text is not the one that sha256 was taken of"


def _span_failures(record: Mapping[str, Any], texts: Mapping[str, str]) -> Iterator[str]:
    for path, span in spans_of({key: value for key, value in record.items() if key != "story"}):
        text = texts.get(span["report"])
        if text is None:
            yield f"{path}: no report {span['report']!r}"
        elif not 0 <= span["start"] <= span["end"] <= len(text):
            yield f"{path}: {span['start']}–{span['end']} lies outside the report's {len(text)} characters"
        elif text[span["start"] : span["end"]] != span["text"]:
            yield f"{path}: {span['report']} has {text[span['start'] : span['end']]!r} there, not {span['text']!r}"


def _coverage_failures(account: Account) -> Iterator[str]:
    for report in account.reports:
        at = 0
        spans = [passage.span for passage in account.passages if passage.span.report == report.id]
        for start, end in [*((span.start, span.end) for span in spans), (len(report.text), len(report.text))]:
            if start < at:
                yield f"passages: {report.id} has passages out of order at {start}"
            elif report.text[at:start].strip():
                yield f"passages: {report.id} has text outside every passage at {at}–{start}"
            at = max(at, end)


class Reread:
    """Reads inputs again, one at a time, and keeps which reports were found in them."""

    def __init__(self, account: Account) -> None:
        self._reports = _texts(account)
        self._by_hash = {report.sha256: report.id for report in self._reports}
        self.found: set[str] = set()

    def check(self, sources: Iterable[Source]) -> Iterator[str]:
        """Yield what in the sources is not as the account has it.

        An archive may hold more than the account was made from: of its pages only those are told whose report is
        found in none of them.
        """
        missed: dict[str, str] = {}
        for source in sources:
            of = [one.id for one in self._reports if _is_of(one, source)]
            wrong = self._read(source)
            if wrong and _PLACE.search(source.path):
                missed.update((one, f"{source.path}: {wrong} ({one})") for one in of)
            elif wrong:
                yield f"{source.path}: {wrong}" + (f" ({of[0]})" if of else "")
        yield from (line for report, line in missed.items() if report not in self.found)

    def _read(self, source: Source) -> str | None:
        """Read an input again; say what is wrong with it."""
        try:
            digest = read(source).report.sha256
        except InputError as error:
            return str(error)
        if digest not in self._by_hash:
            return "not the text that the account was made from"
        self.found.add(self._by_hash[digest])
        return None


_PLACE = re.compile(r"#\d+$")  # of a page among others: `news.warc.gz#12`


def _is_of(report: Report, source: Source) -> bool:
    return report.path.endswith(source.path) or (source.url is not None and report.url == source.url)

"""Tables as files: CSV (RFC 4180) and Parquet, in a Frictionless Data Package with its data dictionary."""

import csv
import io
from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from accord.model.accounts import Account
from accord.model.spans import Span
from accord.publish.archives import pack, unpack
from accord.publish.finding_tables import FINDING_TABLES
from accord.publish.lookups import Lookup
from accord.publish.parquet import to_parquet
from accord.publish.point_tables import POINT_TABLES
from accord.publish.tables import Row, Table

TABLES = (*POINT_TABLES, *FINDING_TABLES)
Writer = Callable[[Table, list[Row]], bytes]


def to_csv_package(account: Account) -> bytes:
    """Return a zip of a CSV file a table and datapackage.json, which says what every column means."""
    return _package(account, "csv", write_csv)


def to_parquet_package(account: Account) -> bytes:
    """Return a zip of a Parquet file a table and datapackage.json; MissingExtraError without `accord[tables]`."""
    return _package(account, "parquet", to_parquet)


def write_csv(table: Table, rows: Iterable[Row]) -> bytes:
    """Return rows as CSV in UTF-8 with a header; an empty cell is a value that is not known."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow([column.name for column in table.columns])
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return buffer.getvalue().encode("utf-8", "replace")


def read_spans(data: bytes) -> tuple[Span, ...]:
    """Return every span of a CSV package that `to_csv_package` made, table by table."""
    found: list[Span] = []
    for name, content in unpack(data).items():
        rows = csv.DictReader(io.StringIO(content.decode(), newline="")) if name.endswith(".csv") else ()
        found += [
            Span(row["report"], int(row["start"]), int(row["end"]), row["text"]) for row in rows if row.get("start")
        ]
    return tuple(found)


def _package(account: Account, suffix: str, write: Writer) -> bytes:
    lookup = Lookup(account)
    files = {f"{table.name}.{suffix}": write(table, list(table.rows(lookup))) for table in TABLES}
    return pack({"datapackage.json": _dictionary(account, suffix), **files})


def _dictionary(account: Account, suffix: str) -> bytes:
    package = {
        "profile": "data-package",
        "name": "accord-account",
        "title": account.story.title,
        "resources": [_resource(table, suffix) for table in TABLES],
    }
    return msgspec.json.format(msgspec.json.encode(package), indent=1) + b"\n"


def _resource(table: Table, suffix: str) -> dict[str, Any]:
    fields = [{"name": c.name, "type": c.kind, "description": c.meaning} for c in table.columns]
    media = "text/csv" if suffix == "csv" else "application/vnd.apache.parquet"
    resource = {"name": table.name, "path": f"{table.name}.{suffix}", "format": suffix, "mediatype": media}
    return resource | {"encoding": "utf-8", "description": table.meaning, "schema": {"fields": fields}}


def _cell(cell: object) -> object:
    if isinstance(cell, bool):
        # as Table Schema writes them
        return str(cell).lower()
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell

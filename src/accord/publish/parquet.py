"""Parquet by way of DuckDB, the one place that needs it."""

from pathlib import Path
from tempfile import TemporaryDirectory

from accord.errors import MissingExtraError
from accord.publish.tables import Row, Table

TYPES = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN"}
# One thread and no extension from the network: the same rows give the same bytes, offline.
SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}


def to_parquet(table: Table, rows: list[Row]) -> bytes:
    """Return rows as one Parquet file with the columns' types; MissingExtraError without `accord[tables]`."""
    try:
        import duckdb
    except ImportError as error:
        raise MissingExtraError("Parquet needs DuckDB: pip install 'accord[tables]'") from error
    columns = ", ".join(f'"{column.name}" {TYPES[column.kind]}' for column in table.columns)
    with TemporaryDirectory() as folder, duckdb.connect(":memory:", config=SETTINGS) as connection:
        path = Path(folder) / "rows.parquet"
        connection.execute(f"CREATE TABLE rows ({columns})")
        if rows:
            marks = ", ".join("?" for _ in table.columns)
            connection.executemany(f"INSERT INTO rows VALUES ({marks})", rows)
        connection.execute(f"COPY rows TO '{path}' (FORMAT parquet)")
        return path.read_bytes()

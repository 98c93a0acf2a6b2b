import csv
import io
import json
from pathlib import Path

import pytest

from accord.publish.archives import unpack
from accord.publish.plover import PLOVER, to_plover, to_plover_parquet
from accord.publish.sheets import TABLES, to_csv_package, to_parquet_package
from tests.publish.accounts import hostile, summit


def rows_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def test_dictionary_says_every_column_of_every_file() -> None:
    files = unpack(to_csv_package(summit()))
    package = json.loads(files.pop("datapackage.json"))
    described = {entry["path"]: entry["schema"]["fields"] for entry in package["resources"]}
    assert described.keys() == files.keys()
    for name, data in files.items():
        header = next(csv.reader(io.StringIO(data.decode(), newline="")))
        assert header == [field["name"] for field in described[name]]
        assert all(field["description"] for field in described[name])


def test_one_row_a_reading() -> None:
    rows = rows_of(unpack(to_csv_package(summit()))["readings.csv"])
    assert len(rows) == sum(len(point.readings) for point in summit().points)
    chains = {row["text"]: row["via"] for row in rows}
    assert chains["We share a lake, a border and one future"] == "Rift News Agency; Grace Otieno"


def test_figures_keep_their_values() -> None:
    rows = rows_of(unpack(to_csv_package(summit()))["figures.csv"])
    found = {(row["text"], row["comparator"], row["value"], row["unit"]) for row in rows}
    assert ("at least 14 agreements", "≥", "14", "agreements") in found


def test_pairs_of_a_mutual_event() -> None:
    rows = rows_of(to_plover(summit()))
    pairs = {(row["Event ID"], row["Actor Country"], row["Recipient Country"], row["Quad Code"]) for row in rows}
    assert ("e1-1", "KEN", "TZA", "VERBAL COOPERATION") in pairs
    assert ("e1-2", "TZA", "KEN", "VERBAL COOPERATION") in pairs
    assert [column.name for column in PLOVER.columns] == list(rows[0])


@pytest.mark.parametrize("account", [summit(), hostile()], ids=["summit", "hostile"])
def test_duckdb_opens_both_kinds_and_finds_the_same(tmp_path: Path, account: object) -> None:
    duckdb = pytest.importorskip("duckdb", reason="no DuckDB: pip install 'accord[tables]'")
    for data in (to_csv_package(account), to_parquet_package(account)):  # type: ignore[arg-type]
        for name, content in unpack(data).items():
            (tmp_path / name).write_bytes(content)
    with duckdb.connect() as connection:
        for table in TABLES:
            parquet, sheet = (tmp_path / f"{table.name}.{suffix}" for suffix in ("parquet", "csv"))
            typed = connection.execute(f"SELECT * FROM '{parquet}'")
            assert [column[0] for column in typed.description] == [column.name for column in table.columns]
            count = len(typed.fetchall())
            options = "header=true, all_varchar=true, delim=',', quote='\"', escape='\"', strict_mode=false"
            plain = connection.execute(f"SELECT count(*) FROM read_csv('{sheet}', {options})").fetchone()
            assert plain == (count,)


def test_plover_parquet_has_types(tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="no DuckDB: pip install 'accord[tables]'")
    (tmp_path / "plover.parquet").write_bytes(to_plover_parquet(summit()))
    found = duckdb.sql(
        f"SELECT \"Event Type\" FROM '{tmp_path / 'plover.parquet'}' WHERE \"Status\" = 'denied'"
    ).fetchall()
    assert found == [("CONSULT",), ("CONSULT",)]

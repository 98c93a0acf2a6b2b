"""The import rule of ARCHITECTURE.md: a file imports only what stands above it, and stage folders never one another."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "src" / "accord"
STAGES = ["read", "find", "gather", "collate", "publish", "archive"]
LAYERS = [
    ["errors", "config"],
    ["model"],
    ["text"],
    ["knowledge"],
    ["language"],
    STAGES,
    ["pipeline", "verify"],
    ["run"],
    ["desk"],
    ["cli"],
    ["__init__"],
]
HEIGHT = {part: height for height, layer in enumerate(LAYERS) for part in layer}
FILES = sorted(ROOT.rglob("*.py"))


def part_of(module: str) -> str:
    """accord.read.pages → read"""
    pieces = module.split(".")
    return pieces[1] if len(pieces) > 1 else "__init__"


def imported(path: Path) -> Iterator[str]:
    """Modules of accord that a file imports, wherever in the file it does."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "accord")
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "accord":
            assert node.level == 0
            # `from accord import x` may mean the part x
            yield from (
                (f"accord.{alias.name}" for alias in node.names) if node.module == "accord" else [node.module or ""]
            )


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_up(path: Path) -> None:
    own = path.relative_to(ROOT).parts[0].removesuffix(".py")
    for module in imported(path):
        other = part_of(module)
        if other == own:
            continue
        assert HEIGHT[other] < HEIGHT[own], f"{own} imports {module}, which stands beside or below it"


def test_every_part_has_its_place() -> None:
    parts = {path.relative_to(ROOT).parts[0].removesuffix(".py") for path in FILES}
    assert parts <= HEIGHT.keys()


def test_no_module_is_called_after_nothing() -> None:
    assert not {"utils", "helpers", "common", "misc"} & {path.stem for path in FILES}

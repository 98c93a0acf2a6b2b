"""The guide works as it stands: every command in it is run, in its order, in one folder."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
GUIDE = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
REPORTS = ROOT / "tests" / "stories" / "tashkent-2031" / "reports"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("guide")
    shutil.copytree(REPORTS, folder / "reports")
    return folder


def test_the_commands_of_the_guide(folder: Path) -> None:
    commands = re.findall(r"```sh\n(.*?)```", GUIDE, re.DOTALL)
    assert len(commands) >= 5
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for command in commands:
        run = subprocess.run(
            ["bash", "-euc", command],
            cwd=folder,
            env={**os.environ, "PATH": path},
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 0, f"{command}\n{run.stdout}{run.stderr}"
    made = {path.name for path in folder.iterdir()}
    told = {"account.html", "account.json", "account.md", "account.zip", "analyses.jsonl", "one.json", "feed.md"}
    assert told <= made
    assert "The Herald" in (folder / "feed.md").read_text(encoding="utf-8")


def test_the_python_of_the_guide(capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", GUIDE, re.DOTALL)
    exec(compile(code, "guide.md", "exec"), {})
    assert "('Tuesday', '2031-05-06')" in capsys.readouterr().out

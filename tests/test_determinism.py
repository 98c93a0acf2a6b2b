"""Same input, same bytes: whatever the number of processes, the working directory, the order of naming."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

STORIES = Path(__file__).parent / "stories"
STORY = next(iter(sorted(STORIES.glob("*/reports"))), None)
pytestmark = pytest.mark.skipif(STORY is None, reason="no story under tests/stories")


def made(*inputs: str, jobs: int, folder: Path, seed: str, form: str) -> bytes:
    command = [sys.executable, "-m", "accord.cli.main", "account", "-q", "-f", form, "-j", str(jobs), *inputs]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    return subprocess.run(command, capture_output=True, cwd=folder, env=environment, check=False).stdout


@pytest.mark.parametrize("form", ["json", "html", "markdown"])
def test_same_bytes(form: str, tmp_path: Path) -> None:
    assert STORY
    files = [str(path) for path in sorted(STORY.glob("*.txt"))]
    first = made(*files, jobs=1, folder=tmp_path, seed="1", form=form)
    relative = [os.path.relpath(path, STORY.parent) for path in files[::-1]]
    assert len(first) > 10_000
    assert made(*relative, jobs=2, folder=STORY.parent, seed="2", form=form) == first

import subprocess
import sys
from pathlib import Path

import jsonschema
import msgspec

from accord.publish.schema import schema_json
from tests.test_verify import account

ROOT = Path(__file__).parent.parent


def test_the_pages_made_from_the_code_are_up_to_date() -> None:
    check = subprocess.run(
        [sys.executable, ROOT / "scripts" / "docs", "--check"], capture_output=True, text=True, check=False
    )
    assert check.returncode == 0, check.stdout


def test_an_account_keeps_its_schema() -> None:
    jsonschema.validate(msgspec.json.decode(msgspec.json.encode(account())), msgspec.json.decode(schema_json()))

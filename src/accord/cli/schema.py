import argparse

from accord.cli.inputs import Subparsers, write
from accord.publish.schema import schema_json


def add_to(commands: "Subparsers[argparse.ArgumentParser]") -> None:
    """Add `accord schema`."""
    parser = commands.add_parser(
        "schema", help="the JSON Schema of accord/1", description="Print the JSON Schema of accord/1."
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the schema."""
    write(schema_json(), None)
    return 0

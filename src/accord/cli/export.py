import argparse
from pathlib import Path

from accord.cli.inputs import Subparsers, write
from accord.errors import InputError
from accord.publish.formats import FORMATS
from accord.verify import decode_account


def add_to(commands: "Subparsers[argparse.ArgumentParser]") -> None:
    """Add `accord export`."""
    listing = "\n".join(f"  {name:14} {entry.description}" for name, entry in FORMATS.items())
    parser = commands.add_parser(
        "export",
        help="an account in another format",
        description="Write an account (accord/1 JSON) in another format.",
        epilog=f"formats:\n{listing}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("account", type=Path)
    parser.add_argument("-f", "--format", choices=sorted(FORMATS), required=True)
    parser.add_argument("-o", "--output", type=Path, metavar="FILE")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Convert an account."""
    write(FORMATS[options.format].write(decode_account(read_file(options.account))), options.output)
    return 0


def read_file(path: Path) -> bytes:
    """Return a file's bytes; InputError says why not."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{path} can't be read: {error.strerror}") from error

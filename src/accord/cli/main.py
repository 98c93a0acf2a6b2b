import argparse
import json
import sys
from collections.abc import Sequence
from importlib.metadata import version

from accord.cli import account, analyse, completion, export, fetch, schema, verify
from accord.errors import AccordError

COMMANDS = (account, analyse, fetch, export, verify, schema, completion)
EPILOG = """exit status:
  0  every input was read
  1  some inputs had problems (the account tells them), or a check failed
  2  nothing usable: no input could be read, or the command can't be understood
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return its exit status."""
    options = build_parser().parse_args(arguments)
    try:
        status: int = options.run(options)
    except AccordError as error:
        sys.stderr.write(tell_error(error, as_json=options.json))
        return 2
    except BrokenPipeError:
        # the reader of our output has gone (accord … | head): not an error of ours
        sys.stderr.close()
        return 1
    except KeyboardInterrupt:
        return 130
    return status


def build_parser() -> argparse.ArgumentParser:
    """Make the parser of the whole command line."""
    parser = argparse.ArgumentParser(
        prog="accord",
        description="Read many outlets' reports of the same events and write the sourced record of them.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--json", action="store_true", help="tell errors as JSON, one object on stderr")
    parser.add_argument("--version", action="version", version=f"accord {version('accord')}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add_to(commands)
    parser.set_defaults(build_parser=build_parser)
    return parser


def tell_error(error: AccordError, *, as_json: bool) -> str:
    r"""Say an error in one line, for people or for programs.

    >>> tell_error(AccordError("no such file"), as_json=True)
    '{"error": "AccordError", "reason": "no such file"}\n'
    """
    if as_json:
        return json.dumps({"error": type(error).__name__, "reason": str(error)}, ensure_ascii=False) + "\n"
    return f"accord: {error}\n"


if __name__ == "__main__":
    sys.exit(main())

import argparse
from collections.abc import Callable

import shtab

from accord.cli.inputs import Subparsers

SHELLS = ("bash", "zsh", "tcsh")


def add_to(commands: "Subparsers[argparse.ArgumentParser]") -> None:
    """Add `accord completion`."""
    parser = commands.add_parser(
        "completion",
        help="a script that completes accord's commands in a shell",
        description='Print a completion script; in bash: eval "$(accord completion bash)".',
    )
    parser.add_argument("shell", choices=SHELLS)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the script for one shell."""
    build: Callable[[], argparse.ArgumentParser] = options.build_parser
    print(shtab.complete(build(), shell=options.shell))
    return 0

"""The entry point of `python -m index`."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from importlib import import_module

from index.cli.arguments import Parser, shared_options
from index.cli.ending import exit_code
from index.storage.durable import forbid_others_to_write

_COMMANDS = (
    "build",
    "ask",
    "search",
    "quotes",
    "article",
    "people",
    "status",
    "evaluate",
    "backup",
    "restore",
)
"""Each a module here; only that of the command given is imported, which takes most of a short command's time."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit code: 0 done, 1 failed, 2 bad input."""
    forbid_others_to_write()
    parser = Parser(prog="python -m index", description="Answer who said what over a corpus of articles.")
    commands = parser.add_subparsers(metavar="COMMAND", required=True, parser_class=Parser)
    given = sys.argv[1:] if argv is None else argv
    for name in given[:1] if given and given[0] in _COMMANDS else _COMMANDS:
        import_module(f"index.cli.{name}").register(commands, shared_options())
    if isinstance(sys.stdout, io.TextIOWrapper):  # a terminal that lacks a letter is no reason to fail
        sys.stdout.reconfigure(errors="backslashreplace")

    def run() -> int:
        arguments = parser.parse_args(argv)
        code: int = arguments.run(arguments)
        return code

    return exit_code(run)

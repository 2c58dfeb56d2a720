"""The entry point of `python -m index`."""

from __future__ import annotations

import io
import os
import signal
import sys
from collections.abc import Sequence
from importlib import import_module

from index.cli.arguments import Parser, shared_options
from index.errors import OperationFailed, WhosaidError
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
    try:
        arguments = parser.parse_args(argv)
        code: int = arguments.run(arguments)
        sys.stdout.flush()
    except WhosaidError as error:
        print(f"error: {error}", file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:  # whoever read the output has enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        if error.filename is not None:  # what reads and writes files says itself what is wrong with them
            raise
        print(f"error: the output cannot be written ({error.strerror})", file=sys.stderr)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OperationFailed.exit_code
    except KeyboardInterrupt:
        print("error: interrupted", file=sys.stderr)
        return 128 + signal.SIGINT
    return code

"""How a benchmark is run: what is wrong with its input is told in one sentence, as the commands tell it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import NoReturn

from index.cli.ending import exit_code
from index.errors import BadInput


def run_benchmark(main: Callable[[], int | None]) -> NoReturn:
    """Run `main` and exit with its code; 2 where a file cannot be read or is not what it should be."""

    def run() -> int:
        try:
            return main() or 0
        except OSError as error:
            if error.filename is None:
                raise
            raise BadInput(f"{error.filename}: {error.strerror}") from error

    sys.exit(exit_code(run))


def at_least(least: int) -> Callable[[str], int]:
    """The type of an option that is a whole number from `least` on."""

    def number(typed: str) -> int:
        if not typed.isdecimal() or int(typed) < least:
            raise argparse.ArgumentTypeError(f"{typed} is no whole number from {least} on")
        return int(typed)

    return number

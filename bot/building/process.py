"""The process of a build, which ends with the one that started it: `python -m bot.building.process build ...`.

A bot that was killed could not end its build, which would go on holding the right to build.
"""

from __future__ import annotations

import os
import signal
import sys
import threading


def main() -> int:
    """Run `python -m index` with the same arguments; returns its exit code.

    Standard input is a pipe into which nothing is written: it ends with the process at its other end,
    however that one ends.
    """
    threading.Thread(target=_end_with_input, name="tether", daemon=True).start()
    from index.cli import main as index

    return index()


def _end_with_input() -> None:
    """End this process, at whatever it is, as soon as nobody holds its input open any more."""
    while os.read(sys.stdin.fileno(), 1024):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    sys.exit(main())

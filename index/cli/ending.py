"""How a command ends: its exit code, and in one sentence why it failed."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable

from index.errors import OperationFailed, WhosaidError


def exit_code(run: Callable[[], int]) -> int:
    """The exit code of `run`, what it printed flushed; what failed is told on standard error.

    An OSError that names a file is raised on: what reads and writes files says itself what is wrong with them.
    """
    _open_streams()
    try:
        code = run()
        sys.stdout.flush()
    except WhosaidError as error:
        print(f"error: {error}", file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:  # whoever read the output has enough
        _drop_output()
        return 0
    except OSError as error:
        if error.filename is not None:
            raise
        print(f"error: the output cannot be written ({error.strerror})", file=sys.stderr)
        _drop_output()
        return OperationFailed.exit_code
    except KeyboardInterrupt:
        print("error: interrupted", file=sys.stderr)
        return 128 + signal.SIGINT
    return code


def _open_streams() -> None:
    """Open to nowhere what the process was started without, as by a daemon: writing there fails otherwise."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 - for good


def _drop_output() -> None:
    """What is not written yet is flushed to nowhere when the process ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

"""How a benchmark is run: what is wrong with its input is told in one sentence, as the commands tell it."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from typing import NoReturn

from index.errors import BadInput, WhosaidError


def run_benchmark(main: Callable[[], int | None]) -> NoReturn:
    """Run `main` and exit with its code; 2 where a file cannot be read or is not what it should be."""
    try:
        code = main() or 0
    except WhosaidError as error:
        print(f"error: {error}", file=sys.stderr)
        code = error.exit_code
    except BrokenPipeError:  # whoever read the table has enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except OSError as error:
        if error.filename is None:
            raise
        print(f"error: {error.filename}: {error.strerror}", file=sys.stderr)
        code = BadInput.exit_code
    except KeyboardInterrupt:
        print("error: interrupted", file=sys.stderr)
        code = 128 + signal.SIGINT
    sys.exit(code)

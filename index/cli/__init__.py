"""The command line: `python -m index`."""

from index.cli.main import main

__all__ = ["main"]

"""What every command of the command line shares: options, and errors in one line."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import NoReturn

from index.errors import BadInput
from index.settings import IndexSettings, environment


class Parser(argparse.ArgumentParser):
    """A parser that reports bad arguments as one sentence instead of exiting with the usage."""

    def error(self, message: str) -> NoReturn:
        """Raise BadInput."""
        raise BadInput(f"{self.prog}: {message}; see {self.prog} --help")


def shared_options() -> argparse.ArgumentParser:
    """The options of every command: --data and --model."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--data", type=path, metavar="DIR", help="where the index lies (default: data)")
    parser.add_argument("--model", metavar="NAME", help="a sentence-transformers name or folder")
    return parser


def settings_of(arguments: argparse.Namespace) -> IndexSettings:
    """The settings of the environment and `.env`, with the command line's options laid over them."""
    settings = IndexSettings.read(environment())
    return IndexSettings(
        data=arguments.data or settings.data,
        corpus=settings.corpus,
        model=arguments.model or settings.model,
        reranker=settings.reranker,
    )


def path(text: str) -> Path:
    """An argument that is a path; an empty one, as of a variable that is not set, would be the current folder."""
    if not text:
        raise argparse.ArgumentTypeError("a path is empty")
    return Path(text)


def positive(text: str) -> int:
    """An argument that must be a whole number above 0."""
    number = int(text) if text.isascii() and text.isdigit() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number above 0")
    return number

"""`backup`: the data folder in one file."""

from __future__ import annotations

import argparse
import sys

from index.backup.saving import back_up
from index.cli.arguments import path, settings_of


def register(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], shared: argparse.ArgumentParser
) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "backup",
        parents=[shared],
        help="write the data folder into one file, also while the bot runs",
        description="Write the index with its model, added and removed articles and the bot's database into one "
        "file, also while the bot runs or a build does. The files of the corpus itself are not in it.",
    )
    parser.add_argument(
        "file", type=path, metavar="FILE", help="a tar archive; an earlier backup is replaced"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Back up, and say what the file holds."""
    contents = back_up(
        settings_of(arguments).data, arguments.file, lambda said: print(f"warning: {said}", file=sys.stderr)
    )
    size = arguments.file.stat().st_size / 1_000_000
    print(f"backed up to {arguments.file} ({size:.1f} MB): {contents}")
    return 0

"""`restore`: a data folder as it was when it was backed up."""

from __future__ import annotations

import argparse

from index.backup.restoring import restore
from index.cli.arguments import path, settings_of


def register(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], shared: argparse.ArgumentParser
) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "restore",
        parents=[shared],
        help="put a backup into an empty data folder, or in the place of one",
        description="Put a backup into the data folder. No bot may run on it; whatever goes wrong, the folder "
        "then is as it was before.",
    )
    parser.add_argument("file", type=path, metavar="FILE", help="what python -m index backup wrote")
    parser.add_argument("--replace", action="store_true", help="replace what the data folder holds")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Restore, and say what there is now."""
    data = settings_of(arguments).data
    contents = restore(data, arguments.file, replace=arguments.replace)
    print(f"restored into {data} from {arguments.file}, made {contents.created}: {contents}")
    return 0

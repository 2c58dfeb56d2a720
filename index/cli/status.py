"""`status`: what is indexed, by which model, since when."""

from __future__ import annotations

import argparse
import asyncio
import dataclasses

from index.cli.arguments import settings_of
from index.cli.json_lines import write_line
from index.library import Status, open_library
from index.settings import IndexSettings


def register(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], shared: argparse.ArgumentParser
) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("status", parents=[shared], help="show what is indexed, by which model")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Show the status."""
    status = asyncio.run(_status(settings_of(arguments)))
    if arguments.json:
        write_line(dataclasses.asdict(status))
        return 0
    for field in dataclasses.fields(status):
        value = getattr(status, field.name)
        print(f"{field.name}: {', '.join(value) if isinstance(value, tuple) else value}")
    return 0


async def _status(settings: IndexSettings) -> Status:
    async with open_library(settings.data, model=settings.model) as library:
        return await library.status()

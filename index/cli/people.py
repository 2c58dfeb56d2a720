"""`people`: the persons and organisations of the corpus, with their names."""

from __future__ import annotations

import argparse
import asyncio
import dataclasses

from index.cli.arguments import settings_of
from index.cli.json_lines import write_line
from index.library import open_library
from index.settings import IndexSettings
from index.storage.persons import StoredPerson


def register(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], shared: argparse.ArgumentParser
) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "people", parents=[shared], help="list who is quoted, with their names and counts"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object a person")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """List them, those with most statements first."""
    for person in asyncio.run(_people(settings_of(arguments))):
        if arguments.json:
            write_line(dataclasses.asdict(person))
            continue
        described = f" ({person.description})" if person.description else ""
        others = ", ".join(f"{name} {count}" for name, count in person.aliases if name != person.name)
        total = sum(count for _, count in person.aliases)
        print(f"{total:5d}  {person.name}{described}{f'  also: {others}' if others else ''}")
    return 0


async def _people(settings: IndexSettings) -> tuple[StoredPerson, ...]:
    async with open_library(settings.data, model=settings.model) as library:
        return await library.people()

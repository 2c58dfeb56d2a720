"""`search`: the best passages for some words."""

from __future__ import annotations

import argparse
import asyncio
import dataclasses

from index.answers.answer import PassageHit
from index.cli.arguments import positive, settings_of
from index.cli.json_lines import write_line
from index.cli.opening import opened
from index.cli.text import print_passages
from index.search.fusion import SearchMode
from index.settings import IndexSettings


def register(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], shared: argparse.ArgumentParser
) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("search", parents=[shared], help="find passages")
    parser.add_argument("words", nargs="+", metavar="WORDS")
    parser.add_argument(
        "--mode", choices=[mode.value for mode in SearchMode], default=SearchMode.HYBRID.value
    )
    parser.add_argument(
        "--limit", type=positive, default=10, metavar="N", help="passages at most (default: 10)"
    )
    parser.add_argument("--json", action="store_true", help="print the passages as one JSON object")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Search."""
    words, mode = " ".join(arguments.words), SearchMode(arguments.mode)
    hits = asyncio.run(_search(settings_of(arguments), words, mode, arguments.limit))
    if arguments.json:
        write_line(
            {"query": words, "mode": mode.value, "passages": [dataclasses.asdict(hit) for hit in hits]}
        )
    else:
        print_passages(hits)
    return 0


async def _search(
    settings: IndexSettings, words: str, mode: SearchMode, limit: int
) -> tuple[PassageHit, ...]:
    async with opened(settings) as library:
        return await library.search(words, mode=mode, limit=limit)

"""`search`: the best passages for some words."""

from __future__ import annotations

import argparse
import dataclasses

from index.cli.arguments import positive, settings_of
from index.cli.json_lines import write_line
from index.cli.opening import with_library
from index.cli.text import print_passages
from index.search.fusion import SearchMode


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
    hits = with_library(
        settings_of(arguments), lambda library: library.search(words, mode=mode, limit=arguments.limit)
    )
    if arguments.json:
        write_line(
            {"query": words, "mode": mode.value, "passages": [dataclasses.asdict(hit) for hit in hits]}
        )
    else:
        print_passages(hits)
    return 0

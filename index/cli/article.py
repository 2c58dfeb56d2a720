"""`article`: an article as it is stored."""

from __future__ import annotations

import argparse
import dataclasses

from index.cli.arguments import settings_of
from index.cli.json_lines import write_line
from index.cli.opening import with_library


def register(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], shared: argparse.ArgumentParser
) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "article", parents=[shared], help="show an article's stored text and metadata"
    )
    parser.add_argument("id", metavar="ID")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Show the article."""
    article = with_library(settings_of(arguments), lambda library: library.article(arguments.id))
    if arguments.json:
        write_line(dataclasses.asdict(article))
        return 0
    for name in ("id", "title", "outlet", "published", "author", "url", "origin"):
        print(f"{name}: {getattr(article, name) or 'unknown'}")
    print()
    print(article.text)
    return 0

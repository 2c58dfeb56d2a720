"""`article`: an article as it is stored."""

from __future__ import annotations

import argparse
import asyncio
import dataclasses

from index.articles.article import Article
from index.cli.arguments import settings_of
from index.cli.json_lines import write_line
from index.cli.opening import opened
from index.settings import IndexSettings


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
    article = asyncio.run(_article(settings_of(arguments), arguments.id))
    if arguments.json:
        write_line(dataclasses.asdict(article))
        return 0
    for name in ("id", "title", "outlet", "published", "author", "url", "origin"):
        print(f"{name}: {getattr(article, name) or 'unknown'}")
    print()
    print(article.text)
    return 0


async def _article(settings: IndexSettings, article_id: str) -> Article:
    async with opened(settings) as library:
        return await library.article(article_id)

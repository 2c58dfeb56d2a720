"""`build`: build or refresh the index."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from index.building.pipeline import build
from index.building.progress import Summary
from index.building.sources import corpus_paths, earlier_encoder, model_name
from index.cli.arguments import path, settings_of
from index.cli.progress import print_failure, print_summary, shown_progress
from index.encoding.choosing import load_encoder
from index.errors import WhosaidError
from index.settings import IndexSettings


def register(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], shared: argparse.ArgumentParser
) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("build", parents=[shared], help="build or refresh the index")
    parser.add_argument(
        "corpus", nargs="*", type=path, metavar="CORPUS", help="files and folders of articles"
    )
    parser.add_argument("--progress", choices=("auto", "json"), default="auto", help="json: one event a line")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Build, and say what was done."""
    try:
        summary = build_index(settings_of(arguments), arguments.corpus, arguments.progress)
    except WhosaidError as error:
        print_failure(error, arguments.progress)
        raise
    print_summary(summary, arguments.progress)
    return 0


def build_index(settings: IndexSettings, corpus: Sequence[Path], progress: str) -> Summary:
    """Build what is given, or what the settings and the last build say, showing progress."""
    paths = corpus_paths(corpus, settings)
    model = model_name(settings)
    encoder = load_encoder(model, data=settings.data, earlier=earlier_encoder(settings.data))
    with shown_progress(progress) as listener:
        return build(settings.data, paths, encoder, model=model, listener=listener)

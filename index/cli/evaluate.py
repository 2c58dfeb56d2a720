"""`evaluate`: retrieval quality on a labelled set in BEIR form."""

from __future__ import annotations

import argparse
import asyncio
from pathlib import Path

from index.building.pipeline import build
from index.building.sources import earlier_encoder, model_name
from index.cli.arguments import path, settings_of
from index.cli.progress import shown_progress
from index.encoding.choosing import load_encoder
from index.errors import OperationFailed
from index.evaluate import LabelledSet, index_folder, measure, rank, read_documents, read_set, trec_lines
from index.library import open_library
from index.search.fusion import SearchMode
from index.settings import IndexSettings


def register(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], shared: argparse.ArgumentParser
) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("evaluate", parents=[shared], help="measure retrieval on a set in BEIR form")
    parser.add_argument("folder", type=path, metavar="BEIR_FOLDER")
    parser.add_argument(
        "--mode", choices=[mode.value for mode in SearchMode], default=SearchMode.HYBRID.value
    )
    parser.add_argument("--run", type=path, dest="trec", metavar="OUT.trec", help="write the ranking there")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Index the set, rank its queries, print one measure a line."""
    settings, mode = settings_of(arguments), SearchMode(arguments.mode)
    labelled = read_set(arguments.folder)
    model = model_name(settings)
    data = index_folder(settings.data, arguments.folder)
    with shown_progress("auto") as listener:
        build(
            data,
            (arguments.folder / "corpus.jsonl",),
            # All sets share one export.
            load_encoder(model, data=settings.data, earlier=earlier_encoder(data)),
            model=model,
            listener=listener,
            reader=read_documents,
            statements=False,
        )
    ranking = asyncio.run(_rank(data, settings, labelled, mode))
    for name, value in measure(labelled.judgements, ranking).items():
        print(f"{name} {value:.4f}")
    if arguments.trec is not None:
        try:
            arguments.trec.write_text("".join(trec_lines(ranking, f"whosaid-{mode.value}")), encoding="utf-8")
        except OSError as error:
            raise OperationFailed(f"{arguments.trec}: cannot be written ({error.strerror})") from error
    return 0


async def _rank(
    data: Path, settings: IndexSettings, labelled: LabelledSet, mode: SearchMode
) -> dict[str, dict[str, float]]:
    async with open_library(data, model=settings.model, reranker=settings.reranker) as library:
        return await rank(library, labelled.queries, mode)

"""When nothing is found in a large corpus:
`python -m benchmarks.large_corpus BEIR_FOLDER... --among CORPUS... [--data DIR] [--every N]`.

One corpus of all documents of the sets and of CORPUS, files of the form of a set's corpus.jsonl that answer no
question of theirs, is asked each set's questions as `python -m index ask` asks them; the table says which
share of them is answered (`found`):

- own: all should be; right: with a passage of a relevant document first; sure: the surest passage is called so;
- taken out: without the documents that are relevant, and sure of these; none should be answered;
- all taken out: without all documents of the set; none should be answered.
"""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Sequence
from pathlib import Path

from benchmarks.asking import over, taken_out
from benchmarks.entry import at_least, run_benchmark
from benchmarks.json_lines import read_json_lines
from benchmarks.tables import print_head, print_row
from index.building.pipeline import build
from index.cli.progress import shown_progress
from index.encoding.choosing import load_encoder
from index.evaluate import read_documents, read_set
from index.library import open_library


def _documents(folder: Path) -> frozenset[str]:
    return frozenset(str(one["_id"]) for one in read_json_lines(folder / "corpus.jsonl", ("_id",)))


async def _measure(data: Path, folders: Sequence[Path], every: int) -> None:
    async with open_library(data) as library:
        async with library.snapshot() as snapshot:
            manifest = snapshot.manifest
        print(
            f"{manifest.articles} articles, {manifest.passages} passages, {manifest.statements} statements\n"
        )
        print_head("set", "questions", "own", "right", "sure", "taken out", "sure", "all taken out")
        for folder in folders:
            labelled = read_set(folder)
            questions = dict(list(labelled.queries.items())[::every])
            relevant = {key: labelled.relevant(key) for key in questions}
            own = await over(library, questions.values())
            out = await taken_out(library, questions, relevant)
            none = await taken_out(library, questions, dict.fromkeys(questions, _documents(folder)))
            shares = (str(own), own.right(relevant.values()), own.sure, str(out), out.sure, str(none))
            print_row(folder.name, str(len(questions)), *shares)


def main() -> None:
    """Build the index, or refresh it; measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="BEIR_FOLDER")
    parser.add_argument("--among", nargs="+", type=Path, required=True, metavar="CORPUS")
    parser.add_argument("--data", type=Path, default=Path("data"), help="where the index is kept")
    parser.add_argument("--every", type=at_least(1), default=1, metavar="N", help="ask every Nth question")
    arguments = parser.parse_args()
    data = arguments.data / "large"
    with shown_progress("auto") as listener:
        build(
            data,
            (*(folder / "corpus.jsonl" for folder in arguments.folders), *arguments.among),
            load_encoder(None, data=arguments.data),
            model=None,
            listener=listener,
            reader=read_documents,
        )
    asyncio.run(_measure(data, arguments.folders, arguments.every))


if __name__ == "__main__":
    run_benchmark(main)

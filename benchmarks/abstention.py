"""When nothing is found: `python -m benchmarks.abstention BEIR_FOLDER... [--data DIR] [--seeds DATA] [--every N]`.

Each set's questions are asked as `python -m index ask` asks them, and the table says which share of
them is answered (`found`):

- own: over the set's own corpus, where the answer is: all should be; right: with a passage of a relevant
  document first; sure: the surest passage is called so;
- the other sets and, with `--seeds`, the index in that folder: none should be;
- taken out: over the own corpus without the documents that are relevant, and sure of these. What is left
  is of the same subject, often of the same day; none should be answered.

A second table trades: where the bar is set so high that 99, 97, 95, 90, 80 % of a set's questions stay
answered over their own corpus, which share is answered once the documents are taken out. It takes the
best passage for all questions, so that it looks at the bar for passages alone.
"""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path

import numpy as np

from benchmarks.asking import over, taken_out
from benchmarks.entry import at_least, run_benchmark
from benchmarks.labelled import by_name, indexed
from benchmarks.tables import print_head, print_row
from index.evaluate import read_set
from index.library import open_library

KEPT = (99, 97, 95, 90, 80)
"""Shares of answerable questions, in per cent, for which the bar is set."""


async def _measure(folders: Sequence[Path], places: Sequence[Path], seeds: Path | None, every: int) -> None:
    sets = {name: read_set(folder) for name, folder in by_name(folders).items()}
    trades = []
    async with AsyncExitStack() as stack:
        libraries = {
            folder.name: await stack.enter_async_context(open_library(place))
            for folder, place in zip(folders, places, strict=True)
        }
        if seeds is not None:
            libraries["seeds"] = await stack.enter_async_context(open_library(seeds))
        print_head("set", "questions", "own", "right", "sure", "taken out", "sure", *libraries)
        for name, labelled in sets.items():
            questions = dict(list(labelled.queries.items())[::every])
            relevant = {key: labelled.relevant(key) for key in questions}
            own = await over(libraries[name], questions.values())
            out = await taken_out(libraries[name], questions, relevant)
            others = [
                str(await over(libraries[other], questions.values())) if other != name else ""
                for other in libraries
            ]
            right = own.right(relevant.values())
            print_row(name, str(len(questions)), str(own), right, own.sure, str(out), out.sure, *others)
            bars = [float(np.quantile(own.scores, 1 - kept / 100)) for kept in KEPT]
            trades.append(
                [name, *(f"{100 * np.mean(np.array(out.scores) >= bar):.0f} ({bar:.2f})" for bar in bars)]
            )
    print("\nAnswered with the documents taken out, in per cent, and the bar:\n")
    print_head("set", *(f"{kept} % kept" for kept in KEPT))
    for trade in trades:
        print_row(*trade)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="BEIR_FOLDER")
    parser.add_argument("--data", type=Path, default=Path("data"), help="where the sets' indexes are kept")
    parser.add_argument("--seeds", type=Path, metavar="DATA", help="a built index that holds no answers")
    parser.add_argument("--every", type=at_least(1), default=1, metavar="N", help="ask every Nth question")
    arguments = parser.parse_args()
    places = [indexed(folder, arguments.data, statements=True) for folder in arguments.folders]
    asyncio.run(_measure(arguments.folders, places, arguments.seeds, arguments.every))


if __name__ == "__main__":
    run_benchmark(main)

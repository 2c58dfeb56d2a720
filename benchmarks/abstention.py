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
from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

import numpy as np

from benchmarks.labelled import indexed
from bot.render.surety import SURE
from index.answers.answer import Answer
from index.answers.answering import answer
from index.errors import BadInput
from index.evaluate import LabelledSet, read_set
from index.library import Library, open_library
from index.questions import parse
from index.search.candidates import ANYTHING, Candidate, Restriction, Result, UnitKind
from index.search.fusion import DEPTH, SearchMode
from index.snapshot import Snapshot

KEPT = (99, 97, 95, 90, 80)
"""Shares of answerable questions, in per cent, for which the bar is set."""


class Without:
    """A snapshot in which some articles cannot be found."""

    def __init__(self, snapshot: Snapshot, left: dict[UnitKind, frozenset[int]]) -> None:
        self._snapshot = snapshot
        self._left = left

    def __getattr__(self, name: str) -> object:
        return getattr(self._snapshot, name)

    async def candidates(
        self,
        units: UnitKind,
        query: str,
        use: Callable[[list[Candidate]], Result],
        restriction: Restriction = ANYTHING,
        k: int = DEPTH,
        mode: SearchMode = SearchMode.HYBRID,
    ) -> Result:
        """See `Snapshot.candidates`."""
        left = self._left[units]
        numbers = left if restriction.numbers is None else left & restriction.numbers
        within = replace(restriction, numbers=numbers)
        return await self._snapshot.candidates(units, query, use, within, k, mode)


def share(held: Sequence[bool]) -> str:
    """The share in per cent, "" of nothing."""
    return f"{100 * np.mean(held):.1f}" if held else ""


@dataclass(slots=True)
class Asked:
    """For each question whether it was answered, how sure its surest passage was, and the article of the
    first passage of the answer, "" where there is none.
    """

    found: list[bool] = field(default_factory=list)
    sure: list[float] = field(default_factory=list)
    first: list[str] = field(default_factory=list)

    async def add(self, given: Awaitable[Answer]) -> None:
        """Count an answer; a question that cannot be read is not answered."""
        try:
            answered = await given
        except BadInput:
            self.found.append(False)
            self.sure.append(0.0)
            self.first.append("")
            return
        self.found.append(answered.found)
        self.sure.append(max((hit.score for hit in answered.passages), default=0.0))
        self.first.append(answered.passages[0].article if answered.found and answered.passages else "")

    def extend(self, others: Asked) -> None:
        """Count those of the others, too."""
        self.found += others.found
        self.sure += others.sure
        self.first += others.first

    def __str__(self) -> str:
        return share(self.found)

    @property
    def called_sure(self) -> str:
        """The share of which the surest passage is called sure, in per cent."""
        return share([score >= SURE for score in self.sure])


async def _without(left: Without, question: str) -> Answer:
    return await answer(cast(Snapshot, left), parse(question))


async def over(library: Library, questions: Iterable[str]) -> Asked:
    """The questions asked over a library."""
    asked = Asked()
    for question in questions:
        await asked.add(library.ask(question))
    return asked


async def taken_out(library: Library, questions: dict[str, str], labelled: LabelledSet) -> Asked:
    """Each question asked over what is left of the corpus without its relevant documents."""
    asked = Asked()
    async with library.snapshot() as snapshot:
        reader, manifest = snapshot.reader, snapshot.manifest
        owner = {
            UnitKind.PASSAGE: {
                number: unit.article
                for number, unit in reader.stored.passages(range(manifest.passages)).items()
            },
            UnitKind.STATEMENT: {
                number: unit.article
                for number, unit in reader.stored.statements(range(manifest.statements)).items()
            },
        }
        for key, question in questions.items():
            relevant = {
                stored.number
                for document in labelled.relevant(key)
                if (stored := await reader.stored_article(document)) is not None
            }
            left = {
                kind: frozenset(number for number, article in owners.items() if article not in relevant)
                for kind, owners in owner.items()
            }
            await asked.add(_without(Without(snapshot, left), question))
    return asked


async def _measure(folders: Sequence[Path], places: Sequence[Path], seeds: Path | None, every: int) -> None:
    sets = {folder.name: read_set(folder) for folder in folders}
    rows, trades = [], []
    async with AsyncExitStack() as stack:
        libraries = {
            folder.name: await stack.enter_async_context(open_library(place))
            for folder, place in zip(folders, places, strict=True)
        }
        if seeds is not None:
            libraries["seeds"] = await stack.enter_async_context(open_library(seeds))
        for name, labelled in sets.items():
            questions = dict(list(labelled.queries.items())[::every])
            own = await over(libraries[name], questions.values())
            out = await taken_out(libraries[name], questions, labelled)
            others = [
                str(await over(libraries[other], questions.values())) if other != name else ""
                for other in libraries
            ]
            right = [one in labelled.relevant(key) for key, one in zip(questions, own.first, strict=True)]
            rows.append(
                [
                    name,
                    str(len(questions)),
                    str(own),
                    share(right),
                    own.called_sure,
                    str(out),
                    out.called_sure,
                    *others,
                ]
            )
            bars = [float(np.quantile(own.sure, 1 - kept / 100)) for kept in KEPT]
            trades.append(
                [name, *(f"{100 * np.mean(np.array(out.sure) >= bar):.0f} ({bar:.2f})" for bar in bars)]
            )
    table(["set", "questions", "own", "right", "sure", "taken out", "sure", *libraries], rows)
    print("\nAnswered with the documents taken out, in per cent, and the bar:\n")
    table(["set", *(f"{kept} % kept" for kept in KEPT)], trades)


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table as Markdown has it."""
    print("| " + " | ".join(heads) + " |\n" + "|---" * len(heads) + "|")
    for row in rows:
        print("| " + " | ".join(row) + " |", flush=True)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="BEIR_FOLDER")
    parser.add_argument("--data", type=Path, default=Path("data"), help="where the sets' indexes are kept")
    parser.add_argument("--seeds", type=Path, metavar="DATA", help="a built index that holds no answers")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="ask every Nth question")
    arguments = parser.parse_args()
    places = [indexed(folder, arguments.data, statements=True) for folder in arguments.folders]
    asyncio.run(_measure(arguments.folders, places, arguments.seeds, arguments.every))


if __name__ == "__main__":
    main()

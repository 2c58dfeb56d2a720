"""When nothing is found in small corpora: `python -m benchmarks.small_corpora BEIR_FOLDER... [--data DIR]`.

Of each set, corpora of a few documents are drawn (always the same) and indexed:

- of all subjects: by chance, so that at least six tenths answer questions all of whose answering documents
  are there;
- of one subject: a document, by chance, and those that are nearest to it in meaning.

Asked as `python -m index ask` asks are

- own: up to 50 of the set's questions whose answering documents are all in the corpus; all should be answered;
- taken out: the same, each over the corpus without its answering documents; none should be answered. Sure: the
  surest passage is called so;
- the other sets: 10 questions of each; none should be answered.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.asking import Asked, over, taken_out
from benchmarks.entry import run_benchmark
from benchmarks.json_lines import read_json_lines, write_json_lines
from benchmarks.tables import print_head, print_row
from index.building.pipeline import build
from index.encoding.choosing import load_encoder
from index.encoding.encoder import Encoder
from index.errors import BadInput
from index.evaluate import LabelledSet, read_documents, read_set
from index.library import open_library

SIZES = (5, 50)
_CORPORA = 6
"""Corpora of each kind and size."""
_ANSWERING = 0.6
_OWN, _FOREIGN = 50, 10


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """A labelled set with its documents by their identifiers, and their vectors (n, d)."""

    name: str
    labelled: LabelledSet
    documents: dict[str, dict[str, Any]]
    vectors: NDArray[np.float32]

    @classmethod
    def read(cls, folder: Path, encoder: Encoder) -> Source:
        """Raises BadInput where `read_set` does."""
        labelled = read_set(folder)
        records = read_json_lines(folder / "corpus.jsonl", ("_id", "text"))
        documents: dict[str, dict[str, Any]] = {}
        for record in records:
            documents.setdefault(str(record["_id"]), record)
        texts = [f"{one.get('title') or ''}\n{one['text']}" for one in documents.values()]
        return cls(folder.name, labelled, documents, encoder.encode(texts))

    def of_all_subjects(self, size: int, chance: random.Random) -> set[str]:
        """The identifiers of up to `size` documents; of each question that is taken in, all that answer it."""
        chosen: set[str] = set()
        questions = list(self.labelled.queries)
        for question in chance.sample(questions, len(questions)):
            with_it = chosen | (self.labelled.relevant(question) & self.documents.keys())
            if len(with_it) <= max(_ANSWERING * size, 1):
                chosen = with_it
        others = [one for one in self.documents if one not in chosen]
        return chosen | set(chance.sample(others, min(size - len(chosen), len(others))))

    def of_one_subject(self, size: int, chance: random.Random) -> set[str]:
        """The identifiers of a document that answers a question, and of those nearest to it, up to `size`."""
        names = list(self.documents)
        questions = list(self.labelled.queries)
        answering: list[str] = []
        if not any(self.labelled.relevant(question) & self.documents.keys() for question in questions):
            raise BadInput(f"{self.name}: no document that answers a question is in its corpus")
        while not answering:
            answering = sorted(self.labelled.relevant(chance.choice(questions)) & self.documents.keys())
        alike = self.vectors @ self.vectors[names.index(chance.choice(answering))]
        return {names[row] for row in np.argsort(-alike, kind="stable")[:size]}

    def answered_by(self, documents: set[str]) -> dict[str, str]:
        """The questions all of whose answering documents are among these."""
        relevant = {key: self.labelled.relevant(key) for key in self.labelled.queries}
        return {
            key: self.labelled.queries[key] for key, found in relevant.items() if found and found <= documents
        }


def some(questions: dict[str, str], count: int, chance: random.Random) -> dict[str, str]:
    """Up to `count` of the questions."""
    return {key: questions[key] for key in chance.sample(list(questions), min(count, len(questions)))}


@dataclass(frozen=True, slots=True)
class Measured:
    """What was asked over corpora of one kind."""

    own: Asked
    out: Asked
    foreign: Asked

    async def add(self, data: Path, source: Source, own: dict[str, str], foreign: Sequence[str]) -> None:
        """Ask over the index in `data`."""
        async with open_library(data) as library:
            self.own.extend(await over(library, own.values()))
            self.out.extend(
                await taken_out(library, own, {key: source.labelled.relevant(key) for key in own})
            )
            self.foreign.extend(await over(library, foreign))


def measure(
    source: Source, others: Sequence[Source], size: int, encoder: Encoder, *, one_subject: bool
) -> list[str]:
    """A row of the table."""
    # The same choice every time; a set's corpora do not depend on which other sets there are.
    chance, elsewhere = random.Random(size), random.Random(size)  # noqa: S311
    measured = Measured(Asked(), Asked(), Asked())
    for _ in range(_CORPORA):
        documents = (source.of_one_subject if one_subject else source.of_all_subjects)(size, chance)
        own = some(source.answered_by(documents), _OWN, chance)
        foreign = [
            text for other in others for text in some(other.labelled.queries, _FOREIGN, elsewhere).values()
        ]
        with tempfile.TemporaryDirectory() as folder:
            corpus = Path(folder) / "corpus.jsonl"
            write_json_lines(corpus, (source.documents[one] for one in sorted(documents)))
            build(
                Path(folder),
                (corpus,),
                encoder,
                model=None,
                listener=lambda event: None,
                reader=read_documents,
            )
            asyncio.run(measured.add(Path(folder), source, own, foreign))
    subjects = "one subject" if one_subject else "all subjects"
    return [
        f"{source.name}, {size} of {subjects}",
        str(len(measured.own.found)),
        str(measured.own),
        str(measured.out),
        measured.out.sure,
        str(measured.foreign),
    ]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="BEIR_FOLDER")
    parser.add_argument("--data", type=Path, default=Path("data"), help="where the exported model is kept")
    arguments = parser.parse_args()
    encoder = load_encoder(None, data=arguments.data)
    sources = [Source.read(folder, encoder) for folder in arguments.folders]
    print_head("documents", "own questions", "own", "taken out", "sure", "the other sets")
    for source in sources:
        others = [one for one in sources if one is not source]
        for size in SIZES:
            for one_subject in (False, True):
                print_row(*measure(source, others, size, encoder, one_subject=one_subject))


if __name__ == "__main__":
    run_benchmark(main)

"""When nothing is found in small corpora: `python -m benchmarks.small_corpora BEIR_FOLDER... [--data DIR]`.

Of each set, corpora of a few documents are drawn at random (always the same), six tenths of them answering
documents, and indexed. Asked as `python -m index ask` asks are

- own: up to 150 of the set's questions whose answering documents are all in the corpus; all should be answered;
- taken out: 20 of its questions that no document of the corpus answers, and
- the other sets: 10 questions of each; none of these should be answered.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.abstention import Asked, over, table
from index.building.pipeline import build
from index.encoding.choosing import load_encoder
from index.encoding.encoder import Encoder
from index.evaluate import LabelledSet, read_documents, read_set
from index.library import open_library

SIZES = (5, 50)
_DOCUMENTS = 200
"""About so many documents of each set are indexed for each size, in corpora of that size."""
_ANSWERING = 0.6
_OWN, _TAKEN_OUT, _FOREIGN = 150, 20, 10


@dataclass(frozen=True, slots=True)
class Source:
    """A labelled set with its documents: lines of JSON by their identifiers."""

    name: str
    labelled: LabelledSet
    documents: dict[str, str]

    @classmethod
    def read(cls, folder: Path) -> Source:
        """Raises BadInput as `read_set` does."""
        labelled = read_set(folder)
        with (folder / "corpus.jsonl").open(encoding="utf-8") as file:
            documents = {str(json.loads(line)["_id"]): line for line in file}
        return cls(folder.name, labelled, documents)

    def answering(self, question: str) -> set[str]:
        """The documents that answer a question."""
        return self.labelled.judgements[question].keys() & self.documents.keys()


def drawn(source: Source, size: int, chance: random.Random) -> set[str]:
    """The identifiers of `size` documents; of each question that is taken in, all that answer it."""
    chosen: set[str] = set()
    questions = list(source.labelled.queries)
    for question in chance.sample(questions, len(questions)):
        with_it = chosen | source.answering(question)
        if len(with_it) <= max(_ANSWERING * size, 1):
            chosen = with_it
    others = [one for one in source.documents if one not in chosen]
    return chosen | set(chance.sample(others, size - len(chosen)))


def texts(source: Source, questions: Sequence[str], count: int, chance: random.Random) -> list[str]:
    """Up to `count` of the questions, as texts."""
    return [source.labelled.queries[one] for one in chance.sample(questions, min(count, len(questions)))]


def asked_over(
    documents: set[str], source: Source, others: Sequence[Source], chance: random.Random
) -> Iterator[list[str]]:
    """The questions of each kind for a corpus of these documents of `source`."""
    answering = {one: source.answering(one) for one in source.labelled.queries}
    own = [one for one, found in answering.items() if found and found <= documents]
    yield texts(source, own, _OWN, chance)
    yield texts(
        source, [one for one, found in answering.items() if not found & documents], _TAKEN_OUT, chance
    )
    yield [text for other in others for text in texts(other, list(other.labelled.queries), _FOREIGN, chance)]


async def _ask(data: Path, kinds: Sequence[Asked], questions: Iterator[list[str]]) -> None:
    async with open_library(data) as library:
        for asked, some in zip(kinds, questions, strict=True):
            asked.extend(await over(library, some))


def measure(source: Source, others: Sequence[Source], size: int, encoder: Encoder) -> list[str]:
    """A row of the table."""
    chance = random.Random(size)  # noqa: S311 - the same choice every time
    kinds = (Asked(), Asked(), Asked())
    for _ in range(max(_DOCUMENTS // size, 1)):
        documents = drawn(source, size, chance)
        with tempfile.TemporaryDirectory() as folder:
            corpus = Path(folder) / "corpus.jsonl"
            corpus.write_text("".join(source.documents[one] for one in sorted(documents)), encoding="utf-8")
            build(
                Path(folder),
                (corpus,),
                encoder,
                model=None,
                listener=lambda event: None,
                reader=read_documents,
            )
            asyncio.run(_ask(Path(folder), kinds, asked_over(documents, source, others, chance)))
    return [source.name, str(size), str(len(kinds[0].found)), *map(str, kinds)]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="BEIR_FOLDER")
    parser.add_argument("--data", type=Path, default=Path("data"), help="where the exported model is kept")
    arguments = parser.parse_args()
    sources = [Source.read(folder) for folder in arguments.folders]
    encoder = load_encoder(None, data=arguments.data)
    rows = [
        measure(source, [other for other in sources if other is not source], size, encoder)
        for source in sources
        for size in SIZES
    ]
    table(["set", "documents", "own questions", "own", "taken out", "the other sets"], rows)


if __name__ == "__main__":
    main()

"""Retrieval quality on a labelled set in BEIR form: corpus.jsonl, queries.jsonl, qrels/test.tsv."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import ir_measures

from index.answers.answer import PassageHit
from index.articles.article import Article
from index.articles.corpus import Skipped
from index.articles.decoding import UnreadableError
from index.articles.json_lines import read_json_lines
from index.articles.known import KnownArticle
from index.articles.metadata import is_encodable
from index.errors import BadInput
from index.library import Library
from index.search.fusion import SearchMode

MEASURES = ("nDCG@10", "R@10", "RR@10")
NAMES = {"RR@10": "MRR@10"}
"""What a measure is called where the field's name differs from the library's."""

_GREATEST = 1 << 30
"""The measures' scores have 32 bits."""

DEPTH = 100
"""Passages that are retrieved for a query; the best one scores its document."""


@dataclass(frozen=True, slots=True)
class LabelledSet:
    """Queries by id, and which documents are relevant to each, and how much."""

    queries: dict[str, str]
    judgements: dict[str, dict[str, int]]

    def relevant(self, query: str) -> frozenset[str]:
        """The documents that are relevant to a query."""
        return frozenset(document for document, score in self.judgements[query].items() if score > 0)


def read_set(folder: Path) -> LabelledSet:
    """The queries that have judgements, and the judgements that have a query.

    Raises BadInput naming the file that is missing or broken.
    """
    judgements: dict[str, dict[str, int]] = {}
    queries: dict[str, str] = {}
    path = folder / "qrels" / "test.tsv"
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t"):
                judged = judgements.setdefault(row["query-id"], {})
                judged[row["corpus-id"]] = score = int(row["score"])
                if abs(score) > _GREATEST:
                    raise ValueError
        path = folder / "queries.jsonl"
        with path.open(encoding="utf-8-sig") as file:
            for line in filter(str.strip, file):
                query = json.loads(line)
                if not isinstance(query["text"], str) or not is_encodable(query["text"]):
                    raise TypeError
                if str(query["_id"]) in queries:
                    raise BadInput(f"{path}: the id {query['_id']} is taken by an earlier line")
                queries[str(query["_id"])] = query["text"]
    except OSError as error:
        raise BadInput(f"{path}: cannot be read ({error.strerror})") from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, csv.Error) as error:
        form = (
            "query-id, corpus-id and score in each row"
            if path.suffix == ".tsv"
            else "_id and text in each line"
        )
        raise BadInput(f"{path}: is not in BEIR form, with {form}") from error
    if not (folder / "corpus.jsonl").is_file():
        raise BadInput(f"{folder / 'corpus.jsonl'}: there is no such file")
    asked = {key: text for key, text in queries.items() if key in judgements}
    if not asked:
        raise BadInput(f"{folder}: no query of queries.jsonl is judged in qrels/test.tsv")
    return LabelledSet(asked, {key: judgements[key] for key in asked})


def read_documents(paths: Sequence[Path]) -> Iterator[Article | Skipped]:
    """Every document of a set's corpus, the first of those of one id; unlike articles, documents of the same
    text all count, and so do those that are a title alone. Raises BadInput naming the file that cannot be read.
    """
    holders: dict[str, Path] = {}
    for path in paths:
        for item in _read(path):
            if not isinstance(item, Article):
                yield Skipped(str(path), str(item))
            elif item.id in holders:
                yield Skipped(str(path), f"the id {item.id} is taken by a document of {holders[item.id]}")
            else:
                holders[item.id] = path
                yield item


def _read(path: Path) -> Iterator[Article | KnownArticle | UnreadableError]:
    try:
        with path.open("rb") as file:
            yield from read_json_lines(file, origin=str(path), titles_alone=True)
    except OSError as error:
        raise BadInput(f"{path}: cannot be read ({error.strerror})") from error


def index_folder(data: Path, folder: Path) -> Path:
    """Where the index of a labelled set is kept, so that the next evaluation embeds nothing."""
    place = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:12]
    return data / "evaluate" / f"{folder.resolve().name}-{place}"


async def rank(library: Library, queries: dict[str, str], mode: SearchMode) -> dict[str, dict[str, float]]:
    """For each query the documents with their scores, the best passage counting."""
    run: dict[str, dict[str, float]] = {}
    for key, text in queries.items():
        words = plain(text)
        searchable = any(character.isalnum() for character in words)
        run[key] = _documents(await library.search(words, mode=mode, limit=DEPTH)) if searchable else {}
    return run


def plain(text: str) -> str:
    """The query without marks and colons, which would be read as filters."""
    return text.translate({ord(mark): " " for mark in '"“”„«»‟:'})


def _documents(hits: Iterable[PassageHit]) -> dict[str, float]:
    scores: dict[str, float] = {}
    for hit in hits:
        scores[hit.article] = max(hit.score, scores.get(hit.article, float("-inf")))
    return scores


def measure(judgements: dict[str, dict[str, int]], run: dict[str, dict[str, float]]) -> dict[str, float]:
    """nDCG@10, R@10 and MRR@10, each 0..1, over the queries with judgements."""
    measures = [ir_measures.parse_measure(name) for name in MEASURES]
    values = ir_measures.calc_aggregate(measures, judgements, run)
    return {NAMES.get(str(one), str(one)): float(values[one]) for one in measures}


def trec_lines(run: dict[str, dict[str, float]], tag: str) -> Iterator[str]:
    """The run in the TREC format, one document a line."""
    for query, documents in run.items():
        ordered = sorted(documents.items(), key=lambda item: (-item[1], item[0]))
        for position, (document, score) in enumerate(ordered, start=1):
            yield f"{query} Q0 {document} {position} {score:.6f} {tag}\n"

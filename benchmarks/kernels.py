"""Speed of the search kernels beside their peers: `python -m benchmarks.kernels [DATA] [--work FOLDER]`.

DATA is a data folder with an index; without one, `seeds/` is indexed in a temporary folder. From the
real units in it (passages and statements) two bigger corpora are made, with a fixed seed:

- terms: a document has the terms of two real passages, each kept with a chance of six and four in ten;
  a query has four to ten distinct terms of one real passage;
- vectors: a unit is a blend of two or three real vectors with shares drawn evenly, and normal noise of
  a deviation of .01 in each dimension, of unit length; a query is a real vector, half of another, and
  half the difference of two more, of unit length.

Peers are measured in the same run, each query in turn by each, and skipped where they are not
installed: numpy, rank-bm25 (always), bm25s, tantivy, faiss-cpu. Of `--rounds` times of a query the
least counts, so that other work on the machine disturbs little; medians and 95th percentiles are over
the queries. Recall is against float32 (numpy), scores against rank-bm25's.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import os
import platform
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

from benchmarks.corpus import SEEDS
from benchmarks.entry import at_least, run_benchmark
from benchmarks.memory import held
from benchmarks.tables import print_head, print_row
from index.building.codes import write_codes
from index.building.pipeline import build
from index.encoding.choosing import load_encoder
from index.errors import NoIndex
from index.search.arrays import create_array, map_array
from index.search.lexical import LexicalIndex
from index.search.vectors import VectorIndex
from index.storage.builds import builds_folder, current_id

_BLOCK = 20_000
_PEERS = ("numpy", "rank-bm25", "simsimd", "bm25s", "tantivy", "faiss-cpu")
_OKAPI_QUERIES = 5

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table; times in milliseconds."""

    kernel: str
    median: float
    p95: float
    note: str = ""


def real_vectors(folder: Path) -> Vectors:
    """The vectors of the passages and statements of the build in `folder`."""
    found = [map_array(folder, f"{kind}.vectors") for kind in ("passages", "statements")]
    return np.concatenate([vectors for vectors in found if len(vectors)])


def real_documents(folder: Path) -> list[list[str]]:
    """The terms of each passage of the build in `folder`, in the order of the alphabet."""
    lexical = LexicalIndex.load(folder, "passages")
    documents: list[list[str]] = [[] for _ in range(len(lexical))]
    for number, encoded in enumerate(lexical.vocabulary.words()):
        word = encoded.decode()
        held = slice(int(lexical.columns[number]), int(lexical.columns[number + 1]))
        for document, often in zip(lexical.documents[held], lexical.frequencies[held], strict=True):
            documents[document].extend([word] * int(often))
    return documents


def recombined(documents: list[list[str]], count: int) -> Iterator[list[str]]:
    """`count` documents made of two each."""
    chance = np.random.default_rng(1)
    for _ in range(count):
        one, other = (documents[int(at)] for at in chance.integers(0, len(documents), 2))
        kept = chance.random(len(one)) < 0.6, chance.random(len(other)) < 0.4
        yield [
            word
            for part, keep in zip((one, other), kept, strict=True)
            for word, yes in zip(part, keep, strict=True)
            if yes
        ]


def term_queries(documents: list[list[str]], count: int) -> list[list[str]]:
    """`count` queries of terms that stand together."""
    chance = np.random.default_rng(2)
    queries: list[list[str]] = []
    while len(queries) < count:
        words = sorted(set(documents[int(chance.integers(len(documents)))]))
        if len(words) >= 10:
            queries.append([words[at] for at in chance.permutation(len(words))[: chance.integers(4, 11)]])
    return queries


def write_blends(real: Vectors, count: int, folder: Path) -> None:
    """Write `count` blends as `folder/units.npy`."""
    chance = np.random.default_rng(3)
    blends = create_array(folder, "units", np.float32, (count, real.shape[1]))
    for start in range(0, count, _BLOCK):
        size = min(_BLOCK, count - start)
        shares = chance.dirichlet((1, 1, 1), size).astype(np.float32)
        shares[chance.random(size) < 0.5, 2] = 0
        picked = chance.integers(0, len(real), (3, size))
        mixed = sum(real[picked[at]] * shares[:, at : at + 1] for at in range(3))
        mixed += chance.standard_normal((size, real.shape[1]), dtype=np.float32) * np.float32(0.01)
        blends[start : start + size] = mixed / np.linalg.norm(mixed, axis=1, keepdims=True)


def vector_queries(real: Vectors, count: int) -> Vectors:
    """`count` queries (count, d) of unit length."""
    picked = np.random.default_rng(4).integers(0, len(real), (4, count))
    mixed = real[picked[0]] + 0.5 * (real[picked[1]] + real[picked[2]] - real[picked[3]])
    queries: Vectors = (mixed / np.linalg.norm(mixed, axis=1, keepdims=True)).astype(np.float32)
    return queries


def timed(
    kernels: dict[str, Callable[[Any], object]], queries: list[Any], rounds: int
) -> dict[str, NDArray[np.float64]]:
    """The least of each query's times by each kernel, in milliseconds."""
    times = {name: np.full(len(queries), np.inf) for name in kernels}
    for _ in range(rounds):
        for at, query in enumerate(queries):
            for name, search in kernels.items():
                began = time.perf_counter()
                search(query)
                times[name][at] = min(times[name][at], (time.perf_counter() - began) * 1000)
    return times


def rows(times: dict[str, NDArray[np.float64]], notes: dict[str, str]) -> list[Row]:
    return [
        Row(name, float(np.median(found)), float(np.percentile(found, 95)), notes.get(name, ""))
        for name, found in times.items()
    ]


def measure_lexical(folder: Path, count: int, wanted: int, rounds: int, work: Path) -> list[Row]:
    """Top 10 and 100 over `count` recombined passages."""
    real = real_documents(folder)
    documents = list(recombined(real, count))
    queries = term_queries(real, wanted)
    LexicalIndex.build(documents).save(work, "units")
    began = time.perf_counter()
    lexical = LexicalIndex.load(work, "units")
    opened = (time.perf_counter() - began) * 1000
    chance = np.random.default_rng(5)
    masks = {share: chance.random(count) < share for share in (0.5, 0.01)}
    kernels: dict[str, Callable[[Any], object]] = {}
    for k in (10, 100):
        kernels[f"lexical top {k}"] = partial(lexical.top, k=k)
    for share, mask in masks.items():
        kernels[f"lexical top 100, {share:.0%} allowed"] = partial(lexical.top, k=100, mask=mask)
    kernels |= {f"  bm25s top {k}": search for k, search in bm25s_searches(documents).items()}
    kernels |= {f"  tantivy top {k}": search for k, search in tantivy_searches(documents, work).items()}
    times = timed(kernels, queries, rounds)
    okapi = BM25Okapi(documents)
    if okapi.average_idf <= 0:
        raise SystemExit("rank-bm25 cannot weigh this corpus: give a larger DATA")
    gap = max(
        float(np.abs(okapi.get_scores(query) - lexical.scores(query)).max())
        for query in queries[:_OKAPI_QUERIES]
    )
    times |= timed({"  rank-bm25": okapi.get_scores}, queries[:_OKAPI_QUERIES], 1)
    return rows(
        times,
        {"lexical top 10": f"opened in {opened:.1f} ms; greatest difference from rank-bm25 {gap:.0e}"},
    )


def bm25s_searches(documents: list[list[str]]) -> dict[int, Callable[[Any], object]]:
    try:
        import bm25s
    except ImportError:
        return {}
    peer = bm25s.BM25(method="robertson", k1=1.5, b=0.75)
    peer.index(documents, show_progress=False)

    def search(k: int, query: list[str]) -> object:
        return peer.retrieve([query], k=k, show_progress=False, n_threads=0)

    return {k: partial(search, k) for k in (10, 100)}


def tantivy_searches(documents: list[list[str]], work: Path) -> dict[int, Callable[[Any], object]]:
    try:
        import tantivy
    except ImportError:
        return {}
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("body", stored=False, tokenizer_name="whitespace")
    place = work / "tantivy"
    place.mkdir(exist_ok=True)
    peer = tantivy.Index(builder.build(), path=str(place), reuse=False)
    writer = peer.writer(num_threads=1)
    for terms in documents:
        document = tantivy.Document()
        document.add_text("body", " ".join(terms))
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()
    peer.reload()
    searcher = peer.searcher()

    def search(k: int, query: list[str]) -> object:
        return searcher.search(peer.parse_query(" ".join(query), ["body"]), k)

    return {k: partial(search, k) for k in (10, 100)}


def measure_dense(folder: Path, count: int, wanted: int, rounds: int, work: Path) -> list[Row]:
    """Top 10 and 100 over `count` blended vectors."""
    real = real_vectors(folder)
    write_blends(real, count, work)
    queries = vector_queries(real, wanted)
    began = time.perf_counter()
    write_codes(work, "units")
    written = time.perf_counter() - began
    dense = VectorIndex.load(work, "units")
    dense.prepare()
    vectors = dense.vectors
    mask = np.random.default_rng(5).random(count) < 0.1
    kernels: dict[str, Callable[[Any], object]] = {
        "dense top 10": lambda query: dense.top(query, 10),
        "dense top 100": lambda query: dense.top(query, 100),
        "dense top 100, 10% allowed": lambda query: dense.top(query, 100, mask),
    }
    alone = timed(kernels, list(queries), rounds)  # before a peer has touched all of the vectors
    memory = held("VmRSS")
    kernels = {
        "  numpy float32 top 10": lambda query: np.argpartition(vectors @ query, -10)[-10:],
    } | faiss_searches(vectors)
    times = alone | timed(kernels, list(queries), min(rounds, 3))
    notes = {"dense top 10": f"codes written in {written:.0f} s; process then at {memory:.0f} MiB"}
    for k in (10, 100):
        note = f"recall@{k} {recall(dense, queries, k):.5f}"
        notes[f"dense top {k}"] = "; ".join(filter(None, (note, notes.get(f"dense top {k}"))))
    return rows(times, notes)


def recall(dense: VectorIndex, queries: Vectors, k: int) -> float:
    """The share of the float32 best `k` that is found; either of two that are equal to 1e-6 will do."""
    missed = 0
    for query in queries:
        cosines = dense.vectors @ query
        bar = np.partition(cosines, cosines.size - k)[cosines.size - k]
        missed += np.setdiff1d(np.flatnonzero(cosines > bar + 1e-6), dense.top(query, k)[0]).size
    return 1 - missed / (k * len(queries))


def faiss_searches(vectors: Vectors) -> dict[str, Callable[[Any], object]]:
    try:
        import faiss
    except ImportError:
        return {}
    dimensions = vectors.shape[1]
    half = faiss.ScalarQuantizer.QT_fp16
    peers = {
        "  faiss flat top 10": faiss.IndexFlatIP(dimensions),
        "  faiss SQ-fp16 top 10": faiss.IndexScalarQuantizer(dimensions, half, faiss.METRIC_INNER_PRODUCT),
    }
    for peer in peers.values():
        peer.train(vectors[:1000])
        for start in range(0, len(vectors), _BLOCK):
            peer.add(vectors[start : start + _BLOCK])

    def search(peer: Any, query: NDArray[np.float32]) -> object:
        return peer.search(query[np.newaxis], 10)

    return {name: partial(search, peer) for name, peer in peers.items()}


def versions() -> str:
    found = []
    for peer in _PEERS:
        try:
            found.append(f"{peer} {importlib.metadata.version(peer)}")
        except importlib.metadata.PackageNotFoundError:
            found.append(f"{peer} not installed")
    return ", ".join(found)


def print_table(title: str, table: list[Row]) -> None:
    print()
    print_head(title, "median ms", "p95 ms", "")
    for row in table:
        print_row(row.kernel, f"{row.median:.2f}", f"{row.p95:.2f}", row.note)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", nargs="?", type=Path, help="a data folder with an index")
    parser.add_argument(
        "--passages", type=at_least(0), default=100_000, help="documents for the lexical kernels"
    )
    parser.add_argument(
        "--vectors", type=at_least(0), default=1_000_000, help="vectors for the dense ones; 0: none"
    )
    parser.add_argument("--queries", type=at_least(1), default=100)
    parser.add_argument("--rounds", type=at_least(1), default=5)
    parser.add_argument("--work", type=Path, help="where the big files go (1.9 GB a million vectors)")
    arguments = parser.parse_args()
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}; {versions()}")
    if arguments.work is not None:
        arguments.work.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=arguments.work) as name:
        work, data = Path(name), arguments.data
        if data is None:
            data = work / "seeds"
            build(data, [SEEDS], load_encoder(), model=None, listener=lambda event: None)
        current = current_id(data)
        if current is None:
            raise NoIndex(f"{data}: there is no index")
        folder = builds_folder(data) / current
        settings = (arguments.queries, arguments.rounds, work)
        if arguments.passages:
            title = f"{arguments.passages:,} passages"
            print_table(title, measure_lexical(folder, arguments.passages, *settings))
        if arguments.vectors:
            title = f"{arguments.vectors:,} vectors"
            print_table(title, measure_dense(folder, arguments.vectors, *settings))


if __name__ == "__main__":
    run_benchmark(main)

"""What each piece of evidence adds to the ranking: `python -m benchmarks.ranking BEIR_FOLDER... [--data DIR]`.

For each set and for their mean: nDCG@10 of the ranking as it is, and how much is lost without a piece
of it or with the older way in its place, in points (hundredths), with 95 % intervals of a paired
bootstrap over the queries (10,000 resamples). An interval that holds 0 leaves the sign open.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path

import ir_measures
import numpy as np
from numpy.typing import NDArray

from benchmarks.entry import run_benchmark
from benchmarks.labelled import by_name, indexed
from benchmarks.tables import print_head, print_row
from index.encoding.choosing import load_encoder
from index.evaluate import DEPTH as PASSAGES
from index.evaluate import plain, read_set
from index.outlets import Outlets
from index.search.candidates import UnitKind
from index.search.fusion import (
    COVERED_WEIGHT,
    DENSE_WEIGHT,
    DEPTH,
    LEXICAL_WEIGHT,
    fused,
    standardised,
)
from index.search.tokens import terms
from index.search.top import Mask, Rows, Scores, top_rows
from index.search.units import Sought, Units
from index.storage.builds import builds_folder, current_id
from index.storage.connection import Connection
from index.storage.manifest import Manifest
from index.storage.stored import Stored

RESAMPLES = 10_000
_MEASURE = ir_measures.parse_measure("nDCG@10")
Way = Callable[[Scores, Scores, Scores], Scores]


def _stretched(scores: Scores) -> Scores:
    low, high = scores.min(), scores.max()
    return (scores - low) / (high - low) if high > low else np.zeros(scores.size)


def _halves(dense: Scores, words: Scores) -> Scores:
    return DENSE_WEIGHT * standardised(dense) + (1 - DENSE_WEIGHT) * standardised(words)


WAYS: dict[str, Way] = {
    "as it is": fused,
    "without outlets": fused,
    "without coverage": lambda dense, lexical, _: _halves(dense, lexical),
    "without BM25": lambda dense, _, covered: _halves(dense, covered),
    "words alone": lambda _, lexical, covered: (
        LEXICAL_WEIGHT * standardised(lexical) + COVERED_WEIGHT * standardised(covered)
    ),
    "meaning alone": lambda dense, _lexical, _covered: dense,
    "min-max, .6 to .4": lambda dense, lexical, _: 0.6 * _stretched(dense) + 0.4 * _stretched(lexical),
}
_WITHOUT = {"without outlets", "min-max, .6 to .4"}
"""The ways that know nothing of the outlets that a query names."""


def measured(folder: Path, data: Path) -> dict[str, NDArray[np.float64]]:
    """nDCG@10 of each query of the set, 0..1, in the same order for each way of ranking."""
    labelled = read_set(folder)
    place = indexed(folder, data, statements=False)
    build = builds_folder(place) / str(current_id(place))
    units = Units.load(build, UnitKind.PASSAGE)
    with closing(Connection(build)) as connection:
        numbers = {name: str(number) for number, name in connection.rows("SELECT number, id FROM articles")}
        outlets = Outlets(Stored(connection).outlets(), Manifest.read(build).articles)
    texts = [plain(text) for text in labelled.queries.values()]
    asked = load_encoder(None, data=data).encode(texts, queries=True)
    runs: dict[str, dict[str, dict[str, float]]] = {name: {} for name in WAYS}
    for key, text, vector in zip(labelled.queries, texts, asked, strict=True):
        words, named = terms(text), outlets.named(text)
        whole, plain_ = _evidence(units, words, vector, named), _evidence(units, words, vector, {})
        for name, way in WAYS.items():
            rows, *evidence = plain_ if name in _WITHOUT else whole
            scores = way(*evidence)
            documents: dict[str, float] = {}
            for place_ in top_rows(scores, PASSAGES):
                documents.setdefault(str(units.article[rows[place_]]), float(scores[place_]))
            runs[name][key] = documents
    judged = {
        key: {numbers[document]: grade for document, grade in grades.items() if document in numbers}
        for key, grades in labelled.judgements.items()
    }
    found: dict[str, NDArray[np.float64]] = {}
    for name, run in runs.items():
        values = {one.query_id: one.value for one in ir_measures.iter_calc([_MEASURE], judged, run)}
        found[name] = np.array([values.get(key, 0.0) for key in labelled.queries])
    return found


def _evidence(
    units: Units, words: Sequence[str], vector: NDArray[np.float32], named: Mapping[str, Mask]
) -> tuple[Rows, Scores, Scores, Scores]:
    """The candidates, their cosines, their BM25 scores and how they cover the query."""
    sought = Sought(words, named, vector, units.worded(words, named, DEPTH, None))
    found = units.measured(sought, None, DEPTH)
    assert found.cosines is not None  # noqa: S101 - there is a vector
    return found.rows, found.cosines, found.coverage.scores, found.coverage.share


def resampled(differences: NDArray[np.float64], draw: np.random.Generator) -> NDArray[np.float64]:
    """The means of `RESAMPLES` samples with replacement, float64 (RESAMPLES,)."""
    return np.array([draw.choice(differences, differences.size).mean() for _ in range(RESAMPLES)])


def _interval(differences: list[NDArray[np.float64]]) -> str:
    """The mean over sets of the mean differences, in points, and where 95 % of the resampled ones lie."""
    draw = np.random.default_rng(7)
    means = np.mean([resampled(one, draw) for one in differences], axis=0)
    low, high = np.percentile(100 * means, (2.5, 97.5))
    return f"{100 * np.mean([one.mean() for one in differences]):+.2f} [{low:+.2f}, {high:+.2f}]"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="BEIR_FOLDER")
    parser.add_argument("--data", type=Path, default=Path("data"))
    arguments = parser.parse_args()
    sets = {name: measured(folder, arguments.data) for name, folder in by_name(arguments.folders).items()}
    base = next(iter(WAYS))
    print_head("way", *sets, "mean")
    values = [found[base].mean() for found in sets.values()]
    print_row(base, *(f"{value:.4f}" for value in (*values, np.mean(values))))
    for name in list(WAYS)[1:]:
        differences = [found[name] - found[base] for found in sets.values()]
        print_row(name, *(_interval([one]) for one in differences), _interval(differences))


if __name__ == "__main__":
    run_benchmark(main)

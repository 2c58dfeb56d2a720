"""How quickly and how exactly texts are embedded: `python -m benchmarks.encoding [--texts N] [--model M]`.

Prints a markdown table: passages of 120 words a second in a batch as building makes them, the time
of one question, and the least and mean cosine to float32 by sentence-transformers. The runtimes take
turns, so that a disturbed machine disturbs all of them. The passages are recombined sentences of
the seed articles. Where torch finds a GPU, sentence-transformers runs on it, too, as building does there.
"""

from __future__ import annotations

import argparse
import platform
import random
import statistics
import tempfile
import time
from importlib.metadata import version
from pathlib import Path

import numpy as np

from benchmarks.corpus import SEEDS
from benchmarks.entry import at_least, run_benchmark
from benchmarks.tables import print_head, print_row
from index.articles.article import Article
from index.articles.corpus import read_corpus
from index.encoding.choosing import best_device, encoder_of
from index.encoding.encoder import Encoder
from index.encoding.exporting import export_model
from index.encoding.exports import Precision
from index.encoding.models import find_model
from index.encoding.sentence_transformer import SentenceTransformerEncoder
from index.sentences import sentences

WORDS = 120
TURNS = 3
HEADS = ("runtime", "passages/s, best of 3", "question, ms, median", "p95", "cosine, mean", "least")
LIBRARIES = ("onnxruntime", "tokenizers", "sentence-transformers", "transformers", "torch", "numpy")


def passages(count: int) -> list[str]:
    """Passages of 120 words out of sentences of the seed articles, the same at every run."""
    found = [
        " ".join(article.text[start:end].split())
        for article in read_corpus([SEEDS])
        if isinstance(article, Article)
        for start, end in sentences(article.text)
    ]
    chance = random.Random(5)  # noqa: S311 - texts, not secrets
    made: list[str] = []
    while len(made) < count:
        words = " ".join(chance.sample(found, min(len(found), 24))).split()
        if len(words) >= WORDS:
            made.append(" ".join(words[:WORDS]))
    return made


def questions(texts: list[str]) -> list[str]:
    """A question of eight words out of each passage."""
    return [f"who said {' '.join(text.split()[20:26])}" for text in texts]


def measure(encoders: dict[str, Encoder], count: int) -> list[tuple[str, ...]]:
    """The rows of the table below `HEADS`; the first encoder is the one that others are compared with."""
    texts = passages(count)
    asked = questions(texts)[:60]
    for encoder in encoders.values():
        encoder.encode(texts[:2])
    rates: dict[str, list[float]] = {name: [] for name in encoders}
    waits: dict[str, list[float]] = {name: [] for name in encoders}
    vectors = {}
    for _ in range(TURNS):
        for name, encoder in encoders.items():
            began = time.perf_counter()
            vectors[name] = encoder.encode(texts)
            rates[name].append(len(texts) / (time.perf_counter() - began))
    for question in asked:
        for name, encoder in encoders.items():
            began = time.perf_counter()
            encoder.encode([question], queries=True)
            waits[name].append(1000 * (time.perf_counter() - began))
    exact = next(iter(vectors.values()))
    rows: list[tuple[str, ...]] = []
    for name in encoders:
        cosines = (vectors[name] * exact).sum(axis=1)
        late = float(np.percentile(waits[name], 95))
        speed = (max(rates[name]), statistics.median(waits[name]), late)
        exactness = (cosines.mean(), cosines.min())
        rows.append((name, *(f"{one:.1f}" for one in speed), *(f"{one:.4f}" for one in exactness)))
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--texts", type=at_least(1), default=128, help="passages a turn (default: 128)")
    parser.add_argument("--model", help="a sentence-transformers name or folder")
    arguments = parser.parse_args()
    model = find_model(arguments.model)
    with tempfile.TemporaryDirectory(prefix="whosaid-") as place:
        encoders: dict[str, Encoder] = {
            "sentence-transformers, float32": SentenceTransformerEncoder(model, "")
        }
        if (device := best_device()) != "cpu":
            encoders[f"sentence-transformers, float32, {device}"] = SentenceTransformerEncoder(
                model, "", device=device
            )
        for precision in (Precision.FLOAT32, Precision.INT8):
            export = export_model(model, Path(place), (precision,))
            encoders[f"{export.runtime}, {precision}"] = encoder_of(export, Path(place), model)
        rows = measure(encoders, arguments.texts)
    print_head(*HEADS)
    for row in rows:
        print_row(*row)
    print(f"\n{model.name}; {platform.processor() or platform.machine()}, {platform.platform()}")
    print(", ".join(f"{name} {version(name)}" for name in LIBRARIES))


if __name__ == "__main__":
    run_benchmark(main)

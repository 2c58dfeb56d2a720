"""A labelled set out of any corpus: `python -m benchmarks.headlines CORPUS.jsonl... --to FOLDER [--questions 600]`.

A ranking that was chosen on a few sets may suit those alone. Here each question is the title of an article
and finds what it stood above: the articles (`_id`, `title` and `text`) come without their titles. Left out
are those with a title of less than four words or a text of less than fifty, and those whose id, title or
text stands twice. Of the others `--documents` are drawn, with a fixed seed, and of these `--questions` are asked.

FOLDER has BEIR form: `python -m benchmarks.ranking FOLDER` measures over it.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.entry import at_least, run_benchmark
from benchmarks.json_lines import read_json_lines, write_json_lines
from index.folding import word_sequence

_FEWEST_IN_TITLE = 4
_FEWEST_IN_TEXT = 50


@dataclass(frozen=True, slots=True)
class Titled:
    """An article with its title apart from its text."""

    name: str
    title: str
    text: str


def titled(paths: Iterable[Path]) -> Iterator[Titled]:
    """The articles of the files."""
    for path in paths:
        for article in read_json_lines(path, ("_id", "title", "text")):
            yield Titled(str(article["_id"]), str(article["title"] or ""), str(article["text"]))


def usable(articles: Iterable[Titled]) -> list[Titled]:
    """Those whose title can ask for their text, and for no other."""
    long = [
        one
        for one in articles
        if len(one.title.split()) >= _FEWEST_IN_TITLE and len(one.text.split()) >= _FEWEST_IN_TEXT
    ]
    names = Counter(one.name for one in long)
    titles = Counter(word_sequence(one.title) for one in long)
    texts = Counter(one.text for one in long)
    return [
        one for one in long if names[one.name] == titles[word_sequence(one.title)] == texts[one.text] == 1
    ]


def write_set(folder: Path, articles: Sequence[Titled], questions: int) -> None:
    """Write the articles without their titles, and the first titles as the questions."""
    (folder / "qrels").mkdir(parents=True, exist_ok=True)
    write_json_lines(folder / "corpus.jsonl", ({"_id": one.name, "text": one.text} for one in articles))
    asked = ({"_id": one.name, "text": one.title} for one in articles[:questions])
    write_json_lines(folder / "queries.jsonl", asked)
    with (folder / "qrels" / "test.tsv").open("w", encoding="utf-8") as file:
        file.write("query-id\tcorpus-id\tscore\n")
        file.writelines(f"{one.name}\t{one.name}\t1\n" for one in articles[:questions])


def main() -> None:
    """Draw and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("corpora", nargs="+", type=Path, metavar="CORPUS.jsonl")
    parser.add_argument("--to", required=True, type=Path, metavar="FOLDER")
    parser.add_argument("--documents", type=at_least(1), default=6_000)
    parser.add_argument("--questions", type=at_least(1), default=600)
    arguments = parser.parse_args()
    articles = sorted(usable(titled(arguments.corpora)), key=lambda one: one.name)
    random.Random(7).shuffle(articles)  # noqa: S311 - the same articles every time, no secret
    articles = articles[: arguments.documents]
    write_set(arguments.to, articles, arguments.questions)
    print(f"{arguments.to}: {len(articles)} articles, {min(len(articles), arguments.questions)} questions")


if __name__ == "__main__":
    run_benchmark(main)

"""How well reports of one statement are joined: `python -m benchmarks.joins [--errors]`.

`joins/labels.jsonl` names statements of `seeds/` and of the articles in `joins/articles/`, written
for this, by an article and words that stand in them; those of one group are one statement. Every
pair of one speaker's labelled statements is a decision: to join it or not.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import tempfile
from dataclasses import dataclass
from pathlib import Path

import index
from benchmarks.corpus import SEEDS
from benchmarks.entry import run_benchmark
from benchmarks.json_lines import read_json_lines
from index.answers.clusters import joined
from index.answers.evidence import Evidence
from index.building.pipeline import build
from index.encoding.choosing import load_encoder
from index.questions import Filters
from index.search.candidates import ANYTHING
from index.snapshot import Snapshot

HERE = Path(__file__).parent
CORPUS = (SEEDS, HERE / "joins" / "articles")
LABELS = HERE / "joins" / "labels.jsonl"


@dataclass(frozen=True, slots=True)
class Decisions:
    """Pairs of statements: to be joined and joined, joined wrongly, and missed; and labels that no
    statement was found for.
    """

    right: list[tuple[str, str]]
    wrong: list[tuple[str, str]]
    missed: list[tuple[str, str]]
    absent: list[str]


async def decide(snapshot: Snapshot) -> Decisions:
    """What is joined of the labelled statements of an index of CORPUS."""
    statements = snapshot.reader.stored.statements(await snapshot.listed(ANYTHING, 1_000_000))
    articles = snapshot.reader.stored.articles(statement.article for statement in statements.values())
    evidence = [Evidence(one, 1.0, verbatim=False, close=False) for one in statements.values()]
    clusters = await snapshot.run(joined, snapshot, evidence, Filters())
    cluster_of = {item.statement.number: at for at, cluster in enumerate(clusters) for item in cluster}
    labelled: list[tuple[str, str, Evidence]] = []
    absent = []
    for label in read_json_lines(LABELS, ("article", "text")):
        name = f"{label['article'][:3]} {label['text']}"
        found = [
            item
            for item in evidence
            if articles[item.statement.article].article.id == label["article"]
            and label["text"] in item.statement.text.replace("\u00a0", " ")
        ]
        if found:
            labelled.append((label["group"], name, found[0]))
        else:
            absent.append(name)
    decisions = Decisions([], [], [], absent)
    for (one_group, one_name, one), (other_group, other_name, other) in itertools.combinations(labelled, 2):
        if one.speaker_key != other.speaker_key and one_group != other_group:
            continue
        together = cluster_of[one.statement.number] == cluster_of[other.statement.number]
        if together or one_group == other_group:
            kind = (
                decisions.wrong
                if one_group != other_group
                else decisions.right
                if together
                else decisions.missed
            )
            kind.append((one_name, other_name))
    return decisions


async def measure() -> Decisions:
    """Build an index of CORPUS in a temporary folder and decide every pair."""
    with tempfile.TemporaryDirectory() as data:
        build(Path(data), CORPUS, load_encoder(), model=None, listener=lambda event: None)
        async with index.open(data) as library, library.snapshot() as snapshot:
            return await decide(snapshot)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="print each wrong and missed pair")
    arguments = parser.parse_args()
    decisions = asyncio.run(measure())
    right, wrong, missed = len(decisions.right), len(decisions.wrong), len(decisions.missed)
    print(f"pairs to join {right + missed}: joined {right}, missed {missed}; joined wrongly {wrong}")
    print(f"labels without a statement: {', '.join(decisions.absent) or 'none'}")
    if arguments.errors:
        for word, pairs in (("wrong ", decisions.wrong), ("missed", decisions.missed)):
            for one, other in pairs:
                print(f"{word}  {one}  |  {other}")


if __name__ == "__main__":
    run_benchmark(main)

"""Quality and speed of the quotation reader on a labelled file, scored by a given script.

    python -m benchmarks.quotations GOLD.jsonl SCORE.py

GOLD holds one article a line ({"id", "text", "quotes": [...]}, plain or gzipped), SCORE is called as
`python SCORE GOLD PRED [options]` and prints its figures.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.entry import run_benchmark
from benchmarks.json_lines import read_json_lines, write_json_lines
from index.articles.layout import blocks
from index.errors import BadInput, OperationFailed
from index.quotations import Statement, extract

_TASKS: tuple[tuple[str, list[str]], ...] = (
    ("direct", []),
    ("verbatim", ["--min-words", "4"]),
    ("speech", ["--iou", "0.5"]),
)


def prediction(article: str, statements: list[Statement]) -> dict[str, Any]:
    quotes = []
    for statement in statements:
        speaker = statement.speaker
        quotes.append(
            {
                "start": statement.start,
                "end": statement.end,
                "kind": statement.kind.value,
                "quoted": statement.quoted,
                "speaker": speaker.name if speaker else None,
                "speaker_start": speaker.start if speaker else None,
                "speaker_end": speaker.end if speaker else None,
            }
        )
    return {"id": article, "quotes": quotes}


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path)
    parser.add_argument("score", type=Path)
    arguments = parser.parse_args()
    gold = read_json_lines(arguments.gold, ("id", "text"))
    if not gold:
        raise BadInput(f"{arguments.gold}: there is no article in it")
    laid_out = [(article, blocks(article["text"])) for article in gold]
    begin = time.process_time()
    found = [(article["id"], extract(article["text"], parts)) for article, parts in laid_out]
    seconds = time.process_time() - begin
    words = sum(len(article["text"].split()) for article in gold)
    print(
        f"{len(gold)} articles of {words / len(gold):.0f} words: {len(gold) / seconds:.0f} articles a second"
    )
    with tempfile.TemporaryDirectory() as folder:
        gold_path, found_path = Path(folder, "gold.jsonl"), Path(folder, "found.jsonl")
        write_json_lines(gold_path, gold)
        write_json_lines(found_path, [prediction(name, statements) for name, statements in found])
        for task, options in _TASKS:
            command = [sys.executable, str(arguments.score), str(gold_path), str(found_path), *options]
            scored = subprocess.run(command, check=False, capture_output=True, text=True)
            lines = scored.stdout.splitlines()
            at = next((number for number, line in enumerate(lines) if line.startswith(task)), None)
            if scored.returncode or at is None:
                told = (scored.stderr.strip() or "it printed no figures").splitlines()[-1]
                raise OperationFailed(f"{arguments.score}: the figures of {task} are missing ({told})")
            print(" ".join([task, *options]), "\n".join(["", *lines[at : at + 2]]))
    return 0


if __name__ == "__main__":
    run_benchmark(main)

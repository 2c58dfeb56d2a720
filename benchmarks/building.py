"""How fast an index is built: `python -m benchmarks.building DATA [--passages 100000] [--from FOLDER...]`.

Makes a corpus as `benchmarks.corpus` describes and builds its index with blended vectors, so that the
figures are of everything but the encoder. Then runs `python -m index build` as a user would, with the
real encoder: when nothing changed, and after one article in the middle was changed. Times are from a
process's start to its end, memory is the most that the process held (VmHWM, mapped files included).
Last the index is opened, in a new process each time: without its imports, checksums included.

Prints a table in Markdown.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import index
from benchmarks.corpus import SEEDS, Source, blending_encoder, write_corpus
from benchmarks.entry import at_least, run_benchmark
from benchmarks.tables import print_head, print_row
from index.building.pipeline import build
from index.cli.progress import print_summary, shown_progress
from index.storage.builds import builds_folder, current_id
from index.storage.manifest import Manifest

_OPENINGS = 5
_STAGES = ("articles", "terms and vectors", "names", "to the disk")


@dataclass(slots=True)
class Run:
    """One build: seconds of each stage and of the whole process, peak memory in MB, texts embedded."""

    seconds: float = 0.0
    memory: float = 0.0
    embedded: int = 0
    stages: dict[str, float] = field(default_factory=dict)


def measure(command: Sequence[str]) -> Run:
    """Run a build that tells its progress as JSON lines, and take its times."""
    run = Run()
    began = time.monotonic()
    marks = [began]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None  # noqa: S101 - it is piped
        whole = False
        for line in child.stdout:
            event = json.loads(line)
            now = time.monotonic()
            finished = event.get("total") is not None and event.get("done") == event.get("total")
            if event["event"] == "done":
                run.embedded = event["embedded"]
            elif event.get("stage") == "reading" and finished:
                marks.append(now)
            elif event.get("stage") == "embedding" and finished and not whole:
                whole = True
                marks.append(now)
            elif event.get("stage") == "writing":
                marks.append(now)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    run.seconds = time.monotonic() - began
    run.memory = usage.ru_maxrss / 1024
    marks.append(began + run.seconds)
    run.stages = dict(zip(_STAGES, (after - before for before, after in pairwise(marks)), strict=False))
    if child.returncode:
        raise SystemExit(f"{' '.join(command)}: exit code {child.returncode}")
    return run


def change_one(corpus: Path) -> None:
    """Add a sentence, another one each time, to the article in the middle of a `.jsonl` file."""
    lines = corpus.read_bytes().splitlines(keepends=True)
    record = json.loads(lines[len(lines) // 2])
    record["text"] += f" The council voted on it at {time.time():.3f}."
    lines[len(lines) // 2] = json.dumps(record, ensure_ascii=False).encode() + b"\n"
    corpus.write_bytes(b"".join(lines))


async def opening_ms(data: Path) -> float:
    """How long opening the index takes, in milliseconds."""
    began = time.perf_counter()
    async with index.open(data):
        return (time.perf_counter() - began) * 1000


def _build_blended(data: Path, folders: Sequence[Path]) -> None:
    encoder = blending_encoder(Source.read(folders), data)
    with shown_progress("json") as listener:
        print_summary(build(data, [data / "corpus.jsonl"], encoder, model=None, listener=listener), "json")


def _openings(data: Path) -> list[float]:
    command = [sys.executable, "-m", "benchmarks.building", str(data), "--step", "open"]
    return sorted(float(subprocess.check_output(command, text=True)) for _ in range(_OPENINGS))


def main() -> int:
    """Measure, or be one of the processes that are measured."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "data", type=Path, metavar="DATA", help="a data folder to make or, with an index, to use"
    )
    parser.add_argument("--passages", type=at_least(1), default=10_000)
    parser.add_argument("--from", dest="folders", type=Path, nargs="+", default=[SEEDS], metavar="FOLDER")
    parser.add_argument("--step", choices=("build", "open"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    data: Path = arguments.data
    if arguments.step == "build":
        _build_blended(data, arguments.folders)
        return 0
    if arguments.step == "open":
        print(asyncio.run(opening_ms(data)))
        return 0
    corpus = data / "corpus.jsonl"
    runs: dict[str, Run] = {}
    if current_id(data) is None:
        data.mkdir(parents=True, exist_ok=True)
        write_corpus(corpus, Source.read(arguments.folders), arguments.passages)
        ours = [sys.executable, "-m", "benchmarks.building", str(data), "--step", "build", "--from"]
        runs["everything"] = measure([*ours, *map(str, arguments.folders)])
    users = [sys.executable, "-m", "index", "build", str(corpus), "--data", str(data), "--progress", "json"]
    runs["nothing changed"] = measure(users)
    change_one(corpus)
    runs["one article changed"] = measure(users)
    folder = builds_folder(data) / str(current_id(data))
    manifest = Manifest.read(folder)
    size = sum(seal.size for seal in manifest.files.values()) / 1e6
    print(
        f"{manifest.articles} articles, {manifest.passages} passages, {manifest.statements} statements, {size:.0f} MB\n"
    )
    print_head("build", *(f"{stage}, s" for stage in _STAGES), "whole, s", "memory, MB", "embedded")
    for name, run in runs.items():
        stages = (f"{run.stages.get(stage, 0):.1f}" for stage in _STAGES)
        print_row(name, *stages, f"{run.seconds:.1f}", f"{run.memory:.0f}", str(run.embedded))
    openings = _openings(data)
    print(
        f"\nopening: {openings[0]:.0f} ms at best, {openings[len(openings) // 2]:.0f} ms in the middle of {_OPENINGS}"
    )
    return 0


if __name__ == "__main__":
    run_benchmark(main)

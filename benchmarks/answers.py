"""Speed and memory of whole answers: `python -m benchmarks.answers DATA... [--questions 200] [--plot FILE.svg]`.

Each data folder (`python -m benchmarks.corpus` makes big ones) is opened in a process of its own. The
questions are made of what the index holds, drawn with a fixed seed, a quarter of each kind:

- who said ...: four to seven words in a row out of a statement;
- what did S say about ...: its speaker, and three of its longer words;
- did S say ...: the same words as for the first kind, and a speaker;
- a passage: eight words in a row out of a passage.

The time is from the question as text to the answer object, the encoding of the question included; each
question is asked once, none twice. Then 32 more are asked at once. Memory is what the process holds
at the end: its own (RssAnon) and pages of mapped files (RssFile), which it shares with others.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import platform
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import index
from benchmarks.entry import at_least, run_benchmark
from benchmarks.memory import held
from benchmarks.tables import print_head, print_row
from index.library import Library
from index.search.candidates import UnitKind

AT_ONCE = 32
_WARM_UP = 10


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured over one index; times in milliseconds, memory in MiB."""

    passages: int
    statements: int
    opened: float
    median: float
    p95: float
    worst: float
    by_kind: dict[str, float]
    at_once: float
    found: float
    own: float
    mapped: float


async def questions(library: Library, count: int) -> list[tuple[str, str]]:
    """`count` questions with their kinds, drawn evenly from all over the index."""
    draw = random.Random(7)  # noqa: S311 - the same questions every time, no secret
    asked: list[tuple[str, str]] = []
    async with library.snapshot() as snapshot:
        manifest, reader = snapshot.manifest, snapshot.reader
        while len(asked) < count:
            said = draw.randrange(manifest.statements)
            shown = draw.randrange(manifest.passages)
            statement = reader.stored.statements([said])[said]
            words = reader.stored.texts(UnitKind.STATEMENT, [said])[said].split()
            passage = reader.stored.texts(UnitKind.PASSAGE, [shown])[shown].split()
            if statement.person is None or len(words) < 8 or len(passage) < 20:
                continue
            name = snapshot.people.persons[statement.person].name
            start = draw.randrange(len(words) - 6)
            run = _plain(words[start : start + draw.randrange(4, 8)])
            topic = _plain(sorted(words, key=len)[-3:])
            begin = draw.randrange(len(passage) - 8)
            asked += [
                ("who said", f"who said {run}"),
                ("what did S say", f"what did {name} say about {topic}"),
                ("did S say", f"did {name} say {run}"),
                ("passages", _plain(passage[begin : begin + 8])),
            ]
    return asked[:count]


def _plain(words: Sequence[str]) -> str:
    return " ".join("".join(letter for letter in word if letter.isalnum() or letter == "-") for word in words)


async def measure(data: Path, count: int) -> Figures:
    """Ask `count` questions, one after the other, then 32 at once."""
    began = time.perf_counter()
    async with index.open(data) as library:
        opened = time.perf_counter() - began
        await library.warm()
        asked = await questions(library, _WARM_UP + count + AT_ONCE)
        for _, question in asked[:_WARM_UP]:
            await library.ask(question)
        times: list[tuple[str, float]] = []
        found = 0
        for kind, question in asked[_WARM_UP : _WARM_UP + count]:
            before = time.perf_counter()
            answer = await library.ask(question)
            times.append((kind, time.perf_counter() - before))
            found += answer.found
        before = time.perf_counter()
        await asyncio.gather(*(library.ask(question) for _, question in asked[-AT_ONCE:]))
        at_once = time.perf_counter() - before
        status = await library.status()
        everything = sorted(seconds for _, seconds in times)
        return Figures(
            passages=status.passages,
            statements=status.statements,
            opened=1e3 * opened,
            median=1e3 * statistics.median(everything),
            p95=1e3 * everything[int(0.95 * len(everything))],
            worst=1e3 * everything[-1],
            by_kind={
                kind: 1e3 * statistics.median(seconds for other, seconds in times if other == kind)
                for kind in dict.fromkeys(kind for kind, _ in times)
            },
            at_once=1e3 * at_once,
            found=found / count,
            own=held("RssAnon"),
            mapped=held("RssFile"),
        )


def print_table(rows: Sequence[Figures]) -> None:
    """Print the figures as a Markdown table."""
    kinds = list(rows[0].by_kind)
    times = ("open", "median", "p95", "worst", *kinds, "32 at once")
    print_head("passages", "statements", *times, "own", "mapped")
    for row in rows:
        cells = [f"{row.passages:,}", f"{row.statements:,}", f"{row.opened:.0f} ms"]
        cells += [f"{value:.1f} ms" for value in (row.median, row.p95, row.worst)]
        cells += [f"{row.by_kind[kind]:.1f} ms" for kind in kinds]
        cells += [f"{row.at_once:.0f} ms", f"{row.own:.0f} MiB", f"{row.mapped:.0f} MiB"]
        print_row(*cells)


def plot(rows: Sequence[Figures], path: Path) -> None:
    """Draw latency and memory over the number of passages, on logarithmic axes."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(9, 3.5), layout="constrained")
    latency, memory = figure.subplots(1, 2)
    sizes = [row.passages for row in rows]
    latency.plot(sizes, [row.median for row in rows], "o-", label="median")
    latency.plot(sizes, [row.p95 for row in rows], "o--", label="95th percentile")
    latency.set(title="From question to answer", ylabel="ms")
    memory.plot(sizes, [row.own for row in rows], "o-", label="own")
    memory.plot(sizes, [row.own + row.mapped for row in rows], "o--", label="with mapped files")
    memory.set(title="Memory of the answering process", ylabel="MiB")
    for axes in (latency, memory):
        axes.set(xscale="log", yscale="log", xlabel="passages (and three times as many statements)")
        axes.legend()
        axes.grid(visible=True, which="both", alpha=0.2)
    figure.savefig(path)


def main() -> int:
    """Measure each data folder and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path, nargs="+", metavar="DATA")
    parser.add_argument("--questions", type=at_least(1), default=200)
    parser.add_argument("--plot", type=Path, metavar="FILE.svg", help="needs matplotlib")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        print(json.dumps(asdict(asyncio.run(measure(arguments.data[0], arguments.questions)))))
        return 0
    rows = []
    for data in arguments.data:
        command = [sys.executable, "-m", "benchmarks.answers", str(data), "--one"]
        command += ["--questions", str(arguments.questions)]
        done = subprocess.run(command, check=False, stdout=subprocess.PIPE, text=True)
        if done.returncode:
            return done.returncode  # it has said why
        rows.append(Figures(**json.loads(done.stdout)))
        print(f"{data}: {rows[-1].found:.0%} answered", file=sys.stderr)
    print_table(sorted(rows, key=lambda row: row.passages))
    print(f"\nPython {platform.python_version()}, {platform.machine()}, {arguments.questions} questions")
    if arguments.plot:
        plot(sorted(rows, key=lambda row: row.passages), arguments.plot)
    return 0


if __name__ == "__main__":
    run_benchmark(main)

"""Builds of very many tiny files: `python -m benchmarks.soak.tiny_files [--counted 1000] [FILES...]`.

Makes folders of so many files of a line each (20,000 and 100,000, where nothing is given): `--counted` of
them hold a sentence of their own and become articles, of all others a third is empty, a third holds nothing
but white space, and a third repeats one text. So it is reading that is measured, not the model. Each folder
is built twice, the second time unchanged. Memory that grows by more than a kilobyte a file, and more than
300 lines of output, are findings; the exit code is 1 where there is one.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections import deque
from dataclasses import dataclass
from pathlib import Path

from benchmarks.entry import at_least, run_benchmark
from benchmarks.tables import print_head, print_row

ROOT = Path(__file__).parents[2]
_MOST_LINES = 300
_MOST_BYTES_A_FILE = 1_000


@dataclass(frozen=True, slots=True)
class Built:
    """What one build took: seconds by the clock and of the processor, peak memory in bytes, lines of output."""

    seconds: float
    computed: float
    memory: int
    lines: int
    last: str


def make(folder: Path, files: int, counted: int) -> None:
    """Write the files; those that count are spread evenly among the others."""
    folder.mkdir()
    every = max(files // counted, 1)
    others = (b"", b" \n", b"The ferry sails again.\n")
    for number in range(files):
        own = number % every == 0 and number // every < counted
        line = f"Ferry {number} sails again on Monday, harbour master Ilse Brandt said.\n".encode()
        descriptor = os.open(folder / f"{number:07}.txt", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
        os.write(descriptor, line if own else others[number % 3])
        os.close(descriptor)


def build(folder: Path, data: Path, output: Path) -> Built:
    """Build in a process of its own."""
    command = [sys.executable, "-m", "index", "build", str(folder), "--data", str(data)]
    start = time.monotonic()
    with output.open("wb") as file:
        process = subprocess.Popen(command, cwd=ROOT, stdout=file, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    with output.open("rb") as file:
        told = deque(enumerate(file, start=1), maxlen=1)
    lines, last = told[0] if told else (0, b"")
    if process.returncode:
        raise SystemExit(f"the build failed: {last.decode(errors='replace').strip()}")
    return Built(
        time.monotonic() - start,
        usage.ru_utime + usage.ru_stime,
        usage.ru_maxrss * 1024,
        lines,
        last.decode(errors="replace").strip(),
    )


def main() -> int:
    """Make, build and tell."""
    parser = argparse.ArgumentParser(description="build indexes of very many tiny files")
    parser.add_argument(
        "files", nargs="*", type=int, metavar="FILES", help="how many; several: a folder of each"
    )
    parser.add_argument("--counted", type=at_least(1), default=1_000, help="how many of them become articles")
    parser.add_argument("--folder", type=Path, help="an empty or new folder to work in, which is left behind")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        work = arguments.folder or Path(made)
        work.mkdir(parents=True, exist_ok=True)
        fell_short = False
        smallest: tuple[int, Built] | None = None
        print_head(
            "files", "build", "seconds", "processor", "µs a file", "peak memory", "bytes a file", "lines"
        )
        for files in sorted(arguments.files or (20_000, 100_000)):
            make(work / f"{files}", files, arguments.counted)
            for which in ("first", "again, unchanged"):
                built = build(work / f"{files}", work / f"data{files}", work / "output.txt")
                more = ""
                if smallest is None:
                    smallest = files, built
                elif files > smallest[0]:
                    grown = (built.memory - smallest[1].memory) / (files - smallest[0])
                    fell_short = fell_short or grown > _MOST_BYTES_A_FILE
                    more = f"{grown:,.0f}"
                fell_short = fell_short or built.lines > _MOST_LINES
                print_row(
                    f"{files:,}",
                    which,
                    f"{built.seconds:.1f}",
                    f"{built.computed:.1f}",
                    f"{1e6 * built.computed / files:.0f}",
                    f"{built.memory / 1e6:,.0f} MB",
                    more,
                    f"{built.lines:,}",
                )
                print(f"{files:,}, {which}: {built.last}", file=sys.stderr, flush=True)
    return 1 if fell_short else 0


if __name__ == "__main__":
    run_benchmark(main)

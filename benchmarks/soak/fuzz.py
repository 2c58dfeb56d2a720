"""Hostile input for all that reads input: `python -m benchmarks.soak.fuzz [--minutes 30] [--seed 1] [TARGET...]`.

Each target of `benchmarks.soak.targets` has its share of the time, in a process of its own: four fifths
for inputs of up to 4,000 bytes put together at random, one fifth for texts that repeat a few
fragments, each measured at two lengths, for what takes more than linear time. An exception, an input
that takes 20 seconds, 3 GB of memory, a repetition whose time grows by more than its length, and a process
that ends before its time are findings, told with their cause; the exit code is 1 where there is one. With
`--guided` and atheris installed, inputs are mutated towards code that was not reached.
"""

from __future__ import annotations

import argparse
import faulthandler
import json
import logging
import os
import random
import re
import resource
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from benchmarks.entry import run_benchmark
from benchmarks.soak.fragments import FRAGMENTS, SAMPLES
from benchmarks.tables import print_head, print_row

ROOT = Path(__file__).parents[2]
LONGEST = 4_000
_MEMORY = 3 << 30
HANG_S = 20
# In code that no Python signal handler can end: libFuzzer's limit, by the clock on the wall. It must not be
# 0: atheris takes that for no time at all, and ends with whatever input its first alarm comes upon.
_STUCK_S = 10 * HANG_S
_SAVE_S = 5.0
_GROWTH_SHARE = 0.2
_SHORT, _FACTOR = 8_000, 4
_MOST_GROWTH = 1.75 * _FACTOR
_LEAST_S = 0.1
_GRACE_S = 60.0
_TELLING = re.compile(r"Error|ERROR|SUMMARY|Timeout|timeout|Fatal|  File ")

Target = Callable[[bytes], None]


class Hang(Exception):
    """An input takes too long."""


def hang(*_: object) -> None:
    """What the alarm of `ITIMER_PROF` does. Raises Hang."""
    raise Hang(f"it takes more than {HANG_S} s")


@dataclass(slots=True)
class Outcome:
    """What became of one target: inputs, the longest time of one in seconds, repetitions, what was found.

    `finished` says that it went on until its time was over.
    """

    name: str
    inputs: int = 0
    slowest: float = 0.0
    repetitions: int = 0
    steepest: float = 0.0
    memory_mb: int = 0
    findings: list[str] = field(default_factory=list)
    finished: bool = False

    def cells(self) -> tuple[str, ...]:
        """The cells of its line of the table; `steepest` is the growth of time when the length grows fourfold."""
        return (
            self.name,
            f"{self.inputs:,}",
            f"{self.slowest:.2f} s",
            f"{self.repetitions:,}",
            f"{self.steepest:.1f}",
            f"{self.memory_mb} MB",
            str(len(self.findings)),
        )


class Fuzzing:
    """Runs one target until its time is over, and notes what happens."""

    def __init__(self, target: Target, outcome: Outcome, result: Path) -> None:
        self._target = target
        self.outcome = outcome
        self._result = result
        self._current = os.open(_input_of(result), os.O_RDWR | os.O_CREAT, 0o600)
        self._seen: set[str] = set()
        self._saved = 0.0

    def run(self, data: bytes) -> float:
        """One input; its time in seconds of this process, which a hang takes `HANG_S` of."""
        os.pwrite(self._current, data, 0)
        os.ftruncate(self._current, len(data))
        start = time.process_time()
        try:
            signal.setitimer(signal.ITIMER_PROF, HANG_S)
            self._target(data)
        except Exception as error:
            self._note(error, data)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        return time.process_time() - start

    def _note(self, error: Exception, data: bytes) -> None:
        last = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{type(error).__name__} in {Path(last.filename).name}:{last.lineno}"
        if place not in self._seen:
            self._seen.add(place)
            self.outcome.findings.append(f"{place}: {str(error)[:100]} <- {data[:300]!r}")
            self.save()

    def save(self) -> None:
        """Write down how far it is: what was found must outlive this process."""
        self.outcome.memory_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        written = self._result.with_suffix(".part")
        written.write_text(json.dumps(asdict(self.outcome)))
        written.replace(self._result)
        self._saved = time.monotonic()

    def _save_now_and_then(self) -> None:
        if time.monotonic() > self._saved + _SAVE_S:
            self.save()

    def once(self, data: bytes) -> None:
        """One of many inputs."""
        taken = self.run(data)
        self.outcome.inputs += 1
        self.outcome.slowest = max(self.outcome.slowest, taken)
        self._save_now_and_then()

    def repetition(self, before: str, fragment: str, after: str) -> None:
        """A fragment repeated, at two lengths: the time may grow with the length and no more."""
        size = max(len(fragment.encode()), 1)

        def seconds(length: int) -> float:
            return self.run((before + fragment * (length // size) + after).encode())

        self._save_now_and_then()
        short, long = seconds(_SHORT), seconds(_SHORT * _FACTOR)
        self.outcome.repetitions += 1
        if long < _LEAST_S:
            return
        if long > _MOST_GROWTH * short:  # again, since others use the machine too
            short, long = (min(seconds(length) for _ in range(3)) for length in (_SHORT, _SHORT * _FACTOR))
        growth = long / max(short, 1e-3)
        if growth > _MOST_GROWTH and seconds(_SHORT * _FACTOR * 2) < _MOST_GROWTH / _FACTOR * 2 * long:
            return  # it does not go on: there is a bound
        self.outcome.steepest = max(self.outcome.steepest, growth)
        if growth > _MOST_GROWTH and long >= _LEAST_S:
            self.outcome.findings.append(
                f"grows by {growth:.1f} for {_FACTOR} times the length ({long:.2f} s):"
                f" {before!r} + {fragment!r} * n + {after!r}"
            )


def mixtures(rng: random.Random, samples: list[bytes]) -> Iterator[bytes]:
    """Inputs without end: fragments in a row, and samples with fragments, damage and repetitions in them."""
    fragments = [fragment.encode("utf-8", "surrogatepass") for fragment in FRAGMENTS]
    while True:
        data = bytearray(rng.choice(samples) if rng.random() < 0.6 else b"")
        for _ in range(rng.randrange(1, 25)):
            at = rng.randrange(len(data) + 1)
            match rng.randrange(5):
                case 0:
                    del data[at : at + rng.randrange(1, 40)]
                case 1:
                    data[at:at] = bytes([rng.randrange(256)])
                case 2:
                    data[at:at] = rng.choice(fragments) * rng.choice((1, 1, 2, 30))
                case _:
                    data[at:at] = rng.choice(fragments)
        yield bytes(data[:LONGEST])


def repetitions(rng: random.Random, name: str) -> Iterator[tuple[str, str, str]]:
    """What stands before, what is repeated and what stands after, without end."""
    frames = [("", "")]
    if name == "markdown":
        frames.append(("---\ntitle: ", "\n---\nThe ferry sails."))
    if name == "json_lines":
        frames += [('{"id":"a","text":"', '"}'), ('{"id":"a","text":"b","title":', "}")]

    def some(*counts: int) -> str:
        return "".join(rng.choice(FRAGMENTS) for _ in range(rng.choice(counts)))

    while True:
        before, after = rng.choice(frames)
        yield before + some(0, 0, 1, 2), some(1, 1, 2, 2, 3, 4, 6), some(0, 0, 1, 2) + after


def fuzz(name: str, seconds: float, seed: int, result: Path, *, guided: bool) -> None:
    """Fuzz one target in this process, and write its outcome."""
    logging.disable(logging.CRITICAL)
    faulthandler.enable()
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    signal.signal(signal.SIGPROF, hang)
    target = _instrumented(name) if guided else _plain(name)
    fuzzing = Fuzzing(target, Outcome(name), result)
    rng = random.Random(seed)  # noqa: S311  (no secret)
    samples = [sample.encode() for sample in SAMPLES[name]]
    now = time.monotonic()
    growing_until, until = now + seconds * _GROWTH_SHARE, now + seconds
    fuzzing.run(samples[0])  # what is loaded at the first use is not measured
    for before, fragment, after in repetitions(rng, name):
        fuzzing.repetition(before, fragment, after)
        if time.monotonic() > growing_until:
            break

    def finish() -> None:
        fuzzing.outcome.finished = True
        fuzzing.save()
        os._exit(0)  # libFuzzer does not come back

    def once(data: bytes) -> None:
        if time.monotonic() > until:
            finish()
        fuzzing.once(data)

    for data in mixtures(rng, samples):
        once(data)
        if guided and fuzzing.outcome.inputs >= 2_000:
            break
    _guide(once, samples, seed, result.parent / name)


def _plain(name: str) -> Target:
    from benchmarks.soak.targets import TARGETS

    return TARGETS[name]


def _instrumented(name: str) -> Target:
    import atheris

    with atheris.instrument_imports(include=["index", "bot"]):
        return _plain(name)


def _guide(once: Target, samples: list[bytes], seed: int, corpus: Path) -> None:
    """Hand over to libFuzzer, which mutates towards code that was not reached yet."""
    import atheris

    corpus.mkdir()
    for number, sample in enumerate(samples):
        (corpus / str(number)).write_bytes(sample)
    words = corpus.with_suffix(".dict")
    entries = ("".join(f"\\x{byte:02x}" for byte in fragment.encode()) for fragment in FRAGMENTS)
    words.write_text("".join(f'"{entry}"\n' for entry in entries))
    options = [f"-seed={seed}", f"-max_len={LONGEST}", f"-dict={words}"]
    # The limit of memory is that of the process, which a Python program survives and tells of.
    options += [f"-timeout={_STUCK_S}", "-rss_limit_mb=0", f"-artifact_prefix={corpus.parent}/"]
    atheris.Setup([sys.argv[0], *options, "-verbosity=0", str(corpus)], once)
    atheris.Fuzz()


def apart(name: str, seconds: float, seed: int, folder: Path, *, guided: bool) -> Outcome:
    """Fuzz one target in a process of its own; a process that ends before its time is a finding."""
    result = folder / f"{name}.json"
    command = [sys.executable, "-m", "benchmarks.soak.fuzz", name, "--alone", str(result)]
    command += ["--minutes", str(seconds / 60), "--seed", str(seed)]
    command += ["--guided"] if guided else []
    try:
        ended = subprocess.run(
            command,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,  # atheris tells of its time limit on standard output
            timeout=seconds + _STUCK_S + _GRACE_S,
            check=False,
        )
        cause = _cause(ended.returncode, ended.stdout.decode("utf-8", "replace"))
    except subprocess.TimeoutExpired:
        cause = "it went on after its time and was killed"
    outcome = Outcome(**json.loads(result.read_text())) if result.exists() else Outcome(name)
    if not outcome.finished:
        current = _input_of(result)
        data = current.read_bytes() if current.exists() else b""
        outcome.findings.append(f"the process ended before its time: {cause} <- {data[:500]!r}")
    return outcome


def _input_of(result: Path) -> Path:
    """The file that holds the input under way."""
    return result.with_suffix(".input")


def _cause(status: int, said: str) -> str:
    """Why a process ended: its exit status, or the signal that killed it, and what it said of that."""
    how = f"exit status {status}" if status >= 0 else f"killed by {signal.Signals(-status).name}"
    telling = " / ".join(line.strip() for line in said.splitlines() if _TELLING.search(line))
    return f"{how}: {telling[:1500]}"


def main() -> int:
    """Fuzz, and print the table."""
    parser = argparse.ArgumentParser(description="feed hostile input to all that reads input")
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(SAMPLES))
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--guided", action="store_true", help="by atheris, which must be installed")
    parser.add_argument("--alone", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    names = arguments.targets or list(SAMPLES)
    if unknown := set(names) - set(SAMPLES):
        parser.error(f"there is no target {', '.join(sorted(unknown))}")
    if arguments.alone is not None:
        fuzz(names[0], arguments.minutes * 60, arguments.seed, arguments.alone, guided=arguments.guided)
        return 0
    outcomes: list[Outcome] = []
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            print(f"{name} ...", file=sys.stderr, flush=True)
            share = arguments.minutes * 60 / len(names)
            outcomes.append(apart(name, share, arguments.seed, Path(folder), guided=arguments.guided))
            for finding in outcomes[-1].findings:
                print(f"{name}: {finding}", file=sys.stderr, flush=True)
    by = "atheris" if arguments.guided else "chance"
    print(
        f"Inputs of up to {LONGEST:,} bytes by {by}, seed {arguments.seed}, {arguments.minutes:g} minutes.\n"
    )
    grown = f"time at {_FACTOR} times the length"
    print_head("what", "inputs", "slowest", "repetitions", grown, "memory", "findings")
    for outcome in outcomes:
        print_row(*outcome.cells())
    return 1 if any(outcome.findings for outcome in outcomes) else 0


if __name__ == "__main__":
    run_benchmark(main)

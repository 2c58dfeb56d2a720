"""kill -9 of builds: `python -m benchmarks.soak.builds [--times 200] [--seed 1]`.

Before each kill the corpus changes a little (an article added, rewritten or removed); the build is a
process of its own, `python -m index build`, killed at a random moment of the life that an unkilled one
was measured to have: half of them of its whole life, half of the time from its first file on. Then the
index must open and answer as the build that `CURRENT` names, the next build must succeed and be, byte for
byte, what a full build of the same corpus is, and nothing of the dead one may be left. A tenth as many
first builds, into an empty data folder, and a fortieth as many that still have to export the model, are
killed too.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import shutil
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "tests"))

from faults.builds.changing_corpus import ChangingCorpus  # noqa: E402
from faults.builds.killing import Killed, Life, Phase, whole_life  # noqa: E402
from faults.builds.published import Remembering, answers, build_now  # noqa: E402
from faults.builds.rounds import Rounds  # noqa: E402

from benchmarks.entry import at_least, run_benchmark  # noqa: E402
from benchmarks.tables import print_head, print_row  # noqa: E402
from index.encoding.choosing import keep_export, load_encoder  # noqa: E402
from index.encoding.exports import MODELS  # noqa: E402

_OVER = 1.05  # of the life that was measured: some builds take longer


@dataclass(slots=True)
class Tally:
    """What the kills of one kind met, and what went wrong."""

    what: str
    phases: Counter[Phase] = field(default_factory=Counter)
    problems: list[str] = field(default_factory=list)

    def add(self, killed: Killed, problems: list[str]) -> None:
        """Count a kill."""
        self.phases[killed.phase] += 1
        self.problems += problems
        for problem in problems:
            print(f"{self.what}: {killed}: {problem}", file=sys.stderr)

    def cells(self) -> tuple[str, ...]:
        """The cells of its line of the table."""
        met = "; ".join(f"{phase}: {self.phases[phase]}" for phase in Phase if self.phases[phase])
        lost = f"{len(self.problems)} faults: {self.problems[0]}" if self.problems else "nothing"
        return (f"kill -9 of {self.what}", str(self.phases.total()), met, lost)


@dataclass(frozen=True, slots=True)
class Soak:
    """Folders below `root`, an encoder with its exported model, and the dice."""

    root: Path
    encoder: Remembering
    models: Path
    rng: random.Random

    def corpus(self) -> ChangingCorpus:
        """A new corpus."""
        return ChangingCorpus(Path(tempfile.mkdtemp(dir=self.root)) / "corpus", self.rng)

    def data(self, *, model: bool = True) -> Path:
        """An empty data folder, with the exported model in it or without."""
        data = Path(tempfile.mkdtemp(dir=self.root)) / "data"
        data.mkdir()
        if model:
            shutil.copytree(self.models, data / MODELS)
        return data

    async def kill(self, rounds: Rounds, life: Life, number: int, times: int) -> tuple[Killed, list[str]]:
        """Kill the build of that number out of `times`: of an even one at any moment of its life, of an
        odd one at any of its writing, which makes up the smaller part of a small build's life.
        """
        print(f"\r{number + 1} of {times} ", end="", file=sys.stderr, flush=True)
        moment = _OVER * (number + self.rng.random()) / times
        if number % 2:
            return await rounds.run(moment * (life.whole - life.writing), writing=True)
        return await rounds.run(moment * life.whole)

    def shuffled(self, times: int) -> list[int]:
        """The numbers below `times` in no order."""
        return self.rng.sample(range(times), times)

    async def over_an_index(self, times: int) -> Tally:
        """Kill builds over a published index, one after another in the same data folder."""
        tally = Tally("a build over a published index")
        data, corpus = self.data(), self.corpus()
        build_now(data, corpus.folder, self.encoder)
        life = whole_life(data, corpus.folder)
        published = await answers(data, self.encoder)
        rounds = Rounds(
            data, corpus, self.encoder, self.root / "full", whole_library=True, published=published
        )
        for number in self.shuffled(times):
            tally.add(*await self.kill(rounds, life, number, times))
            shutil.rmtree(self.root / "full")
        return tally

    async def first_builds(self, times: int, *, model: bool) -> Tally:
        """Kill builds into an empty data folder, which first export the model where it has none."""
        tally = Tally("a first build" if model else "a first build that exports the model")
        corpus = self.corpus()
        life = whole_life(self.data(model=model), corpus.folder)
        for number in self.shuffled(times):
            data = self.data(model=model)
            rounds = Rounds(data, corpus, self.encoder, self.root / "full", whole_library=True)
            if not model:
                rounds.chosen = load_encoder(data=data)
            tally.add(*await self.kill(rounds, life, number, times))
            shutil.rmtree(self.root / "full")
            shutil.rmtree(data)
        return tally


async def soak(times: int, seed: int) -> list[Tally]:
    """All kills, in folders that are gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="whosaid-soak-") as name:
        root = Path(name)
        chosen = load_encoder(data=root)
        encoder = Remembering(chosen)
        keep_export(chosen, root)
        kills = Soak(root, encoder, root / MODELS, random.Random(seed))  # noqa: S311 - kills need no secret
        return [
            await kills.over_an_index(times),
            await kills.first_builds(max(1, times // 10), model=True),
            await kills.first_builds(max(1, times // 40), model=False),
        ]


def main() -> int:
    """Print the table; 1 where anything was lost."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.soak.builds", description="Kill builds.")
    parser.add_argument("--times", type=at_least(0), default=200, help="kills over a published index")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    tallies = asyncio.run(soak(arguments.times, arguments.seed))
    print_head("fault", "times", "what it met", "lost")
    for tally in tallies:
        print_row(*tally.cells())
    return 1 if any(tally.problems for tally in tallies) else 0


if __name__ == "__main__":
    run_benchmark(main)

"""Losses of power during builds: `python -m benchmarks.soak.power [--times 30] [--opened 10] [--seed 1]`.

The file operations of so many builds are recorded, and replayed to every instant under the model that
`tests/faults/builds/power_loss.py` describes, which is stricter than journalling file systems are. Of all
the trees that a disk may then hold, the build that `CURRENT` names must be there file by file; some are
opened, asked, and built over.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "tests"))

from faults.builds.changing_corpus import ChangingCorpus  # noqa: E402
from faults.builds.lost_builds import Losses, lose_power  # noqa: E402
from hashing import Hashing  # noqa: E402

from benchmarks.entry import at_least, run_benchmark  # noqa: E402
from benchmarks.tables import print_head, print_row  # noqa: E402


async def soak(times: int, opened: int, seed: int) -> Losses:
    """Lose the power in so many builds: over none, one and two earlier ones in turn."""
    rng = random.Random(seed)  # noqa: S311 - faults need no secret
    total = Losses()
    for number in range(times):
        with tempfile.TemporaryDirectory(prefix="whosaid-soak-") as name:
            corpus = ChangingCorpus(Path(name) / "corpus", rng)
            losses = await lose_power(
                Path(name) / "builds", corpus, Hashing(), rng, earlier=number % 3, opened=opened
            )
        total.operations += losses.operations
        total.compared += losses.compared
        total.opened += losses.opened
        total.problems += losses.problems
        print(f"\r{number + 1} of {times} ", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return total


def main() -> int:
    """Print the table; 1 where anything was lost."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.soak.power", description="Lose the power.")
    parser.add_argument("--times", type=at_least(1), default=30, help="builds")
    parser.add_argument(
        "--opened", type=at_least(0), default=10, help="trees of each that are opened and built over"
    )
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    found = asyncio.run(soak(arguments.times, arguments.opened, arguments.seed))
    lost = f"{len(found.problems)} faults: {found.problems[0]}" if found.problems else "nothing"
    print_head("fault", "builds", "operations", "trees compared", "opened and built over", "lost")
    counts = (arguments.times, found.operations, found.compared, found.opened)
    print_row("loss of power during a build", *map(str, counts), lost)
    return 1 if found.problems else 0


if __name__ == "__main__":
    run_benchmark(main)

"""Backups and restorings killed before every step: `python -m benchmarks.soak.restores [--rounds 3] [--seed 0]`.

Each round makes two data folders of other articles, backs one up over an earlier backup, and restores it
over the other, killed by SIGKILL before each opening, renaming and removal of a file, one after another.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.entry import at_least, run_benchmark
from benchmarks.tables import print_head, print_row

ROOT = Path(__file__).parents[2]
_KILLS = ROOT / "tests" / "faults" / "storage" / "kills.py"
_MOST_STEPS = 5000
_FOLDER = """
import sys
from pathlib import Path
from faults.storage.conftest import used_folder
from index.backup.saving import back_up
data, corpus, file = map(Path, sys.argv[1:4])
used_folder(data, corpus, sys.argv[4])
back_up(data, file, print)
"""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the rounds and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=at_least(1), default=3)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    chance = random.Random(options.seed)  # noqa: S311 - chooses words
    found: dict[str, list[dict[str, Any]]] = {"restore": [], "backup": []}
    for number in range(options.rounds):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            for which in ("a", "b"):
                word = f"{which} {chance.randrange(10**6)}"
                _run("-c", _FOLDER, folder / which, folder / f"corpus-{which}", folder / f"{which}.tar", word)
            for what, results in found.items():
                work = folder / what
                work.mkdir()
                said = _run(_KILLS, what, folder / "a", folder / "b.tar", work, 0, _MOST_STEPS)
                results.extend(json.loads(said))
        print(f"round {number + 1} of {options.rounds}", file=sys.stderr)
    _print_table(found)


def _run(*command: object) -> str:
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}"}
    done = subprocess.run(
        [sys.executable, *map(str, command)], env=environment, stdout=subprocess.PIPE, text=True, check=True
    )
    return done.stdout


def _print_table(found: dict[str, list[dict[str, Any]]]) -> None:
    restored, saved = found["restore"], found["backup"]
    whole = {("old", "old"), ("new", "new")}
    torn = sum((one["reader"], one["bot"]) not in whole for one in restored)
    print_head("fault", "how often", "neither the old state nor the new one", "files left behind")
    for what, results, broken in (
        ("restoring over a folder killed", restored, torn),
        ("backup killed", saved, sum(one["file"] not in ("old", "new") for one in saved)),
    ):
        killed = sum(one["killed"] for one in results)
        left = sum(bool(one["left"]) for one in results)
        print_row(what, str(killed), str(broken), str(left))


if __name__ == "__main__":
    run_benchmark(main)

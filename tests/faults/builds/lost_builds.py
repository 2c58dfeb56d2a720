"""Builds that lose the power: recorded, replayed to every instant, and looked at."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from pathlib import Path

from faults.builds.changing_corpus import ChangingCorpus
from faults.builds.power_loss import states
from faults.builds.published import answers, build_now, content, left_over
from faults.builds.recording import Tree, read_tree, record

from index.encoding.encoder import Encoder
from index.errors import WhosaidError
from index.storage.builds import serving_id


@dataclass(slots=True)
class Losses:
    """How many operations were recorded and how many trees compared and opened, and what was wrong."""

    operations: int = 0
    compared: int = 0
    opened: int = 0
    problems: list[str] = field(default_factory=list)


async def lose_power(
    folder: Path, corpus: ChangingCorpus, encoder: Encoder, rng: random.Random, *, earlier: int, opened: int
) -> Losses:
    """Record a build over so many `earlier` ones in `folder`, and look at the trees that a loss of power
    may leave: all are compared with the published builds file by file, some are `opened` and built over.
    """
    root, full = folder / "disk", folder / "full"
    root.mkdir(parents=True)
    for _ in range(earlier):
        build_now(root / "data", corpus.folder, encoder)
        corpus.change()
    before = _serving(read_tree(root))
    asked = await answers(root / "data", encoder) if earlier else None
    recording = record(root, lambda: build_now(root / "data", corpus.folder, encoder))
    after = _serving(recording.after)
    build_now(full, corpus.folder, encoder)
    wanted = await answers(full, encoder)
    found = states(recording, rng, 4)
    losses = Losses(len(recording.operations), len(found))
    for done, tree in found:
        allowed = (after,) if done == losses.operations else (before, after)
        if _serving(tree) not in allowed:
            losses.problems.append(f"after operation {done}, {_serving(tree)[0]} serves and is not whole")
    for number, (done, tree) in enumerate(rng.sample(found, opened)):
        data = folder / str(number) / "data"
        lay(tree, data.parent)
        losses.opened += 1
        try:
            name = serving_id(data)
            if name is not None and await answers(data, encoder) != (asked if name == before[0] else wanted):
                losses.problems.append(f"after operation {done}, the answers are others")
            build_now(data, corpus.folder, encoder)
            if content(data) != content(full):
                losses.problems.append(f"after operation {done}, the next build is not what a full build is")
            losses.problems += [f"after operation {done}, left for good: {path}" for path in left_over(data)]
        except WhosaidError as error:
            losses.problems.append(f"after operation {done}: {error}")
    return losses


def lay(tree: Tree, root: Path) -> None:
    """Put a tree on the disk."""
    root.mkdir()
    for path, data in sorted(tree.items()):
        if data is None:
            (root / path).mkdir()
        else:
            (root / path).write_bytes(data)


def _serving(tree: Tree) -> tuple[str | None, Tree]:
    """The build that `CURRENT` names in a tree, and its files."""
    pointer = tree.get("data/CURRENT")
    if pointer is None:
        return None, {}
    name = pointer.decode(errors="replace").strip()
    return name, {path: data for path, data in tree.items() if path.startswith(f"data/builds/{name}/")}

"""A loss of power at any instant of a build, of keeping an exported model, and of adding an article."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from faults.builds.changing_corpus import ChangingCorpus
from faults.builds.lost_builds import lay, lose_power
from faults.builds.power_loss import states
from faults.builds.recording import Tree, read_tree, record
from hashing import Hashing

from bot.additions.folder import AddedArticles, Change
from bot.additions.naming import Description
from index.building.additions import read_removed
from index.encoding.exports import (
    GRAPH,
    TOKENIZER,
    Export,
    Precision,
    Runtime,
    fresh_folder,
    intact_export,
    publish_export,
)
from index.storage.manifest import checksum


@pytest.mark.parametrize("earlier", [0, 2])
async def test_a_build_is_published_whole_or_not_at_all(tmp_path: Path, earlier: int) -> None:
    rng = random.Random(earlier)  # noqa: S311
    corpus = ChangingCorpus(tmp_path / "corpus", rng)
    losses = await lose_power(tmp_path / "builds", corpus, Hashing(), rng, earlier=earlier, opened=4)
    assert losses.problems == []
    assert losses.operations > 40 and losses.compared > 100


@pytest.mark.parametrize("damaged", [False, True])
def test_an_exported_model_is_intact_or_not_there(tmp_path: Path, damaged: bool) -> None:
    models = tmp_path / "disk" / "data" / "models"
    models.parent.mkdir(parents=True)

    def export(graph: bytes) -> None:
        with fresh_folder(models) as folder:
            (folder / GRAPH).write_bytes(graph)
            (folder / TOKENIZER).write_text("{}")
            files = {name: checksum(folder / name) for name in (GRAPH, TOKENIZER)}
            publish_export(models, folder, described(files))

    if damaged:
        export(b"graph")
        next(models.glob(f"*/{GRAPH}")).write_bytes(b"grahp")
    recording = record(tmp_path / "disk", lambda: export(b"graph"))
    for number, (done, tree) in enumerate(states(recording, random.Random(3), 2)):  # noqa: S311
        lay(tree, tmp_path / str(number))
        found = intact_export(tmp_path / str(number) / "data" / "models", "tiny sha256:0 float32/2")
        assert done < len(recording.operations) or found is not None


def described(files: dict[str, str]) -> Export:
    """An export of these files."""
    return Export("tiny sha256:0 float32/2", Runtime.ONNX, Precision.FLOAT32, None, 8, 16, "", "", files, {})


CHANGES: dict[str, Callable[[AddedArticles, str], Change]] = {
    "add": lambda added, _: added.add(b"The ferry sails.", ".txt", Description(outlet="Courier"), "ferry"),
    "remove an added one": lambda added, origin: added.remove("a", "A", origin),
    "remove one of the corpus": lambda added, _: added.remove("c", "C", "/corpus/c.txt"),
    "restore": lambda added, _: added.restore("old"),
}


@pytest.mark.parametrize("ending", ["undone", "finished"])
@pytest.mark.parametrize("change", CHANGES)
def test_a_change_of_the_articles_is_made_or_undone_whole(tmp_path: Path, change: str, ending: str) -> None:
    root = tmp_path / "disk"
    added = AddedArticles(root)
    origin = str(added.add(b"Nobody asked.", ".txt", Description(title="A"), "a").origin)
    added.finish(added.pending() or pytest.fail())
    added.finish(added.remove("old", "Old", "/corpus/old.txt"))
    before = articles(root)

    def work() -> None:
        begun = CHANGES[change](added, origin)
        (root / "lock").touch()  # where the build is between making and ending a change
        added.undo(begun) if ending == "undone" else added.finish(begun)

    recording = record(root, work)
    built = next(at for at, one in enumerate(recording.operations) if one.path == "lock")
    after = articles(root)
    assert (before == after) == (ending == "undone")
    for number, (done, tree) in enumerate(states(recording, random.Random(4), 2)):  # noqa: S311
        lost = tmp_path / str(number)
        lay(tree, lost)
        again = AddedArticles(lost)
        ended = done > built + 1
        if (pending := again.pending()) is not None:
            again.finish(pending) if ended and ending == "finished" else again.undo(pending)
        assert articles(lost) == (after if ended else before), done
        assert again.pending() is None
        assert not list((lost / "articles").glob(".*.new")) and not list((lost / "articles").glob(".*.old"))


def articles(data: Path) -> tuple[Tree, dict[str, str]]:
    """The added articles of a data folder, and the removed ones."""
    tree = read_tree(data / "articles") if (data / "articles").is_dir() else {}
    return {path: kept for path, kept in tree.items() if not path.startswith(".")}, read_removed(data)

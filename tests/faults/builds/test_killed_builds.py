"""kill -9 of a build: the index that was published answers, and the next build clears up and succeeds."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from faults.builds.changing_corpus import ChangingCorpus
from faults.builds.killing import whole_life
from faults.builds.published import Remembering, answers, build_now, left_over
from faults.builds.rounds import Rounds
from hashing import Hashing

import index
from index.building.pipeline import build
from index.encoding.encoder import Encoder
from index.errors import NoIndex
from index.storage.builds import (
    builds_folder,
    complete_ids,
    current_id,
    new_build,
    publish,
    serving_id,
    why_to_build,
    writing,
)
from index.storage.database import DATABASE
from index.storage.manifest import MANIFEST
from index.storage.swapping import STAGED, staging_folder

KILLS = 10


async def test_a_build_killed_at_any_instant_changes_nothing_or_is_whole(
    tmp_path: Path, encoder: Encoder, with_model: Callable[[Path], None]
) -> None:
    rng = random.Random(1)  # noqa: S311
    data = tmp_path / "data"
    corpus = ChangingCorpus(tmp_path / "corpus", rng)
    with_model(data)
    life = whole_life(data, corpus.folder)
    quick = Remembering(encoder)
    rounds = Rounds(data, corpus, quick, tmp_path / "full", published=await answers(data, quick))
    for number in range(KILLS):
        moment = (number + rng.random()) / KILLS
        # Most of a small build's life goes by with imports, which no data folder feels.
        if number % 2:
            killed, problems = await rounds.run(moment * (life.whole - life.writing), writing=True)
        else:
            killed, problems = await rounds.run(moment * life.whole)
        assert problems == [], killed


async def test_a_first_build_that_is_killed_leaves_no_index_and_nothing_in_the_way(
    tmp_path: Path, encoder: Encoder, with_model: Callable[[Path], None]
) -> None:
    data = tmp_path / "data"
    corpus = ChangingCorpus(tmp_path / "corpus", random.Random(2))  # noqa: S311
    with_model(data)
    rounds = Rounds(data, corpus, Remembering(encoder), tmp_path / "full")
    killed, problems = await rounds.run(0.1, writing=True)
    assert problems == [], killed


@pytest.mark.parametrize("published", [0, 1, 3])
def test_a_build_that_died_whole_but_unpublished_is_no_earlier_build(tmp_path: Path, published: int) -> None:
    def make() -> str:
        folder = new_build(tmp_path)
        (folder / MANIFEST).write_text("{}")
        return folder.name

    names = []
    with writing(tmp_path):
        for _ in range(published):
            names.append(make())
            publish(tmp_path, builds_folder(tmp_path) / names[-1])
        make()
    with writing(tmp_path):
        assert sorted(path.name for path in builds_folder(tmp_path).iterdir()) == names[-2:]


def without_current(folder: Path, corpus: Path, builds: int) -> list[str]:
    """Builds of different articles, and no `CURRENT`; their ids."""
    corpus.mkdir()
    for number in range(builds):
        (corpus / "gate.txt").write_text(f"Gate {number} is open, Ada Grant said.\n")
        build_now(folder, corpus, Hashing())
    (folder / "CURRENT").unlink()
    return complete_ids(folder)


@pytest.mark.parametrize("builds", [1, 2])
async def test_without_current_the_latest_build_answers_and_the_next_takes_over_from_it(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, builds: int
) -> None:
    """Also where it is a first one that died before it was published: it is whole."""
    data, corpus = tmp_path / "data", tmp_path / "corpus"
    names = without_current(data, corpus, builds)
    async with index.open(data) as library:
        assert (await library.status()).build == names[-1]
        assert not await library.refresh()
        with pytest.raises(RuntimeError), writing(data):
            assert complete_ids(data) == names
            raise RuntimeError  # a build that fails
        summary = build(data, [corpus], Hashing(), model=None, listener=lambda event: None)
        assert summary.embedded == 0
        assert await library.refresh()
        assert (await library.status()).build == summary.build == current_id(data)
    assert complete_ids(data) == [names[-1], summary.build] and left_over(data) == []
    (said,) = [record.getMessage() for record in caplog.records]
    assert (
        said
        == f"{data / 'CURRENT'}: is missing, and the latest whole build answers; run: python -m index build"
    )


async def test_without_current_what_is_damaged_neither_answers_nor_stays(tmp_path: Path) -> None:
    data, corpus = tmp_path / "data", tmp_path / "corpus"
    names = without_current(data, corpus, 2)
    (builds_folder(data) / names[1] / DATABASE).write_bytes(b"")
    async with index.open(data) as library:
        assert (await library.status()).build == names[0]
    with writing(data):
        assert complete_ids(data) == names[:1]
    (builds_folder(data) / names[0] / MANIFEST).write_text("{}")
    assert why_to_build(data) == f"there is no index in {data} yet"
    with pytest.raises(NoIndex):
        async with index.open(data):
            pass


def test_while_a_restoring_is_to_be_settled_a_missing_current_is_meant_so(tmp_path: Path) -> None:
    data = tmp_path / "data"
    (name,) = without_current(data, tmp_path / "corpus", 1)
    staging_folder(data)
    assert serving_id(data) is None
    shutil.rmtree(data / STAGED)
    assert serving_id(data) == name


def test_a_clock_that_was_set_back_does_not_make_a_build_the_older_one(tmp_path: Path) -> None:
    with writing(tmp_path):
        ahead = builds_folder(tmp_path) / "29990101T000000000000-abcdef"
        ahead.mkdir()
        (ahead / MANIFEST).write_text("{}")
        publish(tmp_path, ahead)
        assert new_build(tmp_path).name > ahead.name

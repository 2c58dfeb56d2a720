"""kill -9 of a build: the index that was published answers, and the next build clears up and succeeds."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from faults.builds.changing_corpus import ChangingCorpus
from faults.builds.killing import whole_life
from faults.builds.published import Remembering, answers
from faults.builds.rounds import Rounds

from index.encoding.encoder import Encoder
from index.storage.builds import builds_folder, new_build, publish, writing
from index.storage.manifest import MANIFEST

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


def test_a_clock_that_was_set_back_does_not_make_a_build_the_older_one(tmp_path: Path) -> None:
    with writing(tmp_path):
        ahead = builds_folder(tmp_path) / "29990101T000000000000-abcdef"
        ahead.mkdir()
        (ahead / MANIFEST).write_text("{}")
        publish(tmp_path, ahead)
        assert new_build(tmp_path).name > ahead.name

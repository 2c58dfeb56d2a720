"""kill -9 of a build: the index that was published answers, and the next build clears up and succeeds."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from faults.builds.changing_corpus import ChangingCorpus
from faults.builds.killing import kill_build, whole_life
from faults.builds.published import Remembering, answers, build_now, content, left_over

from index.encoding.encoder import Encoder
from index.errors import NoIndex
from index.library import open_library
from index.storage.builds import builds_folder, current_id, new_build, publish, writing
from index.storage.manifest import MANIFEST

KILLS = 10


async def test_a_build_killed_at_any_instant_changes_nothing_or_is_whole(
    tmp_path: Path, encoder: Encoder, with_model: Callable[[Path], None]
) -> None:
    rng = random.Random(1)
    data, full = tmp_path / "data", tmp_path / "full"
    corpus = ChangingCorpus(tmp_path / "corpus", rng)
    quick = Remembering(encoder)
    with_model(data)
    life = whole_life(data, corpus.folder)
    published = await answers(data, quick)
    # A build spends its first half on imports, which no data folder feels: most kills come later.
    for number in range(KILLS):
        corpus.change()
        before = current_id(data)
        kill_build(data, corpus.folder, life * (0.3 + 0.75 * (number + rng.random()) / KILLS))
        reference = full / str(number)
        build_now(reference, corpus.folder, quick)
        wanted = await answers(reference, quick)
        if current_id(data) != before:
            published = wanted
        assert await answers(data, quick) == published
        build_now(data, corpus.folder, quick)
        published = await answers(data, quick)
        assert published == wanted
        assert content(data) == content(reference)
        assert left_over(data) == []


async def test_a_first_build_that_is_killed_leaves_no_index_and_nothing_in_the_way(
    tmp_path: Path, encoder: Encoder, with_model: Callable[[Path], None]
) -> None:
    data = tmp_path / "data"
    corpus = ChangingCorpus(tmp_path / "corpus", random.Random(2))
    with_model(data)
    killed = kill_build(data, corpus.folder, 0.9)
    if current_id(data) is None:
        with pytest.raises(NoIndex):
            async with open_library(data):
                pass
    build_now(data, corpus.folder, encoder)
    assert left_over(data) == [], killed
    assert await answers(data, encoder)


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

"""Folders and files that go away, or grow, while they are being read or written."""

from __future__ import annotations

import json
import os
import random
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from faults.builds.changing_corpus import ChangingCorpus
from faults.builds.published import answers, build_now, content, left_over
from hashing import Hashing
from numpy.typing import NDArray

from index.articles.corpus import Skipped
from index.building.pipeline import build
from index.building.progress import Progress, Stage, Summary
from index.errors import BadInput, OperationFailed
from index.storage.builds import builds_folder, current_id

NOTES = 60
"""More articles than are read between two reports of progress."""


class Interrupting(Hashing):
    """Does something before it embeds."""

    def __init__(self, interrupt: Callable[[], None] = lambda: None) -> None:
        super().__init__()
        self._interrupt = interrupt

    def encode(self, texts: Sequence[str], *, queries: bool = False) -> NDArray[np.float32]:
        self._interrupt()
        return super().encode(texts, queries=queries)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = ChangingCorpus(tmp_path / "corpus", random.Random(6)).folder  # noqa: S311
    for number in range(NOTES):
        (folder / f"note-{number:03}.txt").write_text(f"Note {number} is new, Ann Lee said on Monday.\n")
    return folder


def interrupted(data: Path, corpus: Sequence[Path], stage: Stage, interrupt: Callable[[], None]) -> Summary:
    """Build, and do something once in the middle of a stage."""
    left = [interrupt]

    def now() -> None:
        if left:
            left.pop()()

    def listen(event: Progress | Skipped) -> None:
        if isinstance(event, Progress) and event.stage is stage and stage is not Stage.EMBEDDING:
            now()

    encoder = Interrupting(now) if stage is Stage.EMBEDDING else Hashing()
    return build(data, corpus, encoder, model=None, listener=listen)


def vanish(folder: Path) -> None:
    """Remove a folder at once, also while threads write into it: then removing file by file would fail."""
    shutil.rmtree(folder.rename(folder.with_name("gone")))


@pytest.mark.parametrize("stage", Stage)
def test_a_data_folder_that_vanishes_is_told_in_a_sentence(
    tmp_path: Path, corpus: Path, stage: Stage
) -> None:
    data = tmp_path / "data"
    build_now(data, corpus, Hashing())
    (corpus / "another.txt").write_text("The mill is open again, Tom Hale said.\n")
    with pytest.raises(OperationFailed, match=f"^{data}: .* went away during the build"):
        interrupted(data, [corpus], stage, lambda: vanish(data))
    assert not data.exists()
    build_now(data, corpus, Hashing())
    assert left_over(data) == []


@pytest.mark.parametrize("stage", Stage)
async def test_a_corpus_that_vanishes_during_a_build_leaves_the_index_as_it_was(
    tmp_path: Path, corpus: Path, stage: Stage
) -> None:
    data = tmp_path / "data"
    build_now(data, corpus, Hashing())
    served, before = current_id(data), await answers(data, Hashing())
    (corpus / "another.txt").write_text("The mill is open again, Tom Hale said.\n")
    with pytest.raises(OperationFailed, match=f"^{corpus}: .*the index is as it was before"):
        interrupted(data, [corpus], stage, lambda: shutil.rmtree(corpus))
    assert current_id(data) == served
    assert await answers(data, Hashing()) == before
    assert left_over(data) == []


def test_a_corpus_that_vanishes_during_the_first_build_leaves_no_index(tmp_path: Path, corpus: Path) -> None:
    data = tmp_path / "data"
    with pytest.raises(OperationFailed, match=f"^{corpus}: "):
        interrupted(data, [corpus], Stage.READING, lambda: shutil.rmtree(corpus))
    assert current_id(data) is None and not list(builds_folder(data).iterdir())


@pytest.mark.parametrize("how", ["removed", "a link to nothing"])
async def test_a_corpus_that_is_gone_before_a_build_leaves_the_index_as_it_was(
    tmp_path: Path, corpus: Path, how: str
) -> None:
    data, mounted = tmp_path / "data", tmp_path / "mounted"
    mounted.symlink_to(corpus)
    build_now(data, mounted, Hashing())
    served, before = current_id(data), await answers(data, Hashing())
    other = shutil.move(corpus, tmp_path / "elsewhere")
    if how == "removed":
        os.unlink(mounted)  # noqa: PTH108 - nothing waits for it
    with pytest.raises(BadInput, match=f"^{mounted}: there is no such file or folder$"):
        build(data, [other, mounted], Hashing(), model=None, listener=lambda event: None)
    assert current_id(data) == served
    assert await answers(data, Hashing()) == before


def test_a_file_that_vanishes_after_it_was_listed_is_named_and_the_others_are_indexed(
    tmp_path: Path, corpus: Path
) -> None:
    last = corpus / f"note-{NOTES - 1:03}.txt"
    summary = interrupted(tmp_path / "data", [corpus], Stage.READING, last.unlink)
    assert [(one.file, one.reason) for one in summary.skipped] == [
        (str(last), "it cannot be read (No such file or directory)")
    ]
    assert summary.articles == NOTES - 1 + 6


def test_a_file_that_grows_while_it_is_read_is_whole_in_the_next_build(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": f"n{n}", "title": f"Note {n}", "text": f"It is {n}, Ann Lee said."})
        for n in range(120)
    ]
    file, data, full = tmp_path / "notes.jsonl", tmp_path / "data", tmp_path / "full"
    file.write_text("\n".join(lines[:60]) + "\n")
    written = file.stat().st_size

    def grow() -> None:
        with file.open("a") as growing:
            growing.write("\n".join(lines[60:100]) + "\n" + lines[100][:20])

    summary = interrupted(data, [file], Stage.READING, grow)
    assert summary.articles in {60, 100}
    assert all("line 101" in one.reason for one in summary.skipped)
    file.write_text("\n".join(lines) + "\n")
    assert file.stat().st_size > written
    build_now(data, file, Hashing())
    build_now(full, file, Hashing())
    assert content(data) == content(full)

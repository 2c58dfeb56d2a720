"""Which build answers where files of one are damaged."""

from __future__ import annotations

import asyncio
import errno
import gc
import shutil
import threading
from pathlib import Path
from typing import Any

import pytest

import index
from index.errors import OperationFailed
from index.snapshot import Snapshot
from index.storage import deferred_check, manifest
from index.storage.builds import builds_folder, current_id, publish
from index.storage.checked_json import dump_checked, load_checked
from index.storage.sealing import Seal


async def test_a_big_file_damaged_is_noticed_while_answering_and_the_earlier_build_takes_over(
    seeds_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    shutil.copytree(seeds_data, data)
    newest = builds_folder(data) / str(current_id(data))
    earlier = builds_folder(data) / "20200101T000000000000-aaaaaa"
    shutil.copytree(newest, earlier)
    told = earlier / manifest.MANIFEST
    told.write_text(dump_checked({**load_checked(told.read_text()), "id": earlier.name}))
    vectors = newest / "statements.vectors.npy"
    content = bytearray(vectors.read_bytes())
    content[-1] ^= 1
    vectors.write_bytes(content)
    monkeypatch.setattr(manifest, "AT_ONCE", 0)
    async with index.open(data) as opened, asyncio.timeout(30):
        while True:
            async with opened.snapshot() as snapshot:
                if snapshot.manifest.id == earlier.name:
                    break
            await asyncio.sleep(0.01)
        assert (await opened.ask("who said territorial integrity")).found
        assert not await opened.refresh()


async def test_without_an_earlier_build_a_damaged_one_answers_no_more(
    seeds_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    shutil.copytree(seeds_data, data)
    database = builds_folder(data) / str(current_id(data)) / "articles.sqlite"
    content = bytearray(database.read_bytes())
    content[-1] ^= 1
    database.write_bytes(content)
    monkeypatch.setattr(manifest, "AT_ONCE", 0)
    async with index.open(data) as opened, asyncio.timeout(30):
        async with opened.snapshot() as snapshot:
            with pytest.raises(OperationFailed, match=r"articles\.sqlite: a file of the index is damaged"):
                await snapshot.checked()
        await asyncio.sleep(0.1)
        with pytest.raises(OperationFailed, match=r"articles\.sqlite: a file of the index is damaged"):
            await opened.ask("who said territorial integrity")


async def test_a_check_is_given_up_without_a_word_when_the_library_closes(
    seeds_data: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(manifest, "AT_ONCE", 0)
    for _ in range(5):
        async with index.open(seeds_data):
            await asyncio.sleep(0)
        await asyncio.sleep(0)
        gc.collect()
    assert not caplog.records


async def test_a_refresh_beside_closing_is_told_that_the_library_is_closed(seeds_data: Path) -> None:
    async with index.open(seeds_data) as opened:
        pass
    with pytest.raises(OperationFailed, match="the library is closed"):
        await opened.ask("who said territorial integrity")
    (opened._serving)._newest = None  # a build was published that it has not opened
    with pytest.raises(OperationFailed, match="the library is closed"):
        await opened.refresh()


async def test_a_refresh_under_way_when_the_library_closes_is_done_or_refused(seeds_data: Path) -> None:
    for turns in range(12):
        async with index.open(seeds_data) as opened:
            (opened._serving)._newest = None  # a build was published that it has not opened
            refreshing = asyncio.create_task(opened.refresh())
            for _ in range(turns):
                await asyncio.sleep(0)
        (done,) = await asyncio.gather(refreshing, return_exceptions=True)
        assert done is True or (isinstance(done, OperationFailed) and "the library is closed" in str(done))


async def test_of_two_refreshes_at_once_the_later_build_serves(
    seeds_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    shutil.copytree(seeds_data, data)
    async with index.open(data) as opened:
        first = _published_again(data, "29990101T000000000000-aaaaaa")
        opening = asyncio.Event()
        truly = Snapshot.open

        async def slowly(folder: Path, *arguments: Any, **named: Any) -> Snapshot:
            opening.set()
            if folder.name == first:
                await asyncio.sleep(0.2)
            return await truly(folder, *arguments, **named)

        monkeypatch.setattr(Snapshot, "open", slowly)
        earlier = asyncio.create_task(opened.refresh())
        await opening.wait()
        second = _published_again(data, "29990102T000000000000-aaaaaa")
        later = asyncio.create_task(opened.refresh())
        assert await asyncio.gather(earlier, later) == [True, True]
        async with opened.snapshot() as snapshot:
            assert snapshot.manifest.id == second


def _published_again(data: Path, name: str) -> str:
    """The build of `data` published once more, under another id."""
    folder = builds_folder(data) / name
    shutil.copytree(builds_folder(data) / str(current_id(data)), folder)
    told = folder / manifest.MANIFEST
    told.write_text(dump_checked({**load_checked(told.read_text()), "id": name}))
    publish(data, folder)
    return name


async def test_a_file_that_cannot_be_read_for_a_while_is_tried_again(
    seeds_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failures = [OSError(errno.EMFILE, "Too many open files")] * 2
    truly = manifest.seal_of

    def failing(path: Path, stop: threading.Event | None = None) -> Seal:
        if failures and stop is not None:
            raise failures.pop()
        return truly(path, stop)

    monkeypatch.setattr(manifest, "AT_ONCE", 0)
    monkeypatch.setattr(manifest, "seal_of", failing)
    monkeypatch.setattr(deferred_check, "_PAUSES_S", (0.0, 0.0, 0.0))
    async with index.open(seeds_data) as opened:
        async with opened.snapshot() as snapshot:
            await snapshot.checked()
        assert not failures
        assert (await opened.ask("who said territorial integrity")).found

"""Index after index is swapped in: nothing of the earlier ones is held."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

from hashing import Hashing

import index
from index.building.pipeline import build
from index.storage.builds import builds_folder, complete_ids


def build_number(data: Path, corpus: Path, number: int) -> None:
    (corpus / "tide.txt").write_text(f"“The tide stands at {number} feet,” pilot Ada Grant said.\n")
    build(data, [corpus], Hashing(), model=None, listener=lambda event: None)


def open_files(folder: Path) -> int:
    links = [path.readlink() for path in Path("/proc/self/fd").iterdir() if path.is_symlink()]
    return sum(str(link).startswith(str(folder)) for link in links)


def mapped_files(folder: Path) -> list[str]:
    lines = Path("/proc/self/maps").read_text("utf-8").splitlines()
    return sorted(line.split(maxsplit=5)[5] for line in lines if str(folder) in line)


async def test_files_and_maps_of_earlier_builds_are_let_go(tmp_path: Path) -> None:
    data, corpus = (tmp_path / "data").resolve(), tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "quay.txt").write_text("“The quay is full,” harbour master Bo Lind said.\n" * 3)
    held = []
    build_number(data, corpus, 0)
    async with index.open(data) as library:
        for number in range(1, 8):
            build_number(data, corpus, number)
            assert await library.refresh()
            await library.suggest_speakers("a")
            await library.articles()
            files = mapped_files(data)
            held.append((open_files(data), len(files), len(set(files))))
            assert not any(name.endswith("(deleted)") for name in files)
            current = complete_ids(data)[-1]
            assert all(current in name for name in files)
    assert len(set(held)) == 1, held
    assert held[0] > (0, 0, 0)
    assert open_files(data) == 0 and mapped_files(data) == []
    assert len(list(builds_folder(data).iterdir())) == 2


async def test_an_earlier_build_goes_without_a_collection_of_garbage(tmp_path: Path) -> None:
    """What goes in circles would stay until the next one; set aside, as the bot does, for ever."""
    data, corpus = tmp_path / "data", tmp_path / "corpus"
    corpus.mkdir()
    build_number(data, corpus, 0)
    gc.collect()
    gc.disable()
    try:
        async with index.open(data) as library:
            gone: list[weakref.ref[object]] = []
            for number in (1, 2):
                async with library.snapshot() as snapshot:
                    await snapshot.known_people()
                    await snapshot.suggest_speakers("ada", 5)
                    gone += [weakref.ref(snapshot), weakref.ref(snapshot.people)]
                    del snapshot
                build_number(data, corpus, number)
                assert await library.refresh()
            assert [ref() for ref in gone] == [None] * 4
    finally:
        gc.enable()

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest
from hashing import Hashing

from bot.additions.folder import AddedArticles
from bot.additions.naming import Description
from bot.store.store import open_store
from index.building.additions import write_removed
from index.building.pipeline import build


def used_folder(folder: Path, corpus: Path, word: str) -> Path:
    """A data folder that a bot has used: an index, an added article, a removed one, settings, a question."""
    corpus.mkdir(parents=True)
    (corpus / "harbour.txt").write_text(f"The harbour stays {word}, Ada Grant said.\n")
    (corpus / "tower.txt").write_text(f"The tower is {word}, Bo Lind said.\n")
    write_removed_to(folder, {"tower": f"The {word} tower"})
    files = AddedArticles(folder)
    files.finish(
        files.add(f"The ferry is {word}, Ada Grant said.\n".encode(), ".txt", Description("Ferry"), word)
    )
    build(folder, [corpus], Hashing(), model=None, listener=lambda event: None)
    asyncio.run(_fill_store(folder, word))
    return folder


def write_removed_to(folder: Path, removed: dict[str, str]) -> None:
    """Write the list of removed articles of a folder that may not be there yet."""
    folder.mkdir(parents=True, exist_ok=True)
    write_removed(folder, removed)


async def _fill_store(folder: Path, word: str) -> None:
    async with open_store(folder) as store:
        await store.guilds.change(1, lambda old: dataclasses.replace(old, prefix="?"))
        await store.unanswered.record(f"who said {word}", guild=1, private=False)


@pytest.fixture(scope="session")
def used(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Such a folder; tests only read it."""
    folder = tmp_path_factory.mktemp("used")
    return used_folder(folder / "data", folder / "corpus", "open")


@pytest.fixture(scope="session")
def used_otherwise(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Another one; tests only read it."""
    folder = tmp_path_factory.mktemp("otherwise")
    return used_folder(folder / "data", folder / "corpus", "shut")


@pytest.fixture(scope="session")
def used_folder_at() -> Callable[[Path, Path, str], Path]:
    """Makes such a folder, from its place, the place of its corpus, and a word."""
    return used_folder

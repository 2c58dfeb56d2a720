"""What a data folder answers, what a full build of its corpus would, and what lies about in it."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
from faults.builds.changing_corpus import QUESTIONS
from numpy.typing import NDArray

import index
from index.answers.as_json import answer_object
from index.answers.readings import answer
from index.building.pipeline import build
from index.encoding.encoder import Encoder
from index.encoding.exports import MODELS
from index.questions import parse
from index.snapshot import Snapshot
from index.storage.builds import KEPT, builds_folder, complete_ids, current_id, serving_id
from index.storage.database import DATABASE
from index.storage.manifest import MANIFEST, Manifest

Answers = list[dict[str, Any]]


class Remembering:
    """An encoder that embeds no text twice: full builds for comparison come cheap."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._known: dict[tuple[str, bool], NDArray[np.float32]] = {}
        self.identity = encoder.identity
        self.dimensions = encoder.dimensions

    def encode(self, texts: Sequence[str], *, queries: bool = False) -> NDArray[np.float32]:
        """See `Encoder.encode`."""
        new = [text for text in dict.fromkeys(texts) if (text, queries) not in self._known]
        if new:
            for text, vector in zip(new, self._encoder.encode(new, queries=queries), strict=True):
                self._known[text, queries] = vector
        vectors = [self._known[text, queries] for text in texts]
        return np.stack(vectors) if vectors else np.empty((0, self.dimensions), dtype=np.float32)


def build_now(data: Path, corpus: Path, encoder: Encoder) -> str:
    """Build in this process; returns the id of the build."""
    return build(data, [corpus], encoder, model=None, listener=lambda event: None).build


async def answers(data: Path, encoder: Encoder) -> Answers:
    """The answers of the build that serves, opened anew."""
    folder = builds_folder(data) / str(serving_id(data))
    with ThreadPoolExecutor(2) as pool, ThreadPoolExecutor(1) as reading:
        snapshot = await Snapshot.open(folder, encoder, pool, reading=reading)
        try:
            await snapshot.checked()
            return [answer_object(await answer(snapshot, parse(question))) for question in QUESTIONS]
        finally:
            await snapshot.close()


async def answers_of_library(data: Path) -> Answers:
    """The answers that a user of the data folder gets, with the model that lies in it."""
    async with index.open(data) as library:
        return [answer_object(await library.ask(question)) for question in QUESTIONS]


def content(data: Path) -> dict[str, object]:
    """Every array, byte for byte, and every row of every table of the build that serves."""
    folder = builds_folder(data) / str(current_id(data))
    found: dict[str, object] = {path.name: path.read_bytes() for path in folder.glob("*.npy")}
    with closing(sqlite3.connect(folder / DATABASE)) as connection:
        for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            found[table] = connection.execute(f"SELECT * FROM {table} ORDER BY rowid").fetchall()  # noqa: S608
    return found


def left_over(data: Path) -> list[str]:
    """What lies in the data folder and belongs to no build that is kept, by path."""
    known = {"CURRENT", "lock", "builds", MODELS, "articles", "removed.json"}
    paths = [path for path in data.iterdir() if path.name not in known]
    builds = sorted(builds_folder(data).iterdir())
    complete = complete_ids(data)
    paths += [
        path for path in builds if path.name not in complete[-KEPT:] or path.name > str(current_id(data))
    ]
    for path in builds:
        if path not in paths:
            named = {MANIFEST, *Manifest.read(path).files}
            paths += [file for file in path.iterdir() if file.name not in named]
    if (data / MODELS).is_dir():
        paths += [path for path in (data / MODELS).iterdir() if path.name.startswith(".")]
    return [path.relative_to(data).as_posix() for path in paths]

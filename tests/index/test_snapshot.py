"""What a snapshot finds by the codes and sketches of a build is what it finds without them."""

from __future__ import annotations

import functools
import json
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path

import numpy as np
import pytest
from hashing import Hashing
from numpy.typing import NDArray

from index import snapshot as module
from index.building import arrays
from index.building.codes import write_codes
from index.building.pipeline import build
from index.search import codes, units, vectors
from index.search.candidates import Restriction, UnitKind
from index.search.codes import VectorCodes
from index.search.top import Rows
from index.snapshot import Snapshot
from index.storage.builds import builds_folder, serving_id

_DIMENSIONS = 160
"""More than a head has: the codes have tails."""

QUESTIONS = ("the tide at mark 77", "fog over the quay", "a ship that nobody named")


@asynccontextmanager
async def opened(data: Path) -> AsyncIterator[Snapshot]:
    folder = builds_folder(data) / str(serving_id(data))
    with ThreadPoolExecutor(2) as pool, ThreadPoolExecutor(1) as reading:
        snapshot = await Snapshot.open(folder, Hashing(dimensions=_DIMENSIONS), pool, reading=reading)
        try:
            yield snapshot
        finally:
            await snapshot.close()


async def found(snapshot: Snapshot) -> list[object]:
    """All kinds of candidates: of everything, and of some."""
    some = Restriction(numbers=frozenset(range(0, 1000, 3)))
    return [
        await snapshot.candidates(units, question, list, *restrictions, k=20)
        for units in UnitKind
        for question in QUESTIONS
        for restrictions in ((), (some,))
    ]


async def test_sketches_find_the_same_as_the_vectors_themselves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = tmp_path / "logbook.jsonl"
    lines = (
        {
            "id": f"entry-{number}",
            "text": f"“The tide stands at mark {number}, and there is fog,” pilot Ada Grant said.",
        }
        for number in range(1000)
    )
    corpus.write_text("".join(f"{json.dumps(line)}\n" for line in lines), "utf-8")
    plain, coded = tmp_path / "plain", tmp_path / "coded"
    build(plain, [corpus], Hashing(dimensions=_DIMENSIONS), model=None, listener=lambda event: None)
    monkeypatch.setattr(arrays, "write_codes", functools.partial(write_codes, least=0))
    build(coded, [corpus], Hashing(dimensions=_DIMENSIONS), model=None, listener=lambda event: None)
    monkeypatch.setattr(vectors, "_FEW", 0)
    for name, few in (("_FIRST", 40), ("_FEWEST", 300), ("_SKETCHED", 20), ("_MOST_SKETCHED", 1)):
        monkeypatch.setattr(codes, name, few)
    for searching in (units, module):
        monkeypatch.setattr(searching, "DEPTH", 20)
    taken = _watched(monkeypatch)
    async with opened(plain) as snapshot:
        expected = await found(snapshot)
    async with opened(coded) as snapshot:
        by_heads = await found(snapshot)
        assert set(taken) == {"all heads", "some heads"}
        await snapshot.warm()
        taken.clear()
        by_sketches = await found(snapshot)
        assert set(taken) == {"sketches", "some heads"}
        monkeypatch.setattr(module, "_MOST_MAPPED", 0)
        releasing = await found(snapshot)
    assert by_heads == expected
    assert by_sketches == expected
    assert releasing == expected


def _watched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """By what the codes are searched, from now on."""
    taken: list[str] = []
    by_sketches, by_heads = VectorCodes._near_by_sketches, VectorCodes._near_by_heads

    def sketched(these: VectorCodes, query: NDArray[np.float32], k: int) -> Rows:
        taken.append("sketches")
        return by_sketches(these, query, k)

    def headed(these: VectorCodes, query: NDArray[np.float32], k: int, rows: Rows | None) -> Rows:
        taken.append("all heads" if rows is None else "some heads")
        return by_heads(these, query, k, rows)

    monkeypatch.setattr(VectorCodes, "_near_by_sketches", sketched)
    monkeypatch.setattr(VectorCodes, "_near_by_heads", headed)
    return taken

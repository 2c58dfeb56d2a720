"""What a snapshot finds by the codes and sketches of a build is what it finds without them."""

from __future__ import annotations

import functools
import json
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from hashing import Hashing

from index import snapshot as module
from index.building import arrays
from index.building.codes import write_codes
from index.building.pipeline import build
from index.search import vectors
from index.search.candidates import Restriction, UnitKind
from index.snapshot import Snapshot
from index.storage.builds import builds_folder, serving_id

QUESTIONS = ("the tide at mark 77", "fog over the quay", "a ship that nobody named")


@asynccontextmanager
async def opened(data: Path) -> AsyncIterator[Snapshot]:
    folder = builds_folder(data) / str(serving_id(data))
    with ThreadPoolExecutor(2) as pool, ThreadPoolExecutor(1) as reading:
        snapshot = await Snapshot.open(folder, Hashing(), pool, reading=reading)
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
    build(plain, [corpus], Hashing(), model=None, listener=lambda event: None)
    monkeypatch.setattr(arrays, "write_codes", functools.partial(write_codes, least=0))
    build(coded, [corpus], Hashing(), model=None, listener=lambda event: None)
    monkeypatch.setattr(vectors, "_FEW", 0)
    async with opened(plain) as snapshot:
        expected = await found(snapshot)
    async with opened(coded) as snapshot:
        by_heads = await found(snapshot)
        await snapshot.warm()
        for units in UnitKind:
            codes = snapshot._units[units].vectors.codes
            assert codes is not None and codes.sketches is not None and codes.sketches.prepared
        by_sketches = await found(snapshot)
        monkeypatch.setattr(module, "_MOST_MAPPED", 0)
        releasing = await found(snapshot)
    assert by_heads == expected
    assert by_sketches == expected
    assert releasing == expected

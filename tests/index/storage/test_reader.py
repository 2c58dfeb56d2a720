from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hashing import Hashing

from index.building.pipeline import build
from index.errors import OperationFailed
from index.storage.builds import builds_folder, current_id
from index.storage.database import DATABASE
from index.storage.persons import read_persons
from index.storage.reader import DatabaseReader


@pytest.fixture
def thread() -> Iterator[ThreadPoolExecutor]:
    """What a database is read in."""
    with ThreadPoolExecutor(1) as thread:
        yield thread


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A build of one article."""
    head = "---\ntitle: Harbour\ndate: 2020-05-01\n---\n\n"
    (tmp_path / "a.md").write_text(f"{head}The harbour stays open, Ada Grant said.\n")
    build(tmp_path / "data", [tmp_path / "a.md"], Hashing(), model=None, listener=lambda event: None)
    return builds_folder(tmp_path / "data") / str(current_id(tmp_path / "data"))


@pytest.mark.parametrize("content", [None, b"", b"no database at all, but some bytes" * 100])
async def test_a_database_that_cannot_be_read_is_named(
    tmp_path: Path, thread: ThreadPoolExecutor, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / DATABASE).write_bytes(content)
    with pytest.raises(OperationFailed, match=DATABASE):
        await DatabaseReader.open(tmp_path, thread)


async def test_damage_met_while_reading_is_told_in_a_sentence(
    tmp_path: Path, folder: Path, thread: ThreadPoolExecutor
) -> None:
    content = bytearray((folder / DATABASE).read_bytes())
    content[8192:] = bytes(len(content) - 8192)
    (tmp_path / DATABASE).write_bytes(content)
    with pytest.raises(OperationFailed, match=DATABASE):
        read_persons(tmp_path)
    with pytest.raises(OperationFailed, match=DATABASE):
        reader = await DatabaseReader.open(tmp_path, thread)
        try:
            reader.stored.matching_articles("a", None, None)
        finally:
            await reader.close()


async def test_filters_are_answered_from_indexes(folder: Path, thread: ThreadPoolExecutor) -> None:
    reader = await DatabaseReader.open(folder, thread)
    try:
        for query in (
            "SELECT number, source, headline FROM articles WHERE instr(source, ?) OR headline = ?",
            "SELECT number FROM articles WHERE 1 AND published < ?",
            "SELECT speaker, group_concat(number) FROM statements"
            " WHERE person IS NULL AND speaker IS NOT NULL GROUP BY speaker",
        ):
            plan = await reader._rows(f"EXPLAIN QUERY PLAN {query}", ["a"] * query.count("?"))
            assert " COVERING INDEX " in str(plan), query
        every = reader.stored.matching_articles(None, None, None)
        assert reader.stored.matching_articles(None, "9999", None) == every
        assert reader.stored.matching_articles("", None, "0000") == every
    finally:
        await reader.close()


async def test_units_are_read_by_any_count_of_numbers(folder: Path, thread: ThreadPoolExecutor) -> None:
    reader = await DatabaseReader.open(folder, thread)
    try:
        assert reader.stored.passages([]) == {}
        for count in range(1, 20):
            assert list(reader.stored.passages(range(count))) == [0]
            assert reader.stored.passages(range(1, count)) == {}
    finally:
        await reader.close()


async def test_an_article_without_a_title_is_found_by_its_first_sentence(
    tmp_path: Path, thread: ThreadPoolExecutor
) -> None:
    (tmp_path / "a.txt").write_text("Élysée officials met Søren Kjær on Monday. Nothing was signed there.\n")
    build(tmp_path / "data", [tmp_path / "a.txt"], Hashing(), model=None, listener=lambda event: None)
    reader = await DatabaseReader.open(
        builds_folder(tmp_path / "data") / str(current_id(tmp_path / "data")), thread
    )
    for words in (["elysee"], ["Élysée", "kjaer"], ["OFFICIALS"]):
        assert [one.id for one in await reader.found_articles(words, 0, 9)] == ["a"]
        assert await reader.count_articles(words) == 1
    assert await reader.found_articles(["elysees"], 0, 9) == []
    await reader.close()

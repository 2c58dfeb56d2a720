from __future__ import annotations

import asyncio
import dataclasses
import signal
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.store.database import FILE, Database
from bot.store.feedback import Tally, Vote
from bot.store.store import Store, open_store
from index.errors import OperationFailed

GUILD = 2**63 - 1
ROOT = Path(__file__).parents[3]


async def carried_out(script: str) -> tuple[int | None, list[str]]:
    """The exit code of a Python script and what it printed."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", script, cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    said, _ = await process.communicate()
    return process.returncode, said.decode().splitlines()


def modes(folder: Path) -> dict[str, int]:
    """The mode of each file in a folder."""
    return {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}


async def test_what_was_kept_survives_a_kill(tmp_path: Path) -> None:
    script = f"""
import asyncio, dataclasses, os, signal
from pathlib import Path
from bot.store.store import open_store
async def main():
    async with open_store(Path({str(tmp_path)!r})) as store:
        await store.guilds.change(1, lambda old: dataclasses.replace(old, prefix="?"))
        await store.unanswered.record("why", guild=1, private=False)
        os.kill(os.getpid(), signal.SIGKILL)
asyncio.run(main())
"""
    assert (await carried_out(script))[0] == -signal.SIGKILL
    async with open_store(tmp_path) as store:
        assert store.guilds.of(1).prefix == "?"
        assert [entry.question for entry in await store.unanswered.most_frequent(1)] == ["why"]


async def test_fifty_writers_at_once_lose_nothing(store: Store, kept: Any) -> None:
    await asyncio.gather(
        *(store.unanswered.record("what of it", guild=GUILD, private=False) for _ in range(50)),
        *(
            store.guilds.change(
                GUILD,
                lambda old, n=n: dataclasses.replace(old, channels=old.channels | {n}),  # type: ignore[misc]
            )
            for n in range(50)
        ),
        *(store.feedback.vote("key", kept(), f"member {n}", Vote.UP) for n in range(50)),
    )
    assert (await store.unanswered.most_frequent(GUILD))[0].count == 50
    assert store.guilds.of(GUILD).channels == frozenset(range(50))
    assert await store.feedback.tally("key") == Tally(up=50)


async def test_a_cancelled_write_leaves_the_store_usable(store: Store) -> None:
    for pause in range(12):
        writing = asyncio.create_task(store.unanswered.record(f"q {pause}", guild=1, private=False))
        for _ in range(pause):
            await asyncio.sleep(0)
        writing.cancel()
        await asyncio.gather(writing, return_exceptions=True)
    assert await store.unanswered.record("last", guild=1, private=False)
    assert "last" in [entry.question for entry in await store.unanswered.most_frequent(1)]


async def test_the_files_are_for_their_owner_alone(tmp_path: Path, store: Store) -> None:
    await store.unanswered.record("why", guild=1, private=False)
    kept = modes(tmp_path)
    assert set(kept) >= {"bot.sqlite", "bot.sqlite-wal", "bot.secret"}
    assert set(kept.values()) == {0o600}


async def test_a_file_that_is_no_database_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("not a database at all, but long enough to look like one " * 40)
    with pytest.raises(OperationFailed, match=r"bot\.sqlite"):
        async with open_store(tmp_path):
            pass


async def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where a folder should be")
    with pytest.raises(OperationFailed, match="data"):
        async with open_store(tmp_path / "data"):
            pass


async def test_a_full_disk_takes_only_the_writing_down(tmp_path: Path) -> None:
    """A limit on the size of files, in a process of its own, stands for the full disk."""
    script = f"""
import asyncio, dataclasses, resource, signal
from pathlib import Path
from bot.store.store import open_store
from index.errors import OperationFailed
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
async def main():
    async with open_store(Path({str(tmp_path)!r})) as store:
        await store.guilds.change(1, lambda old: dataclasses.replace(old, prefix="?"))
        for n in range(3):
            await store.unanswered.record(f"question {{n}}", guild=1, private=False)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))
        try:
            await store.unanswered.record("one more", guild=1, private=False)
        except OperationFailed as error:
            print("refused:", error)
        try:
            await store.guilds.change(1, lambda old: dataclasses.replace(old, prefix="+"))
        except OperationFailed:
            print("prefix", store.guilds.of(1).prefix)
        print("attempt", await store.attempt(store.unanswered.record("x", guild=1, private=False)))
        print("read", len(await store.unanswered.most_frequent(1)))
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        print("again", await store.unanswered.record("y", guild=1, private=False))
asyncio.run(main())
"""
    code, lines = await carried_out(script)
    assert code == 0, lines
    assert lines[0].startswith("refused: ") and "bot.sqlite" in lines[0]
    assert lines[1:] == ["prefix ?", "attempt None", "read 3", "again True"]
    async with open_store(tmp_path) as store:
        assert store.guilds.of(1).prefix == "?"


async def test_a_transaction_is_all_or_nothing(tmp_path: Path) -> None:
    async with Database.open(tmp_path) as opened:
        with pytest.raises(ZeroDivisionError):
            async with opened.transaction() as connection:
                await connection.execute("INSERT INTO unanswered VALUES (1, 'a', 'a', 1, 1, 1)")
                raise ZeroDivisionError
        assert await opened.rows("SELECT * FROM unanswered") == []
        with pytest.raises(OperationFailed, match="FOREIGN KEY"):
            await opened.write("INSERT INTO guild_channels VALUES (1, 1)")

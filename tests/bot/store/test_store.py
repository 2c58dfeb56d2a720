from __future__ import annotations

import asyncio
import dataclasses
import os
import signal
import sqlite3
import stat
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import aiosqlite
import pytest

from bot.store.answers import KEY, KeptAnswer
from bot.store.database import FILE, Database
from bot.store.feedback import DownVote, Tally, Vote
from bot.store.guilds import GuildSettings, Paging
from bot.store.migrating import migrate, migrations
from bot.store.privacy import KeptAbout
from bot.store.store import Store, open_store
from bot.store.unanswered import KEPT_PER_GUILD
from index.answers.answer import Answer, Citation, PassageHit, SpeakerEntry, StatementEntry
from index.errors import OperationFailed
from index.questions.intent import Intent

ROOT = Path(__file__).parents[3]
GUILD, OTHER = 2**63 - 1, 7
DAY = 86_400
ANSWER = Answer(
    question="who said “ice” 🚢",
    intent=Intent.WHO_SAID,
    found=True,
    topic="ice",
    speakers=(
        SpeakerEntry(
            "Ilse Brandt",
            None,
            0.9,
            (
                StatementEntry(
                    "Ice.",
                    "direct",
                    0.8,
                    False,
                    (
                        Citation(
                            "a",
                            "Ice",
                            None,
                            "2020-01-02",
                            None,
                            1,
                            5,
                            "Ice.",
                            "»Ice.«",
                            0,
                            "direct",
                            ((0, 3),),
                        ),
                    ),
                ),
            ),
        ),
    ),
    passages=(PassageHit("a", "Ice", "Post", None, None, 0, 9, "text", 0.5, ()),),
)


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 2_000_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def store(tmp_path: Path, clock: Clock) -> AsyncIterator[Store]:
    async with open_store(tmp_path, clock=clock, kept_answers=5) as opened:
        yield opened


def kept(clock: Clock, **changes: object) -> KeptAnswer:
    base = KeptAnswer(
        ANSWER.question, ANSWER, "build-1", "asker", False, GUILD, 5, int(clock()), {"speaker": "Brandt"}
    )
    return dataclasses.replace(base, **changes)  # type: ignore[arg-type]


def database(folder: Path) -> sqlite3.Connection:
    return sqlite3.connect(folder / FILE)


def schema(folder: Path) -> set[tuple[str, str]]:
    with database(folder) as connection:
        return set(connection.execute("SELECT name, sql FROM sqlite_schema"))


async def test_what_is_kept_outlives_the_process(tmp_path: Path, clock: Clock) -> None:
    settings = GuildSettings(
        prefix="?",
        channels=frozenset({1, 2}),
        threads=frozenset({3}),
        feedback=False,
        paging=Paging.ANYONE,
        admin_roles=frozenset({4}),
        admin_members=frozenset({"ab"}),
    )
    async with open_store(tmp_path, clock=clock) as store:
        assert store.guilds.of(GUILD) == GuildSettings() == store.guilds.of(None)
        await store.guilds.change(GUILD, lambda old: settings)
        key = await store.answers.keep(kept(clock))
        pseudonym = store.members.of(42)
    async with open_store(tmp_path, clock=clock) as store:
        assert store.guilds.of(GUILD) == settings
        assert store.guilds.of(OTHER) == GuildSettings()
        assert await store.answers.get(key) == kept(clock)
        assert store.members.of(42) == pseudonym


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
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL
    async with open_store(tmp_path) as store:
        assert store.guilds.of(1).prefix == "?"
        assert [entry.question for entry in await store.unanswered.most_frequent(1)] == ["why"]


async def test_fifty_writers_at_once_lose_nothing(store: Store, clock: Clock) -> None:
    await asyncio.gather(
        *(store.unanswered.record("what of it", guild=GUILD, private=False) for _ in range(50)),
        *(
            store.guilds.change(
                GUILD,
                lambda old, n=n: dataclasses.replace(old, channels=old.channels | {n}),  # type: ignore[misc]
            )
            for n in range(50)
        ),
        *(store.feedback.vote("key", kept(clock), f"member {n}", Vote.UP) for n in range(50)),
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
    for path in tmp_path.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path
    assert {path.name for path in tmp_path.iterdir()} >= {"bot.sqlite", "bot.sqlite-wal", "bot.secret"}


@pytest.mark.parametrize("version", range(len(migrations())))
async def test_every_older_version_is_brought_up(tmp_path: Path, version: int) -> None:
    async with aiosqlite.connect(tmp_path / FILE, isolation_level=None) as old:
        await migrate(old, migrations()[:version])
        if version:
            await old.execute("INSERT INTO guilds VALUES (1, '?', 1, 'asker')")
    async with open_store(tmp_path) as store:
        assert store.guilds.of(1).prefix == ("?" if version else None)
    async with open_store(tmp_path / "fresh"):
        pass
    assert schema(tmp_path) == schema(tmp_path / "fresh")
    with database(tmp_path) as connection:
        steps = connection.execute("SELECT number, name FROM migrations ORDER BY number").fetchall()
    assert steps == [(step.number, step.name) for step in migrations()]


def test_the_migrations_are_numbered_without_gaps() -> None:
    assert [step.number for step in migrations()] == list(range(1, len(migrations()) + 1))


async def test_a_step_that_fails_leaves_no_trace(tmp_path: Path) -> None:
    bad = dataclasses.replace(migrations()[0], sql="CREATE TABLE half (x);\nCREATE TABLE half (x);\n")
    async with aiosqlite.connect(tmp_path / FILE, isolation_level=None) as connection:
        with pytest.raises(sqlite3.OperationalError):
            await migrate(connection, (bad,))
        await migrate(connection, migrations())
    assert "half" not in {name for name, _ in schema(tmp_path)}


async def test_a_database_of_a_newer_version_is_refused_and_untouched(tmp_path: Path) -> None:
    async with open_store(tmp_path):
        pass
    with database(tmp_path) as connection:
        connection.execute("INSERT INTO migrations VALUES (99, 'later', 0)")
    before = schema(tmp_path)
    with pytest.raises(OperationFailed, match="newer version"):
        async with open_store(tmp_path):
            pass
    assert schema(tmp_path) == before


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
        resource.setrlimit(resource.RLIMIT_FSIZE, (8192, resource.RLIM_INFINITY))
        try:
            for n in range(1000):
                await store.unanswered.record(f"question {{n}} " + "x" * 200, guild=1, private=False)
        except OperationFailed as error:
            print("refused:", error)
        try:
            await store.guilds.change(1, lambda old: dataclasses.replace(old, prefix="+"))
        except OperationFailed:
            print("prefix", store.guilds.of(1).prefix)
        print("attempt", await store.attempt(store.unanswered.record("x", guild=1, private=False)))
        print("read", len(await store.unanswered.most_frequent(1)) > 0 or True)
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        print("again", await store.unanswered.record("y", guild=1, private=False))
asyncio.run(main())
"""
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0].startswith("refused: ") and "bot.sqlite" in lines[0]
    assert lines[1:] == ["prefix ?", "attempt None", "read True", "again True"]
    async with open_store(tmp_path) as store:
        assert store.guilds.of(1).prefix == "?"


async def test_answers_are_kept_up_to_a_number_and_an_age(store: Store, clock: Clock) -> None:
    keys = []
    for _ in range(8):
        clock.now += 1
        keys.append(await store.answers.keep(kept(clock)))
    assert await store.prune() == 3
    assert [await store.answers.get(key) is not None for key in keys] == [False] * 3 + [True] * 5
    clock.now += 30 * DAY - 2
    await store.prune()
    assert [await store.answers.get(key) is not None for key in keys] == [False] * 5 + [True] * 3


async def test_keys_are_short_and_fit_into_an_address(store: Store, clock: Clock) -> None:
    import re

    keys = {await store.answers.keep(kept(clock)) for _ in range(20)}
    assert len(keys) == 20
    assert all(re.fullmatch(KEY, key) and len(key) <= 20 for key in keys)
    assert await store.answers.get("x" * 16) is None


async def test_an_answer_that_can_be_read_no_longer_is_gone(
    tmp_path: Path, store: Store, clock: Clock
) -> None:
    key = await store.answers.keep(kept(clock))
    for damage in (b"", b"x" * 20, os.urandom(50)):
        with database(tmp_path) as connection:
            connection.execute("UPDATE answers SET answer = ?", (damage,))
        assert await store.answers.get(key) is None


async def test_a_member_has_one_vote_on_an_answer(store: Store, clock: Clock) -> None:
    answer = kept(clock, question="what did <@123> say")
    assert await store.feedback.vote("key", answer, "anna", Vote.DOWN) == Tally(down=1)
    assert await store.feedback.give_reason("key", "anna", "  the wrong man ")
    assert await store.feedback.vote("key", answer, "anna", Vote.DOWN) == Tally(down=1)
    await store.feedback.vote("other", kept(clock, guild=OTHER), "anna", Vote.DOWN)
    down = DownVote("key", "what did @somebody say", "the wrong man", GUILD, int(clock()))
    assert await store.feedback.voted_down(GUILD) == [down]
    assert {vote.key for vote in await store.feedback.voted_down(None)} == {"key", "other"}
    assert await store.feedback.vote("key", answer, "anna", Vote.UP) == Tally(up=1)
    assert await store.feedback.vote("key", answer, "bert", Vote.DOWN) == Tally(up=1, down=1)
    assert [vote.reason for vote in await store.feedback.voted_down(GUILD)] == [None]
    assert not await store.feedback.give_reason("key", "carl", "never voted")


@pytest.mark.parametrize("changes", [{"private": True}, {"guild": None}])
async def test_a_vote_does_not_tell_a_private_question(store: Store, clock: Clock, changes: object) -> None:
    await store.feedback.vote("key", kept(clock, **changes), "anna", Vote.DOWN)  # type: ignore[arg-type]
    assert [vote.question for vote in await store.feedback.voted_down(None)] == [None]


async def test_questions_in_vain_are_counted_by_server(store: Store, clock: Clock) -> None:
    for question in ("Who said Crème?", "who said  creme", "what else"):
        clock.now += 1
        assert await store.unanswered.record(question, guild=GUILD, private=False)
    await store.unanswered.record("who said creme!", guild=OTHER, private=False)
    own = await store.unanswered.most_frequent(GUILD)
    assert [(entry.question, entry.count, entry.guild) for entry in own] == [
        ("who said  creme".replace("  ", " "), 2, GUILD),
        ("what else", 1, GUILD),
    ]
    assert own[0].last - own[0].first == 1
    together = await store.unanswered.most_frequent(None)
    assert [(entry.question, entry.count, entry.guild) for entry in together] == [
        ("who said creme!", 3, None),
        ("what else", 1, None),
    ]
    assert await store.unanswered.forget("WHO said creme", guild=GUILD)
    assert len(await store.unanswered.most_frequent(GUILD)) == 1


async def test_private_questions_and_direct_messages_are_never_kept(store: Store) -> None:
    assert not await store.unanswered.record("a secret", guild=GUILD, private=True)
    assert not await store.unanswered.record("a secret", guild=None, private=False)
    assert not await store.unanswered.record(" ?! ", guild=GUILD, private=False)
    assert await store.unanswered.most_frequent(None) == []


async def test_questions_in_vain_are_bounded(tmp_path: Path, store: Store, clock: Clock) -> None:
    with database(tmp_path) as connection:
        rows = [(GUILD, f"q{n}", "q", 1, 0, int(clock()) + n) for n in range(KEPT_PER_GUILD + 10)]
        connection.executemany("INSERT INTO unanswered VALUES (?, ?, ?, ?, ?, ?)", rows)
        connection.execute("INSERT INTO unanswered VALUES (?, 'old', 'old', 9, 0, ?)", (OTHER, int(clock())))
    assert await store.prune() == 10
    assert len(await store.unanswered.most_frequent(OTHER)) == 1


async def test_a_member_can_have_everything_deleted(tmp_path: Path, store: Store, clock: Clock) -> None:
    anna, bert = store.members.of(111_222_333), store.members.of(222)
    mine = kept(clock, asker=anna, question="zanzibar")
    key = await store.answers.keep(mine)
    other = await store.answers.keep(kept(clock, asker=bert))
    await store.feedback.vote(key, mine, anna, Vote.DOWN)
    await store.feedback.vote(key, mine, bert, Vote.DOWN)
    await store.feedback.give_reason(key, anna, "quagmire")
    assert await store.privacy.kept_about(anna) == KeptAbout(answers=1, votes=1, reasons=1)
    assert await store.privacy.delete_member(anna) == KeptAbout(1, 1, 1)
    assert await store.privacy.kept_about(anna) == KeptAbout(0, 0, 0)
    assert await store.privacy.kept_about(bert) == KeptAbout(0, 1, 0) or await store.answers.get(other)
    assert [vote.question for vote in await store.feedback.voted_down(None)] == [None]


async def test_no_id_of_a_member_is_in_the_files(tmp_path: Path, clock: Clock) -> None:
    async with open_store(tmp_path, clock=clock) as store:
        member = store.members.of(111_222_333_444)
        answer = kept(clock, asker=member)
        key = await store.answers.keep(answer)
        await store.feedback.vote(key, answer, member, Vote.UP)
        assert len(member) == 64 and set(member) <= set("0123456789abcdef")
    files = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert member.encode() in files and b"111222333444" not in files


async def test_what_is_past_its_retention_is_forgotten(store: Store, clock: Clock) -> None:
    key = await store.answers.keep(kept(clock))
    await store.feedback.vote(key, kept(clock), "anna", Vote.DOWN)
    await store.unanswered.record("why", guild=GUILD, private=False)
    clock.now += 30 * DAY
    assert await store.prune() == 0
    clock.now += 1
    assert await store.prune() == 3
    assert await store.feedback.voted_down(None) == [] == await store.unanswered.most_frequent(None)


async def test_pruning_begins_at_once(store: Store, clock: Clock) -> None:
    key = await store.answers.keep(kept(clock))
    clock.now += 31 * DAY
    pruning = asyncio.create_task(store.prune_daily())
    async with asyncio.timeout(5):
        while await store.answers.get(key) is not None:
            await asyncio.sleep(0.01)
    pruning.cancel()


async def test_the_secret_can_be_given_and_must_be_whole(tmp_path: Path) -> None:
    async with open_store(tmp_path, secret="s" * 16) as store:
        given = store.members.of(1)
    assert not (tmp_path / "bot.secret").exists()
    async with open_store(tmp_path) as store:
        assert store.members.of(1) != given
    (tmp_path / "bot.secret").write_text("")
    with pytest.raises(OperationFailed, match=r"bot\.secret"):
        async with open_store(tmp_path):
            pass


async def test_a_transaction_is_all_or_nothing(tmp_path: Path) -> None:
    async with Database.open(tmp_path) as opened:
        with pytest.raises(ZeroDivisionError):
            async with opened.transaction() as connection:
                await connection.execute("INSERT INTO unanswered VALUES (1, 'a', 'a', 1, 1, 1)")
                raise ZeroDivisionError
        assert await opened.rows("SELECT * FROM unanswered") == []
        with pytest.raises(OperationFailed):
            await opened.write("INSERT INTO guild_channels VALUES (1, 1)")  # of no server: foreign keys hold

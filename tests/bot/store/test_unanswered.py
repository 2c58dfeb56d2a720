from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from bot.store.database import FILE
from bot.store.store import Store
from bot.store.unanswered import KEPT_PER_GUILD

GUILD = 2**63 - 1
OTHER = 7


async def test_questions_in_vain_are_counted_by_server(store: Store, clock: Any) -> None:
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


async def test_questions_in_vain_are_bounded(tmp_path: Path, store: Store, clock: Any) -> None:
    with sqlite3.connect(tmp_path / FILE) as connection:
        rows = [(GUILD, f"q{n}", "q", 1, 0, int(clock()) + n) for n in range(KEPT_PER_GUILD + 10)]
        connection.executemany("INSERT INTO unanswered VALUES (?, ?, ?, ?, ?, ?)", rows)
        connection.execute("INSERT INTO unanswered VALUES (?, 'old', 'old', 9, 0, ?)", (OTHER, int(clock())))
    assert await store.prune() == 10
    assert len(await store.unanswered.most_frequent(OTHER)) == 1

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from bot.store.feedback import Vote
from bot.store.guilds import GuildSettings, Paging
from bot.store.store import Store, open_store

GUILD = 2**63 - 1
OTHER = 7
DAY = 86_400


async def test_what_is_kept_outlives_the_process(tmp_path: Path, clock: Any, kept: Any) -> None:
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
        key = await store.answers.keep(kept())
        pseudonym = store.members.of(42)
    async with open_store(tmp_path, clock=clock) as store:
        assert store.guilds.of(GUILD) == settings
        assert store.guilds.of(OTHER) == GuildSettings()
        assert await store.answers.get(key) == kept()
        assert store.members.of(42) == pseudonym


async def test_what_is_past_its_retention_is_forgotten(store: Store, clock: Any, kept: Any) -> None:
    key = await store.answers.keep(kept())
    await store.feedback.vote(key, kept(), "anna", Vote.DOWN)
    await store.unanswered.record("why", guild=GUILD, private=False)
    clock.now += 30 * DAY
    assert await store.prune() == 0
    clock.now += 1
    assert await store.prune() == 3
    assert await store.feedback.voted_down(None) == [] == await store.unanswered.most_frequent(None)


async def test_pruning_begins_at_once(store: Store, clock: Any, kept: Any) -> None:
    key = await store.answers.keep(kept())
    clock.now += 31 * DAY
    pruning = asyncio.create_task(store.prune_daily())
    for _ in range(500):
        if await store.answers.get(key) is None:
            break
        await asyncio.sleep(0.01)
    else:
        pytest.fail("nothing was pruned")
    pruning.cancel()

from __future__ import annotations

import os
import re
import sqlite3
from pathlib import Path
from typing import Any

from bot.store.answers import KEY
from bot.store.database import FILE
from bot.store.store import Store

DAY = 86_400


async def test_answers_are_kept_up_to_a_number_and_an_age(store: Store, clock: Any, kept: Any) -> None:
    keys = []
    for _ in range(8):
        clock.now += 1
        keys.append(await store.answers.keep(kept()))
    assert await store.prune() == 3
    assert [await store.answers.get(key) is not None for key in keys] == [False] * 3 + [True] * 5
    clock.now += 30 * DAY - 2
    await store.prune()
    assert [await store.answers.get(key) is not None for key in keys] == [False] * 5 + [True] * 3


async def test_keys_are_short_and_fit_into_an_address(store: Store, kept: Any) -> None:
    keys = {await store.answers.keep(kept()) for _ in range(20)}
    assert len(keys) == 20
    assert all(re.fullmatch(KEY, key) and len(key) <= 20 for key in keys)
    assert await store.answers.get("x" * 16) is None


async def test_an_answer_that_can_be_read_no_longer_is_gone(tmp_path: Path, store: Store, kept: Any) -> None:
    key = await store.answers.keep(kept())
    for damage in (b"", b"x" * 20, os.urandom(50)):
        with sqlite3.connect(tmp_path / FILE) as connection:
            connection.execute("UPDATE answers SET answer = ?", (damage,))
        assert await store.answers.get(key) is None

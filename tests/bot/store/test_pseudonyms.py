from __future__ import annotations

from pathlib import Path

import pytest

from bot.store.store import open_store
from index.errors import OperationFailed


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

"""A bot over the articles of the kiosk, which the tests share; who stops it starts it again."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from loopback.desk import Desk, desk_in


@pytest.fixture(scope="session")
async def desk(kiosk_index: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Desk]:
    async with desk_in(tmp_path_factory.mktemp("faults") / "desk", kiosk_index) as desk:
        yield desk

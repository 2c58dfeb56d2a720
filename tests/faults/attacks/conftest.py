"""A bot that is attacked, with secrets that are easily told from all else."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from faults.attacks.known_secrets import PROXY_PASSWORD, SECRET
from loopback.desk import Desk, desk_in


@pytest.fixture(scope="module")
async def desk(kiosk_index: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Desk]:
    proxy = f"http://anna:{PROXY_PASSWORD}@127.0.0.1:9"
    variables = {
        "WHOSAID_SECRET": SECRET,
        "WHOSAID_LOG_LEVEL": "DEBUG",
        "WHOSAID_LOG_FORMAT": "json",
        **dict.fromkeys(("HTTPS_PROXY", "https_proxy", "ALL_PROXY"), proxy),
    }
    async with desk_in(tmp_path_factory.mktemp("attacks") / "desk", kiosk_index, **variables) as desk:
        yield desk

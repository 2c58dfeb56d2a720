"""A bot that is attacked, with secrets that are easily told from all else."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from faults.attacks.known_secrets import PROXY_PASSWORD, SECRET
from loopback.desk import Desk, desk_in
from loopback.kiosk import build_kiosk


@pytest.fixture(scope="module")
async def desk(encoder: Any, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Desk]:
    index = build_kiosk(tmp_path_factory.mktemp("kiosk"), encoder)
    proxy = f"http://anna:{PROXY_PASSWORD}@127.0.0.1:9"
    variables = {
        "WHOSAID_SECRET": SECRET,
        "WHOSAID_LOG_LEVEL": "DEBUG",
        "WHOSAID_LOG_FORMAT": "json",
        **dict.fromkeys(("HTTPS_PROXY", "https_proxy", "ALL_PROXY"), proxy),
    }
    async with desk_in(tmp_path_factory.mktemp("attacks") / "desk", index, **variables) as desk:
        yield desk

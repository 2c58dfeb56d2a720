from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from loopback.kiosk import build_kiosk


@pytest.fixture(scope="session")
def kiosk_index(encoder: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the articles of the kiosk and their index; tests copy it."""
    return build_kiosk(tmp_path_factory.mktemp("kiosk"), encoder)

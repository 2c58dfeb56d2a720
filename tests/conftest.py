from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from index.search.encoder import Encoder


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    """The real default model, loaded once for all tests."""
    from index.search.encoder import load_encoder

    return load_encoder()

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from index.encoding.encoder import Encoder
    from index.library import Library

SEEDS = Path(__file__).parents[1] / "seeds"


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    """The real default model, exported and loaded once for all tests."""
    from index.encoding.choosing import load_encoder

    return load_encoder()


@pytest.fixture(scope="session")
def with_model(encoder: Encoder) -> Callable[[Path], None]:
    """Puts the exported model into an empty data folder, so that a first build there loads no torch."""
    from index.encoding.choosing import keep_export

    def keep(data: Path) -> None:
        keep_export(encoder, data)

    return keep


@pytest.fixture(scope="session")
def seeds_data(encoder: Encoder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with an index of the seed articles; tests only read it."""
    from index.building.pipeline import build

    data = tmp_path_factory.mktemp("seeds") / "data"
    build(data, [SEEDS], encoder, model=None, listener=lambda event: None)
    return data


@pytest.fixture(scope="session")
async def library(seeds_data: Path) -> AsyncIterator[Library]:
    """The library over the seed articles."""
    import index

    async with index.open(seeds_data) as opened:
        yield opened

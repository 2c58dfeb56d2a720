from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
from collections.abc import AsyncIterator, Callable
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from index.encoding.encoder import Encoder
    from index.library import Library

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
_EXPORTING = ("onnx", "onnxruntime", "sentence-transformers", "tokenizers", "torch", "transformers")


def pytest_configure() -> None:
    """Let the many processes that tests start keep our modules compiled, and compute by one thread each: two
    workers on two processors have none to spare, and threads that wait for each other there burn both.
    """
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ.setdefault("OMP_NUM_THREADS", "1")


@pytest.fixture(scope="session")
def encoder(pytestconfig: pytest.Config) -> Encoder:
    """The real default model, loaded once for all tests, and exported where what exports it has changed."""
    from index.encoding.choosing import load_encoder

    cache = pytestconfig.cache
    if cache is None:
        return load_encoder()
    made_by = hashlib.sha256("".join(f"{name} {version(name)}\n" for name in _EXPORTING).encode())
    for path in sorted((ROOT / "index" / "encoding").glob("*.py")):
        made_by.update(path.read_bytes())
    kept = cache.mkdir("exported-model")
    folder = kept / made_by.hexdigest()[:16]
    with (kept / "lock").open("w") as lock:  # another worker may export it just now
        fcntl.flock(lock, fcntl.LOCK_EX)
        for other in kept.iterdir():
            if other.is_dir() and other != folder:
                shutil.rmtree(other)
        encoder = load_encoder(data=folder)
        assert encoder.identity
    return encoder


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
def kiosk_index(encoder: Encoder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the articles of the kiosk and their index; tests copy it."""
    from loopback.kiosk import build_kiosk

    return build_kiosk(tmp_path_factory.mktemp("kiosk"), encoder)


@pytest.fixture(scope="session")
async def library(seeds_data: Path) -> AsyncIterator[Library]:
    """The library over the seed articles."""
    import index

    async with index.open(seeds_data) as opened:
        yield opened

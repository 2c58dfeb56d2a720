"""Articles, and search over them: who said what, with citations.

async with index.open("data") as library:
answer = await library.ask("who said territorial integrity")
"""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.library import Library

__all__ = ["open"]


def open(  # noqa: A001
    folder: Path | str, *, model: str | None = None, reranker: str | None = None
) -> AbstractAsyncContextManager[Library]:
    """Open the index in the data folder `folder` for questions: see `index.library.open_library`."""
    from index.library import open_library  # so that a part of the package can be used by itself

    return open_library(folder, model=model, reranker=reranker)

"""Opening the index for a command, building it first where there is none."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections.abc import AsyncIterator

from index.library import Library, open_library
from index.settings import IndexSettings
from index.storage.builds import why_to_build


@contextlib.asynccontextmanager
async def opened(settings: IndexSettings) -> AsyncIterator[Library]:
    """The library of the settings; the first question builds the index, which it says on standard error."""
    if (reason := why_to_build(settings.data)) is not None:
        from index.cli.build import build_index  # what building needs takes long to import

        print(f"{reason}; building it first", file=sys.stderr)
        await asyncio.to_thread(build_index, settings, (), "auto")
    async with open_library(settings.data, model=settings.model, reranker=settings.reranker) as library:
        yield library

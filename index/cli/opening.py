"""The index for a command, built first where there is none."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from typing import TypeVar

from index.library import Library, open_library
from index.settings import IndexSettings
from index.storage.builds import why_to_build

Result = TypeVar("Result")


def with_library(settings: IndexSettings, use: Callable[[Library], Awaitable[Result]]) -> Result:
    """What `use` makes of the library of the settings; the first question builds the index, which is said
    on standard error.
    """
    if (reason := why_to_build(settings.data)) is not None:
        from index.cli.build import build_index  # what building needs takes long to import

        print(f"{reason}; building it first", file=sys.stderr)
        build_index(settings, (), "auto")  # not in a thread, which an interrupt would wait for

    async def used() -> Result:
        async with open_library(settings.data, model=settings.model, reranker=settings.reranker) as library:
            return await use(library)

    return asyncio.run(used())

"""The index for a command, built first where there is none."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TypeVar

from index.errors import BuildUnderWay
from index.library import Library, open_library
from index.settings import IndexSettings
from index.storage.builds import build_under_way, why_to_build

Result = TypeVar("Result")
_PAUSE = 0.5
"""Seconds between two looks whether another process still builds."""


def with_library(settings: IndexSettings, use: Callable[[Library], Awaitable[Result]]) -> Result:
    """What `use` makes of the library of the settings; the first question builds the index, or waits for who
    does, which is said on standard error.
    """
    while (reason := why_to_build(settings.data)) is not None:
        if build_under_way(settings.data):
            print(f"{reason}; waiting for the build that is under way", file=sys.stderr)
            while build_under_way(settings.data):
                time.sleep(_PAUSE)
            continue
        from index.cli.build import build_index  # what building needs takes long to import

        print(f"{reason}; building it first", file=sys.stderr)
        with suppress(BuildUnderWay):  # another began at the same moment
            build_index(settings, (), "auto")  # not in a thread, which an interrupt would wait for

    async def used() -> Result:
        async with open_library(settings.data, model=settings.model, reranker=settings.reranker) as library:
            return await use(library)

    return asyncio.run(used())

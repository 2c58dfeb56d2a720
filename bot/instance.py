"""One bot on one data folder."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from index.storage.bot_lock import bot_lock
from index.storage.builds import writing
from index.storage.swapping import is_pending

_REFUSAL = (
    "another bot runs on this data folder{}; stop that one first, or set WHOSAID_DATA to another folder"
)


@contextlib.contextmanager
def only_instance(folder: Path) -> Iterator[None]:
    """Hold the data folder for this bot; what a restoring left that was cut short is settled first.

    Raises OperationFailed when another bot runs on it, or when it cannot be written.
    """
    with bot_lock(folder, _REFUSAL):
        if is_pending(folder):
            with writing(folder):
                pass
        yield

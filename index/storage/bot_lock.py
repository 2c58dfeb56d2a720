"""The lock that a running bot holds on its data folder."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path

from index.errors import OperationFailed
from index.storage.locks import held

FILE = "bot.lock"


def bot_lock(folder: Path, refusal: str) -> AbstractContextManager[None]:
    """Hold the data folder against bots.

    Raises OperationFailed when a bot runs on it, with `refusal` as what it is and what to do, in which {}
    stands for the number of its process; and when the folder cannot be written.
    """
    return held(folder / FILE, lambda by: OperationFailed(f"{folder}: {refusal.format(by)}"))

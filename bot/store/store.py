"""Everything that the bot keeps, by subject."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import TypeVar

from bot.store.answers import AnswerStore
from bot.store.database import FILE, Database
from bot.store.feedback import FeedbackStore
from bot.store.guilds import GuildStore
from bot.store.jobs import JobStore
from bot.store.privacy import PrivacyStore
from bot.store.pseudonyms import FILE as SECRET_FILE
from bot.store.pseudonyms import Pseudonyms
from bot.store.unanswered import UnansweredStore
from index.errors import OperationFailed

_LOG = logging.getLogger(__name__)
_DAY_S = 86_400
_AGES = (("answers", "created"), ("votes", "at"), ("unanswered", "last"))

T = TypeVar("T")


class Store:
    """The bot's database and the pseudonyms of members in it."""

    def __init__(
        self,
        database: Database,
        guilds: GuildStore,
        members: Pseudonyms,
        *,
        retention_days: int,
        kept_answers: int,
        clock: Callable[[], float],
    ) -> None:
        self.guilds = guilds
        self.members = members
        self.answers = AnswerStore(database, kept_answers)
        self.feedback = FeedbackStore(database, clock)
        self.unanswered = UnansweredStore(database, clock)
        self.privacy = PrivacyStore(database)
        self.jobs = JobStore(database)
        self.retention_days = retention_days
        self._database = database
        self._clock = clock

    async def prune(self) -> int:
        """Forget what is older than the retention or above its number; returns how many entries.

        Raises OperationFailed.
        """
        oldest = int(self._clock()) - self.retention_days * _DAY_S
        gone = 0
        for table, column in _AGES:
            gone += await self._database.write(f"DELETE FROM {table} WHERE {column} < ?", (oldest,))
        return gone + await self.answers.prune_number() + await self.unanswered.prune_number()

    async def prune_daily(self) -> None:
        """Prune now and once a day, until cancelled; a failure is logged and tried again the next day."""
        while True:
            if gone := await self.attempt(self.prune()):
                _LOG.info("Forgot %d entries that are past their retention", gone)
            await asyncio.sleep(_DAY_S)

    async def attempt(self, work: Awaitable[T]) -> T | None:
        """The result of `work` on this store; None where it failed, which is logged.

        For what an answer can do without: `key = await store.attempt(store.answers.keep(answer))`.
        """
        try:
            return await work
        except (OperationFailed, OverflowError) as error:  # an id may be damaged, and larger than any is
            _LOG.error("Not kept: %s", error)
            return None


@contextlib.asynccontextmanager
async def open_store(
    folder: Path,
    *,
    secret: str | None = None,
    retention_days: int = 30,
    kept_answers: int = 50_000,
    clock: Callable[[], float] = time.time,
) -> AsyncIterator[Store]:
    """The store in the data folder, made and migrated where that is needed; closed at the end.

    `clock` gives seconds since 1970. Raises OperationFailed when it cannot be opened.
    """
    if (folder / SECRET_FILE).exists() and not _has_content(folder / FILE):
        _LOG.error(
            "%s is missing or empty: settings, votes and kept answers begin anew; restore a backup to have them back",
            folder / FILE,
        )
    members = Pseudonyms.load(folder, secret)
    async with Database.open(folder) as database:
        yield Store(
            database,
            await GuildStore.load(database),
            members,
            retention_days=retention_days,
            kept_answers=kept_answers,
            clock=clock,
        )
    _LOG.debug("The store is closed")


def _has_content(path: Path) -> bool:
    with contextlib.suppress(OSError):
        return path.stat().st_size > 0
    return False

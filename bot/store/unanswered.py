"""Questions that found nothing, for those who choose the articles. Nobody's name is with them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.store.database import Database
from bot.store.wording import normalised, without_mentions

KEPT_PER_GUILD = 1000
"""How many different questions of one server are kept: those asked last."""


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question, in its latest wording, that found nothing `count` times; times are in seconds since 1970.
    `guild` is None where several servers are counted together.
    """

    question: str
    count: int
    guild: int | None
    first: int
    last: int


class UnansweredStore:
    """What was asked in vain, by server."""

    def __init__(self, database: Database, clock: Callable[[], float]) -> None:
        self._database = database
        self._clock = clock

    async def record(self, question: str, *, guild: int | None, private: bool) -> bool:
        """Count a question; one from a direct message (`guild` None) or with a private answer is never
        kept: False. Raises OperationFailed (see `Store.attempt`).
        """
        text = normalised(question)
        if guild is None or private or not text:
            return False
        await self._database.write(
            "INSERT INTO unanswered VALUES (?1, ?2, ?3, 1, ?4, ?4) ON CONFLICT (guild, question) DO UPDATE"
            " SET count = count + 1, sample = excluded.sample, last = excluded.last",
            (guild, text, without_mentions(question), int(self._clock())),
        )
        return True

    async def most_frequent(self, guild: int | None, *, limit: int = 50) -> list[Unanswered]:
        """The questions of a server, or of all together with None, most frequent first, then newest.

        Raises OperationFailed.
        """
        # SQLite takes the other columns of the row that has the greatest `last`.
        rows = await self._database.rows(
            "SELECT sample, sum(count) AS count, ?1, min(first), max(last) FROM unanswered"
            " WHERE ?1 IS NULL OR guild = ?1 GROUP BY question ORDER BY count DESC, max(last) DESC LIMIT ?2",
            (guild, limit),
        )
        return [Unanswered(*row) for row in rows]

    async def forget(self, question: str, *, guild: int | None) -> bool:
        """Take a question off the list of a server, or of all with None; False where it is not on it.

        Raises OperationFailed.
        """
        changed = await self._database.write(
            "DELETE FROM unanswered WHERE (?1 IS NULL OR guild = ?1) AND question = ?2",
            (guild, normalised(question)),
        )
        return changed > 0

    async def forget_all(self, guild: int | None) -> int:
        """Clear the list of a server, or of all with None; returns how many were on it.

        Raises OperationFailed.
        """
        return await self._database.write("DELETE FROM unanswered WHERE ?1 IS NULL OR guild = ?1", (guild,))

    async def prune_number(self) -> int:
        """Forget what is above the limit of each server; returns how many."""
        return await self._database.write(
            "DELETE FROM unanswered WHERE rowid IN (SELECT rowid FROM (SELECT rowid, row_number()"
            " OVER (PARTITION BY guild ORDER BY last DESC) AS place FROM unanswered) WHERE place > ?)",
            (KEPT_PER_GUILD,),
        )

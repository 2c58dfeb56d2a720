"""What members think of answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from bot.store.answers import KeptAnswer
from bot.store.database import Database
from bot.store.wording import without_mentions

LONGEST_REASON = 500
"""Characters of a reason that are kept."""


class Vote(IntEnum):
    """Thumbs up or thumbs down."""

    UP = 1
    DOWN = -1


@dataclass(frozen=True, slots=True)
class Tally:
    """How many members voted an answer up, and how many down."""

    up: int = 0
    down: int = 0


@dataclass(frozen=True, slots=True)
class DownVote:
    """An answer voted down. `question` is None where it was asked privately or has been deleted;
    `key` is the answer's, which may be kept no longer; `at` is in seconds since 1970.
    """

    key: str
    question: str | None
    reason: str | None
    guild: int | None
    at: int


class FeedbackStore:
    """One vote of each member on each answer. Members are pseudonyms."""

    def __init__(self, database: Database, clock: Callable[[], float]) -> None:
        self._database = database
        self._clock = clock

    async def vote(self, key: str, kept: KeptAnswer, member: str, vote: Vote) -> Tally:
        """Vote on the answer `kept` under `key`; another vote takes the place of the member's earlier one,
        and of its reason unless it says the same. Raises OperationFailed.
        """
        question = None if kept.confidential else without_mentions(kept.question)
        await self._database.write(
            "INSERT INTO votes (answer, member, value, guild, question, at) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (answer, member) DO UPDATE SET"
            " reason = CASE WHEN value = excluded.value THEN reason END,"
            " value = excluded.value, at = excluded.at",
            (key, member, int(vote), kept.guild, question, int(self._clock())),
        )
        return await self.tally(key)

    async def give_reason(self, key: str, member: str, reason: str) -> bool:
        """Put a reason to a member's vote ("" takes it away); False where there is no such vote."""
        text = reason.strip()[:LONGEST_REASON] or None
        changed = await self._database.write(
            "UPDATE votes SET reason = ? WHERE answer = ? AND member = ?", (text, key, member)
        )
        return changed > 0

    async def tally(self, key: str) -> Tally:
        """The votes on an answer. Raises OperationFailed."""
        row = await self._database.row(
            "SELECT count(*) FILTER (WHERE value = 1), count(*) FILTER (WHERE value = -1)"
            " FROM votes WHERE answer = ?",
            (key,),
        )
        return Tally(*row) if row else Tally()

    async def voted_down(self, guild: int | None, *, limit: int = 50) -> list[DownVote]:
        """What was voted down in a server, or anywhere with None, newest first. Raises OperationFailed."""
        rows = await self._database.rows(
            "SELECT answer, question, reason, guild, at FROM votes"
            " WHERE value = -1 AND (?1 IS NULL OR guild = ?1) ORDER BY at DESC, rowid DESC LIMIT ?2",
            (guild, limit),
        )
        return [DownVote(*row) for row in rows]

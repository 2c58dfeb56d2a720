"""What is kept about one member, and deleting it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.store.database import Database


@dataclass(frozen=True, slots=True)
class KeptAbout:
    """How many answers to a member, votes, and reasons of votes are kept."""

    answers: int
    votes: int
    reasons: int


class PrivacyStore:
    """What is kept about members. Members are pseudonyms."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def kept_about(self, member: str) -> KeptAbout:
        """Count what is kept about a member. Raises OperationFailed."""
        row = await self._database.row(
            "SELECT (SELECT count(*) FROM answers WHERE asker = ?1), count(*), count(reason)"
            " FROM votes WHERE member = ?1",
            (member,),
        )
        return KeptAbout(*(row or (0, 0, 0)))

    async def delete_member(self, member: str) -> KeptAbout:
        """Delete a member's votes, reasons and answers, and their questions from the votes of others.

        Returns what was deleted. Raises OperationFailed; then nothing is deleted.
        """
        kept = await self.kept_about(member)
        async with self._database.transaction() as connection:
            await connection.execute(
                "UPDATE votes SET question = NULL WHERE answer IN (SELECT key FROM answers WHERE asker = ?)",
                (member,),
            )
            await connection.execute("DELETE FROM votes WHERE member = ?", (member,))
            await connection.execute("DELETE FROM answers WHERE asker = ?", (member,))
        return kept

"""The jobs whose messages are still to be told what came of them."""

from __future__ import annotations

from dataclasses import dataclass

from bot.store.database import Database


@dataclass(frozen=True, slots=True)
class OpenJob:
    """A job below `heading`, shown by a message. `change` says that it changes articles, else it re-indexes.

    `asked` is the id of the message or interaction that asked for it; `message` is None as long as Discord
    has not told the id of the one that shows it. `build` is the id of the build that served when it began,
    `outcome` what the message is to say in the end, None while that is not known.
    """

    key: str
    channel: int
    asked: int
    message: int | None
    heading: str
    change: bool
    build: str | None
    outcome: str | None = None


class JobStore:
    """The open jobs. Its methods raise OperationFailed (see `Store.attempt`)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(self, job: OpenJob) -> None:
        """Remember a job that begins."""
        await self._database.write(
            "INSERT OR REPLACE INTO jobs VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                job.key,
                job.channel,
                job.asked,
                job.message,
                job.heading,
                int(job.change),
                job.build,
                job.outcome,
            ),
        )

    async def settle(self, key: str, outcome: str) -> None:
        """Note what the job's message is to say."""
        await self._database.write("UPDATE jobs SET outcome = ? WHERE key = ?", (outcome, key))

    async def forget(self, key: str) -> None:
        """Forget a job whose message says what came of it."""
        await self._database.write("DELETE FROM jobs WHERE key = ?", (key,))

    async def all(self) -> list[OpenJob]:
        """The jobs that are open, oldest first."""
        rows = await self._database.rows(
            "SELECT key, channel, asked, message, heading, change, build, outcome FROM jobs ORDER BY rowid"
        )
        return [
            OpenJob(key, channel, asked, message, heading, bool(change), build, outcome)
            for key, channel, asked, message, heading, change, build, outcome in rows
        ]

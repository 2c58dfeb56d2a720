"""The settings of each server."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self

import aiosqlite

from bot.store.database import Database


class Paging(StrEnum):
    """Who may turn the pages of an answer."""

    ASKER = "asker"
    ANYONE = "anyone"


@dataclass(frozen=True, slots=True)
class GuildSettings:
    """What a server has set.

    `prefix` None: the bot's own. `channels` are those in which the bot answers, none of them: all.
    `threads` are the channels whose long answers go to a thread. `admin_members` are pseudonyms.
    """

    prefix: str | None = None
    channels: frozenset[int] = frozenset()
    threads: frozenset[int] = frozenset()
    feedback: bool = True
    paging: Paging = Paging.ASKER
    admin_roles: frozenset[int] = frozenset()
    admin_members: frozenset[str] = frozenset()


_DEFAULT = GuildSettings()

_LISTS = (
    ("guild_channels", "channel"),
    ("guild_threads", "channel"),
    ("guild_admin_roles", "role"),
    ("guild_admin_members", "member"),
)


class GuildStore:
    """The settings of all servers, in memory: reading takes no time and cannot fail."""

    def __init__(self, database: Database, settings: dict[int, GuildSettings]) -> None:
        self._database = database
        self._settings = settings
        self._changing = asyncio.Lock()

    @classmethod
    async def load(cls, database: Database) -> Self:
        """Read the settings of every server. Raises OperationFailed."""
        lists: list[dict[int, list[Any]]] = []
        for table, column in _LISTS:
            entries: dict[int, list[Any]] = {}
            for guild, value in await database.rows(f"SELECT guild, {column} FROM {table}"):
                entries.setdefault(guild, []).append(value)
            lists.append(entries)
        rows = await database.rows("SELECT guild, prefix, feedback, paging FROM guilds")
        return cls(
            database,
            {
                guild: GuildSettings(
                    prefix=prefix,
                    feedback=bool(feedback),
                    paging=Paging(paging),
                    channels=frozenset(lists[0].get(guild, ())),
                    threads=frozenset(lists[1].get(guild, ())),
                    admin_roles=frozenset(lists[2].get(guild, ())),
                    admin_members=frozenset(lists[3].get(guild, ())),
                )
                for guild, prefix, feedback, paging in rows
            },
        )

    def of(self, guild: int | None) -> GuildSettings:
        """The settings of a server; the defaults where it has set nothing, and in direct messages."""
        return _DEFAULT if guild is None else self._settings.get(guild, _DEFAULT)

    async def change(self, guild: int, change: Callable[[GuildSettings], GuildSettings]) -> GuildSettings:
        """Replace a server's settings by what `change` makes of them, and return them:
        `change(guild, lambda old: dataclasses.replace(old, feedback=False))`. Two changes at once follow
        one another. Raises OperationFailed; then all is as it was before.
        """
        async with self._changing:
            settings = change(self.of(guild))
            await self._put(guild, settings)
            self._settings[guild] = settings
        return settings

    async def _put(self, guild: int, settings: GuildSettings) -> None:
        async with self._database.transaction() as connection:
            await connection.execute("DELETE FROM guilds WHERE guild = ?", (guild,))
            await connection.execute(
                "INSERT INTO guilds (guild, prefix, feedback, paging) VALUES (?, ?, ?, ?)",
                (guild, settings.prefix, int(settings.feedback), settings.paging),
            )
            values: tuple[Iterable[int | str], ...] = (
                settings.channels,
                settings.threads,
                settings.admin_roles,
                settings.admin_members,
            )
            for (table, column), entries in zip(_LISTS, values, strict=True):
                await _insert(connection, table, column, guild, entries)


async def _insert(
    connection: aiosqlite.Connection, table: str, column: str, guild: int, entries: Iterable[int | str]
) -> None:
    sql = f"INSERT INTO {table} (guild, {column}) VALUES (?, ?)"
    await connection.executemany(sql, [(guild, entry) for entry in entries])

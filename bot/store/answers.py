"""Answers kept for their buttons, which go on working after a restart and a new index."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.store.answer_json import pack, unpack
from bot.store.database import Database
from index.answers.answer import Answer

KEY = r"[A-Za-z0-9_-]{16}"
"""What a key looks like, as a regular expression for the ids of buttons."""

_KEY_BYTES = 12
_PRUNE_EVERY = 200


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """Everything that is needed to show an answer again.

    `question` is as it was asked, with the filters written into it; `filters` are options given beside
    it (speaker, source, before, after). `build` is the id of the build that answered. `asker` is a
    pseudonym. `guild` None: a direct message. `created` is in seconds since 1970.
    """

    question: str
    answer: Answer
    build: str
    asker: str
    private: bool
    guild: int | None
    channel: int | None
    created: int
    filters: Mapping[str, str] = field(default_factory=dict)

    @property
    def confidential(self) -> bool:
        """Whether it was asked where no other member reads: privately, or in a direct message."""
        return self.private or self.guild is None


class AnswerStore:
    """The latest `limit` answers, by an unguessable key of 16 characters that suit an address."""

    def __init__(self, database: Database, limit: int) -> None:
        self._database = database
        self._limit = limit
        self._kept = 0

    async def keep(self, kept: KeptAnswer) -> str:
        """Keep an answer and return its key. Raises OperationFailed (see `Store.attempt`)."""
        key = secrets.token_urlsafe(_KEY_BYTES)
        await self._database.write(
            "INSERT INTO answers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                key,
                kept.question,
                json.dumps(dict(kept.filters), ensure_ascii=False),
                pack(kept.answer),
                kept.build,
                kept.asker,
                int(kept.private),
                kept.guild,
                kept.channel,
                kept.created,
            ),
        )
        self._kept += 1
        if self._kept % _PRUNE_EVERY == 0:
            await self.prune_number()
        return key

    async def get(self, key: str) -> KeptAnswer | None:
        """The answer of that key; None when it is kept no longer. Raises OperationFailed."""
        row = await self._database.row(
            "SELECT question, answer, build, asker, private, guild, channel, created, filters"
            " FROM answers WHERE key = ?",
            (key,),
        )
        if row is None or (answer := unpack(row[1])) is None:
            return None
        question, _, build, asker, private, guild, channel, created, filters = row
        return KeptAnswer(
            question, answer, build, asker, bool(private), guild, channel, created, json.loads(filters)
        )

    async def sent_as(self, key: str, message: int) -> None:
        """Remember the message that shows an answer, where no button of it tells the key.

        Raises OperationFailed.
        """
        await self._database.write("INSERT OR REPLACE INTO sent_answers VALUES (?, ?)", (message, key))

    async def key_of(self, message: int) -> str | None:
        """The key of the answer that a message without buttons shows; None where none is known."""
        row = await self._database.row("SELECT answer FROM sent_answers WHERE message = ?", (message,))
        return None if row is None else str(row[0])

    async def prune_number(self) -> int:
        """Forget the oldest answers above the limit; returns how many."""
        return await self._database.write(
            "DELETE FROM answers WHERE key IN"
            " (SELECT key FROM answers ORDER BY created DESC, rowid DESC LIMIT -1 OFFSET ?)",
            (self._limit,),
        )

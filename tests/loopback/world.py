"""What the loopback Discord holds: people, messages, commands, interactions, files."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

from loopback import objects
from loopback.faults import Faults
from loopback.objects import (
    BOT,
    BOT_PERMISSIONS,
    CHANNEL,
    DIRECT,
    EDITORS,
    GUILD,
    OTHER_CHANNEL,
    OWNER,
    Call,
    Json,
    Use,
)

T = TypeVar("T")

WITHIN_S = 60.0
"""How long is waited for what comes at once where the machine has nothing else to do."""

_KEPT = ("content", "tts", "embeds", "components", "attachments", "flags")


class World:
    """The state behind the REST API and the gateway; `changed` is notified at every change."""

    def __init__(self, token: str, privileged: int, deadline: float) -> None:
        self.token = token
        self.privileged = privileged
        self.deadline = deadline
        self.host = ""
        self.faults = Faults()
        self.me = objects.user(BOT, "whosaid", bot=True)
        self.people: dict[str, Json] = {OWNER: objects.user(OWNER, "olga")}
        self.permissions: dict[str, int] = {OWNER: BOT_PERMISSIONS, BOT: BOT_PERMISSIONS}
        self.roles: dict[str, tuple[str, ...]] = {}
        self.calls: list[Call] = []
        self.messages: dict[str, Json] = {}
        self.commands: dict[str, Json] = {}
        self.uses: dict[str, Use] = {}
        self.threads: dict[str, Json] = {}
        self.files: dict[str, bytes] = {}
        self.nonces: dict[str, Json] = {}
        self.gone: set[str] = set()
        """The channels that were deleted."""
        self.listeners: list[Callable[[Json], None]] = []
        """Called with every message when it is written."""
        self.changed = asyncio.Condition()

    async def notify(self) -> None:
        """Wake everyone who waits for a change."""
        async with self.changed:
            self.changed.notify_all()

    async def until(self, predicate: Callable[[], T], within: float = WITHIN_S) -> T:
        """The first truthy value of `predicate`; raises `TimeoutError` after `within` seconds."""
        async with self.changed, asyncio.timeout(within):
            while not (value := predicate()):
                await self.changed.wait()
            return value

    def person(self, name: str, permissions: int, roles: tuple[str, ...]) -> str:
        """A new member of the guild; returns the id."""
        ident = objects.snowflake()
        self.people[ident] = objects.user(ident, name)
        self.permissions[ident] = permissions
        self.roles[ident] = roles
        return ident

    def member(self, who: Json) -> Json:
        """The guild member object of a user."""
        return {
            "user": who,
            "roles": list(self.roles.get(who["id"], ())),
            "joined_at": objects.timestamp(),
            "flags": 0,
            "permissions": str(self.permissions[who["id"]]),
            "nick": None,
        }

    def guild(self) -> Json:
        """The one guild, as GUILD_CREATE carries it. In its second channel nobody may react."""
        unreacted = {"id": GUILD, "type": 0, "allow": "0", "deny": str(objects.ADD_REACTIONS)}
        channels = [
            {"id": ident, "type": 0, "name": name, "position": 0, "permission_overwrites": overwrites}
            for ident, name, overwrites in ((CHANNEL, "news", []), (OTHER_CHANNEL, "lounge", [unreacted]))
        ]
        return {
            "id": GUILD,
            "name": "Newsroom",
            "owner_id": OWNER,
            "member_count": 2,
            "unavailable": False,
            "roles": [
                objects.role(GUILD, "@everyone", 0),
                objects.role(EDITORS, "editors", 1),
                objects.role(objects.MANAGERS, "managers", 2, objects.MANAGE_GUILD),
            ],
            "channels": channels,
            "members": [self.member(self.me)],
            "threads": [],
        }

    def application(self) -> Json:
        """The bot's application."""
        return {
            "id": objects.APPLICATION,
            "name": "whosaid",
            "description": "",
            "icon": None,
            "bot_public": False,
            "bot_require_code_grant": False,
            "owner": self.people[OWNER],
            "verify_key": "",
            "flags": 1 << 19,
        }

    def message(self, channel: str, author: Json, body: Json) -> Json:
        """Keep a new message and return it."""
        message: Json = {
            "id": objects.snowflake(),
            "channel_id": channel,
            "author": author,
            "content": "",
            "timestamp": objects.timestamp(),
            "edited_timestamp": None,
            "tts": False,
            "mention_everyone": False,
            "mentions": [],
            "mention_roles": [],
            "attachments": [],
            "embeds": [],
            "components": [],
            "pinned": False,
            "type": 0,
            "flags": 0,
        }
        message.update({key: body[key] for key in _KEPT if body.get(key) is not None})
        if reference := body.get("message_reference"):
            reference = {**reference, "message_id": str(reference["message_id"])}
            referred = self.messages.get(reference["message_id"])
            if referred is None and reference.get("fail_if_not_exists", True):
                raise objects.ApiError(400, 50035, "Invalid Form Body: Unknown message")
            if referred is not None:
                message.update(type=19, message_reference=reference, referenced_message=referred)
        if channel != DIRECT:
            message["guild_id"] = GUILD
        self.messages[message["id"]] = message
        for hear in self.listeners:
            hear(message)
        return message

    def upload(self, name: str, data: bytes) -> Json:
        """Keep a file on the loopback CDN and return its attachment object."""
        self.files[name] = data
        url = f"http://{self.host}/cdn/{name}"
        return {
            "id": objects.snowflake(),
            "filename": name,
            "size": len(data),
            "url": url,
            "proxy_url": url,
            "content_type": "text/plain",
        }

"""A loopback Discord on 127.0.0.1: REST and gateway on one server, for tests of an unmodified bot.

It refuses what Discord refuses (length limits, late or double answers to interactions, commands that
were never synced, message content without the intent), so a green test means more than a mock's would.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from types import TracebackType
from typing import Any, TypeVar

from aiohttp import web

from loopback import objects
from loopback.gateway import Gateway
from loopback.objects import (
    APPLICATION,
    BOT,
    BOT_PERMISSIONS,
    CHANNEL,
    DIRECT,
    GUILD,
    MEMBER_PERMISSIONS,
    MESSAGE_CONTENT,
    OWNER,
    TOKEN,
    Call,
    Json,
    Use,
)
from loopback.rest import Rest
from loopback.world import World

T = TypeVar("T")

COMMAND, COMPONENT, AUTOCOMPLETE = 2, 3, 4


class LoopbackDiscord:
    """The server and what people do on it: `async with LoopbackDiscord() as discord: ...`.

    `privileged` are the privileged intents that the portal grants, `deadline` is the time in seconds
    for the first answer to an interaction.
    """

    def __init__(
        self, token: str = TOKEN, *, privileged: int = MESSAGE_CONTENT, deadline: float = 3.0
    ) -> None:
        self.world = World(token, privileged, deadline)
        self.gateway = Gateway(self.world)
        self.rest = Rest(self.world, self.gateway)
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> LoopbackDiscord:
        app = web.Application()
        app.router.add_get("/gateway", self.gateway.handle)
        app.router.add_get("/cdn/{name}", self._file)
        app.router.add_route("*", "/api/v10/{path:.*}", self.rest.handle)
        self._runner = web.AppRunner(app)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.world.host = f"127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.gateway.drop(1001)
        if self._runner is not None:
            await self._runner.cleanup()

    async def _file(self, request: web.Request) -> web.Response:
        return web.Response(body=self.world.files[request.match_info["name"]])

    @property
    def host(self) -> str:
        """Where it listens, as host:port."""
        return self.world.host

    @property
    def calls(self) -> list[Call]:
        """The REST requests of the bot, oldest first."""
        return self.world.calls

    @property
    def commands(self) -> dict[str, Json]:
        """The application commands that the bot synced, by name."""
        return self.world.commands

    async def until(self, predicate: Callable[[], T], within: float = 5.0) -> T:
        """The first truthy value of `predicate`; raises `TimeoutError` after `within` seconds."""
        return await self.world.until(predicate, within)

    def fail(self, pattern: str, status: int, *, code: int = 0, retry_after: float = 0.2) -> None:
        """Answer the next request whose "METHOD /path" matches `pattern` with an error."""
        self.rest.fail(pattern, status, code=code, retry_after=retry_after)

    def person(self, name: str, *, permissions: int = MEMBER_PERMISSIONS, roles: tuple[str, ...] = ()) -> str:
        """A new member of the guild; returns the id."""
        return self.world.person(name, permissions, roles)

    async def say(
        self,
        content: str,
        *,
        by: str = OWNER,
        direct: bool = False,
        files: Mapping[str, bytes] | None = None,
    ) -> Json:
        """A person writes a message, in the guild's channel or in a direct message to the bot."""
        author = self.world.people[by]
        message = self.world.message(DIRECT if direct else CHANNEL, author, {"content": content})
        message["attachments"] = [self.world.upload(name, data) for name, data in (files or {}).items()]
        message["mentions"] = [self.world.me] if f"<@{BOT}>" in content else []
        seen = dict(message)
        if not direct:
            seen["member"] = {k: v for k, v in self.world.member(author).items() if k != "user"}
        readable = direct or message["mentions"] or self.gateway.intents & MESSAGE_CONTENT
        if not readable:
            seen.update(content="", attachments=[], embeds=[], components=[])
        await self.gateway.dispatch("MESSAGE_CREATE", seen)
        return message

    def replies(self, to: Json) -> list[Json]:
        """The bot's messages that reply to a person's message."""
        return [
            message
            for message in self.world.messages.values()
            if message["author"]["id"] == BOT
            and (message.get("message_reference") or {}).get("message_id") == to["id"]
        ]

    async def reply(self, to: Json, within: float = 5.0) -> Json:
        """The bot's first reply to a person's message."""
        return (await self.until(lambda: self.replies(to), within))[0]

    async def interact(self, kind: int, data: Json, *, by: str = OWNER, **more: Any) -> Use:
        """Send an interaction of a person in the guild's channel; `more` overrides its payload."""
        ident = objects.snowflake()
        payload: Json = {
            "id": ident,
            "application_id": APPLICATION,
            "type": kind,
            "token": "token" + ident,
            "version": 1,
            "data": data,
            "guild_id": GUILD,
            "guild": {"id": GUILD, "locale": "en-US", "features": []},
            "channel": {"id": CHANNEL, "type": 0, "name": "news"},
            "channel_id": CHANNEL,
            "member": self.world.member(self.world.people[by]),
            "locale": "en-US",
            "guild_locale": "en-US",
            "entitlements": [],
            "app_permissions": str(BOT_PERMISSIONS),
            "authorizing_integration_owners": {"0": GUILD},
            "context": 0,
            "attachment_size_limit": 10_485_760,
            **more,
        }
        use = self.world.uses[payload["token"]] = Use(payload)
        await self.gateway.dispatch("INTERACTION_CREATE", payload)
        return use

    async def slash(self, line: str, *, by: str = OWNER, focus: str | None = None, **options: Any) -> Use:
        """Use a slash command: `slash("who", question="x")`, `slash("news add", url=...)`.

        With `focus` it asks for that option's autocompletion. Returns at the bot's first answer. A
        command that was never synced raises `KeyError`, one hidden from the person `PermissionError`.
        """
        name, *subcommands = line.split()
        command = spec = self.commands[name]
        needed = int(command.get("default_member_permissions") or 0)
        if needed & ~self.world.permissions[by]:
            raise PermissionError(f"/{name} is hidden from this member")
        chain = [
            spec := next(option for option in spec["options"] if option["name"] == sub) for sub in subcommands
        ]
        kinds = {option["name"]: option["type"] for option in spec.get("options", [])}
        leaf: list[Json] = [
            {"name": key, "type": kinds[key], "value": value, **({"focused": True} if key == focus else {})}
            for key, value in options.items()
        ]
        for group in reversed(chain):
            leaf = [{"name": group["name"], "type": group["type"], "options": leaf}]
        data = {"id": command["id"], "name": name, "type": 1, "options": leaf}
        use = await self.interact(AUTOCOMPLETE if focus else COMMAND, data, by=by)
        await self.until(lambda: use.kind is not None)
        return use

    async def click(self, message: Json, label: str, *, by: str = OWNER) -> Use:
        """Press the button of a message that has this label; returns at the bot's first answer."""
        await asyncio.sleep(0.05)  # no one clicks before the bot knows that its message was sent
        kept = self.world.messages[message["id"]]
        button = next(item for item in _walk(kept["components"]) if item.get("label") == label)
        if button.get("disabled"):
            raise PermissionError(f"button {label!r} is disabled")
        data = {"custom_id": button["custom_id"], "component_type": 2}
        use = await self.interact(COMPONENT, data, by=by, message=kept)
        await self.until(lambda: use.kind is not None)
        return use


def _walk(components: list[Json]) -> Iterator[Json]:
    for component in components:
        yield component
        yield from _walk(component.get("components", []))

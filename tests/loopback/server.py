"""A loopback Discord on 127.0.0.1: REST and gateway on one server, for tests of an unmodified bot.

It refuses what Discord refuses (length limits, late or double answers to interactions, commands that
were never synced, message content without the intent), so a green test means more than a mock's would.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Any, TypeVar

from aiohttp import web

from loopback import objects
from loopback.faults import Faults
from loopback.gateway import Gateway
from loopback.limits import BUTTON, SELECT
from loopback.objects import (
    BOT,
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
from loopback.payloads import interaction, place_of, resolve, signs, walk
from loopback.rest import Rest
from loopback.world import WITHIN_S, World

T = TypeVar("T")

COMMAND, COMPONENT, AUTOCOMPLETE, FORM = 2, 3, 4, 5


class LoopbackDiscord:
    """The server and what people do on it: `async with LoopbackDiscord() as discord: ...`.

    `privileged` are the privileged intents that the portal grants, `deadline` is the time in seconds
    for the first answer to an interaction: Discord's is 3, too short for a machine with other work.
    """

    def __init__(
        self, token: str = TOKEN, *, privileged: int = MESSAGE_CONTENT, deadline: float = 15.0
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
    def faults(self) -> Faults:
        """What is to fail."""
        return self.world.faults

    @property
    def calls(self) -> list[Call]:
        """The REST requests of the bot, oldest first."""
        return self.world.calls

    @property
    def commands(self) -> dict[str, Json]:
        """The application commands that the bot synced, by name."""
        return self.world.commands

    async def until(self, predicate: Callable[[], T], within: float = WITHIN_S) -> T:
        """The first truthy value of `predicate`; raises `TimeoutError` after `within` seconds."""
        return await self.world.until(predicate, within)

    def fail(self, pattern: str, status: int, *, code: int = 0, retry_after: float = 0.2) -> None:
        """Answer the next request whose "METHOD /path" matches `pattern` with an error."""
        self.faults.rest(pattern, 1, status, code=code, retry_after=retry_after)

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
        channel: str = CHANNEL,
        reply_to: Json | None = None,
        **more: Any,
    ) -> Json:
        """A person writes a message, in a channel of the guild or in a direct message to the bot.

        `more` overrides what the gateway sends, as `webhook_id`.
        """
        author = self.world.people[by]
        body: Json = {"content": content}
        if reply_to is not None:
            body["message_reference"] = {"message_id": reply_to["id"], "channel_id": reply_to["channel_id"]}
        message = self.world.message(DIRECT if direct else channel, author, body)
        message["attachments"] = [self.world.upload(name, data) for name, data in (files or {}).items()]
        message["mentions"] = [self.world.me] if f"<@{BOT}>" in content else []
        message.update(more)
        await self.gateway.dispatch("MESSAGE_CREATE", self._seen(message, direct=direct))
        return message

    async def edit(self, message: Json, content: str) -> None:
        """A person edits a message."""
        message.update(content=content, edited_timestamp=objects.timestamp())
        await self.gateway.dispatch("MESSAGE_UPDATE", self._seen(message, direct="guild_id" not in message))

    async def delete(self, message: Json) -> None:
        """A person deletes a message."""
        del self.world.messages[message["id"]]
        where = {"id": message["id"], "channel_id": message["channel_id"], "guild_id": GUILD}
        await self.gateway.dispatch("MESSAGE_DELETE", where)

    async def delete_channel(self, channel: str) -> None:
        """A person deletes a channel."""
        self.world.gone.add(channel)
        where = {"id": channel, "guild_id": GUILD, "type": 0, "name": "gone", "position": 0}
        await self.gateway.dispatch("CHANNEL_DELETE", {**where, "permission_overwrites": []})

    def _seen(self, message: Json, *, direct: bool) -> Json:
        """The message as the bot may see it."""
        seen = dict(message)
        if not direct and "webhook_id" not in message:
            member = self.world.member(message["author"])
            seen["member"] = {key: value for key, value in member.items() if key != "user"}
        readable = direct or message["mentions"] or self.gateway.intents & MESSAGE_CONTENT
        if not readable:
            seen.update(content="", attachments=[], embeds=[], components=[])
        return seen

    def replies(self, to: Json) -> list[Json]:
        """The bot's messages that reply to a person's message."""
        return [
            message
            for message in self.world.messages.values()
            if message["author"]["id"] == BOT
            and (message.get("message_reference") or {}).get("message_id") == to["id"]
        ]

    async def reply(self, to: Json, within: float = WITHIN_S) -> Json:
        """The bot's first reply to a person's message."""
        return (await self.until(lambda: self.replies(to), within))[0]

    async def interact(
        self,
        kind: int,
        data: Json,
        *,
        by: str = OWNER,
        direct: bool = False,
        channel: str = CHANNEL,
        **more: Any,
    ) -> Use:
        """Send an interaction of a person in a channel of the guild, or in a direct message to the bot;
        `more` overrides its payload.
        """
        payload = interaction(self.world, kind, data, by, direct=direct, channel=channel, more=more)
        use = self.world.uses[payload["token"]] = Use(payload)
        await self.gateway.dispatch("INTERACTION_CREATE", payload)
        return use

    async def slash(
        self,
        line: str,
        *,
        by: str = OWNER,
        focus: str | None = None,
        direct: bool = False,
        channel: str = CHANNEL,
        values: Mapping[str, Any] | None = None,
        **options: Any,
    ) -> Use:
        """Use a slash command: `slash("who", question="x")`, `slash("news add", url=...)`.

        `values` are further options, whose names this function has itself. A member, role or channel is
        given by its id, a file as (name, content). With `focus` it asks for that option's autocompletion.
        Returns at the bot's first answer. A command that was never synced raises `KeyError`, one hidden
        from the person `PermissionError`.
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
        resolved: Json = {}
        leaf: list[Json] = [
            {
                "name": key,
                "type": kinds[key],
                "value": resolve(self.world, kinds[key], value, resolved),
                **({"focused": True} if key == focus else {}),
            }
            for key, value in {**options, **(values or {})}.items()
        ]
        for group in reversed(chain):
            leaf = [{"name": group["name"], "type": group["type"], "options": leaf}]
        data = {"id": command["id"], "name": name, "type": 1, "options": leaf, "resolved": resolved}
        use = await self.interact(
            AUTOCOMPLETE if focus else COMMAND, data, by=by, direct=direct, channel=channel
        )
        await self.until(lambda: use.kind is not None)
        return use

    async def menu(self, name: str, message: Json, *, by: str = OWNER, **more: Any) -> Use:
        """Choose a command from the menu of a message."""
        command = self.commands[name]
        data = {
            "id": command["id"],
            "name": name,
            "type": 3,
            "target_id": message["id"],
            "resolved": {"messages": {message["id"]: message}},
        }
        use = await self.interact(COMMAND, data, by=by, **more)
        await self.until(lambda: use.kind is not None)
        return use

    async def click(self, message: Json, label: str, *, by: str = OWNER) -> Use:
        """Press the button of a message that has this label or emoji; returns at the bot's first answer."""
        await asyncio.sleep(0.05)  # no one clicks before the bot knows that its message was sent
        kept = self.world.messages[message["id"]]
        button = next((item for item in walk(kept["components"]) if label in signs(item)), None)
        if button is None:
            raise AssertionError(f"no button {label!r} under {kept}")
        if button.get("disabled"):
            raise PermissionError(f"button {label!r} is disabled")
        return await self._use(kept, {"custom_id": button["custom_id"], "component_type": BUTTON}, by)

    async def choose(self, message: Json, value: str, *, by: str = OWNER) -> Use:
        """Choose the entry with this value or label from the menu of a message."""
        await asyncio.sleep(0.05)
        kept = self.world.messages[message["id"]]
        menu = next((item for item in walk(kept["components"]) if item["type"] == SELECT), None)
        if menu is None:
            raise AssertionError(f"no menu under {kept}")
        if menu.get("disabled"):
            raise PermissionError("the menu is disabled")
        chosen = next(option for option in menu["options"] if value in (option["value"], option["label"]))
        data = {"custom_id": menu["custom_id"], "component_type": SELECT, "values": [chosen["value"]]}
        return await self._use(kept, data, by)

    async def forge(
        self, custom_id: str, *, by: str = OWNER, values: list[str] | None = None, **more: Any
    ) -> Use:
        """Press a button, or choose `values` from a menu, that the bot never sent, on a message of its own."""
        kind = BUTTON if values is None else SELECT
        item: Json = {"type": kind, "custom_id": custom_id, "label": "x", "style": 1}
        if values is not None:
            item["options"] = [{"label": value, "value": value} for value in values]
        message = self.world.message(CHANNEL, self.world.me, {"content": "forged"})
        message["components"] = [{"type": 1, "components": [item]}]
        data: Json = {"custom_id": custom_id, "component_type": kind}
        if values is not None:
            data["values"] = values
        return await self._use(message, data, by, **more)

    async def submit(self, form: Use, *, by: str = OWNER, **values: str) -> Use:
        """Send a form that the bot has shown as the answer to `form`, with these values in its fields."""
        rows = [
            {"type": 1, "components": [{"type": 4, "custom_id": name, "value": value}]}
            for name, value in values.items()
        ]
        data = {"custom_id": form.data["custom_id"], "components": rows}
        use = await self.interact(FORM, data, by=by, **place_of(form.payload["message"]))
        await self.until(lambda: use.kind is not None)
        return use

    async def _use(self, message: Json, data: Json, by: str, **more: Any) -> Use:
        use = await self.interact(COMPONENT, data, by=by, **{**place_of(message), **more})
        await self.until(lambda: use.kind is not None)
        return use

"""The REST API: the routes that a discord.py bot uses, with Discord's refusals."""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import unquote

from aiohttp import web

from loopback import objects
from loopback.faults import RestFault
from loopback.gateway import Gateway
from loopback.limits import check_choices, check_form, check_message
from loopback.objects import (
    BOT,
    CHANNEL,
    DIRECT,
    EPHEMERAL,
    GUILD,
    LOADING,
    OTHER_CHANNEL,
    ApiError,
    Call,
    Json,
    Use,
)
from loopback.world import World

Handler = Callable[..., Awaitable[Any]]

MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE, AUTOCOMPLETE, MODAL = 4, 5, 6, 7, 8, 9


def answer(status: int, data: Any) -> web.Response:
    """A JSON answer. discord.py parses a body only when the content type is exactly application/json,
    and takes a 429 without a Via header for a ban by Cloudflare.
    """
    if data is None:
        return web.Response(status=204)
    headers = {"Via": "1.1 loopback", "Content-Type": "application/json"}
    return web.Response(body=json.dumps(data).encode(), status=status, headers=headers)


class Rest:
    """The REST side of the loopback Discord; every request is kept in `world.calls`."""

    def __init__(self, world: World, gateway: Gateway) -> None:
        self.world = world
        self.gateway = gateway
        ident, token, which = r"(\d+)", r"(\w+)", r"(@original|\d+)"
        messages = f"/channels/{ident}/messages"
        hook = f"/webhooks/{ident}/{token}"
        routes: list[tuple[str, Handler]] = [
            ("GET /users/@me", self._me),
            ("GET /oauth2/applications/@me", self._application),
            ("GET /gateway/bot", self._gateway_bot),
            (f"PUT /applications/{ident}/commands", self._sync),
            (f"GET /applications/{ident}/commands", self._commands),
            ("POST /users/@me/channels", self._direct),
            (f"POST /channels/{ident}/typing", self._nothing),
            (f"POST {messages}", self._create),
            (f"GET {messages}", self._history),
            (f"GET {messages}/{ident}", self._read),
            (f"PATCH {messages}/{ident}", self._edit),
            (f"DELETE {messages}/{ident}", self._delete),
            (f"PUT {messages}/{ident}/reactions/([^/]+)/@me", self._react),
            (f"POST {messages}/{ident}/threads", self._thread),
            (f"POST /interactions/{ident}/{token}/callback", self._callback),
            (f"POST {hook}", self._followup),
            (f"GET {hook}/messages/{which}", self._followup_read),
            (f"PATCH {hook}/messages/{which}", self._followup_edit),
            (f"DELETE {hook}/messages/{which}", self._followup_delete),
        ]
        self._routes = [(re.compile(pattern), handler) for pattern, handler in routes]

    async def handle(self, request: web.Request) -> web.Response:
        """One request of the bot."""
        call = Call(request.method, "/" + request.match_info["path"], await self._body(request))
        self.world.calls.append(call)
        fault = self.world.faults.take(f"{call.method} {call.path}")
        try:
            if fault is not None:
                await asyncio.sleep(fault.wait_s)
            if fault is not None and not fault.stored:
                return self._failed(request, fault)
            result = await self._route(call, request.headers.get("Authorization"))
            if fault is not None:
                return self._failed(request, fault)
            call.status = 204 if result is None else 200
            return answer(call.status, result)
        except ApiError as error:
            call.status = error.status
            return answer(error.status, error.body)
        finally:
            await self.world.notify()

    def _failed(self, request: web.Request, fault: RestFault) -> web.Response:
        if fault.error is not None:
            raise fault.error
        if request.transport is not None:
            request.transport.abort()
        return web.Response()

    async def _route(self, call: Call, authorization: str | None) -> Any:
        line = f"{call.method} {call.path}"
        open_path = call.path.startswith(("/webhooks/", "/interactions/"))
        if not open_path and authorization != f"Bot {self.world.token}":
            raise ApiError(401, 0, "401: Unauthorized")
        if call.path.startswith("/channels/") and call.path.split("/")[2] in self.world.gone:
            raise ApiError(404, 10003, "Unknown Channel")
        for pattern, handler in self._routes:
            if match := pattern.fullmatch(line):
                return await handler(*match.groups(), call.body)
        raise ApiError(404, 0, f"the loopback Discord has no route {line}")

    async def _body(self, request: web.Request) -> Any:
        if request.content_type.startswith("multipart/"):
            form = await request.post()
            body: Json = json.loads(str(form.get("payload_json", "{}")))
            files = [part for part in form.values() if isinstance(part, web.FileField)]
            body["attachments"] = [self.world.upload(part.filename, part.file.read()) for part in files]
            return body
        return await request.json() if request.can_read_body else dict(request.query)

    async def _me(self, _body: Json) -> Json:
        return self.world.me

    async def _application(self, _body: Json) -> Json:
        return self.world.application()

    async def _gateway_bot(self, _body: Json) -> Json:
        limit = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
        return {"url": f"ws://{self.world.host}/gateway", "shards": 1, "session_start_limit": limit}

    async def _nothing(self, *_: Any) -> None:
        return None

    async def _react(self, channel: str, message: str, emoji: str, _body: Json) -> None:
        if channel == OTHER_CHANNEL:
            raise ApiError(403, 50013, "Missing Permissions")
        if message not in self.world.messages:
            raise ApiError(404, 10008, "Unknown Message")
        self.world.messages[message].setdefault("reactions", []).append(unquote(emoji))

    async def _commands(self, _application: str, _body: Json) -> list[Json]:
        return list(self.world.commands.values())

    async def _sync(self, application: str, body: list[Json]) -> list[Json]:
        more = {"application_id": application, "version": "1"}
        self.world.commands = {
            command["name"]: {"description": "", **command, "id": objects.snowflake(), **more}
            for command in body
        }
        return list(self.world.commands.values())

    async def _direct(self, body: Json) -> Json:
        return {"id": DIRECT, "type": 1, "recipients": [self.world.people[str(body["recipient_id"])]]}

    async def _create(self, channel: str, body: Json) -> Json:
        check_message(body)
        nonce = str(body["nonce"]) if body.get("enforce_nonce") and body.get("nonce") else None
        if nonce is not None and nonce in self.world.nonces:
            return self.world.nonces[nonce]
        message = self.world.message(channel, self.world.me, body)
        if nonce is not None:
            self.world.nonces[nonce] = message
        await self.gateway.dispatch("MESSAGE_CREATE", message)
        return message

    async def _read(self, _channel: str, ident: str, _body: Json) -> Json:
        return self._existing(ident)

    async def _history(self, channel: str, query: Json) -> list[Json]:
        after, most = int(query.get("after", 0)), int(query.get("limit", 50))
        here = [one for one in self.world.messages.values() if one["channel_id"] == channel]
        return [one for one in here if int(one["id"]) > after][:most][::-1]

    async def _edit(self, _channel: str, ident: str, body: Json) -> Json:
        message = self._existing(ident)
        if message["author"]["id"] != BOT:
            raise ApiError(403, 50005, "Cannot edit a message authored by another user")
        known = {key: value for key, value in body.items() if key in message and key != "flags"}
        edited = {**message, **known, "edited_timestamp": objects.timestamp()}
        edited["flags"] = message["flags"] & ~LOADING
        check_message(edited)
        message.update(edited)
        if not message["flags"] & EPHEMERAL:
            await self.gateway.dispatch("MESSAGE_UPDATE", message)
        return message

    async def _delete(self, channel: str, ident: str, _body: Json) -> None:
        self._existing(ident)
        del self.world.messages[ident]
        await self.gateway.dispatch("MESSAGE_DELETE", {"id": ident, "channel_id": channel, "guild_id": GUILD})

    async def _thread(self, channel: str, ident: str, body: Json) -> Json:
        self._existing(ident)
        if ident in self.world.threads:
            raise ApiError(400, 160004, "A thread has already been created for this message")
        if not 1 <= len(body["name"]) <= 100:
            raise ApiError(400, 50035, "Invalid Form Body: name")
        thread = {
            "id": ident,
            "parent_id": channel,
            "owner_id": BOT,
            "guild_id": GUILD,
            "name": body["name"],
            "type": 11,
            "message_count": 0,
            "member_count": 1,
            "thread_metadata": {
                "archived": False,
                "auto_archive_duration": 1440,
                "archive_timestamp": objects.timestamp(),
                "locked": False,
            },
        }
        self.world.threads[ident] = thread
        await self.gateway.dispatch("THREAD_CREATE", thread)
        return thread

    async def _callback(self, ident: str, token: str, body: Json) -> Json:
        use = self.world.uses[token]
        if use.over or time.monotonic() - use.at > self.world.deadline:
            raise ApiError(404, 10062, "Unknown interaction")
        if use.kind is not None:
            raise ApiError(400, 40060, "Interaction has already been acknowledged.")
        kind, data = body["type"], body.get("data") or {}
        if kind == AUTOCOMPLETE:
            check_choices(data["choices"])
        if kind == MODAL:
            check_form(data)
        if kind in {MESSAGE, DEFERRED}:
            if kind == MESSAGE:
                check_message(data)
            flags = data.get("flags", 0) | (LOADING if kind == DEFERRED else 0)
            channel = use.payload["channel_id"]
            use.original = self.world.message(channel, self.world.me, {**data, "flags": flags})
        elif kind == UPDATE:
            use.original = await self._edit(CHANNEL, use.payload["message"]["id"], data)
        elif kind == DEFERRED_UPDATE:
            use.original = self.world.messages[use.payload["message"]["id"]]
        use.kind, use.data = kind, data
        callback: Json = {"interaction": {"id": ident, "type": use.payload["type"]}}
        if use.original is not None:
            callback["interaction"]["response_message_id"] = use.original["id"]
            callback["resource"] = {"type": kind, "message": use.original}
        return callback

    async def _followup(self, _application: str, token: str, body: Json) -> Json:
        use = self._use(token)
        check_message(body)
        waits = use.kind == DEFERRED and not use.answered
        if waits and use.original is not None and use.original["id"] in self.world.messages:
            # The first follow-up takes the place of "thinking...".
            return await self._edit(CHANNEL, use.original["id"], body)
        use.followups.append(self.world.message(use.payload["channel_id"], self.world.me, body))
        return use.followups[-1]

    async def _followup_read(self, _application: str, token: str, which: str, _body: Json) -> Json:
        return self._existing(self._followup_id(token, which))

    async def _followup_edit(self, _application: str, token: str, which: str, body: Json) -> Json:
        return await self._edit(CHANNEL, self._followup_id(token, which), body)

    async def _followup_delete(self, _application: str, token: str, which: str, body: Json) -> None:
        await self._delete(CHANNEL, self._followup_id(token, which), body)

    def _followup_id(self, token: str, which: str) -> str:
        original = self._use(token).original
        if which != "@original":
            return which
        if original is None:
            raise ApiError(404, 10015, "Unknown Webhook")
        return str(original["id"])

    def _use(self, token: str) -> Use:
        """The use that a token belongs to, as long as it is valid and after its first answer."""
        use = self.world.uses[token]
        if use.over:
            raise ApiError(401, 50027, "Invalid Webhook Token")
        if use.kind is None:
            raise ApiError(404, 10015, "Unknown Webhook")
        return use

    def _existing(self, ident: str) -> Json:
        if ident not in self.world.messages:
            raise ApiError(404, 10008, "Unknown Message")
        return self.world.messages[ident]

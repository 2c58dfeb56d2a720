"""The gateway: identify, resume, heartbeats, events, and the refusals of a real one."""

from __future__ import annotations

import asyncio
import contextlib
import json
import zlib
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import WSMsgType, web

from loopback import objects
from loopback.faults import GatewayFaults
from loopback.objects import APPLICATION, GUILD, PRIVILEGED, Json
from loopback.world import World

Send = Callable[[Json], Awaitable[None]]

DISPATCH, HEARTBEAT, IDENTIFY, RESUME, INVALID_SESSION, HELLO, HEARTBEAT_ACK = 0, 1, 2, 6, 9, 10, 11
BAD_TOKEN, DISALLOWED_INTENTS = 4004, 4014


class Gateway:
    """One session at a time; events sent while no one is connected are replayed on RESUME."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.identifies = 0
        self.resumes = 0
        self.refused = 0
        self.intents = 0
        self.session = ""
        self.close_codes: list[int | None] = []
        self.heartbeat_ms = 41_250
        self._log: list[Json] = []
        self._socket: web.WebSocketResponse | None = None
        self._send: Send | None = None
        self._transport: asyncio.Transport | None = None

    @property
    def connected(self) -> bool:
        """Whether a bot is identified and listening."""
        return self._socket is not None and not self._socket.closed

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """One connection, until either side closes it."""
        if self._faults.closed:
            return web.Response(status=503)
        socket = web.WebSocketResponse(autoping=True)
        await socket.prepare(request)
        send = _sender(socket, compressed=request.query.get("compress") == "zlib-stream")
        await send({"op": HELLO, "d": {"heartbeat_interval": self.heartbeat_ms}, "s": None, "t": None})
        async for frame in socket:
            if frame.type is not WSMsgType.TEXT:
                break
            message = json.loads(frame.data)
            if message["op"] in {IDENTIFY, RESUME}:
                self._transport = request.transport
            await self._receive(socket, send, message["op"], message["d"])
        if self._socket is socket:
            self._socket = None
        self.close_codes.append(socket.close_code)
        await self.world.notify()
        return socket

    async def _receive(self, socket: web.WebSocketResponse, send: Send, op: int, data: Any) -> None:
        if op == HEARTBEAT:
            if self._faults.deaf:
                return
            await send({"op": HEARTBEAT_ACK, "d": None, "s": None, "t": None})
        elif op not in {IDENTIFY, RESUME}:
            return
        elif data["token"] != self.world.token:
            await socket.close(code=BAD_TOKEN)
        elif op == IDENTIFY and data["intents"] & PRIVILEGED & ~self.world.privileged:
            await socket.close(code=DISALLOWED_INTENTS)
        elif op == IDENTIFY:
            await self._identify(socket, send, data)
        elif data["session_id"] != self.session or self._faults.forgetful:
            self.refused += 1
            await send({"op": INVALID_SESSION, "d": False, "s": None, "t": None})
        else:
            self.resumes += 1
            self._socket, self._send = socket, send
            seen = max(0, (data["seq"] or 0) - self._faults.replayed)
            for event in [event for event in self._log if event["s"] > seen]:
                await send(event)
            await self.dispatch("RESUMED", {})

    async def _identify(self, socket: web.WebSocketResponse, send: Send, data: Json) -> None:
        self.intents, self.session, self._log = data["intents"], objects.snowflake(), []
        self._socket, self._send = socket, send
        ready = {
            "v": 10,
            "user": self.world.me,
            "guilds": [{"id": GUILD, "unavailable": True}],
            "session_id": self.session,
            "resume_gateway_url": f"ws://{self.world.host}/gateway",
            "application": {"id": APPLICATION, "flags": 0},
            "shard": data.get("shard", [0, 1]),
        }
        await self.dispatch("READY", ready)
        await self.dispatch("GUILD_CREATE", self.world.guild())
        self.identifies += 1
        await self.world.notify()

    async def dispatch(self, event: str, data: Json) -> None:
        """Send an event to the bot, or keep it for the bot's RESUME."""
        entry = {"op": DISPATCH, "d": data, "s": len(self._log) + 1, "t": event}
        self._log.append(entry)
        if self.connected and self._send is not None:
            with contextlib.suppress(ConnectionError):  # it is gone, and was not closed
                await self._send(entry)
        await self.world.notify()

    @property
    def _faults(self) -> GatewayFaults:
        return self.world.faults.gateway

    def cut(self) -> None:
        """Cut the connection hard, without a close frame."""
        transport, self._socket, self._transport = self._transport, None, None
        if transport is not None:
            transport.abort()

    async def drop(self, code: int = 4000) -> None:
        """Cut the connection from Discord's side."""
        socket, self._socket = self._socket, None
        if socket is not None:
            await socket.close(code=code)


def _sender(socket: web.WebSocketResponse, *, compressed: bool) -> Send:
    squeeze = zlib.compressobj() if compressed else None

    async def send(payload: Json) -> None:
        raw = json.dumps(payload)
        if squeeze is None:
            await socket.send_str(raw)
        else:
            await socket.send_bytes(squeeze.compress(raw.encode()) + squeeze.flush(zlib.Z_SYNC_FLUSH))

    return send

"""Resuming the session at the gateway however often a connection to it fails.

discord.py's sharded client resumes at the first attempt alone: where that one fails, as while the network
is down, it begins a new session, and Discord never sends what was asked in between. It also waits ever
longer, up to 17 minutes. (The client without shards always tries to resume.)
"""

from __future__ import annotations

import functools
from typing import Final

import discord
from discord.gateway import ReconnectWebSocket
from discord.shard import Shard

_MOST_DOUBLINGS: Final = 5
"""Attempts are at most 2 ** this many seconds apart."""


def keep_session(client: discord.AutoShardedClient, shard_id: int) -> None:
    """Let the shard resume its session from now on; where Discord has forgotten it, it is told so."""
    shard = client.shards[shard_id]._parent
    shard.reconnect = functools.partial(_resume, shard)  # type: ignore[method-assign]
    shard._backoff._max = _MOST_DOUBLINGS


async def _resume(shard: Shard) -> None:
    await shard.reidentify(ReconnectWebSocket(shard.id, resume=shard.ws.session_id is not None))

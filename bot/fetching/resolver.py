"""Looking up hosts so that a connection goes to exactly the addresses that were checked."""

from __future__ import annotations

import socket

from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver

from bot.fetching.addresses import refuse_unless_public


class PublicResolver(AbstractResolver):
    """Resolves a host once for each connection and refuses it unless all of its addresses are public.

    The connector connects to what is returned here and does not look the host up again, so that a
    name server that answers otherwise the second time changes nothing.
    """

    def __init__(self, *, loopback: bool = False, inner: AbstractResolver | None = None) -> None:
        self._loopback = loopback
        self._inner = inner if inner is not None else ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """The addresses of `host`. Raises AddressError, and OSError for a host that is not known."""
        found = await self._inner.resolve(host, port, family)
        refuse_unless_public([result["host"] for result in found], loopback=self._loopback)
        return found

    async def close(self) -> None:
        """Close what it looks up with."""
        await self._inner.close()

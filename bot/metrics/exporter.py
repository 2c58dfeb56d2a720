"""The metrics over HTTP, for Prometheus and health checks on the same machine."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Callable

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST

from bot.metrics.metrics import Metrics
from index.errors import OperationFailed

HOST = "127.0.0.1"


@contextlib.asynccontextmanager
async def exporter(metrics: Metrics, port: int, healthy: Callable[[], bool]) -> AsyncIterator[int]:
    """While inside, 127.0.0.1:`port` (0: any free port) answers /metrics and /healthz; yields the port.

    /healthz has status 200 while `healthy`, else 503. Raises OperationFailed for a port in use.
    """

    async def show(_: web.Request) -> web.Response:
        return web.Response(body=metrics.exposition(), headers={"Content-Type": CONTENT_TYPE_LATEST})

    async def health(_: web.Request) -> web.Response:
        return web.Response(text="ok\n") if healthy() else web.Response(text="not ready\n", status=503)

    app = web.Application()
    app.router.add_get("/metrics", show)
    app.router.add_get("/healthz", health)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, HOST, port).start()
        except OSError as error:
            raise OperationFailed(
                f"WHOSAID_METRICS_PORT: {HOST}:{port} cannot be used ({error.strerror})"
            ) from error
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()

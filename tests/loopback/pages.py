"""Web pages to add articles from, good and bad."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator

from aiohttp import web

PAGE = """<!doctype html><html><head><meta charset="windows-1252"><title>The mill</title></head><body><article>
<h1>The mill</h1><p>It was a windy day on the northern shore, and many people had come to look at the old mill.</p>
<p>“The old mill on the hill grinds flour again before the autumn fair,” miller Tom Hale said on Monday.</p>
<p>The mill had stood still for eleven years, since its owner had moved to the city with his family.</p>
</article></body></html>"""


@contextlib.asynccontextmanager
async def pages() -> AsyncIterator[str]:
    """A web server on loopback with an article and with what is none; yields its address."""

    async def mill(_: web.Request) -> web.Response:
        return web.Response(body=PAGE.encode("cp1252"), headers={"Content-Type": "text/html"})

    async def empty(_: web.Request) -> web.Response:
        return web.Response(text="<html><body></body></html>", content_type="text/html")

    async def elsewhere(_: web.Request) -> web.Response:
        raise web.HTTPFound("http://10.0.0.1/")

    async def picture(_: web.Request) -> web.Response:
        return web.Response(body=b"x", content_type="image/png")

    async def endless(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/plain"})
        await response.prepare(request)
        while True:
            await response.write(b"a" * 1_000_000)

    async def never(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/plain"})
        await response.prepare(request)
        await asyncio.sleep(60)
        return response

    app = web.Application()
    for path, answer in {
        "/the-mill": mill, "/empty": empty, "/elsewhere": elsewhere, "/picture": picture,
        "/endless": endless, "/never": never,
    }.items():  # fmt: skip
        app.router.add_get(path, answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()

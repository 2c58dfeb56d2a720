"""Fetching from a server on this machine; its limits, and the ways in which pages try to lead elsewhere."""

from __future__ import annotations

import asyncio
import gzip
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.fetching.addresses import AddressError
from bot.fetching.decoding import BodyError
from bot.fetching.page import AGENT, FetchError, FetchLimits, fetch

HERE = FetchLimits(size=1_000_000, seconds=5, loopback=True)


class Names(AbstractResolver):
    """A name server that gives one answer after the other; the last one for ever."""

    def __init__(self, *answers: list[str]) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        self.asked.append(host)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if not answer:
            raise OSError("no such host")
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=0,
                flags=0,
            )
            for address in answer
        ]

    async def close(self) -> None:
        pass


@dataclass
class Site:
    address: str
    port: int
    requests: list[web.Request] = field(default_factory=list)


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    seen = Site("", 0)

    def handler(respond: Callable[[web.Request], Awaitable[web.StreamResponse]]) -> web.RequestHandler:
        async def handle(request: web.Request) -> web.StreamResponse:
            seen.requests.append(request)
            return await respond(request)

        return handle

    async def page(request: web.Request) -> web.Response:
        response = web.Response(text="<p>The ferry sails.</p>", content_type="text/html")
        response.set_cookie("track", "1")
        return response

    async def typed(request: web.Request) -> web.Response:
        return web.Response(body=b"a", headers={"Content-Type": request.query["type"]})

    async def redirect(request: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": request.query["to"], "Set-Cookie": "a=b"})

    async def loop(request: web.Request) -> web.Response:
        left = int(request.match_info["left"])
        return web.Response(status=307, headers={"Location": f"/loop/{left - 1}" if left > 1 else "/page"})

    async def status(request: web.Request) -> web.Response:
        return web.Response(status=int(request.match_info["number"]))

    async def endless(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/plain"})
        await response.prepare(request)
        while True:
            await response.write(bytes(100_000))

    async def slow(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/plain"})
        await response.prepare(request)
        while True:
            await response.write(b"a")
            await asyncio.sleep(0.05)

    async def bomb(request: web.Request) -> web.Response:
        headers = {"Content-Type": "text/html", "Content-Encoding": "gzip"}
        return web.Response(body=gzip.compress(bytes(20_000_000)), headers=headers)

    async def packed(request: web.Request) -> web.Response:
        headers = {"Content-Type": "text/html; charset=windows-1252", "Content-Encoding": "gzip"}
        return web.Response(body=gzip.compress("“é”".encode("cp1252")), headers=headers)

    app = web.Application()
    routes: dict[str, Callable[[web.Request], Awaitable[web.StreamResponse]]] = {
        "/page": page, "/typed": typed, "/notes.md": typed, "/redirect": redirect, "/loop/{left}": loop,
        "/status/{number}": status, "/endless": endless, "/slow": slow, "/bomb": bomb, "/packed": packed,
    }  # fmt: skip
    for path, respond in routes.items():
        app.router.add_get(path, handler(respond))
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    seen.port = runner.addresses[0][1]
    seen.address = f"http://127.0.0.1:{seen.port}"
    try:
        yield seen
    finally:
        await runner.cleanup()


async def test_a_page_is_fetched_without_telling_who_asks(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9/")
    page = await fetch(f"{site.address}/redirect?to=/page%23part", HERE)
    assert (page.url, page.text, page.suffix) == (f"{site.address}/page", "<p>The ferry sails.</p>", ".html")
    for request in site.requests:
        assert request.headers["User-Agent"] == AGENT
        assert not request.headers.keys() & {"Cookie", "Authorization", "Referer"}


async def test_compressed_pages_are_read_in_their_character_set(site: Site) -> None:
    assert (await fetch(f"{site.address}/packed", HERE)).text == "“é”"


@pytest.mark.parametrize(
    ("path", "kind", "suffix"),
    [
        ("typed", "text/html;charset=utf-8", ".html"), ("typed", "application/xhtml+xml", ".html"),
        ("typed", "text/plain", ".txt"), ("typed", "text/markdown", ".md"),
        ("typed", "application/jsonl", ".jsonl"), ("notes.md", "text/plain", ".md"), ("notes.md", "text/html", ".html"),
    ],
)  # fmt: skip
async def test_the_kind_of_file_follows_from_the_type(site: Site, path: str, kind: str, suffix: str) -> None:
    assert (await fetch(f"{site.address}/{path}?type={kind.replace('+', '%2B')}", HERE)).suffix == suffix


@pytest.mark.parametrize(
    "kind", ["application/pdf", "image/png", "application/octet-stream", "text/css", "nonsense"]
)
async def test_other_types_are_refused(site: Site, kind: str) -> None:
    with pytest.raises(BodyError, match="no article"):
        await fetch(f"{site.address}/typed?type={kind}", HERE)


async def test_redirects_have_an_end(site: Site) -> None:
    assert await fetch(f"{site.address}/loop/5", HERE)
    with pytest.raises(FetchError, match="more than 5"):
        await fetch(f"{site.address}/loop/6", HERE)
    with pytest.raises(FetchError, match="nowhere"):
        await fetch(f"{site.address}/redirect?to=", HERE)


@pytest.mark.parametrize(
    "target",
    [
        "http://10.0.0.1/", "http://169.254.169.254/latest/", "//192.168.0.1/", "http://[::ffff:10.0.0.1]/",
        "http://0x0a.0.0.1/", "http://localhost/", "file:///etc/passwd", "http://user:pass@8.8.8.8/", "http://[", "http://[2606:4700::1111]@/",
        "http://100.64.0.1/", "http://224.0.0.1/", "http://2886729729/", "http://0177.1/", "http://[64:ff9b::a00:1]/",
        "http://[2002:7f00:1::]/", "http://[fe80::1]/", "http://[ff02::1]/", "ftp://8.8.8.8/", "data:text/html,a",
    ],
)  # fmt: skip
async def test_redirects_to_private_addresses_are_refused(site: Site, target: str) -> None:
    with pytest.raises(AddressError):
        await fetch(f"{site.address}/redirect?to={target}", HERE)
    assert len(site.requests) == 1


@pytest.mark.parametrize("number", [204, 206, 304, 401, 403, 404, 500])
async def test_failures_of_the_server_are_told(site: Site, number: int) -> None:
    with pytest.raises(FetchError, match=str(number)):
        await fetch(f"{site.address}/status/{number}", HERE)


async def test_endless_and_exploding_pages_end_at_the_limit(site: Site) -> None:
    for path in ("endless", "bomb"):
        with pytest.raises(BodyError, match="larger than 1 MB"):
            await fetch(f"{site.address}/{path}", HERE)


async def test_a_page_that_trickles_has_only_so_much_time(site: Site) -> None:
    with pytest.raises(FetchError, match="within"):
        await fetch(f"{site.address}/slow", FetchLimits(seconds=0.5, loopback=True))


async def test_a_server_that_never_answers_or_answers_nonsense(site: Site) -> None:
    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    async def nonsense(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readline()
        writer.write(b"\x00\xff nonsense\r\n\r\n")
        writer.close()

    for respond, message in ((silent, "within"), (nonsense, "cannot be reached")):
        server = await asyncio.start_server(respond, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        async with server:
            with pytest.raises(FetchError, match=message):
                await fetch(f"http://127.0.0.1:{port}/", FetchLimits(seconds=0.5, loopback=True))


@pytest.mark.parametrize(
    "answer", [["127.0.0.1"], ["::1"], ["8.8.8.8", "10.0.0.1"], ["::ffff:127.0.0.1"], ["169.254.169.254"]]
)
async def test_a_name_that_leads_to_a_private_address_is_refused(answer: list[str]) -> None:
    names = Names(answer)
    with pytest.raises(AddressError):
        await fetch("http://news.example/", FetchLimits(seconds=5), resolver=names)
    assert names.asked == ["news.example"]


async def test_an_unknown_name_is_told() -> None:
    with pytest.raises(FetchError, match="cannot be reached"):
        await fetch("http://news.example/", FetchLimits(seconds=5), resolver=Names([]))


async def test_the_connection_goes_to_the_address_that_was_checked(site: Site) -> None:
    names = Names(["127.0.0.1"], ["10.0.0.1"])
    page = await fetch(f"http://news.example:{site.port}/page", HERE, resolver=names)
    assert page.text and names.asked == ["news.example"]
    assert site.requests[0].headers["Host"] == f"news.example:{site.port}"


async def test_a_second_look_up_for_a_redirect_is_checked_too(site: Site) -> None:
    names = Names(["127.0.0.1"], ["10.0.0.1"])
    with pytest.raises(AddressError):
        await fetch(f"http://news.example:{site.port}/redirect?to=/page", HERE, resolver=names)
    assert len(site.requests) == 1


async def test_names_with_dots_at_the_end_and_international_ones_are_looked_up(site: Site) -> None:
    names = Names(["127.0.0.1"])
    for host in ("news.example.", "bücher.example"):
        assert await fetch(f"http://{host}:{site.port}/page", HERE, resolver=names)
    assert names.asked[-1] == "xn--bcher-kva.example"
    with pytest.raises(AddressError):
        await fetch("http://bücher.example/", FetchLimits(seconds=5), resolver=Names(["127.0.0.1"]))


async def test_this_machine_is_out_of_bounds_by_default(site: Site) -> None:
    with pytest.raises(AddressError):
        await fetch(f"{site.address}/page")
    assert not site.requests

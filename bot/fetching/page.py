"""Fetching one page, with limits on everything that the other side chooses."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from bot.fetching.addresses import AddressError, checked_url
from bot.fetching.decoding import BodyError, Inflater, page_text
from bot.fetching.resolver import PublicResolver
from index.errors import OperationFailed, WhosaidError

AGENT: Final = "whosaid/0.1 (Discord bot; fetches single articles that its admins name)"

_SUFFIXES: Final = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/markdown": ".md",
    "text/plain": ".txt",
    "application/jsonl": ".jsonl",
}
_PLAIN_SUFFIXES = {".md", ".jsonl"}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PIECE = 1 << 16


class FetchError(OperationFailed):
    """A page that could not be had."""


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """What a page may cost: bytes before and after decompression, seconds in all, and redirects.

    `loopback`, for tests only, lets it come from this machine.
    """

    size: int = 8_000_000
    seconds: float = 20.0
    redirects: int = 5
    loopback: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """What was fetched: where it stands after redirects, its text, and the ending of a file of its kind."""

    url: str
    text: str
    suffix: str


async def fetch(
    address: str, limits: FetchLimits | None = None, *, resolver: AbstractResolver | None = None
) -> Page:
    """Fetch the page at a public web address; `resolver` looks hosts up, by default the system's.

    Raises AddressError for an address that is not fetched, also when a redirect leads there, FetchError
    where the page cannot be had, and BodyError where it cannot be used. Nothing is sent but the
    request: no cookies, no credentials, and no proxy of the environment is used.
    """
    limits = limits or FetchLimits()
    url = checked_url(address, loopback=limits.loopback)
    try:
        async with asyncio.timeout(limits.seconds):
            return await _fetch(url, limits, resolver)
    except TimeoutError:
        raise FetchError(f"the page did not arrive within {limits.seconds:.0f} seconds") from None
    except (aiohttp.ClientError, OSError, ValueError) as error:
        if refused := _refusal(error):
            raise refused from None
        raise FetchError("the page cannot be reached") from error


async def _fetch(url: URL, limits: FetchLimits, resolver: AbstractResolver | None) -> Page:
    connector = aiohttp.TCPConnector(
        resolver=PublicResolver(loopback=limits.loopback, inner=resolver),
        use_dns_cache=False,
        force_close=True,
    )
    async with aiohttp.ClientSession(
        connector=connector,
        cookie_jar=aiohttp.DummyCookieJar(),
        auto_decompress=False,
        trust_env=False,
        headers={
            "User-Agent": AGENT,
            "Accept": ", ".join(_SUFFIXES),
            "Accept-Encoding": "gzip",
        },
    ) as session:
        for _ in range(limits.redirects + 1):
            async with session.get(url, allow_redirects=False) as response:
                if response.status not in _REDIRECTS:
                    return await _read(response, limits)
                url = _target(url, response.headers.get("Location"), limits)
    raise FetchError(f"the page redirects more than {limits.redirects} times")


def _target(url: URL, location: str | None, limits: FetchLimits) -> URL:
    """Where a redirect leads, checked like the first address."""
    if not location:
        raise FetchError("the page redirects to nowhere")
    try:
        target = str(url.join(URL(location)))
    except (ValueError, LookupError):
        raise AddressError("the page redirects to what is no web address") from None
    return checked_url(target, loopback=limits.loopback)


async def _read(response: aiohttp.ClientResponse, limits: FetchLimits) -> Page:
    if response.status != 200:
        raise FetchError(f"the page's server answered with status {response.status}")
    suffix = _SUFFIXES.get(response.content_type)
    if suffix is None:
        raise BodyError(f"a page of the type {response.content_type[:80]} is no article")
    if suffix == ".txt" and (ending := PurePosixPath(response.url.path).suffix.lower()) in _PLAIN_SUFFIXES:
        suffix = ending
    if (response.content_length or 0) > limits.size:
        raise BodyError(f"the page is larger than {limits.size // 1_000_000} MB")
    inflater = Inflater(response.headers.get("Content-Encoding", "").strip().lower(), limits.size)
    arrived = 0
    async for piece in response.content.iter_chunked(_PIECE):
        arrived += len(piece)
        if arrived > limits.size:
            raise BodyError(f"the page is larger than {limits.size // 1_000_000} MB")
        inflater.feed(piece)
    text = page_text(inflater.body(), response.charset, markup=suffix == ".html")
    return Page(str(response.url), text, suffix)


def _refusal(error: BaseException) -> WhosaidError | None:
    """Our own refusal within a failure of the connector, which wraps what its resolver raises."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, WhosaidError):
            return cause
        cause = cause.__cause__ or cause.__context__
    return None

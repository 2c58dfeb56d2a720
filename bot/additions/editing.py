"""Adding, removing and restoring articles, each shown by a message with its progress."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

import discord

from bot.access.rights import Person, Right
from bot.additions.changes import Added
from bot.additions.naming import Description, suffix_of
from bot.additions.typed import typed_addition
from bot.building.builder import BuildStopped, Listener
from bot.delivery.replying import Replier
from bot.fetching.addresses import checked_url
from bot.fetching.page import FetchLimits, fetch
from bot.jobs.jobs import Job
from bot.jobs.progress_message import ProgressMessage
from bot.render.markdown import escape
from bot.render.progress import discord_text
from bot.render.verbatim import one_line
from index.articles.article import Article
from index.errors import BadInput, OperationFailed

if TYPE_CHECKING:
    from bot.client import WhosaidBot

LARGEST = 8_000_000
"""Bytes of a file or page that can be added."""

_SHOWN_TITLE = 100

T = TypeVar("T")
Source = discord.Message | discord.Interaction[Any]


class ArticleEditing:
    """Changes of the corpus that somebody asks for; what fails is told, and leaves all as it was."""

    def __init__(self, bot: WhosaidBot) -> None:
        self._bot = bot

    async def add_typed(self, message: discord.Message, text: str) -> None:
        """Add what is attached to a message, or what `text` names. Raises RefusedError and BadInput."""
        self._require(message)
        typed = typed_addition(text)
        if len(message.attachments) > 1:
            raise BadInput("attach one file at a time")
        file = next(iter(message.attachments), None)
        await self.add(message, file, typed.url, typed.title, typed.outlet, typed.date)

    async def add(
        self,
        source: Source,
        file: discord.Attachment | None,
        url: str | None,
        title: str | None,
        outlet: str | None,
        date: str | None,
    ) -> None:
        """Add a file, or the page at an address. Raises RefusedError and BadInput."""
        self._require(source)
        described = Description.of(title, outlet, date)
        if (file is None) == (url is None):
            raise BadInput("give either a file or the web address of a page")
        what = "the page"
        if url is not None:
            checked_url(url, loopback=self._bot.settings.fetch_loopback)
        elif file is not None:
            what = file.filename
            _check_fields(suffix_of(what), described)
            if file.size > LARGEST:
                raise BadInput(f"{what} is larger than {LARGEST // 1_000_000} MB")

        async def work(listener: Listener, job: Job) -> Added:
            if url is not None:
                return await self._add_page(url, described, listener, job)
            content = await _until(_read(file), job.stopped)
            like = described.title or what.rpartition(".")[0]
            suffix = suffix_of(what)
            return await self._bot.changes.add(content, suffix, described, like, listener, job.stopped)

        await self._carry_out(
            source,
            f"Adding {one_line(what, _SHOWN_TITLE)}",
            "Nothing was added",
            work,
            lambda added: discord_text(_added_lines(added)),
        )

    async def ask_to_remove(self, replier: Replier, article_id: str) -> None:
        """Ask whether an article is to be removed. Raises RefusedError and BadInput."""
        self._require(replier.source)
        article = await self._bot.live.at_once().article(_given(article_id))
        name = escape(one_line(article.title or article.id, _SHOWN_TITLE))
        if self._bot.changes.is_added(article.origin):
            fate = "It was added from Discord, and its text is deleted for good."
        else:
            fate = "Its file stays where it is, and `/articles restore` brings it back."

        def check(person: Person) -> None:
            self._bot.require(person, Right.CORPUS)

        async def remove(interaction: discord.Interaction[Any]) -> None:
            await self._remove(interaction, article)

        view = self._bot.confirmations.ask(check, "Remove", remove)
        await replier.send(f"Remove **{name}** from all answers? {fate}", view=view)

    async def restore(self, source: Source, article_id: str) -> None:
        """Bring a removed article of the corpus back. Raises RefusedError and BadInput."""
        self._require(source)
        article_id = _given(article_id)
        title = (await self._bot.changes.removed()).get(article_id)
        if title is None:
            raise BadInput(f"{article_id[:_SHOWN_TITLE]}: no article of that id was removed")
        name = one_line(title, _SHOWN_TITLE)
        await self._carry_out(
            source,
            f"Restoring {name}",
            "Nothing was restored",
            lambda listener, job: self._bot.changes.restore(article_id, listener, job.stopped),
            lambda _: f"Restored **{escape(name)}**; it is in the next answers.",
        )

    async def _remove(self, interaction: discord.Interaction[Any], article: Article) -> None:
        name = one_line(article.title or article.id, _SHOWN_TITLE)
        await self._carry_out(
            interaction,
            f"Removing {name}",
            "Nothing was removed",
            lambda listener, job: self._bot.changes.remove(article, listener, job.stopped),
            lambda _: f"Removed **{escape(name)}**; it is in no answer any more.",
        )

    async def _carry_out(
        self,
        source: Source,
        heading: str,
        failed: str,
        work: Callable[[Listener, Job], Awaitable[T]],
        told: Callable[[T], str],
    ) -> None:
        """Do `work` below `heading`, and say what came of it: what `told` makes of it, or that it `failed`."""
        with self._bot.jobs.begin() as job:
            message = await ProgressMessage.begin(self._bot, source, heading, job, change=True)
            try:
                done = await message.follow(heading, job, lambda listener: work(listener, job))
            except BuildStopped:
                await message.finish(f"{failed}: it was cancelled.")
            except Exception as error:
                reason = self._bot.failures.explain(error) or "Discord refused an answer."
                await message.finish(f"{failed}. {reason}")
            else:
                await message.finish(told(done))

    async def _add_page(self, url: str, described: Description, listener: Listener, job: Job) -> Added:
        limits = FetchLimits(size=LARGEST, loopback=self._bot.settings.fetch_loopback)
        page = await _until(fetch(url, limits), job.stopped)
        _check_fields(page.suffix, described)
        if page.suffix != ".jsonl":
            described = Description(described.title, described.outlet, described.published, page.url)
        parts = urlsplit(page.url)
        like = described.title or parts.path.rstrip("/").rpartition("/")[2].partition(".")[0]
        return await self._bot.changes.add(
            page.text.encode(), page.suffix, described, like or parts.netloc, listener, job.stopped
        )

    def _require(self, source: Source) -> None:
        self._bot.require(self._bot.person(source), Right.CORPUS)


def _given(article_id: str) -> str:
    if not article_id.strip():
        raise BadInput("name the article by its id; the list of articles has it")
    return article_id.strip()


def _check_fields(suffix: str, described: Description) -> None:
    if suffix == ".jsonl" and (described.title or described.published):
        raise BadInput("a .jsonl file states the titles and dates of its articles itself")


async def _read(file: discord.Attachment | None) -> bytes:
    """The content of an attachment. Raises OperationFailed."""
    try:
        content = await file.read() if file is not None else b""
    except discord.HTTPException as error:
        raise OperationFailed("Discord does not hand the file out; attach it again") from error
    if len(content) > LARGEST:
        raise BadInput(f"the file is larger than {LARGEST // 1_000_000} MB")
    return content


async def _until(work: Awaitable[T], stopped: asyncio.Event) -> T:
    """The result of `work`. Raises BuildStopped as soon as `stopped` is set."""
    working = asyncio.ensure_future(work)
    stopping = asyncio.create_task(stopped.wait())
    try:
        await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if not working.done():
            raise BuildStopped("it was stopped before the build began")
        return await working
    finally:
        working.cancel()
        stopping.cancel()


def _added_lines(added: Added) -> list[str]:
    number = len(added.articles)
    lines = [f"Added {number:,} {'article' if number == 1 else 'articles'}; the next answers have them:"]
    if number == 1:
        lines = ["Added one article; the next answers have it:"]
    lines += [
        f"“{one_line(article.title, 200)}”, id {one_line(article.id, 200)}" for article in added.articles
    ]
    if added.skipped:
        lines.append("Left out:")
    return lines + [one_line(reason, 200) for reason in added.skipped]

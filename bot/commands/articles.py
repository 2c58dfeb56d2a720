"""The articles: listed, added, removed and restored."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

import discord
from discord import app_commands
from discord.ext import commands

from bot.additions.changes import Added
from bot.additions.naming import Description, suffix_of
from bot.additions.typed import typed_addition
from bot.admins import Person, Right
from bot.builder import BuildStopped, Listener
from bot.errors import explain
from bot.fetching.addresses import checked_url
from bot.fetching.page import FetchLimits, fetch
from bot.jobs import Job
from bot.progress_message import ProgressMessage
from bot.render.listing import listing_embed
from bot.render.markdown import escape
from bot.render.progress import discord_text
from bot.render.verbatim import one_line
from bot.replying import Context, InteractionReplier, MessageReplier, Replier
from bot.reports import Report, report_page
from bot.views.reports import report_view
from index.articles.article import Article
from index.errors import BadInput, OperationFailed
from index.folding import fold

if TYPE_CHECKING:
    from bot.client import WhosaidBot

LARGEST = 8_000_000
"""Bytes of a file or page that can be added."""

_LONGEST_CHOICE = 100
_MOST_CHOICES = 25
_SHOWN_TITLE = 100

T = TypeVar("T")
Source = discord.Message | discord.Interaction[Any]


class Articles(commands.Cog):
    """What the corpus holds, for those who run the bot."""

    group = app_commands.Group(name="articles", description="The articles that I answer from (admins only)")

    def __init__(self, bot: WhosaidBot) -> None:
        self._bot = bot

    @commands.command(name="articles")
    async def articles(self, context: Context, *, text: str = "") -> None:
        """List the articles, with words to search them by; or add, remove or restore one."""
        message = context.message
        word, _, rest = text.strip().partition(" ")
        match word.lower():
            case "add":
                await self._add_typed(message, rest)
            case "remove":
                await self._ask_to_remove(MessageReplier(message), rest)
            case "restore":
                await self._restore(message, rest)
            case "list":
                await self._list(MessageReplier(message), rest)
            case _:
                await self._list(MessageReplier(message), text)

    @group.command(name="list", description="List the articles (admins only)")
    @app_commands.describe(words="only articles with these words in their title, outlet or id")
    async def slash_list(self, interaction: discord.Interaction[Any], words: str = "") -> None:
        """List the articles that have all of the words in their outlet, title or id."""
        await self._list(InteractionReplier(interaction), words)

    @group.command(name="add", description="Add an article, by a file or a web address (admins only)")
    @app_commands.describe(
        file="a .txt, .md, .html or .jsonl file of at most 8 MB",
        url="the web address of a page",
        title="its title, where the file does not say it",
        outlet="who published it",
        date="when it was published: 2013-05-10",
    )
    async def slash_add(
        self,
        interaction: discord.Interaction[Any],
        file: discord.Attachment | None = None,
        url: str | None = None,
        title: str | None = None,
        outlet: str | None = None,
        date: str | None = None,
    ) -> None:
        """Add an attached file, or a page by its address."""
        self._require(interaction)
        await self._add(interaction, file, url, Description.of(title, outlet, date))

    @group.command(name="remove", description="Remove an article (admins only)")
    @app_commands.describe(article="the article's id")
    async def slash_remove(self, interaction: discord.Interaction[Any], article: str) -> None:
        """Remove an article by its id."""
        await self._ask_to_remove(InteractionReplier(interaction), article)

    @group.command(name="restore", description="Bring a removed article back (admins only)")
    @app_commands.describe(article="the article's id")
    async def slash_restore(self, interaction: discord.Interaction[Any], article: str) -> None:
        """Bring a removed article back by its id."""
        await self._restore(interaction, article)

    @slash_remove.autocomplete("article")
    async def _suggest(
        self, interaction: discord.Interaction[Any], typed: str
    ) -> list[app_commands.Choice[str]]:
        library = self._bot.live.available
        if library is None or not self._bot.may(self._bot.person(interaction), Right.CORPUS):
            return []
        _, found = await library.find_articles(typed, 0, _MOST_CHOICES)
        return _choices([(article.id, article.title) for article in found])

    @slash_restore.autocomplete("article")
    async def _suggest_removed(
        self, interaction: discord.Interaction[Any], typed: str
    ) -> list[app_commands.Choice[str]]:
        if not self._bot.may(self._bot.person(interaction), Right.CORPUS):
            return []
        removed = await self._bot.changes.removed()
        words = fold(typed).split()
        return _choices(
            [
                (article, title)
                for article, title in removed.items()
                if all(word in fold(f"{article} {title}") for word in words)
            ]
        )

    def _require(self, source: Source) -> None:
        self._bot.require(self._bot.person(source), Right.CORPUS)

    async def _list(self, replier: Replier, words: str) -> None:
        person = self._bot.person(replier.source)
        shown = await report_page(self._bot, person, Report.ARTICLES, words, 1)
        view = report_view(Report.ARTICLES, shown)
        await replier.send(embed=listing_embed(shown.listing), view=view, private=True)

    async def _add_typed(self, message: discord.Message, text: str) -> None:
        self._require(message)
        typed = typed_addition(text)
        if len(message.attachments) > 1:
            raise BadInput("attach one file at a time")
        described = Description.of(typed.title, typed.outlet, typed.date)
        await self._add(message, next(iter(message.attachments), None), typed.url, described)

    async def _add(
        self, source: Source, file: discord.Attachment | None, url: str | None, described: Description
    ) -> None:
        if (file is None) == (url is None):
            raise BadInput("give either a file or the web address of a page")
        suffix, what = "", "the page"
        if url is not None:
            checked_url(url, loopback=self._bot.settings.fetch_loopback)
        elif file is not None:
            suffix, what = suffix_of(file.filename), file.filename
            if file.size > LARGEST:
                raise BadInput(f"{file.filename} is larger than {LARGEST // 1_000_000} MB")
            _check_fields(suffix, described)
        heading = escape(f"Adding {one_line(what, _SHOWN_TITLE)}")
        with self._bot.jobs.begin() as job:
            message = await ProgressMessage.begin(source, heading, job)

            async def work(listener: Listener) -> Added:
                if url is not None:
                    return await self._add_page(url, described, listener, job)
                content = await _until(_read(file), job.stopped)
                like = described.title or (file.filename.rpartition(".")[0] if file else "")
                return await self._bot.changes.add(content, suffix, described, like, listener, job.stopped)

            try:
                added = await message.follow(heading, job, work)
            except Exception as error:
                await message.finish(self._failure("Nothing was added", error))
            else:
                await message.finish(discord_text(_added_lines(added)))

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

    async def _ask_to_remove(self, replier: Replier, article_id: str) -> None:
        self._require(replier.source)
        article = await self._bot.live.at_once().article(_given(article_id))
        name = escape(one_line(article.title or article.id, _SHOWN_TITLE))
        if self._bot.changes.is_added(article.origin):
            fate = "It was added from Discord, and its text is deleted for good."
        else:
            fate = "Its file stays where it is, and `/articles restore` brings it back."

        async def remove(interaction: discord.Interaction[Any]) -> None:
            await self._remove(interaction, article)

        view = self._bot.confirmations.ask(self._check, "Remove", remove)
        await replier.send(f"Remove **{name}** from all answers? {fate}", view=view)

    def _check(self, person: Person) -> None:
        self._bot.require(person, Right.CORPUS)

    async def _remove(self, interaction: discord.Interaction[Any], article: Article) -> None:
        name = one_line(article.title or article.id, _SHOWN_TITLE)
        heading = escape(f"Removing {name}")
        with self._bot.jobs.begin() as job:
            message = await ProgressMessage.begin(interaction, heading, job)
            try:
                await message.follow(
                    heading, job, lambda listener: self._bot.changes.remove(article, listener, job.stopped)
                )
            except Exception as error:
                await message.finish(self._failure("Nothing was removed", error))
            else:
                await message.finish(f"Removed **{escape(name)}**; it is in no answer any more.")

    async def _restore(self, source: Source, article_id: str) -> None:
        self._require(source)
        title = (await self._bot.changes.removed()).get(_given(article_id))
        if title is None:
            raise BadInput(f"{article_id.strip()[:_SHOWN_TITLE]}: no article of that id was removed")
        name = one_line(title, _SHOWN_TITLE)
        heading = escape(f"Restoring {name}")
        with self._bot.jobs.begin() as job:
            message = await ProgressMessage.begin(source, heading, job)
            try:
                await message.follow(
                    heading,
                    job,
                    lambda listener: self._bot.changes.restore(article_id.strip(), listener, job.stopped),
                )
            except Exception as error:
                await message.finish(self._failure("Nothing was restored", error))
            else:
                await message.finish(f"Restored **{escape(name)}**; it is in the next answers.")

    def _failure(self, begins: str, error: Exception) -> str:
        if isinstance(error, BuildStopped):
            return f"{begins}: it was cancelled."
        reason = explain(error, self._bot.metrics) or "Discord refused an answer."
        return f"{begins}. {reason}"


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


def _choices(articles: list[tuple[str, str]]) -> list[app_commands.Choice[str]]:
    """At most 25 articles for the list under an option; an id that no option can hold is left out."""
    fitting = [(article, title) for article, title in articles if 0 < len(article) <= _LONGEST_CHOICE]
    return [
        app_commands.Choice(name=one_line(f"{title} · {article}", _LONGEST_CHOICE // 2 + 40), value=article)
        for article, title in fitting[:_MOST_CHOICES]
    ]

"""The articles: listed, added, removed and restored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.access.rights import Right
from bot.additions.editing import ArticleEditing
from bot.delivery.replying import Context, InteractionReplier, MessageReplier, Replier
from bot.render.listing import listing_embed
from bot.render.verbatim import one_line
from bot.reports.reports import Report, report_page
from bot.views.reports import report_view
from index.folding import fold

if TYPE_CHECKING:
    from bot.client import WhosaidBot

_LONGEST_CHOICE = 100
_MOST_CHOICES = 25


class Articles(commands.Cog):
    """What the corpus holds, for those who run the bot."""

    group = app_commands.Group(name="articles", description="The articles that I answer from (admins only)")

    def __init__(self, bot: WhosaidBot) -> None:
        self._bot = bot
        self._editing = ArticleEditing(bot)

    @commands.command(name="articles")
    async def articles(self, context: Context, *, text: str = "") -> None:
        """List the articles, with words to search them by; or add, remove or restore one."""
        message = context.message
        word, _, rest = text.strip().partition(" ")
        match word.lower():
            case "add":
                await self._editing.add_typed(message, rest)
            case "remove":
                await self._editing.ask_to_remove(MessageReplier(message), rest)
            case "restore":
                await self._editing.restore(message, rest)
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
        await self._editing.add(interaction, file, url, title, outlet, date)

    @group.command(name="remove", description="Remove an article (admins only)")
    @app_commands.describe(article="the article's id")
    async def slash_remove(self, interaction: discord.Interaction[Any], article: str) -> None:
        """Remove an article by its id."""
        await self._editing.ask_to_remove(InteractionReplier(interaction), article)

    @group.command(name="restore", description="Bring a removed article back (admins only)")
    @app_commands.describe(article="the article's id")
    async def slash_restore(self, interaction: discord.Interaction[Any], article: str) -> None:
        """Bring a removed article back by its id."""
        await self._editing.restore(interaction, article)

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

    async def _list(self, replier: Replier, words: str) -> None:
        person = self._bot.person(replier.source)
        shown = await report_page(self._bot, person, Report.ARTICLES, words, 1)
        view = report_view(Report.ARTICLES, shown)
        await replier.send(embed=listing_embed(shown.listing), view=view, private=True)


def _choices(articles: list[tuple[str, str]]) -> list[app_commands.Choice[str]]:
    """At most 25 articles for the list under an option; an id that no option can hold is left out."""
    fitting = [(article, title) for article, title in articles if 0 < len(article) <= _LONGEST_CHOICE]
    return [
        app_commands.Choice(name=one_line(f"{title} · {article}", _LONGEST_CHOICE // 2 + 40), value=article)
        for article, title in fitting[:_MOST_CHOICES]
    ]

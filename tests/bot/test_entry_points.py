"""Every way into the bot, with who may use it; what is in the bot and not in the table fails.

That each is refused to others is shown by driving the bot: test_answers_on_discord,
test_ways_to_ask_on_discord, test_admins_on_discord, test_articles_on_discord, test_running_on_discord.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import discord
from discord import app_commands
from discord.ext import commands

from bot.building.live_library import LiveLibrary
from bot.client import WhosaidBot
from bot.metrics.metrics import Metrics
from bot.settings import BotSettings
from bot.store.store import open_store
from bot.views.voting import VoteButton
from index.settings import IndexSettings

EVERYONE = "everyone"
PRESSER = "everyone, about themselves"
READERS = "whoever reads the answer; of a private one its asker"
PAGERS = "the asker; by a server's setting whoever reads the answer"
CORPUS = "who may change the corpus"
ASKED = "who asked for the page, while they have the right"
SERVER = "admins of the server"
OWNER = "the bot's owner"
NOBODY = "nobody: it comes from Discord or from within"

WHO_MAY = {
    "text": {
        EVERYONE: "who what ask quotes help sources",
        PRESSER: "privacy",
        CORPUS: "reindex articles",
        SERVER: "index-status unanswered feedback settings",
    },
    "slash": {
        EVERYONE: "who what ask quotes help sources",
        PRESSER: "privacy",
        CORPUS: "reindex articles.list articles.add articles.remove articles.restore",
        SERVER: "index-status unanswered feedback settings.show settings.prefix settings.channels"
        " settings.threads settings.feedback settings.paging settings.admin-roles settings.admin-members",
    },
    "menu": {EVERYONE: "Who_said_this?"},
    "suggestions": {
        EVERYONE: "who.speaker who.source what.speaker what.source ask.speaker ask.source quotes.speaker"
        " quotes.source",
        CORPUS: "articles.remove.article articles.restore.article",
        OWNER: "feedback.server unanswered.server",
    },
    "item": {
        PAGERS: "PageButton",
        READERS: "CitationMenu ContextButton VoteButton",
        PRESSER: "ForgetButton",
        CORPUS: "CancelButton",
        ASKED: "ConfirmButton ReportButton ClearMenu ClearAllButton",
    },
    "form": {PRESSER: "ReasonForm"},
    "event": {
        EVERYONE: "on_message",
        PRESSER: "on_interaction",
        NOBODY: "on_ready on_shard_connect on_error on_command_error",
    },
}


def app_commands_of(bot: WhosaidBot) -> Iterator[app_commands.Command[commands.Cog, ..., None]]:
    for command in bot.tree.walk_commands():
        if isinstance(command, app_commands.Command):
            yield command


def dotted(name: str) -> str:
    return name.replace(" ", ".")


async def test_every_entry_point_is_in_the_table(tmp_path: Path) -> None:
    settings = BotSettings(index=IndexSettings(data=tmp_path))
    async with open_store(tmp_path, clock=time.time) as store, LiveLibrary(settings.index) as live:
        bot = WhosaidBot(settings, live, store, Metrics(), message_content=True)
        await bot.load()
        kind = discord.AppCommandType.message
        menus = [menu.name.replace(" ", "_") for menu in bot.tree.get_commands(type=kind)]
        users = bot.tree.get_commands(type=discord.AppCommandType.user)
        there = {
            "text": [dotted(command.qualified_name) for command in bot.walk_commands()],
            "slash": [dotted(command.qualified_name) for command in app_commands_of(bot)],
            "menu": menus + [menu.name for menu in users],
            "suggestions": [
                f"{dotted(command.qualified_name)}.{parameter.name}"
                for command in app_commands_of(bot)
                for parameter in command.parameters
                if parameter.autocomplete
            ],
            "item": [item.__name__ for item in of_the_bot(discord.ui.DynamicItem)],
            "form": [form.__name__ for form in of_the_bot(discord.ui.Modal)],
            "event": [*(name for name in vars(WhosaidBot) if name.startswith("on_")), *bot.extra_events],
        }
        assert not of_the_bot(discord.ui.View) + of_the_bot(discord.ui.LayoutView), (
            "a view's buttons end with the process; use dynamic items"
        )
    for what, names in there.items():
        assert sorted(names) == sorted(" ".join(WHO_MAY[what].values()).split()), what


def of_the_bot(base: type) -> list[type]:
    """The classes of the bot that derive from `base`, also by way of others."""
    kinds = base.__subclasses__()
    own = [kind for kind in kinds if kind.__module__.startswith("bot.")]
    return own + [kind for between in kinds for kind in of_the_bot(between)]


def test_a_kind_of_button_that_derives_from_another_is_seen() -> None:
    derived = type(VoteButton)(
        "Derived", (VoteButton,), {"__module__": "bot.views.derived"}, template="derived"
    )
    assert derived in of_the_bot(discord.ui.DynamicItem)
    derived.__module__ = "tests"  # it is none of the bot's


async def test_a_member_who_has_installed_the_menu_has_no_command_of_servers(tmp_path: Path) -> None:
    servers, users = 0, 1
    server, direct, elsewhere = 0, 1, 2
    settings = BotSettings(index=IndexSettings(data=tmp_path))
    async with open_store(tmp_path, clock=time.time) as store, LiveLibrary(settings.index) as live:
        bot = WhosaidBot(settings, live, store, Metrics(), message_content=True)
        await bot.load()
        told = {command.name: command.to_dict(bot.tree) for command in bot.tree.get_commands()}
    assert "Who said this?" in told
    for name, command in told.items():
        own = name in {"Who said this?", "help", "privacy"}
        assert command["integration_types"] == ([servers, users] if own else [servers]), name
        places = [server, direct, elsewhere] if own else [server, direct]
        assert command["contexts"] == ([server] if name == "settings" else places), name


async def test_every_kind_of_button_is_registered(tmp_path: Path) -> None:
    settings = BotSettings(index=IndexSettings(data=tmp_path))
    async with open_store(tmp_path, clock=time.time) as store, LiveLibrary(settings.index) as live:
        bot = WhosaidBot(settings, live, store, Metrics(), message_content=True)
        registered: list[type] = []
        bot.add_dynamic_items = lambda *items: registered.extend(items)  # type: ignore[method-assign]
        await bot.load()
    assert {item.__name__ for item in registered} == {
        item.__name__ for item in of_the_bot(discord.ui.DynamicItem)
    }

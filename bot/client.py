"""The Discord client: what it listens to, its commands, and how it closes."""

from __future__ import annotations

import asyncio
import logging
import sys
import time
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.access.rights import REFUSALS, Person, Policy, RefusedError, Right, may, owners, person_of, user_of
from bot.additions.changes import ArticleChanges
from bot.answering.answering import Answering
from bot.building.builder import published
from bot.building.live_library import LiveLibrary
from bot.commands.articles import Articles
from bot.commands.asking import Asking
from bot.commands.configuring import Configuring
from bot.commands.informing import Informing
from bot.commands.quoting import Quoting
from bot.commands.reindexing import Reindexing
from bot.commands.reports import Reports
from bot.commands.status import IndexStatus
from bot.commands.syncing import sync_changed
from bot.delivery.failures import Failures, passed_over
from bot.delivery.replying import InteractionReplier, MessageReplier
from bot.delivery.sending import FAILURES
from bot.delivery.timeouts import limit_calls
from bot.delivery.waiting_signs import WaitingSigns
from bot.gateway.resuming import keep_session
from bot.gateway.seen import Seen
from bot.jobs.interrupted import tell_interrupted
from bot.jobs.jobs import Jobs
from bot.limits.admission import Admission, Turn
from bot.limits.cooldowns import Cooldowns
from bot.limits.queue import QuestionQueue
from bot.limits.stagger import Stagger
from bot.messages.hearing import hear
from bot.metrics.metrics import Metrics
from bot.settings import BotSettings
from bot.store.guilds import GuildSettings
from bot.store.jobs import OpenJob
from bot.store.store import Store
from bot.views.cancelling import CancelButton
from bot.views.citing import CitationMenu, ContextButton
from bot.views.confirming import Confirmations, ConfirmButton
from bot.views.forgetting import ForgetButton
from bot.views.paging import PageButton
from bot.views.reports import ClearAllButton, ClearMenu, ReportButton
from bot.views.voting import VoteButton, take_reason

_LOG = logging.getLogger(__name__)


class WhosaidBot(commands.AutoShardedBot):
    """Answers questions from `live`. Without `message_content` the prefix works only in direct
    messages; mentions and slash commands work everywhere.
    """

    def __init__(
        self,
        settings: BotSettings,
        live: LiveLibrary,
        store: Store,
        metrics: Metrics,
        *,
        message_content: bool,
    ) -> None:
        super().__init__(
            command_prefix=_prefixes,
            intents=_intents(message_content=message_content),
            tree_cls=_Tree,
            help_command=None,
            case_insensitive=True,
            allowed_mentions=discord.AllowedMentions.none(),
            # What is not said here, Discord takes from the portal: a member who has installed the menu
            # would have the commands of admins in every server.
            allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=False
            ),
            max_messages=None,
            chunk_guilds_at_startup=False,
        )
        self.settings = settings
        self.live = live
        self.store = store
        self.metrics = metrics
        self.answering = Answering(self)
        self.changes = ArticleChanges(live, settings.index.data)
        self.jobs = Jobs()
        self.confirmations = Confirmations()
        cooldowns = Cooldowns(settings.member_limit, settings.server_limit, time.monotonic)
        self.admission = Admission(cooldowns, QuestionQueue(settings.queue), metrics)
        self._signs = WaitingSigns()
        self.failures = Failures(metrics, self._signs)
        self._stagger = Stagger()
        self._seen = Seen()
        self._recovering: asyncio.Task[None] | None = None
        self._policy = Policy(named=settings.admins, corpus_servers=settings.corpus_servers)

    async def setup_hook(self) -> None:
        """After the login, before the gateway: commands, buttons, and the index."""
        if self.application is not None:
            self.owner_ids = owners(self.application)
            self._policy = replace(self._policy, owners=self.owner_ids)
        limit_calls(self)
        await self.load()
        self.live.start()
        jobs = await self.store.attempt(self.store.jobs.all()) or []
        self._recovering = asyncio.create_task(self._recover(jobs))
        try:
            if await sync_changed(self.tree, self.settings.index.data):
                _LOG.info("Registered the slash commands")
        except FAILURES as error:
            _LOG.error("The slash commands could not be registered: %s", error)

    async def _recover(self, jobs: list[OpenJob]) -> None:
        """Settle what an earlier process left open, and say so where it was asked for."""
        made = await self.changes.recover()
        build = await asyncio.to_thread(published, self.settings.index.data)
        await tell_interrupted(self, jobs, build, made=made)

    async def load(self) -> None:
        """Everything by which somebody may use the bot: commands, menus, buttons."""
        await self.add_cog(Asking(self))
        await self.add_cog(Informing(self))
        await self.add_cog(Quoting(self))
        await self.add_cog(Reindexing(self))
        await self.add_cog(Articles(self))
        await self.add_cog(IndexStatus(self))
        await self.add_cog(Reports(self))
        await self.add_cog(Configuring(self))
        self.add_dynamic_items(PageButton, CitationMenu, ContextButton, VoteButton, ForgetButton)
        self.add_dynamic_items(CancelButton, ConfirmButton, ReportButton, ClearMenu, ClearAllButton)

    async def close(self) -> None:
        """Leave Discord, telling the gateway."""
        if self._recovering is not None:
            self._recovering.cancel()
        self._signs.forget()
        await super().close()

    async def on_ready(self) -> None:
        """Say that questions are heard."""
        _LOG.info("Ready as %s", self.user)

    async def on_shard_connect(self, shard_id: int) -> None:
        """A session has begun at the gateway."""
        keep_session(self, shard_id)

    async def on_message(self, message: discord.Message, /) -> None:
        """A message that somebody wrote."""
        if not self._seen.is_new(message.id):
            return
        await self._stagger.turn()
        await hear(self, message)

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Forms that were sent; all else of interactions is discord.py's."""
        await take_reason(interaction)

    async def on_command_error(self, context: commands.Context[Any], error: commands.CommandError, /) -> None:
        """Every failure of a text command."""
        await self.failures.tell(MessageReplier(context.message), error)

    async def on_error(self, event_method: str, /, *_: Any, **__: Any) -> None:
        """A failure of an event that belongs to no command: there is nobody to tell."""
        if error := sys.exc_info()[1]:
            self.failures.unexpected(error)

    @property
    def connected(self) -> bool:
        """Whether every shard is connected to the gateway."""
        return self.is_ready() and not any(shard.is_closed() for shard in self.shards.values())

    def is_new(self, interaction: discord.Interaction[Any]) -> bool:
        """Whether the interaction comes for the first time."""
        return self._seen.is_new(interaction.id)

    def prefix(self, guild: int | None) -> str:
        """What text commands begin with in a server, or in direct messages (None)."""
        return self.store.guilds.of(guild).prefix or self.settings.prefix

    def server(self, person: Person) -> GuildSettings:
        """The settings of the server that `person` is in."""
        return self.store.guilds.of(person.guild)

    def person(self, source: discord.Message | discord.Interaction[Any]) -> Person:
        """The one who wrote a message, used a command or pressed a button."""
        return person_of(source, self.store.members)

    def may(self, person: Person, right: Right) -> bool:
        """Whether `person` has the right, by the settings of the bot and of the server they are in."""
        return may(person, right, self._policy, self.server(person))

    def require(self, person: Person, right: Right) -> None:
        """Raise RefusedError, with the sentence for it, where `person` lacks the right."""
        if not self.may(person, right):
            raise RefusedError(REFUSALS[right])

    def admit(self, person: Person) -> AbstractContextManager[Turn]:
        """Let a question of `person` in; those who run the bot have no cooldown.

        Entering it raises CooldownError and BusyError.
        """
        exempt = self.may(person, Right.CORPUS)
        return self.admission.question(member=person.id, guild=person.guild, exempt=exempt)


class _Tree(app_commands.CommandTree[WhosaidBot]):
    async def interaction_check(self, interaction: discord.Interaction[WhosaidBot], /) -> bool:
        user_of(interaction)
        return interaction.client.is_new(interaction)

    async def _call(self, interaction: discord.Interaction[WhosaidBot]) -> None:
        """Pass over what discord.py cannot read; what a command raises comes to `on_error`."""
        try:
            await super()._call(interaction)
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            passed_over(error)

    async def on_error(
        self, interaction: discord.Interaction[WhosaidBot], error: app_commands.AppCommandError, /
    ) -> None:
        if type(error) is app_commands.AppCommandError:  # it is discord.py's word for what cannot be read
            passed_over(error)
        else:
            await interaction.client.failures.tell(InteractionReplier(interaction), error)


def _prefixes(bot: WhosaidBot, message: discord.Message) -> list[str]:
    """A mention of the bot, and the prefix of the server, whose letters may be of either case."""
    prefix = bot.prefix(message.guild.id if message.guild else None)
    if (typed := message.content[: len(prefix)]).lower() == prefix.lower():
        prefix = typed
    return commands.when_mentioned_or(prefix)(bot, message)


def _intents(*, message_content: bool) -> discord.Intents:
    intents = discord.Intents.none()
    intents.guilds = intents.guild_messages = intents.dm_messages = True
    intents.message_content = message_content
    return intents

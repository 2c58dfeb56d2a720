"""The entry "Who said this?" in the menu of a message."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.answering.finding import Found
from bot.delivery.replying import InteractionReplier
from bot.limits.admission import Turn
from bot.metrics.metrics import Outcome
from bot.render.embeds import embed
from bot.render.quotation import quotation_page
from index.errors import BadInput
from index.library import Library
from index.questions.filters import NONE
from index.questions.parsing import LONGEST_QUESTION
from index.questions.quotation import quotations_in

if TYPE_CHECKING:
    from bot.client import WhosaidBot

NAME = "Who said this?"

NO_TEXT = "There is no text in that message that I could look up."
ONLY_FILES = "I read the text of messages only, not what is attached or embedded."
TOO_LONG = (
    f"That message is too long for me; I can look up {LONGEST_QUESTION:,} characters. Copy the words to /who."
)
TOO_SHORT = "That is too little to look up: three words at least, please."


class Quoting(commands.Cog):
    """Looks up the quotations of a message. It works in any server, for whoever has installed the bot."""

    def __init__(self, bot: WhosaidBot) -> None:
        self._bot = bot
        self._menu = app_commands.ContextMenu(
            name=NAME,
            callback=self._who_said_this,
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=True
            ),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        )

    async def cog_load(self) -> None:
        """Put it into the menu."""
        self._bot.tree.add_command(self._menu)

    async def cog_unload(self) -> None:
        """Take it out of the menu."""
        self._bot.tree.remove_command(self._menu.name, type=self._menu.type)

    async def _who_said_this(
        self, interaction: discord.Interaction[WhosaidBot], message: discord.Message
    ) -> None:
        quotations = quotations_to_look_up(message)
        replier = InteractionReplier(interaction, private=True)
        with self._bot.admit(self._bot.person(interaction)) as turn:
            for quotation in quotations:
                found = await self._found(replier, turn, quotation)
                turn.outcome = Outcome.FOUND if found.answer.found else Outcome.NOTHING
                key = await self._bot.answering.keep(replier, quotation, NONE, found, interaction.channel_id)
                view = self._bot.answering.page_view(key, found.pages[0], interaction.guild_id)
                await replier.send(embed=embed(found.pages[0]), view=view)

    async def _found(self, replier: InteractionReplier, turn: Turn, quotation: str) -> Found:
        async def found(library: Library) -> Found:
            build = (await library.status()).build
            answer = await library.who_said(quotation)
            return Found(answer, build, (quotation_page(quotation, answer),))

        return await self._bot.answering.patiently(replier, turn, found)


def quotations_to_look_up(message: discord.Message) -> tuple[str, ...]:
    """What is looked up of a message. Raises BadInput, with a kind sentence, where there is nothing."""
    text = message.content
    if not text.strip():
        raise BadInput(ONLY_FILES if message.attachments or message.embeds or message.stickers else NO_TEXT)
    quotations = quotations_in(text)
    if not quotations:
        raise BadInput(TOO_SHORT)
    if any(len(quotation) > LONGEST_QUESTION for quotation in quotations):
        raise BadInput(TOO_LONG)
    return quotations

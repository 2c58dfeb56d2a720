"""The one place that every failure of a command or a button comes to."""

from __future__ import annotations

import logging
import secrets

import aiohttp
import discord
from discord import app_commands
from discord.ext import commands

from bot.access.permissions import SEND, lacking, plea
from bot.access.rights import NobodyError
from bot.delivery import responding
from bot.delivery.replying import MessageReplier, Replier
from bot.delivery.sending import FAILURES
from bot.delivery.waiting_signs import WaitingSigns
from bot.limits.cooldowns import CooldownError
from bot.metrics.metrics import Metrics
from bot.render.folders import without_folders
from bot.render.markdown import escape
from bot.runtime.hiding import without_userinfo
from index.errors import OperationFailed, WhosaidError

_LOG = logging.getLogger(__name__)

_WRAPPERS = (
    commands.CommandInvokeError,
    app_commands.CommandInvokeError,
)
_LONGEST = 1500


class Failures:
    """What the bot makes of failures: a member is told, the log has the rest, the metrics count it."""

    def __init__(self, metrics: Metrics, signs: WaitingSigns) -> None:
        self._metrics = metrics
        self._signs = signs

    async def tell(self, replier: Replier, error: BaseException) -> None:
        """Tell the member of a failure, privately where that is possible; of a cooldown at the first message
        only, and by a sign at others.
        """
        failure = cause(error)
        if isinstance(failure, CooldownError) and failure.repeated and isinstance(replier, MessageReplier):
            self._signs.put(replier.source, failure.remaining)
            return
        text = self.explain(error)
        try:
            if text is not None:
                await replier.send(text, private=True)
            elif isinstance(failure, discord.Forbidden) and isinstance(replier, MessageReplier):
                await _plead(replier.source)
        except FAILURES as refusal:
            _LOG.warning("A failure could not be told: %s: %s", type(refusal).__name__, refusal)

    def explain(self, error: BaseException) -> str | None:
        """What the member is told about `error`, in Discord's markdown; None to say nothing.

        An expected failure speaks for itself; an unexpected one is logged in full under a reference that
        the member is shown, and counted in the metrics.
        """
        error = cause(error)
        match error:
            case commands.CommandNotFound():
                return None
            case WhosaidError():
                if isinstance(error, OperationFailed):
                    _LOG.info("Told a member: %s", error)  # in full: members are not told of folders
                return escape(without_folders(without_userinfo(sentence(error))))
            case discord.Forbidden() | discord.NotFound():
                # The channel, the message or the permission is gone: there may be nobody to tell.
                refused(error)
                return None
            case discord.HTTPException(code=responding.ACKNOWLEDGED):
                # The interaction came twice, or the answer to its answer was lost: it has been answered.
                refused(error)
                return None
            case discord.DiscordServerError() | aiohttp.ClientError():
                reference = refused(error)
                self._metrics.failure(reference, error)
                return f"Discord did not take what I had to say; please try again. The reference is `{reference}`."
            case NobodyError():
                passed_over(error)
                return None
            case app_commands.CommandNotFound() | app_commands.CommandSignatureMismatch():
                passed_over(error)  # a command of another version of the bot, which Discord still offers
                return "I do not know this command as you see it; please reload Discord and try again."
            case commands.CheckFailure() | app_commands.CheckFailure():
                return "That is not possible here."
        reference = self.unexpected(error)
        return f"Something went wrong on my side. The bot's admins find it in the log as `{reference}`."

    def unexpected(self, error: BaseException) -> str:
        """Log a failure that nobody foresaw, count it, and return its reference."""
        reference = secrets.token_hex(4)
        _LOG.error("Unexpected failure %s", reference, exc_info=error)
        self._metrics.failure(reference, error)
        return reference


def refused(error: BaseException) -> str:
    """Log in one line that Discord did not take an answer, and return the reference of the line."""
    reference = secrets.token_hex(4)
    said = " ".join(str(error).split())
    _LOG.warning("Discord refused an answer (%s): %s: %s", reference, type(error).__name__, said)
    return reference


def passed_over(error: BaseException) -> None:
    """Log in one line that what somebody did cannot be read."""
    said = " ".join(str(error).split())
    _LOG.warning("An interaction cannot be read and is passed over: %s: %s", type(error).__name__, said)


def cause(error: BaseException) -> BaseException:
    """The failure itself, without what discord.py wraps around it."""
    while isinstance(error, _WRAPPERS):
        error = error.original
    return error


def sentence(error: WhosaidError) -> str:
    """The error's sentence as one that begins with a capital and has an end."""
    text = str(error)[:_LONGEST]
    first = text.split(" ", 1)[0]
    if first.isalpha():
        text = text[0].upper() + text[1:]
    return text if text.endswith((".", "?", "!")) else text + "."


async def _plead(message: discord.Message) -> None:
    """Name the permissions that an answer lacks, without what may be lacking itself: embeds and replies."""
    missing = lacking(message)
    if missing and SEND.isdisjoint(missing):
        await message.channel.send(plea(missing))

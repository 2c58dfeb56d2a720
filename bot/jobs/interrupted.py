"""Telling, after a restart, what became of the jobs that were under way."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import discord

from bot.delivery.sending import FAILURES, deliver, is_passing
from bot.render.markdown import escape
from bot.render.progress import CONTENT_LIMIT
from bot.store.jobs import OpenJob
from bot.views.cancelling import cancel_id

if TYPE_CHECKING:
    from bot.client import WhosaidBot

_LOG = logging.getLogger(__name__)

_SEARCHED = 100

TELLING_S = 600.0
"""How long it is tried to say what came of a job."""


async def tell_interrupted(
    bot: WhosaidBot, jobs: list[OpenJob], build: str | None, *, made: bool | None
) -> None:
    """Let the messages of `jobs`, which an earlier process has left open, say what became of them.

    `build` is the id of the build that serves now. `made` says whether a change of the articles that was
    under way has been finished, or undone; None where there was none.
    """
    changes = [job for job in jobs if job.change and job.outcome is None]
    for job in jobs:
        text = job.outcome or outcome(job, build, made=made if len(changes) == 1 else None)
        await show_outcome(bot, job, text)


async def show_outcome(bot: WhosaidBot, job: OpenJob, text: str) -> bool:
    """Let the message of a job say what came of it, without a button; False where the bot may not edit it.

    What Discord does not take in time is tried again after the next start.
    """
    channel = bot.get_partial_messageable(job.channel)
    await bot.store.attempt(bot.store.jobs.settle(job.key, text))
    try:
        ident = job.message or await deliver(lambda: _find(channel, job), TELLING_S)
        if ident is not None:
            message = channel.get_partial_message(ident)
            await deliver(lambda: message.edit(content=text[:CONTENT_LIMIT], view=None), TELLING_S)
    except FAILURES as error:
        _LOG.warning("What came of a job could not be told: %s: %s", type(error).__name__, error)
        if not is_passing(error) and isinstance(error, discord.HTTPException):
            await bot.store.attempt(bot.store.jobs.forget(job.key))
        return not isinstance(error, discord.Forbidden | discord.NotFound)
    await bot.store.attempt(bot.store.jobs.forget(job.key))
    return True


async def _find(channel: discord.PartialMessageable, job: OpenJob) -> int | None:
    """The id of the message that shows a job, by its button; None where it never came to one."""
    button = cancel_id(job.key)
    async for message in channel.history(limit=_SEARCHED, after=discord.Object(job.asked), oldest_first=True):
        for row in message.components:
            if any(getattr(item, "custom_id", None) == button for item in getattr(row, "children", ())):
                return message.id
    return None


def outcome(job: OpenJob, build: str | None, *, made: bool | None) -> str:
    """What became of a job that ended with its process; `made` as in `tell_interrupted`, for a change."""
    changed = build != job.build
    if not job.change:
        if changed:
            return "I was restarted during this re-indexing. It was done by then: the new index answers."
        return "Re-indexing was interrupted when I was restarted; the index is as it was before."
    heading = escape(job.heading)
    if made:
        return f"{heading}: done. I was restarted meanwhile and have finished it since."
    if made is False or not changed:
        return f"{heading}: I was restarted before it was done, so nothing was changed."
    return (
        f"{heading}: I was restarted before I could tell what came of it; /articles list shows what there is."
    )

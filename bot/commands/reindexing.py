"""Re-indexing from Discord."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.access.rights import Right
from bot.building.builder import BuildStopped, Listener, StoppedTooLate
from bot.building.events import Event, Finished, Skipped
from bot.delivery.replying import Context
from bot.jobs.jobs import Job
from bot.jobs.progress_message import ProgressMessage
from bot.render.folders import without_folders
from bot.render.progress import discord_text, summary_lines
from index.building.progress import Skips
from index.errors import BuildUnderWay, WhosaidError

if TYPE_CHECKING:
    from bot.client import WhosaidBot


class UnderWayError(WhosaidError):
    """A build is under way already."""

    def __init__(self) -> None:
        super().__init__("A build is under way already; please wait until it is done.")


class Reindexing(commands.Cog):
    """Reads the corpus again while questions go on being answered."""

    def __init__(self, bot: WhosaidBot) -> None:
        self._bot = bot
        self._under_way = False

    @commands.command(name="reindex")
    async def reindex(self, context: Context) -> None:
        """Read the articles again."""
        await self._reindex(context.message)

    # No default_permissions: they would hide the command from the roles and users named in the
    # settings, and they are a hint to the client only; the check is here.
    @app_commands.command(name="reindex", description="Read the articles again (admins only)")
    async def slash_reindex(self, interaction: discord.Interaction[Any]) -> None:
        """Read the articles again."""
        await self._reindex(interaction)

    async def _reindex(self, source: discord.Message | discord.Interaction[Any]) -> None:
        self._bot.require(self._bot.person(source), Right.CORPUS)
        if self._under_way or self._bot.live.building or self._bot.changes.under_way:
            raise UnderWayError
        with self._bot.jobs.begin() as job:
            self._under_way = True  # before anything is waited for: the build begins after its message
            try:
                message = await ProgressMessage.begin(
                    self._bot, source, "Re-indexing: starting", job, change=False
                )
                outcome = await self._outcome(message, job)
            finally:
                self._under_way = False
            await message.finish(outcome)

    async def _outcome(self, message: ProgressMessage, job: Job) -> str:
        """Build anew, shown by `message`; what came of it."""
        skips = Skips[Skipped]()

        async def work(listener: Listener) -> Finished:
            def hear(event: Event) -> None:
                if isinstance(event, Skipped):
                    skips.add(Skipped(PurePath(event.file).name, without_folders(event.reason)))
                listener(event)

            return await self._bot.live.rebuild(hear, job.stopped)

        try:
            finished = await message.follow("Re-indexing", job, work)
        except StoppedTooLate:
            return "Re-indexing was done before it could be cancelled; the new index answers."
        except BuildStopped:
            return "Re-indexing was cancelled; the index is as it was before."
        except BuildUnderWay:
            return "Re-indexing did not begin: another build is under way already."
        except Exception as error:
            reason = self._bot.failures.explain(error) or "Discord refused an answer."
            goes_on = " The index before goes on answering." if self._bot.live.available else ""
            return f"Re-indexing failed. {reason}{goes_on}"
        return discord_text(summary_lines(finished, skips.first), others=skips.others)

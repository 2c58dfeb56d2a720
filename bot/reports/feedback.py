"""The answers that were voted down, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.access.rights import Person
from bot.render.listing import Entry, Listing
from bot.reports.page import MOST, Shown, cut, day
from bot.reports.scope import argument_of, scope_of, title

if TYPE_CHECKING:
    from bot.client import WhosaidBot


async def feedback_page(bot: WhosaidBot, person: Person, argument: str, number: int) -> Shown:
    """A page of the votes in a scope. Raises RefusedError."""
    guild = scope_of(bot, person, argument)
    votes = await bot.store.feedback.voted_down(guild, limit=MOST)
    number, pages, shown = cut(votes, number)
    entries = []
    for vote in shown:
        server = bot.get_guild(vote.guild) if guild is None and vote.guild is not None else None
        where = f" · {server.name}" if server is not None else ""
        reason = f"Reason: {vote.reason}" if vote.reason else "No reason was given."
        about = vote.question or "A question that was asked privately"
        entries.append(Entry(about, (reason, f"{day(vote.at)}{where}")))
    note = None if votes else "Nothing was voted down."
    listing = Listing(title("Answers voted down", bot, guild), tuple(entries), number, pages, note)
    return Shown(listing, argument_of(guild))

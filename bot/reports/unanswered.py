"""The questions that found nothing, the most frequent first."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from bot.access.rights import Person
from bot.render.listing import Entry, Listing
from bot.reports.page import MOST, Shown, cut, day
from bot.reports.scope import argument_of, scope_of, title
from bot.store.unanswered import Unanswered
from bot.store.wording import normalised

if TYPE_CHECKING:
    from bot.client import WhosaidBot


async def unanswered_page(bot: WhosaidBot, person: Person, argument: str, number: int) -> Shown:
    """A page of the questions in a scope. Raises RefusedError."""
    guild = scope_of(bot, person, argument)
    entries = await bot.store.unanswered.most_frequent(guild, limit=MOST)
    number, pages, shown = cut(entries, number)
    listing = Listing(
        title("Questions that found nothing", bot, guild),
        tuple(
            Entry(
                f"{entry.count}× {entry.question}",
                (f"first asked {day(entry.first)}, last {day(entry.last)}",),
            )
            for entry in shown
        ),
        number,
        pages,
        None if entries else "There are none.",
    )
    return Shown(listing, argument_of(guild), tuple(shown))


def question_key(question: str) -> str:
    """A short key of a question on the list of those in vain, the same for each of its wordings."""
    return hashlib.sha256(normalised(question).encode()).hexdigest()[:16]


async def find_unanswered(bot: WhosaidBot, guild: int | None, key: str) -> Unanswered | None:
    """The question of that key on the list of a server, or of all."""
    entries = await bot.store.unanswered.most_frequent(guild, limit=MOST)
    return next((entry for entry in entries if question_key(entry.question) == key), None)

"""What is kept about members, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.render.pages import Heading, Note, Page
from bot.store.privacy import KeptAbout

TITLE = "What is kept about you"

NAMED: Final[Mapping[str, str]] = {
    "answers": "your questions with their answers",
    "sent_answers": "the messages that show them",
    "votes": "your votes on answers",
    "guild_admin_members": "have named you as an admin of mine",
    "guilds": "a server's settings",
    "guild_channels": "the channels where I answer",
    "guild_threads": "those where long answers go to threads",
    "guild_admin_roles": "the roles of admins",
    "unanswered": "Questions in servers that found nothing",
    "jobs": "where a re-indexing or a change of the articles was asked for",
}
"""The words on the page for each table of the bot's database."""


def privacy_page(days: int, kept: KeptAbout | None) -> Page:
    """What the bot keeps for `days`; `kept` is what there is about the reader, None where others read along."""
    name = NAMED
    blocks: list[Heading | Note] = [
        Note(
            "Your id is kept only as a keyed hash: whoever reads the file cannot tell that it is you.\n"
            f"For {days} days: {name['answers']}, with the ids of their servers and channels and of "
            f"{name['sent_answers']}, so that buttons and replies go on working; and {name['votes']} with the "
            "reasons you gave.\n"
            f"Until it is taken back: that a server's managers {name['guild_admin_members']} there."
        ),
        Note(
            f"Until a message says how it ended: {name['jobs']}, by the ids of the channel, of that message and "
            "of the command, without who asked.\n"
            f"Until they are changed: {name['guilds']}, by the ids of the server, of {name['guild_channels']}, "
            f"of {name['guild_threads']}, and of {name['guild_admin_roles']}."
        ),
        Note(
            f"{name['unanswered']} are kept for {days} days for the admins, without who asked. Those from "
            "direct messages and with private answers never are.\n"
            "Not kept: other messages, names, and how often you ask (counted in memory for some seconds)."
        ),
    ]
    if kept is None:
        blocks.append(Note("For your own numbers use /privacy, or write me “privacy” in a direct message."))
    else:
        blocks += [Heading("About you at the moment"), Note(amounts(kept))]
    return Page(TITLE, tuple(blocks), 1, 1, found=True)


def deleted(kept: KeptAbout) -> str:
    """What was deleted, as a sentence."""
    if not kept.answers and not kept.votes:
        return "There was nothing to delete: nothing is kept about you."
    return f"Deleted: {amounts(kept)}. The buttons under your earlier answers no longer work."


def amounts(kept: KeptAbout) -> str:
    """How much is kept."""
    parts = [_count(kept.answers, "answer"), _count(kept.votes, "vote")]
    if kept.reasons:
        parts[-1] += f" ({_count(kept.reasons, 'reason')})"
    return " and ".join(parts)


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"

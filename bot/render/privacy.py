"""What is kept about members, in words."""

from __future__ import annotations

from bot.render.pages import Heading, Note, Page
from bot.store.privacy import KeptAbout

TITLE = "What is kept about you"


def privacy_page(days: int, kept: KeptAbout | None) -> Page:
    """What the bot keeps for `days`; `kept` is what there is about the reader, None where others read along."""
    blocks: list[Heading | Note] = [
        Note(
            "Your id is kept only as a keyed hash: whoever reads the file cannot tell that it is you.\n"
            f"For {days} days: your questions with their answers, so that the buttons go on working; and your "
            "votes on answers with the reasons you gave.\nUntil it is taken back: that a server's managers have "
            "named you as an admin of mine there."
        ),
        Note(
            "Questions in servers that found nothing are kept for the admins, without who asked. Those from "
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

"""What the bot may and may not do in a channel."""

from __future__ import annotations

from typing import Final

import discord

SEND: Final = frozenset({"View Channel", "Send Messages", "Send Messages in Threads"})
"""Without one of these nothing can be told."""

_NEEDED = {
    "view_channel": "View Channel",
    "send_messages": "Send Messages",
    "send_messages_in_threads": "Send Messages in Threads",
    "embed_links": "Embed Links",
    "read_message_history": "Read Message History",
}
"""The permissions that an answer needs, by Discord's names of them for people."""


def lacking(message: discord.Message) -> list[str]:
    """The permissions that the bot lacks to answer `message` where it stands, as Discord calls them."""
    guild, channel = message.guild, message.channel
    if guild is None or isinstance(channel, discord.abc.PrivateChannel | discord.PartialMessageable):
        return []
    unneeded = "send_messages" if isinstance(channel, discord.Thread) else "send_messages_in_threads"
    allowed = channel.permissions_for(guild.me)
    return [words for name, words in _NEEDED.items() if name != unneeded and not getattr(allowed, name)]


def may_react(message: discord.Message) -> bool:
    """Whether the bot may put a reaction on `message`; False where that cannot be told."""
    guild, channel = message.guild, message.channel
    if guild is None:
        return True
    if isinstance(channel, discord.abc.PrivateChannel | discord.PartialMessageable):
        return False
    try:
        allowed = channel.permissions_for(guild.me)
    except discord.ClientException:  # of a thread whose channel is not known
        return False
    return allowed.add_reactions and allowed.read_message_history


def plea(permissions: list[str]) -> str:
    """The sentence that asks for them."""
    named = " and ".join(filter(None, [", ".join(permissions[:-1]), permissions[-1]]))
    thing, it = ("permission", "it") if len(permissions) == 1 else ("permissions", "them")
    return f"I cannot answer here: I lack the {thing} {named}. An admin of the server can give {it} to me."

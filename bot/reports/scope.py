"""Which server a report is about, and who may see it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.access.rights import REFUSALS, Person, RefusedError, Right
from index.errors import BadInput

if TYPE_CHECKING:
    from bot.client import WhosaidBot

ALL = "all"
"""Stands for all servers together where else a server's id stands."""

_SNOWFLAKE = re.compile(r"[0-9]{1,20}")


def scope_of(bot: WhosaidBot, person: Person, argument: str) -> int | None:
    """The server that a report is about, None for all together.

    `argument` is the id of a server, `ALL`, or "" for the server that the person is in, and all in a
    direct message. A server's admins see their own server's reports, the bot's owner all. Raises RefusedError.
    """
    if argument == ALL or (not argument and person.guild is None):
        if not bot.may(person, Right.ALL_REPORTS):
            raise RefusedError(REFUSALS[Right.ALL_REPORTS if argument else Right.SERVER_REPORTS])
        return None
    guild = int(argument) if _SNOWFLAKE.fullmatch(argument) else 0 if argument else person.guild
    if guild == person.guild:
        bot.require(person, Right.SERVER_REPORTS)
        return guild
    bot.require(person, Right.ALL_REPORTS)
    if guild is None or bot.get_guild(guild) is None:
        raise BadInput("there is no such server")
    return guild


def argument_of(guild: int | None) -> str:
    """What `scope_of` takes for a server, or for all together."""
    return ALL if guild is None else str(guild)


def title(what: str, bot: WhosaidBot, guild: int | None) -> str:
    """The title of a report on `what` in a server, or in all."""
    if guild is None:
        return f"{what}, all servers"
    server = bot.get_guild(guild)
    return f"{what} in {server.name[:100]}" if server is not None else what

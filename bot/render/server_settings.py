"""A server's settings in lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.render.listing import Entry, Listing
from bot.store.guilds import GuildSettings, Paging

_NAMED = 10


@dataclass(frozen=True, slots=True)
class Names:
    """What the channels and roles of a server are called, by id."""

    channels: Mapping[int, str]
    roles: Mapping[int, str]


def settings_listing(settings: GuildSettings, prefix: str, names: Names) -> Listing:
    """The settings; `prefix` is the one in use, be it the server's or the bot's."""
    own = "" if settings.prefix is not None else " (mine; this server has set none)"
    paging = "anyone" if settings.paging is Paging.ANYONE else "the member who asked"
    roles = _named(settings.admin_roles, names.roles, "role")
    number = len(settings.admin_members)
    members = f"{number} named {'member' if number == 1 else 'members'}"
    return Listing(
        "Settings of this server",
        (
            Entry("Prefix", (f"{prefix}{own}",)),
            Entry("I answer in", (_named(settings.channels, names.channels, "channel") or "all channels",)),
            Entry(
                "Long answers go to a thread in",
                (_named(settings.threads, names.channels, "channel") or "no channel",),
            ),
            Entry("Votes on answers", ("on" if settings.feedback else "off",)),
            Entry("Who turns pages", (paging,)),
            Entry("Admins", ("the server's managers", roles or "no named role", members)),
        ),
        note="Change them with /settings.",
    )


def _named(ids: frozenset[int], names: Mapping[int, str], what: str) -> str:
    known = sorted(names[one] for one in ids if one in names)
    gone = len(ids) - len(known)
    parts = known[:_NAMED]
    if len(known) > _NAMED:
        parts.append(f"and {len(known) - _NAMED} more")
    if gone:
        parts.append(f"{gone} {what}{'' if gone == 1 else 's'} that I cannot see")
    return ", ".join(parts)

"""Who may run the bot's corpus."""

from __future__ import annotations

from collections.abc import Collection

import discord

from index.errors import WhosaidError


class RefusedError(WhosaidError):
    """Somebody asked for what they may not do."""


def owners(application: discord.AppInfo) -> set[int]:
    """The ids of the people who own the bot: its owner, or the admins and developers of its team."""
    if application.team is None:
        return {application.owner.id}
    ruling = {discord.TeamMemberRole.admin, discord.TeamMemberRole.developer}
    return {member.id for member in application.team.members if member.role in ruling}


def is_admin(user: discord.User | discord.Member, owners: Collection[int], named: Collection[int]) -> bool:
    """Whether `user` owns the bot, or is named by id or by the id of a role."""
    roles = {role.id for role in user.roles} if isinstance(user, discord.Member) else set()
    return user.id in owners or user.id in named or not roles.isdisjoint(named)

"""Who may do what: the bot's owner, those named in its settings, and a server's own admins."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import discord

from bot.store.guilds import GuildSettings
from bot.store.pseudonyms import Pseudonyms
from index.errors import WhosaidError


class RefusedError(WhosaidError):
    """Somebody asked for what they may not do."""


class NobodyError(ValueError):
    """An interaction that does not say whose it is: Discord sends none, but damage does."""


class Right(StrEnum):
    """What only some may do."""

    CORPUS = "corpus"
    SERVER_SETTINGS = "server settings"
    SERVER_REPORTS = "server reports"
    ALL_REPORTS = "all reports"


REFUSALS = {
    Right.CORPUS: "Only the bot's owner and those named in its settings may change its articles.",
    Right.SERVER_SETTINGS: "Only this server's admins may change its settings, and only in the server.",
    Right.SERVER_REPORTS: "Only this server's admins may see this, and only in the server.",
    Right.ALL_REPORTS: "Only the bot's owner may see this.",
}
"""What somebody without the right is told."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who uses a command or a button. `guild` None: in a direct message, where nobody has roles.

    `pseudonym` is how the store knows them; `manages` says whether they may manage the server.
    """

    id: int
    pseudonym: str
    guild: int | None = None
    roles: frozenset[int] = frozenset()
    manages: bool = False


@dataclass(frozen=True, slots=True)
class Policy:
    """Who runs the bot: its `owners`, those `named` in its settings (ids of users and roles), and the
    servers whose own admins may change the corpus.
    """

    owners: frozenset[int] = frozenset()
    named: frozenset[int] = frozenset()
    corpus_servers: frozenset[int] = frozenset()


def may(person: Person, right: Right, policy: Policy, server: GuildSettings) -> bool:
    """Whether `person` has the right, where `server` are the settings of the server they are in.

    What is a server's is only seen and changed in that server, also by the owner.
    """
    owner = person.id in policy.owners
    runs_bot = owner or person.id in policy.named or not person.roles.isdisjoint(policy.named)
    runs_server = person.guild is not None and (
        person.manages
        or not person.roles.isdisjoint(server.admin_roles)
        or person.pseudonym in server.admin_members
    )
    match right:
        case Right.CORPUS:
            return runs_bot or (runs_server and person.guild in policy.corpus_servers)
        case Right.SERVER_SETTINGS | Right.SERVER_REPORTS:
            return person.guild is not None and (runs_bot or runs_server)
        case Right.ALL_REPORTS:
            return owner


def user_of(interaction: discord.Interaction[Any]) -> discord.User | discord.Member:
    """Who used a command or pressed a button. Raises NobodyError."""
    if interaction.user is discord.utils.MISSING:
        raise NobodyError("it does not say who sent it")
    return interaction.user


def person_of(source: discord.Message | discord.Interaction[Any], pseudonyms: Pseudonyms) -> Person:
    """The one who wrote a message, used a command or pressed a button, as Discord vouches for them.

    Raises NobodyError.
    """
    user = source.author if isinstance(source, discord.Message) else user_of(source)
    if not isinstance(user, discord.Member):
        return Person(user.id, pseudonyms.of(user.id))
    permissions = user.guild_permissions if isinstance(source, discord.Message) else source.permissions
    return Person(
        id=user.id,
        pseudonym=pseudonyms.of(user.id),
        guild=user.guild.id,
        roles=frozenset(role.id for role in user.roles),
        manages=permissions.manage_guild or permissions.administrator,
    )


def owners(application: discord.AppInfo) -> frozenset[int]:
    """The ids of the people who own the bot: its owner, or the admins and developers of its team,
    as soon as they have accepted the invitation.
    """
    if application.team is None:
        return frozenset({application.owner.id})
    ruling = {discord.TeamMemberRole.admin, discord.TeamMemberRole.developer}
    joined = discord.TeamMembershipState.accepted
    # The owner of a team is one of its members, whatever role is told of them.
    return frozenset(
        member.id
        for member in application.team.members
        if member.membership_state is joined
        and (member.role in ruling or member.id == application.team.owner_id)
    )

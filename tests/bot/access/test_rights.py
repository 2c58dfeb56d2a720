from __future__ import annotations

from typing import Any

import discord
import pytest
from discord.ext import commands

from bot.access.rights import REFUSALS, Person, Policy, Right, may, owners, person_of
from bot.store.guilds import GuildSettings
from bot.store.pseudonyms import Pseudonyms

HOME, ALLOWED = 10, 20
POLICY = Policy(owners=frozenset({1}), named=frozenset({2, 200}), corpus_servers=frozenset({ALLOWED}))
SERVER = GuildSettings(admin_roles=frozenset({300}), admin_members=frozenset({"hash of 5"}))


def person(number: int, guild: int | None = HOME, *, role: int = 999, manages: bool = False) -> Person:
    roles = frozenset({role}) if guild else frozenset[int]()
    return Person(number, f"hash of {number}", guild, roles, manages)


CORPUS, SETTINGS, REPORTS, ALL = Right.CORPUS, Right.SERVER_SETTINGS, Right.SERVER_REPORTS, Right.ALL_REPORTS


@pytest.mark.parametrize(
    ("who", "rights"),
    [
        pytest.param(person(1), {CORPUS, SETTINGS, REPORTS, ALL}, id="owner"),
        pytest.param(person(1, None), {CORPUS, ALL}, id="owner in a direct message"),
        pytest.param(person(2), {CORPUS, SETTINGS, REPORTS}, id="member named by the bot"),
        pytest.param(person(2, None), {CORPUS}, id="member named by the bot in a direct message"),
        pytest.param(person(3, role=200), {CORPUS, SETTINGS, REPORTS}, id="role named by the bot"),
        pytest.param(person(4, role=300), {SETTINGS, REPORTS}, id="role named by the server"),
        pytest.param(person(5), {SETTINGS, REPORTS}, id="member named by the server"),
        pytest.param(person(5, None), set(), id="member named by a server in a direct message"),
        pytest.param(person(6, manages=True), {SETTINGS, REPORTS}, id="manages the server"),
        pytest.param(
            person(6, ALLOWED, manages=True), {CORPUS, SETTINGS, REPORTS}, id="of an allowed server"
        ),
        pytest.param(person(7, ALLOWED), set(), id="member of an allowed server"),
        pytest.param(person(7), set(), id="member"),
        pytest.param(person(8, None), set(), id="stranger in a direct message"),
    ],
)
def test_who_has_which_rights(who: Person, rights: set[Right]) -> None:
    assert {right for right in Right if may(who, right, POLICY, SERVER)} == rights


def test_an_admin_of_one_server_is_none_in_another() -> None:
    """The settings are those of the server in which the person is."""
    assert not may(person(5, 30), SETTINGS, POLICY, GuildSettings())
    assert not may(person(4, 30, role=300), REPORTS, POLICY, GuildSettings())


def test_without_owners_nobody_has_rights() -> None:
    assert not any(may(person(1), right, Policy(), GuildSettings()) for right in Right)


def test_every_right_has_its_refusal() -> None:
    assert set(REFUSALS) == set(Right)


USER = {"id": "9", "username": "u", "discriminator": "0", "avatar": None}
PSEUDONYMS = Pseudonyms(b"secret")
MANAGE_GUILD, ADMINISTRATOR, MANAGE_MESSAGES = 1 << 5, 1 << 3, 1 << 13


def state() -> Any:
    """discord.py's own, of a bot that is in no server."""
    own: Any = commands.Bot("!", intents=discord.Intents.none())._connection
    own.user = discord.ClientUser(state=own, data={**USER, "id": "1", "bot": True})  # type: ignore[typeddict-item]
    return own


def interaction(permissions: int | None) -> discord.Interaction[Any]:
    """A command in a server that the bot does not know, or in a direct message (None)."""
    payload: dict[str, Any] = {
        "id": "1", "application_id": "2", "type": 2, "token": "t", "version": 1, "entitlements": [],
        "data": {"id": "3", "name": "x", "type": 1}, "locale": "en-US", "app_permissions": "0",
        "channel": {"id": "5", "type": 1}, "channel_id": "5", "attachment_size_limit": 1,
        "authorizing_integration_owners": {"1": "9"},
    }  # fmt: skip
    if permissions is None:
        payload |= {"user": USER, "context": 1}
    else:
        member = {
            "user": USER,
            "roles": ["31"],
            "joined_at": None,
            "flags": 0,
            "permissions": str(permissions),
        }
        payload |= {"member": member, "guild_id": "77", "guild": {"id": "77", "features": []}, "context": 0}
    return discord.Interaction(data=payload, state=state())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("permissions", "manages"),
    [(0, False), (MANAGE_MESSAGES, False), (MANAGE_GUILD, True), (ADMINISTRATOR, True)],
)
def test_a_person_is_whom_discord_vouches_for(permissions: int, manages: bool) -> None:
    read = person_of(interaction(permissions), PSEUDONYMS)
    assert (read.id, read.guild, read.manages) == (9, 77, manages)
    assert read.pseudonym == PSEUDONYMS.of(9)


def test_in_a_direct_message_nobody_manages_a_server() -> None:
    assert person_of(interaction(None), PSEUDONYMS) == Person(9, PSEUDONYMS.of(9))


def application(team: dict[str, Any] | None) -> discord.AppInfo:
    data = {
        "id": "1", "name": "whosaid", "description": "", "icon": None, "bot_public": False, "verify_key": "",
        "bot_require_code_grant": False, "owner": USER, "flags": 0, "team": team,
    }  # fmt: skip
    return discord.AppInfo(state(), data)  # type: ignore[arg-type]


def test_a_team_owns_the_bot_by_its_admins_and_developers() -> None:
    assert owners(application(None)) == {9}
    roles = {"20": "admin", "21": "developer", "22": "read_only", "23": "admin"}
    members = [
        {
            "user": {**USER, "id": ident},
            "membership_state": 1 if ident == "23" else 2,
            "role": role,
            "team_id": "4",
        }
        for ident, role in roles.items()
    ]
    team = {"id": "4", "name": "desk", "icon": None, "owner_user_id": "20", "members": members}
    assert owners(application(team)) == {20, 21}

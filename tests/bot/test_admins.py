from __future__ import annotations

import pytest

from bot.admins import REFUSALS, Person, Policy, Right, may
from bot.store.guilds import GuildSettings

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

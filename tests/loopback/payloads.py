"""What Discord sends a bot when somebody uses a command, a menu or a button."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from loopback import objects
from loopback.objects import APPLICATION, BOT_PERMISSIONS, DIRECT, GUILD, MEMBER_PERMISSIONS, Json
from loopback.world import World

USER, CHANNEL_OPTION, ROLE, ATTACHMENT = 6, 7, 8, 11


def interaction(
    world: World, kind: int, data: Json, by: str, *, direct: bool, channel: str, more: Json
) -> Json:
    """The payload of an interaction in a channel of the guild, or in a direct message; `more` overrides it."""
    ident = objects.snowflake()
    payload: Json = {
        "id": ident,
        "application_id": APPLICATION,
        "type": kind,
        "token": "token" + ident,
        "version": 1,
        "data": data,
        "guild_id": GUILD,
        "guild": {"id": GUILD, "locale": "en-US", "features": []},
        "channel": world.threads.get(channel, _text_channel(channel)),
        "channel_id": channel,
        "member": world.member(world.people[by]),
        "locale": "en-US",
        "guild_locale": "en-US",
        "entitlements": [],
        "app_permissions": str(BOT_PERMISSIONS),
        "authorizing_integration_owners": {"0": GUILD},
        "context": 0,
        "attachment_size_limit": 10_485_760,
    }
    if direct:
        for name in ("guild_id", "guild", "member", "guild_locale"):
            del payload[name]
        payload.update(user=world.people[by], channel={"id": DIRECT, "type": 1}, channel_id=DIRECT)
        payload.update(authorizing_integration_owners={"0": "0"}, context=1)
    payload.update(more)
    if "guild_id" in more:
        payload["guild"]["id"] = more["guild_id"]
    return payload


def resolve(world: World, kind: int, value: Any, resolved: Json) -> Any:
    """The value of an option as Discord sends it; what an id stands for goes into `resolved`."""
    if kind == ATTACHMENT:
        attachment = world.upload(*value)
        resolved.setdefault("attachments", {})[attachment["id"]] = attachment
        return attachment["id"]
    if kind == USER:
        person = world.people[value]
        member = {key: part for key, part in world.member(person).items() if key != "user"}
        resolved.setdefault("users", {})[value] = person
        resolved.setdefault("members", {})[value] = member
    elif kind == ROLE:
        roles = {role["id"]: role for role in world.guild()["roles"]}
        resolved.setdefault("roles", {})[value] = roles[value]
    elif kind == CHANNEL_OPTION:
        channel = {"id": value, "type": 0, "name": "news", "permissions": str(MEMBER_PERMISSIONS)}
        resolved.setdefault("channels", {})[value] = channel
    return value


def _text_channel(ident: str) -> Json:
    """A channel as interactions carry it."""
    return {"id": ident, "type": 0, "name": "news", "position": 0, "permission_overwrites": []}


def place_of(message: Json) -> Json:
    """Where something is done that is done to a message."""
    if message["channel_id"] == DIRECT:
        return {"direct": True, "message": message}
    return {"channel": message["channel_id"], "message": message}


def signs(item: Json) -> tuple[str | None, ...]:
    """What a button is known by: its label and its emoji."""
    return item.get("label"), (item.get("emoji") or {}).get("name")


def walk(components: list[Json]) -> Iterator[Json]:
    """The components, and those inside of them."""
    for component in components:
        yield component
        yield from walk(component.get("components", []))

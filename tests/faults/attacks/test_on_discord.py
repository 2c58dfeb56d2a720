"""Attacks on a running bot by what members and Discord can send; the tests build on one another's traces."""

from __future__ import annotations

import copy
import random
from typing import Any

import pytest
from faults.attacks.known_secrets import PROXY_PASSWORD, SECRET
from loopback.desk import Desk
from loopback.kiosk import description, key_of
from loopback.objects import OTHER_CHANNEL, OWNER, TOKEN, Use
from loopback.payloads import interaction
from loopback.view import visible

QUESTION = "who said the swing bridge stays closed"
EPHEMERAL = 64
KEY = "A" * 16

NO_ITEM = [
    "page", "page:", f"page:{KEY}", f"page:{KEY}:", f"page:{KEY}:-1", f"page:{KEY}:99999", f"page:{KEY}:1\n",
    f"page:{KEY}:1:2", f"page:{KEY}:١", f"Page:{KEY}:1", f" page:{KEY}:1", f"page:{KEY[:-1]}:1", "page:../../etc:1",
    f"v2:page:{KEY}:1", f"vote:{KEY}:sideways", f"vote:{KEY}", f"around:{KEY}:1:1", "confirm:maybe:0123456789ab",
    "confirm:yes:0123456789AB", "job:cancel:x", "report:secrets:1:", "report:articles:1", "clear:all:", "clear:all:-1",
    "clear:one:1:", "privacy:delete:2001", "reason", "\x00", "\u202e", "'; DROP TABLE answers; --",
    f"page:{KEY}:" + "1" * 90, "x" * 5000,
]  # fmt: skip
"""Ids that no button of the bot has, or that another version of it might have had."""

FORGED = [
    f"page:{KEY}:1", f"page:{KEY}:9999", f"around:{KEY}:1:1:1", f"around:{KEY}:99999:99999:9999", f"vote:{KEY}:up",
    "confirm:yes:0123456789ab", "confirm:no:0123456789ab", "job:cancel:0123456789ab", "report:articles:1:",
    "report:articles:9999999:" + "x" * 60, "report:unanswered:1:", "report:unanswered:0:all",
    "report:feedback:1:99999999999999999999", "clear:all:all", "clear:all:99999999999999999999",
]  # fmt: skip
"""Ids of the right form, for things that are not there or not a member's."""


async def private(desk: Desk, by: str) -> tuple[dict[str, Any], str]:
    """An answer that only its asker sees, and its key."""
    use = await desk.discord.slash("who", by=by, question="the swing bridge stays closed", private=True)
    await desk.discord.until(lambda: use.answered)
    message = use.original or {}
    assert message["flags"] & EPHEMERAL
    return message, key_of(message)


def shown_to_others(use: Use) -> list[dict[str, Any]]:
    """What everybody sees of the answer to an interaction."""
    told = [*([use.original] if use.original and use.kind in (4, 5) else []), *use.followups]
    return [message for message in told if not message["flags"] & EPHEMERAL]


async def test_ids_that_nobody_has_do_nothing(desk: Desk) -> None:
    uses = []
    for custom_id in NO_ITEM:
        message = desk.discord.world.message("4001", desk.discord.world.me, {"content": "forged"})
        item = {"type": 2, "custom_id": custom_id, "label": "x", "style": 1}
        message["components"] = [{"type": 1, "components": [item]}]
        data = {"custom_id": custom_id, "component_type": 2}
        uses.append(await desk.discord.interact(3, data, by=OWNER, message=message))
        uses.append(
            await desk.discord.interact(5, {"custom_id": custom_id, "components": []}, message=message)
        )
    assert await desk.kiosk.ask(f"!{QUESTION}", by=desk.member)
    assert [use.payload["data"]["custom_id"] for use in uses if use.kind is not None] == []


@pytest.mark.parametrize("custom_id", FORGED, ids=[str(number) for number in range(len(FORGED))])
async def test_forged_ids_are_refused_in_private(desk: Desk, custom_id: str) -> None:
    for person in (desk.member, desk.manager):
        use = await desk.discord.forge(custom_id, by=person)
        await desk.discord.until(lambda use=use: use.original is not None or use.followups)
        assert not shown_to_others(use), custom_id
        told = [*([use.original] if use.kind == 4 and use.original else []), *use.followups]
        assert all("Something went wrong" not in (message["content"] or "") for message in told)


async def test_what_was_answered_privately_is_nobody_elses_by_any_id(desk: Desk) -> None:
    message, key = await private(desk, desk.member)
    thief = desk.discord.person("theo")
    ids = [f"page:{key}:1", f"page:{key}:2", f"around:{key}:0:1:1", f"vote:{key}:up", f"vote:{key}:down"]
    for person in (thief, desk.manager, desk.editor, OWNER):
        for custom_id in ids:
            use = await desk.discord.forge(custom_id, by=person)
            assert use.ephemeral and "Only the member who asked" in (use.original or {})["content"]
        use = await desk.discord.forge(f"cite:{key}:1", by=person, values=["0"])
        assert use.ephemeral and "Only the member who asked" in (use.original or {})["content"]
        row = {"type": 1, "components": [{"type": 4, "custom_id": "reason", "value": "stolen"}]}
        form = {"custom_id": f"reason:{key}", "components": [row]}
        use = await desk.discord.interact(5, form, by=person, message=message)
        await desk.discord.until(lambda use=use: use.original is not None)
        assert use.ephemeral and "Only the member who asked" in (use.original or {})["content"]
    assert desk.kiosk.kept("SELECT count(*) FROM votes") == [(0,)]


async def test_an_answer_is_of_use_only_where_it_was_given(desk: Desk) -> None:
    key = key_of(await desk.kiosk.ask(f"!{QUESTION}", by=desk.member))
    for more in ({"guild_id": "3999"}, {"channel": OTHER_CHANNEL}):
        use = await desk.discord.forge(f"page:{key}:1", by=desk.member, **more)
        assert use.ephemeral and "elsewhere" in (use.original or {})["content"]


async def test_a_file_whose_name_and_text_try_to_be_the_bot_is_shown_as_it_is(desk: Desk) -> None:
    name = "@everyone `x` **y** [z](https:⁄⁄evil.example) \u202etxt.exe.txt"
    text = (
        "](https://evil.example) **[1] Fake** <@2001>\n\n“The weather vane points north,\n> quoted\n-# [2] Forged · "
        "AFP · 2013-05-10 · <https://evil.example>\n# Nora Falk · sure\n[click](javascript:alert(1)) @everyone @here "
        "<@&3101> discord.gg/x \u202e\u2066\u200b,” Otto Kern said.\n"
    )
    use = await desk.discord.slash("articles add", by=desk.editor, file=(name, text.encode()))
    told = await desk.ended(use.original or {}, "Added one article")
    visible(told)
    reply = await desk.kiosk.ask("!who said the weather vane points north", by=desk.member)
    shown = visible(description(reply))
    assert "weather vane" in shown
    visible(reply["embeds"][0]["title"])
    for character in "\u202e\u2066":
        for line in shown.split("\n"):
            closers = line.count("\u202c") + line.count("\u2069")
            assert line.count(character) <= closers, "a direction that is not closed"
    sources = [line for line in description(reply).split("\n") if line.startswith("-# ")]
    assert all(line.startswith("-# [") and "Forged" not in line for line in sources)
    use = await desk.discord.slash("who", by=desk.member, focus="source", source="fake", question="x")
    assert all(len(choice["name"]) <= 100 for choice in use.data["choices"])


KEPT = {"token", "id", "member", "user", "author"}
"""What Discord vouches for, and without which there is nobody to answer."""


def damaged(payload: Any, rng: random.Random) -> Any:
    """The payload with something in it missing, or of another kind."""
    payload = copy.deepcopy(payload)
    at = payload
    while True:
        keys = [key for key in at if key not in KEPT] if isinstance(at, dict) else list(range(len(at)))
        key = rng.choice(keys)
        if isinstance(at[key], dict | list) and at[key] and rng.random() < 0.7:
            at = at[key]
            continue
        if rng.random() < 0.4:
            del at[key]
        else:
            at[key] = rng.choice(
                [None, 0, -1, 10**30, "", "x" * 300, "\ud800", [], {}, [[]], {"a": None}, True]
            )
        return payload


async def test_damaged_payloads_end_nothing(desk: Desk) -> None:
    discord, rng = desk.discord, random.Random(7)  # noqa: S311  (no secret)
    key = key_of(await desk.kiosk.ask(f"!{QUESTION}", by=desk.member))
    message = discord.world.message("4001", discord.world.me, {"content": "forged"})
    item = {"type": 2, "custom_id": f"page:{key}:1", "label": "x", "style": 1}
    message["components"] = [{"type": 1, "components": [item]}]
    who = discord.commands["who"]
    options = [{"name": "question", "type": 3, "value": "a ferry"}]
    command = {"id": who["id"], "name": "who", "type": 1, "options": options, "resolved": {}}
    row = {"type": 1, "components": [{"type": 4, "custom_id": "reason", "value": "x"}]}
    kinds: list[tuple[int, dict[str, Any], dict[str, Any]]] = [
        (2, command, {}),
        (4, {**command, "options": [{**options[0], "focused": True}]}, {}),
        (3, {"custom_id": f"page:{key}:1", "component_type": 2}, {"message": message}),
        (3, {"custom_id": f"cite:{key}:1", "component_type": 3, "values": ["0"]}, {"message": message}),
        (5, {"custom_id": f"reason:{key}", "components": [row]}, {"message": message}),
    ]
    lines = len(desk.kiosk.bot.lines)
    for _ in range(40):
        for kind, data, more in kinds:
            payload = interaction(
                discord.world, kind, data, desk.member, direct=False, channel="4001", more=dict(more)
            )
            discord.world.uses[payload["token"]] = Use(payload)
            await discord.gateway.dispatch("INTERACTION_CREATE", damaged(payload, rng))
    spoken = await discord.say("x", by=desk.member)
    for _ in range(40):
        await discord.gateway.dispatch("MESSAGE_CREATE", damaged(spoken, rng))
    starts = discord.gateway.identifies
    assert await desk.kiosk.ask(f"!{QUESTION}", by=desk.member)
    assert discord.gateway.identifies == starts, "the connection was given up"
    said = desk.kiosk.bot.lines[lines:]
    assert any("cannot be read and is passed over" in line for line in said)
    assert not [line for line in said if "Traceback" in line or "Unexpected failure" in line]


async def test_nothing_that_was_sent_could_ping(desk: Desk) -> None:
    sent = [
        call
        for call in desk.discord.calls
        if (call.method == "POST" and call.path.endswith(("/messages", "/callback")))
        or "/webhooks/" in call.path
    ]
    assert len(sent) > 40
    for call in sent:
        body = call.body.get("data", call.body) or {}
        if call.method == "POST" and (body.get("content") or body.get("embeds")):
            assert body["allowed_mentions"]["parse"] == [], call
            assert not body["allowed_mentions"].keys() & {"users", "roles"}, call


async def test_no_secret_is_anywhere_in_the_end(desk: Desk) -> None:
    use = await desk.discord.slash("articles add", url=f"https://anna:{PROXY_PASSWORD}@news.example/")
    refused = str(use.original)
    assert "with a name or password" in refused and PROXY_PASSWORD not in refused
    await desk.discord.slash("index-status")
    reindex = await desk.discord.slash("reindex")
    await desk.ended(reindex.original or {}, "Indexed")
    assert await desk.kiosk.bot.stop() == 0
    secrets = (TOKEN, SECRET, PROXY_PASSWORD)
    told = "\n".join(desk.kiosk.bot.lines)
    assert len(told) > 10_000, "the log is there, at its most talkative"
    assert not [secret for secret in secrets if secret in told]
    sent = "\n".join(str(call.body) for call in desk.discord.calls)
    assert not [secret for secret in secrets if secret in sent]
    for path in desk.data.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert not [secret for secret in secrets if secret.encode() in content], path

"""Who may use which command of the admins, in a server and in direct messages, and what the lists show."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from loopback.desk import Desk, desk_in
from loopback.kiosk import description
from loopback.objects import CHANNEL, EDITORS, GUILD, OWNER
from loopback.view import visible

CORPUS, SERVER, ALL = (
    "those named in its settings may",
    "only this server's admins",
    "only the bot's owner may",
)

COMMANDS: list[tuple[str, dict[str, Any], str]] = [
    ("reindex", {}, CORPUS),
    ("articles list", {}, CORPUS),
    ("articles add", {}, CORPUS),
    ("articles remove", {"article": "nowhere"}, CORPUS),
    ("articles restore", {"article": "nowhere"}, CORPUS),
    ("index-status", {}, SERVER),
    ("unanswered", {}, SERVER),
    ("feedback", {}, SERVER),
    ("settings show", {}, SERVER),
    ("settings prefix", {}, SERVER),
    ("settings channels", {"step": "clear"}, SERVER),
    ("settings threads", {"step": "clear"}, SERVER),
    ("settings feedback", {"on": True}, SERVER),
    ("settings paging", {"who": "asker"}, SERVER),
    ("settings admin-roles", {"step": "clear"}, SERVER),
    ("settings admin-members", {"step": "clear"}, SERVER),
]
TYPED = [
    ("!reindex", CORPUS),
    ("!articles", CORPUS),
    ("!articles list ferry", CORPUS),
    ("!articles add https://news.example/", CORPUS),
    ("!articles remove nowhere", CORPUS),
    ("!articles restore nowhere", CORPUS),
    ("!index-status", SERVER),
    ("!unanswered", SERVER),
    ("!feedback", SERVER),
    ("!settings", SERVER),
]


@pytest.fixture(scope="module")
async def desk(kiosk_index: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Desk]:
    async with desk_in(tmp_path_factory.mktemp("admins"), kiosk_index) as desk:
        yield desk


def said(message: dict[str, Any]) -> str:
    embeds = message["embeds"]
    return str(message["content"] or (embeds[0].get("description") if embeds else "")).lower()


def is_refused(message: dict[str, Any]) -> bool:
    return any(refusal in said(message) for refusal in (CORPUS, SERVER, ALL))


async def slash(desk: Desk, line: str, **options: Any) -> dict[str, Any]:
    use = await desk.discord.slash(line, **options)
    assert use.original is not None
    return use.original


@pytest.mark.parametrize(("line", "options", "right"), COMMANDS, ids=[row[0] for row in COMMANDS])
async def test_each_command_is_for_those_who_have_its_right(
    desk: Desk, line: str, options: dict[str, Any], right: str
) -> None:
    allowed = {
        desk.member: False,
        desk.manager: right == SERVER,
        desk.editor: True,
        OWNER: True,
    }
    for person, may in allowed.items():
        answer = await slash(desk, line, by=person, **options)
        assert answer["flags"] & 64 or may
        assert is_refused(answer) is not may, f"{line} by {desk.discord.world.people[person]}: {answer}"
        if line == "reindex" and may:
            await desk.ended(answer, "Indexed")


@pytest.mark.parametrize(("line", "options", "right"), COMMANDS, ids=[row[0] for row in COMMANDS])
async def test_in_direct_messages_nobody_has_a_server_or_a_role(
    desk: Desk, line: str, options: dict[str, Any], right: str
) -> None:
    for person in (desk.member, desk.manager, desk.editor):
        assert is_refused(await slash(desk, line, by=person, direct=True, **options))
    answer = await slash(desk, line, by=OWNER, direct=True, **options)
    assert is_refused(answer) is line.startswith("settings")
    if line == "reindex":
        await desk.ended(answer, "Indexed")


@pytest.mark.parametrize(("line", "right"), TYPED, ids=[row[0] for row in TYPED])
async def test_typed_commands_have_the_same_rights(desk: Desk, line: str, right: str) -> None:
    for person, direct, may in (
        (desk.member, False, False),
        (desk.manager, False, right == SERVER),
        (desk.manager, True, False),
        (OWNER, False, True),
        (OWNER, True, line != "!settings"),
    ):
        reply = await desk.discord.reply(await desk.discord.say(line, by=person, direct=direct))
        assert is_refused(reply) is not may, (line, person, reply)
        if line == "!reindex" and may:
            await desk.ended(reply, "Indexed")
        if "add" in line and may:
            await desk.ended(reply, "Nothing was added")


async def test_who_may_not_use_a_command_is_not_asked_whether_they_meant_it(desk: Desk) -> None:
    silent = await desk.discord.say("!artcles", by=desk.member)
    for person in (desk.editor, desk.manager):
        assert (await desk.kiosk.ask("!artcles", by=person))["content"] == "Did you mean !articles?"
    assert not desk.discord.replies(silent)


async def test_suggestions_are_for_those_who_may_use_them(desk: Desk) -> None:
    async def names(line: str, focus: str, **options: Any) -> list[str]:
        use = await desk.discord.slash(line, focus=focus, **options)
        return [choice["name"] for choice in use.data["choices"]]

    for person in (desk.member, desk.manager):
        assert await names("articles remove", "article", by=person, article="") == []
        assert await names("articles restore", "article", by=person, article="") == []
    assert "Ferry talks resume · signs" in await names(
        "articles remove", "article", by=desk.editor, article="fér"
    )
    assert await names("articles restore", "article", by=desk.editor, article="") == []
    for person in (desk.member, desk.manager, desk.editor):
        assert await names("unanswered", "server", by=person, server="") == []
        assert await names("feedback", "server", by=person, server="") == []
    assert await names("unanswered", "server", server="") == ["all servers", "Newsroom"]
    assert await names("feedback", "server", server="news") == ["Newsroom"]


async def test_the_status_tells_what_is_indexed_and_how_it_goes(desk: Desk) -> None:
    for person in (OWNER, desk.manager):
        answer = await slash(desk, "index-status", by=person)
        text = visible(description(answer))
        assert answer["flags"] & 64
        for part in ("build 2", "6 articles", "all-MiniLM-L6-v2", "MB in memory", "mapped", "median", "p95"):
            assert part in text
        assert "1 found nothing" in text and "no unexpected failure" in text
        assert "No build is under way." in text
        assert (str(desk.data) in text) is (person == OWNER)
        assert str(desk.kiosk.folder) not in text or person == OWNER
        assert "loopback-token" not in text and desk.kiosk.variables["WHOSAID_SECRET"] not in text


async def test_where_others_read_along_nobody_is_shown_the_data_folder(desk: Desk) -> None:
    reply = await desk.kiosk.ask("!index-status")
    assert "data folder data" in visible(description(reply)) and str(desk.data) not in description(reply)
    reply = await desk.kiosk.ask("!index-status", direct=True)
    assert str(desk.data) in visible(description(reply))


async def test_articles_are_listed_page_by_page_and_searched_by_words(desk: Desk) -> None:
    text = visible(description(await slash(desk, "articles list")))
    assert "6 articles" in text and "Bridge closed\nCoast Post · 2020-02-03\nbridge_a" in text
    reply = await desk.discord.reply(await desk.discord.say("!articles talks FERRY"))
    text = visible(description(reply))
    assert "1 article with “talks FERRY”" in text and "signs" in text
    assert "0 articles" in visible(description(await slash(desk, "articles list", words="zebra `*")))
    use = await desk.discord.forge("report:articles:1:ferry", by=desk.member)
    assert use.ephemeral and CORPUS in said(use.original or {})
    use = await desk.discord.forge("report:articles:99:ferry", by=desk.editor)
    assert "signs" in description(use.original or {})


async def test_questions_in_vain_are_listed_counted_and_cleared(desk: Desk) -> None:
    discord = desk.discord
    zebra, yak = "!who said the zebra *crosses* <@2001> at noon", "!who said the yak is a quiet neighbour"
    for line in (zebra, yak, zebra):
        await desk.kiosk.ask(line, by=desk.member)
    await desk.kiosk.kept_in_time("SELECT * FROM unanswered WHERE sample LIKE '%zebra *%' AND count = 2", 1)
    await desk.kiosk.kept_in_time("SELECT * FROM unanswered WHERE sample LIKE '%yak%'", 1)
    await desk.kiosk.ask("!who said my secret walrus sings", by=desk.member, direct=True)
    shown = await slash(desk, "unanswered", by=desk.manager)
    text = visible(description(shown))
    assert "2× who said the zebra *crosses* at noon" in text
    assert text.index("zebra *") < text.index("yak")
    assert "walrus" not in text and "mia" not in text
    refused = await discord.choose(shown, "who said the yak is a quiet neighbour", by=desk.member)
    assert refused.ephemeral and is_refused(refused.original or {})
    use = await discord.choose(shown, "who said the yak is a quiet neighbour", by=desk.manager)
    assert use.kind == 7
    text = visible(description(use.original or {}))
    assert "yak" not in text and "zebra *" in text
    asked = await discord.click(shown, "Clear all", by=desk.manager)
    assert asked.ephemeral and asked.original
    refused = await discord.click(asked.original, "Clear all", by=desk.member)
    assert is_refused(refused.original or {})
    use = await discord.click(asked.original, "Keep", by=desk.manager)
    assert "left as it is" in said(use.original or {})
    asked = await discord.click(shown, "Clear all", by=desk.manager)
    use = await discord.click(asked.original or {}, "Clear all", by=desk.manager)
    assert "cleared" in said(use.original or {})
    assert "There are none." in description(await slash(desk, "unanswered", by=desk.manager))
    again = await discord.forge(use.payload["data"]["custom_id"], by=desk.manager)
    assert "answered already" in said(again.original or {}) and again.kind == 4
    old = await discord.forge("confirm:yes:0123456789ab", by=desk.manager)
    await discord.until(lambda: old.followups)
    assert "i was restarted since" in said(old.followups[0]) and old.followups[0]["flags"] & 64
    assert (old.original or {})["components"][0]["components"][0]["disabled"]


async def test_what_was_voted_down_is_listed_with_the_reason(desk: Desk) -> None:
    discord = desk.discord
    answer = await desk.kiosk.ask("!who said the swing bridge stays closed", by=desk.member)
    down = await discord.click(answer, "👎", by=desk.member)
    assert down.kind == 9, "a form for the reason"
    (row,) = down.data["components"]
    await discord.submit(down, by=desk.member, **{row["components"][0]["custom_id"]: "It is *open* <@2001>"})
    lines = visible(description(await slash(desk, "feedback", by=desk.manager))).split("\n")
    assert lines[:2] == ["who said the swing bridge stays closed", "Reason: It is *open* <@2001>"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", lines[2]) and len(lines) == 3, "and not who voted"
    await discord.click(answer, "👍", by=desk.member)
    assert "Nothing was voted down" in description(await slash(desk, "feedback", by=desk.manager))


async def test_typed_reports_are_not_shown_to_a_channel(desk: Desk) -> None:
    await desk.kiosk.ask("!who said the heron waits for the night train", by=desk.member)
    await desk.kiosk.kept_in_time("SELECT * FROM unanswered WHERE sample LIKE '%heron%'", 1)
    for line in ("!unanswered", "!feedback"):
        shown = await desk.kiosk.ask(line, by=desk.manager)
        assert (
            not shown["embeds"] and f"`/{line[1:]}`" in shown["content"] and "heron" not in shown["content"]
        )
    shown = await desk.kiosk.ask("!unanswered", direct=True)
    assert "heron waits" in description(shown)


async def test_reports_of_another_server_are_the_owners_alone(desk: Desk) -> None:
    for person in (desk.member, desk.manager, desk.editor):
        for scope in ("all", "9999"):
            assert ALL in said(await slash(desk, "unanswered", by=person, server=scope))
            use = await desk.discord.forge(f"report:feedback:1:{scope}", by=person)
            assert ALL in said(use.original or {})
            use = await desk.discord.forge(f"clear:all:{scope}", by=person)
            assert ALL in said(use.original or {})
            use = await desk.discord.forge(f"clear:one:1:{scope}", by=person, values=["x"])
            assert ALL in said(use.original or {})
    assert "all servers" in (await slash(desk, "unanswered", server="all"))["embeds"][0]["title"]
    assert "Newsroom" in (await slash(desk, "feedback", server=GUILD))["embeds"][0]["title"]
    for scope in ("9999", "nonsense", "٣"):
        assert "no such server" in said(await slash(desk, "unanswered", server=scope))


async def test_the_prefix_is_changed_and_works_at_once_in_either_case(desk: Desk) -> None:
    question = "who said the swing bridge stays closed"
    changed = await slash(desk, "settings prefix", by=desk.manager, prefix="Hey!")
    assert "hey!" in said(changed)
    try:
        assert await desk.kiosk.ask(f"Hey!{question}", by=desk.member)
        assert await desk.kiosk.ask(f"hEY!{question}", by=desk.member)
        assert await desk.kiosk.ask(f"!{question}", by=desk.member, direct=True)
        old = await desk.discord.say(f"!{question}", by=desk.member)
        last = await desk.discord.say(f"hey!{question}", by=desk.member)
        await desk.discord.reply(last)
        assert not desk.discord.replies(old)
        for bad in ("a b", "x" * 11):
            assert "cannot be the prefix" in said(await slash(desk, "settings prefix", prefix=bad))
        assert "hey!" in said(await slash(desk, "settings show", by=desk.manager)).lower()
    finally:
        await slash(desk, "settings prefix", by=desk.manager)
    assert await desk.kiosk.ask(f"!{question}", by=desk.member)


async def test_channels_threads_votes_and_paging_are_changed(desk: Desk) -> None:
    assert "in 1 channel only" in said(
        await slash(desk, "settings channels", step="add", values={"channel": CHANNEL})
    )
    assert "already" in said(await slash(desk, "settings channels", step="add", values={"channel": CHANNEL}))
    assert "choose what to add" in said(await slash(desk, "settings channels", step="add"))
    assert "in 1 channel" in said(
        await slash(desk, "settings threads", step="add", values={"channel": CHANNEL})
    )
    assert "now off" in said(await slash(desk, "settings feedback", on=False))
    assert "anyone may" in said(await slash(desk, "settings paging", who="anyone"))
    text = visible(description(await slash(desk, "settings show")))
    assert text.count("#news") == 2 and "anyone" in text and "off" in text
    assert "in all channels" in said(
        await slash(desk, "settings channels", step="remove", values={"channel": CHANNEL})
    )
    assert "not on the list" in said(
        await slash(desk, "settings channels", step="remove", values={"channel": CHANNEL})
    )
    assert "in no channel" in said(await slash(desk, "settings threads", step="clear"))
    assert "now on" in said(await slash(desk, "settings feedback", on=True))
    assert "only the member" in said(await slash(desk, "settings paging", who="asker"))


async def test_a_server_names_admins_of_its_own(desk: Desk) -> None:
    helper = desk.discord.person("hal")
    assert is_refused(await slash(desk, "settings show", by=helper))
    await slash(desk, "settings admin-members", by=desk.manager, step="add", member=helper)
    assert "prefix" in said(await slash(desk, "settings show", by=helper))
    assert CORPUS in said(await slash(desk, "articles list", by=helper))
    await slash(desk, "settings admin-members", by=helper, step="remove", member=helper)
    assert is_refused(await slash(desk, "settings show", by=helper))
    assert "everyone's" in said(await slash(desk, "settings admin-roles", step="add", role=GUILD))
    await slash(desk, "settings admin-roles", step="add", role=EDITORS)
    assert "@editors" in description(await slash(desk, "settings show"))
    await slash(desk, "settings admin-roles", step="clear")

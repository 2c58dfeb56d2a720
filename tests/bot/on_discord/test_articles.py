"""Articles are added by files and addresses, removed and restored while the bot answers; what fails leaves nothing."""

from __future__ import annotations

import asyncio
import json
import resource
import signal
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from loopback.desk import Desk, desk_in
from loopback.kiosk import description, options
from loopback.objects import OWNER
from loopback.pages import pages
from loopback.view import visible

from bot.additions.folder import JOURNAL, AddedArticles
from bot.additions.naming import Description
from index.storage.builds import writing

FERRY = "Ferry talks\n\n“The night ferry to Norre sails again in the spring,” captain Ada Grant said.\n"


@pytest.fixture(scope="module")
async def desk(kiosk_index: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Desk]:
    async with desk_in(tmp_path_factory.mktemp("articles"), kiosk_index) as desk:
        yield desk


@pytest.fixture(scope="module")
async def site() -> AsyncIterator[str]:
    async with pages() as address:
        yield address


async def found(desk: Desk, question: str) -> str:
    return visible(description(await desk.kiosk.ask(f"!who said {question}")))


async def removed(desk: Desk, article: str, *, by: str = OWNER) -> str:
    use = await desk.discord.slash("articles remove", article=article, by=by)
    asked = use.original or {}
    await desk.discord.click(asked, "Remove", by=by)
    return await desk.ended(asked, "Removed")


async def settled(desk: Desk) -> None:
    """Wait until no change of the articles is under way."""
    for _ in range(400):
        if not (desk.data / JOURNAL).exists():
            return
        await asyncio.sleep(0.05)
    raise AssertionError("a change is still under way")


def the_added(desk: Desk) -> str:
    """The id of the one article that is added now."""
    (folder,) = (desk.data / "articles").iterdir()
    return folder.name


async def test_an_attached_file_is_in_the_next_answers_and_gone_from_all_once_removed(desk: Desk) -> None:
    discord, question = desk.discord, "the night ferry to Norre sails again"
    assert "Ada Grant" not in await found(desk, question)
    use = await discord.slash(
        "articles add", by=desk.editor, file=("Ferry Talks.TXT", FERRY.encode()), outlet="Coast *Post*",
        date="4 May 2020",
    )  # fmt: skip
    done = await desk.ended(use.original or {}, "Added one article")
    name = the_added(desk)
    assert name.startswith("ferry-talks-") and name in visible(done)
    (file,) = (desk.data / "articles" / name).glob("*.txt")
    assert file.read_text("utf-8") == FERRY and file.stat().st_mode & 0o777 == 0o600
    answer = await desk.kiosk.ask(f"!who said {question}")
    text = visible(description(answer))
    assert "Ada Grant" in text and "Coast *Post* · 2020-05-04" in text
    assert "added from Discord" in description((await discord.slash("articles list")).original or {})
    asked = (await discord.slash("articles remove", article=name)).original or {}
    assert "deleted for good" in asked["content"]
    refused = await discord.click(asked, "Remove", by=desk.member)
    assert refused.ephemeral and "may change its articles" in (refused.original or {})["content"]
    kept = await discord.click(asked, "Keep")
    assert "left as it is" in (kept.original or {})["content"]
    await removed(desk, name, by=desk.editor)
    assert desk.kept() == []
    assert "Ada Grant" not in await found(desk, question)
    old = await discord.choose(answer, options(answer)[0]["value"])
    await discord.until(lambda: old.followups)
    (told,) = old.followups
    assert told["flags"] & 64 and told["content"].startswith("That article was removed since")
    shown = visible(description(answer))
    assert "One quotation is not shown: its article was removed" in shown and "night ferry" not in shown
    assert not options(answer)


async def test_a_page_is_added_by_its_address(desk: Desk, site: str) -> None:
    message = await desk.discord.say(f'!articles add <{site}/the-mill> outlet="Shore “News”" date=2021-09-01')
    reply = await desk.discord.reply(message)
    await desk.ended(reply, "Added one article")
    text = await found(desk, "the old mill on the hill grinds flour again")
    assert (
        "Tom Hale" in text and "“The old mill on the hill grinds flour again before the autumn fair,”" in text
    )
    assert f"{site}/the-mill" in text and "2021-09-01" in text
    assert the_added(desk).startswith("the-mill-")
    message = await desk.discord.say(f"!articles remove {the_added(desk)}")
    asked = await desk.discord.reply(message)
    await desk.discord.click(asked, "Remove")
    await desk.ended(asked, "Removed")
    assert "Tom Hale" not in await found(desk, "the old mill on the hill grinds flour again")
    assert desk.kept() == []


async def test_records_of_a_file_are_added_together_and_removed_one_by_one(desk: Desk) -> None:
    records = [
        {
            "_id": f"note {number}",
            "title": f"Note {number}",
            "text": f"“Pier {number} is {how},” Lea Wolf said.",
        }
        for number, how in ((1, "painted in a bright blue"), (2, "mended with old oak planks"))
    ]
    lines = "\n".join([*map(json.dumps, records), "no record", json.dumps({**records[0], "_id": "signs"})])
    use = await desk.discord.slash("articles add", file=("notes.jsonl", lines.encode()))
    done = visible(await desk.ended(use.original or {}, "Added 2 articles"))
    assert "line 3" in done and "the id signs is taken" in done and str(desk.kiosk.folder) not in done
    await removed(desk, "note 1")
    assert "Note 1" not in await found(desk, "pier is painted in a bright blue")
    assert "Lea Wolf" in await found(desk, "pier is mended with old oak planks")
    await removed(desk, "note 2")
    assert desk.kept() == []


async def test_an_article_of_the_corpus_is_hidden_from_every_build_until_it_is_restored(desk: Desk) -> None:
    discord, question = desk.discord, "the red buoy was painted green in the summer of the regatta"
    assert "Pia Sund" in await found(desk, question)
    use = await discord.slash("articles remove", article="secret", by=desk.editor)
    assert "stays where it is" in (use.original or {})["content"]
    await discord.click(use.original or {}, "Remove", by=desk.editor)
    await desk.ended(use.original or {}, "Removed")
    assert (desk.kiosk.corpus / "secret.txt").exists()
    assert "Pia Sund" not in await found(desk, question)
    (desk.kiosk.corpus / "new.txt").write_text("News\n\nThe pier is wet, Ole Holm said.\n")
    await desk.kiosk.reindex()
    assert "Pia Sund" not in await found(desk, question)
    choices = await discord.slash("articles restore", focus="article", article="conf", by=desk.editor)
    assert [choice["value"] for choice in choices.data["choices"]] == ["secret"]
    use = await discord.slash("articles restore", article="secret", by=desk.editor)
    await desk.ended(use.original or {}, "Restored")
    assert "Pia Sund" in await found(desk, question)
    (desk.kiosk.corpus / "new.txt").unlink()
    await desk.kiosk.reindex()


FAILING: list[tuple[str, dict[str, Any], str]] = [
    ("no file and no address", {}, "either a file or the web address"),
    ("both", {"file": ("a.txt", b"a"), "url": "https://a.example/"}, "either a file or the web address"),
    ("a wrong kind", {"file": ("a.pdf", b"a")}, "only files that end in"),
    ("too large", {"file": ("a.txt", b"a" * 8_000_001)}, "larger than 8 MB"),
    ("no date", {"file": ("a.txt", b"a"), "date": "soon"}, "is no date"),
    ("title of records", {"file": ("a.jsonl", b"{}"), "title": "x"}, "states the titles"),
    ("empty", {"file": ("a.txt", b" \n")}, "it is empty"),
    ("binary", {"file": ("a.md", b"a\0b")}, "it is binary"),
    ("not UTF-8", {"file": ("a.txt", b"caf\xe9 au lait")}, "not encoded in UTF-8"),
    ("no article", {"file": ("a.html", b"<html></html>")}, "holds no article"),
    ("no record", {"file": ("a.jsonl", b"nothing\n[]\n")}, "line 1: it is not valid JSON (and 1 more"),
    (
        "an id that is taken",
        {"file": ("a.jsonl", b'{"id": "lamp", "text": "It is new."}')},
        "id lamp is taken",
    ),
    ("a private address", {"url": "http://10.0.0.1/"}, "public internet"),
    ("a file on the disk", {"url": "file:///etc/passwd"}, "begin with https://"),
    ("an empty page", {"url": "SITE/empty"}, "holds no article"),
    ("a page that leads elsewhere", {"url": "SITE/elsewhere"}, "public internet"),
    ("a picture", {"url": "SITE/picture"}, "image/png is no article"),
    ("an endless page", {"url": "SITE/endless"}, "larger than 8 MB"),
    ("a missing page", {"url": "SITE/nowhere"}, "status 404"),
    ("no server", {"url": "http://127.0.0.1:9/"}, "cannot be reached"),
]


@pytest.mark.parametrize(
    ("options_", "reason"), [row[1:] for row in FAILING], ids=[row[0] for row in FAILING]
)
async def test_what_cannot_be_added_leaves_nothing_behind_and_says_why(
    desk: Desk, site: str, options_: dict[str, Any], reason: str
) -> None:
    before = desk.kept()
    given = {
        name: value.replace("SITE", site) if name == "url" else value for name, value in options_.items()
    }
    use = await desk.discord.slash("articles add", **given)
    message = use.original or {}
    if not use.ephemeral:
        await desk.ended(message, "Nothing was added")
    assert reason.lower() in visible(message["content"]).lower()
    assert len(message["content"].splitlines()) == 1
    assert desk.kept() == before
    status = (await desk.discord.slash("index-status")).original or {}
    assert "6 articles" in description(status)


async def test_a_copy_of_an_article_is_no_second_one(desk: Desk) -> None:
    text = (desk.kiosk.corpus / "lamp.txt").read_bytes()
    use = await desk.discord.slash("articles add", file=("copy.txt", text))
    assert "has the same text as an article of lamp.txt" in visible(
        await desk.ended(use.original or {}, "Nothing was added")
    )


async def test_a_full_disk_leaves_nothing_behind(desk: Desk) -> None:
    """500 bytes: no room for the file; 20,000: none for the build. Then there is room again."""
    pid = desk.kiosk.bot.pid
    before = desk.kept()
    text = FERRY.encode() + b"\n" + b"The harbour was calm on that day. " * 30
    for room in (500, 20_000):
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
        try:
            use = await desk.discord.slash("articles add", file=("ferry.txt", text))
            said = await desk.ended(use.original or {}, "Nothing was added")
        finally:
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        assert "cannot be written" in said
        assert desk.kept() == before
    use = await desk.discord.slash("articles add", file=("ferry.txt", text))
    await desk.ended(use.original or {}, "Added one article")
    await removed(desk, the_added(desk))


async def test_adding_can_be_cancelled_while_the_page_arrives_and_while_it_waits(
    desk: Desk, site: str
) -> None:
    before = desk.kept()
    use = await desk.discord.slash("articles add", url=f"{site}/never")
    refused = await desk.discord.click(use.original or {}, "Cancel", by=desk.member)
    assert "may change its articles" in (refused.original or {})["content"]
    await desk.discord.click(use.original or {}, "Cancel", by=desk.editor)
    assert "cancelled" in await desk.ended(use.original or {}, "Nothing was added")
    with writing(desk.data):
        use = await desk.discord.slash("articles add", file=("ferry.txt", FERRY.encode()))
        message = use.original or {}
        await desk.discord.until(lambda: "waiting for another build" in message["content"])
        await desk.discord.click(message, "Cancel")
        assert "cancelled" in await desk.ended(message, "Nothing was added")
    assert desk.kept() == before


async def test_several_are_added_at_once_one_after_the_other(desk: Desk) -> None:
    uses = await asyncio.gather(
        *(
            desk.discord.slash(
                "articles add", file=(f"pier{number}.txt", f"Pier {number}\n\n{FERRY} No. {number}.".encode())
            )
            for number in range(2)
        )
    )
    for use in uses:
        await desk.ended(use.original or {}, "Added one article", within=120)
    names = sorted(folder.name for folder in (desk.data / "articles").iterdir())
    assert len(names) == 2
    for name in names:
        await removed(desk, name)


async def test_what_was_cut_off_by_a_kill_is_undone_at_the_next_start(desk: Desk) -> None:
    before = desk.kept()
    starts = desk.discord.gateway.identifies
    await desk.kiosk.bot.stop(signal.SIGKILL)
    files = AddedArticles(desk.data)
    files.add(FERRY.encode(), ".txt", Description(), "ferry")
    assert (desk.data / JOURNAL).exists()
    await desk.kiosk.start(starts)
    await desk.kiosk.bot.said("was undone")
    assert desk.kept() == before


async def test_a_kill_while_an_article_is_added_leaves_it_added_or_not(desk: Desk) -> None:
    for delay in (0.3, 1.2):
        starts = desk.discord.gateway.identifies
        await desk.discord.slash("articles add", file=("ferry.txt", FERRY.encode()))
        await asyncio.sleep(delay)
        await desk.kiosk.bot.stop(signal.SIGKILL)
        await desk.kiosk.start(starts)
        await settled(desk)
        kept = list((desk.data / "articles").iterdir())
        assert ("Ada Grant" in await found(desk, "the night ferry to Norre sails again")) is bool(kept)
        for folder in kept:
            await removed(desk, folder.name)

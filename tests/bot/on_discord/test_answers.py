"""What stands under an answer: pages, quotes in their place, votes; also after a restart and a new index."""

from __future__ import annotations

import pytest
from loopback.kiosk import CLOCK, LONG, SIGNS, Kiosk, description, key_of, options
from loopback.objects import GUILD, OTHER_CHANNEL
from loopback.view import bold, visible

LONG_ANSWER = "!quotes Mara Lindt"


async def test_what_articles_hold_is_seen_as_it_is_and_pings_nobody(kiosk: Kiosk) -> None:
    reply = await kiosk.ask("!who said the ferry sails again in May")
    assert SIGNS in visible(description(reply))
    assert description(reply).startswith("**Ilse Brandt**")
    opened = await kiosk.discord.choose(reply, "0")
    assert opened.ephemeral and SIGNS in visible(description(opened.original or {}))
    sent = [call.body for call in kiosk.discord.calls if call.method == "POST" and "embeds" in call.body]
    assert all(body["allowed_mentions"]["parse"] == [] for body in sent)


async def test_a_long_quote_is_shown_in_part_and_in_full_one_click_away(kiosk: Kiosk) -> None:
    reply = await kiosk.ask("!who said stone number 50 of its tower must be set anew")
    shown = visible(description(reply))
    assert "stone number 50" in shown and "[…]" in shown and LONG not in shown
    assert any("stone number 50" in words for words in bold(description(reply)))
    opened = await kiosk.discord.choose(reply, "0")
    page = opened.original or {}
    words = visible(description(page))
    assert words.startswith("It was a cold day.")
    while f"Page {(total := page['embeds'][0]['footer']['text'].split())[1]}" != f"Page {total[-1]}":
        await kiosk.discord.click(page, "Next")
        words += " " + visible(description(page))
    assert " ".join(LONG.split()) in " ".join(words.split())
    assert "Then it rained." in words
    await kiosk.discord.click(page, "Previous")


async def test_a_statement_in_two_outlets_is_one_entry(kiosk: Kiosk) -> None:
    reply = await kiosk.ask("!who said the swing bridge stays closed until the bearings are replaced")
    lines = visible(description(reply)).split("\n")
    assert lines[:2] == ["Otto Kern · sure", "In 2 articles:"]
    assert (
        "[1] Bridge closed · Coast Post · 2020-02-03" in lines and "[2] No way across · Harbour Echo" in lines
    )
    assert [option["label"] for option in options(reply)] == ["[1] Bridge closed", "[2] No way across"]


async def test_the_quote_is_marked_in_its_paragraph(kiosk: Kiosk) -> None:
    reply = await kiosk.ask("!who said the swing bridge stays closed")
    opened = await kiosk.discord.choose(reply, "[2] No way across", by=kiosk.discord.person("curious"))
    assert opened.ephemeral, "the answer stays as it is for the others"
    text = description(opened.original or {})
    assert "In the town hall Otto Kern said:" in visible(text)
    assert visible(text).endswith("[2] No way across · Harbour Echo")
    assert any("stays closed until the bearings are replaced" in words for words in bold(text))
    link = (opened.original or {})["components"][0]["components"][-1]
    assert link["label"] == "Back to the answer" and link["url"].endswith(
        f"{reply['channel_id']}/{reply['id']}"
    )


async def test_pages_are_the_askers_and_work_after_a_restart(kiosk: Kiosk) -> None:
    discord = kiosk.discord
    member, stranger = discord.person("paula"), discord.person("sam")
    first = await kiosk.ask(LONG_ANSWER, by=member)
    one = description(first)
    vote = await discord.click(first, "👎", by=member)
    assert vote.kind == 9
    await kiosk.restart()
    refused = await discord.click(first, "Next", by=stranger)
    assert refused.ephemeral and "Only the member who asked" in (refused.original or {})["content"]
    assert description(first) == one
    await discord.click(first, "Next", by=member)
    assert description(first) != one and first["embeds"][0]["footer"]["text"].startswith("Page 2 of ")
    opened = await discord.choose(first, options(first)[0]["value"], by=stranger)
    assert opened.ephemeral and "we will look at every figure twice" in description(opened.original or {})
    noted = await discord.submit(vote, by=member, reason="the wrong mayor")
    assert noted.ephemeral and "noted" in (noted.original or {})["content"]
    assert (-1, "the wrong mayor") in kiosk.kept("SELECT value, reason FROM votes")
    thanks = await discord.click(first, "👍", by=member)
    assert thanks.ephemeral and "Thank you" in (thanks.original or {})["content"]
    assert (key_of(first), 1, None) in kiosk.kept("SELECT answer, value, reason FROM votes")
    stray = await discord.submit(vote, by=stranger, reason="spite")
    assert "no vote of yours" in (stray.original or {})["content"]


async def test_private_answers_are_their_askers_alone(kiosk: Kiosk) -> None:
    discord = kiosk.discord
    member, stranger = discord.person("priya"), discord.person("steve")
    use = await discord.slash("quotes", speaker="Mara Lindt", private=True, by=member)
    await discord.until(lambda: use.answered)
    assert use.ephemeral
    key = key_of(use.original or {})
    for ident, values in (
        (f"page:{key}:2", None), (f"cite:{key}:1", ["0"]), (f"around:{key}:0:1:1", None),
        (f"vote:{key}:up", None), (f"vote:{key}:down", None),
    ):  # fmt: skip
        forged = await discord.forge(ident, by=stranger, values=values)
        assert forged.ephemeral and "Only the member who asked" in (forged.original or {})["content"], ident
        assert not forged.original["embeds"]
    await discord.click(use.original or {}, "Next", by=member)
    assert (use.original or {})["embeds"][0]["footer"]["text"].startswith("Page 2 of ")
    assert not [vote for vote in kiosk.kept("SELECT answer FROM votes") if vote[0] == key]


async def test_forged_buttons_do_nothing(kiosk: Kiosk) -> None:
    discord = kiosk.discord
    reply = await kiosk.ask("!who said the swing bridge stays closed")
    key = key_of(reply)
    elsewhere = await discord.forge(f"vote:{key}:up", channel=OTHER_CHANNEL)
    assert elsewhere.ephemeral and "given elsewhere" in (elsewhere.original or {})["content"]
    foreign = await discord.forge(f"cite:{key}:1", values=["0"], guild_id="999")
    assert "given elsewhere" in (foreign.original or {})["content"]
    for value in ("99", "-1", "x", "¹"):
        wrong = await discord.forge(f"cite:{key}:1", values=[value])
        assert wrong.ephemeral and "no such quote" in (wrong.original or {})["content"]
    beyond = await discord.forge(f"page:{key}:999")
    assert beyond.kind == 7, "the last page there is"


async def test_an_answer_that_is_kept_no_longer_is_explained_and_its_buttons_are_off(kiosk: Kiosk) -> None:
    discord = kiosk.discord
    member = discord.person("fiona")
    reply = await kiosk.ask(LONG_ANSWER, by=member)
    page = await discord.slash("privacy", by=member)
    assert page.ephemeral and "1 answer and 0 votes" in visible(description(page.original or {}))
    told = await discord.click(page.original or {}, "Delete what is kept about me", by=member)
    assert told.ephemeral and "Deleted: 1 answer" in (told.original or {})["content"]
    pressed = await discord.click(reply, "Next", by=member)
    await discord.until(lambda: pressed.followups)
    assert "no longer kept" in pressed.followups[0]["content"] and pressed.followups[0]["flags"] & 64
    with pytest.raises(PermissionError):
        await discord.click(reply, "👍", by=member)
    with pytest.raises(PermissionError):
        await discord.choose(reply, options(reply)[0]["value"], by=member)


async def test_a_removed_article_is_in_no_old_answer_any_more(kiosk: Kiosk) -> None:
    discord = kiosk.discord
    reply = await kiosk.ask("!who said I painted the red buoy green")
    assert "Pia Sund" in description(reply)
    clock = await kiosk.ask("!who said the town clock runs four minutes late on purpose")
    long = await kiosk.ask(LONG_ANSWER)
    (kiosk.corpus / "secret.txt").unlink()
    changed = kiosk.corpus / "signs.txt"
    changed.write_text(changed.read_text(encoding="utf-8").replace(CLOCK, "It rained."), encoding="utf-8")
    lamp = kiosk.corpus / "lamp.txt"
    lamp.write_text("A new first paragraph.\n\n" + lamp.read_text(encoding="utf-8"), encoding="utf-8")
    lamp_before = await kiosk.ask("!who said stone number 50 of its tower must be set anew")
    await kiosk.reindex()
    gone = await discord.choose(reply, "0")
    await discord.until(lambda: gone.followups)
    assert "removed" in gone.followups[0]["content"]
    assert "buoy green" not in description(reply).replace("*", "") and "not shown" in description(reply)
    assert description(clock).count("-# [") == 2
    entry = next(option["value"] for option in options(clock) if "Ferry talks" in option["label"])
    other = await discord.choose(clock, entry)
    await discord.until(lambda: other.followups)
    assert "changed since" in other.followups[0]["content"]
    assert len(options(clock)) == 1 and "The lamp" in options(clock)[0]["label"]
    assert "Ferry talks" not in description(clock)
    moved = await discord.choose(lamp_before, "0")
    assert "It was a cold day." in visible(description(moved.original or {}))
    await discord.click(long, "Next")
    assert "Page 2 of " in long["embeds"][0]["footer"]["text"], "what is still there is turned as before"
    again = await kiosk.ask("!who said I painted the red buoy green")
    assert "Pia Sund" not in description(again)


async def test_what_was_asked_in_vain_is_kept_without_who_asked(kiosk: Kiosk) -> None:
    discord = kiosk.discord
    form = await discord.slash("quotes", speaker="Otto Kern", source="Nowhere Post")
    await discord.until(lambda: form.answered)
    reply = await kiosk.ask(
        "!who said pineapples grow on the northern moon source:Echo", by=discord.person("vera")
    )
    text = visible(description(reply))
    assert text.startswith("Nothing in the corpus has anyone saying “pineapples grow on the northern moon”.")
    assert (
        "articles; only source Echo." in text and "Ask without source:Echo." in text and "fewer words" in text
    )
    named = await kiosk.ask("!what did Mara Lundberg say about tolls", by=discord.person("vera"))
    assert "Did you mean “Mara Lindt”" in visible(description(named))
    await kiosk.ask("who said walnuts are blue", direct=True, by=discord.person("vera"))
    use = await discord.slash("ask", question="who said chestnuts are blue", private=True)
    await discord.until(lambda: use.answered)
    questions = [question for (question,) in kiosk.kept("SELECT question FROM unanswered")]
    assert "who said pineapples grow on the northern moon source:echo" in questions
    assert 'quotes by otto kern source:"nowhere post' in questions
    assert not any("walnuts" in question or "chestnuts" in question for question in questions)
    assert kiosk.kept("SELECT DISTINCT guild FROM unanswered") == [(int(GUILD),)]

from __future__ import annotations

from pathlib import Path
from typing import Any

from bot.store.feedback import Vote
from bot.store.privacy import KeptAbout
from bot.store.store import Store, open_store


def everything(folder: Path) -> bytes:
    """What the files of a folder hold."""
    return b"".join(path.read_bytes() for path in folder.iterdir())


async def test_a_member_can_have_everything_deleted(tmp_path: Path, store: Store, kept: Any) -> None:
    anna, bert = store.members.of(111_222_333), store.members.of(222)
    mine = kept(asker=anna, question="zanzibar")
    key = await store.answers.keep(mine)
    other = await store.answers.keep(kept(asker=bert))
    await store.feedback.vote(key, mine, anna, Vote.DOWN)
    await store.feedback.vote(key, mine, bert, Vote.DOWN)
    await store.feedback.give_reason(key, anna, "quagmire")
    assert await store.privacy.kept_about(anna) == KeptAbout(answers=1, votes=1, reasons=1)
    assert await store.privacy.delete_member(anna) == KeptAbout(1, 1, 1)
    assert await store.privacy.kept_about(anna) == KeptAbout(0, 0, 0)
    assert await store.privacy.kept_about(bert) == KeptAbout(1, 1, 0)
    assert await store.answers.get(key) is None and await store.answers.get(other) is not None
    assert [vote.question for vote in await store.feedback.voted_down(None)] == [None]


async def test_no_id_of_a_member_is_in_the_files(tmp_path: Path, clock: Any, kept: Any) -> None:
    async with open_store(tmp_path, clock=clock) as store:
        member = store.members.of(111_222_333_444)
        answer = kept(asker=member)
        key = await store.answers.keep(answer)
        await store.feedback.vote(key, answer, member, Vote.UP)
        assert len(member) == 64 and set(member) <= set("0123456789abcdef")
    assert member.encode() in everything(tmp_path)
    assert b"111222333444" not in everything(tmp_path)


async def test_what_is_deleted_is_gone_from_the_file(tmp_path: Path, clock: Any, kept: Any) -> None:
    async with open_store(tmp_path, clock=clock) as store:
        await store.answers.keep(kept(question="zanzibar"))
        assert b"zanzibar" in everything(tmp_path)
        await store.privacy.delete_member("asker")
    assert b"zanzibar" not in everything(tmp_path)

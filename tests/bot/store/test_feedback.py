from __future__ import annotations

from typing import Any

import pytest

from bot.store.feedback import DownVote, Tally, Vote
from bot.store.store import Store

GUILD = 2**63 - 1
OTHER = 7


async def test_a_member_has_one_vote_on_an_answer(store: Store, clock: Any, kept: Any) -> None:
    answer = kept(question="what did <@123> say")
    assert await store.feedback.vote("key", answer, "anna", Vote.DOWN) == Tally(down=1)
    assert await store.feedback.give_reason("key", "anna", "  the wrong man ")
    assert await store.feedback.vote("key", answer, "anna", Vote.DOWN) == Tally(down=1)
    await store.feedback.vote("other", kept(guild=OTHER), "anna", Vote.DOWN)
    down = DownVote("key", "what did @somebody say", "the wrong man", GUILD, int(clock()))
    assert await store.feedback.voted_down(GUILD) == [down]
    assert {vote.key for vote in await store.feedback.voted_down(None)} == {"key", "other"}
    assert await store.feedback.vote("key", answer, "anna", Vote.UP) == Tally(up=1)
    assert await store.feedback.vote("key", answer, "bert", Vote.DOWN) == Tally(up=1, down=1)
    assert [vote.reason for vote in await store.feedback.voted_down(GUILD)] == [None]
    assert not await store.feedback.give_reason("key", "carl", "never voted")


@pytest.mark.parametrize("changes", [{"private": True}, {"guild": None}])
async def test_a_vote_does_not_tell_a_private_question(store: Store, changes: object, kept: Any) -> None:
    await store.feedback.vote("key", kept(**changes), "anna", Vote.DOWN)  # type: ignore[arg-type]
    assert [vote.question for vote in await store.feedback.voted_down(None)] == [None]

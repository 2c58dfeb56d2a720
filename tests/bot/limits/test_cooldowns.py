from __future__ import annotations

import pytest

from bot.limits.cooldowns import CooldownError, Cooldowns
from bot.limits.window import Limit


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_the_sixth_question_in_fifteen_seconds_waits_for_the_first_to_be_past() -> None:
    clock = Clock()
    cooldowns = Cooldowns(Limit(5, 15), None, clock)
    for _ in range(5):
        cooldowns.take(1, None)
        clock.now += 1.25
    with pytest.raises(CooldownError, match="try again in 9 s") as caught:
        cooldowns.take(1, 7)
    assert caught.value.remaining == 9
    cooldowns.take(2, 7)
    clock.now += 8.75
    cooldowns.take(1, 7)


def test_what_is_refused_does_not_count() -> None:
    clock = Clock()
    cooldowns = Cooldowns(Limit(1, 10), Limit(1, 20), clock)
    cooldowns.take(1, 7)
    with pytest.raises(CooldownError, match="This server"):
        cooldowns.take(2, 7)
    cooldowns.take(2, 8)  # the refused question has not used up the member's own
    clock.now += 10
    with pytest.raises(CooldownError, match="This server"):
        cooldowns.take(1, 7)
    cooldowns.take(1, None)
    clock.now += 10
    cooldowns.take(2, 7)


def test_a_flood_is_told_once() -> None:
    clock = Clock()
    cooldowns = Cooldowns(Limit(1, 10), None, clock)
    cooldowns.take(1, None)
    repeated = []
    for _ in range(20):
        clock.now += 1
        try:
            cooldowns.take(1, None)
        except CooldownError as error:
            repeated.append(error.repeated)
    assert repeated == [False, *[True] * 8, False, *[True] * 8]


def test_each_member_is_told_of_the_limit_of_a_server() -> None:
    clock = Clock()
    cooldowns = Cooldowns(None, Limit(1, 10), clock)
    cooldowns.take(1, 7)
    repeated = []
    for member in (2, 3, 2, 1, 3):
        with pytest.raises(CooldownError, match="This server") as caught:
            cooldowns.take(member, 7)
        repeated.append(caught.value.repeated)
    assert repeated == [False, False, True, False, True]


def test_without_limits_everything_is_let_in() -> None:
    cooldowns = Cooldowns(None, None, Clock())
    for _ in range(100):
        cooldowns.take(1, 1)

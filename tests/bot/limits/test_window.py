from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.limits.window import Limit, SlidingWindow


@pytest.mark.parametrize(
    ("text", "limit"), [("5/15", Limit(5, 15)), ("1/99999", Limit(1, 99999)), ("Off", None)]
)
def test_limits_are_read(text: str, limit: Limit | None) -> None:
    assert Limit.parse(text) == limit


@pytest.mark.parametrize(
    "text", ["", "5", "0/5", "5/0", "5/", "-1/5", "5/15/3", "5/1.5", "999999/1", "five/15"]
)
def test_other_texts_are_no_limit(text: str) -> None:
    with pytest.raises(ValueError):
        Limit.parse(text)


@settings(max_examples=60, deadline=None)
@given(
    count=st.integers(1, 4),
    seconds=st.integers(1, 6),
    steps=st.lists(st.tuples(st.integers(0, 3), st.sampled_from("ab")), max_size=60),
)
def test_there_are_never_more_events_in_a_window_and_never_fewer_than_fit(
    count: int, seconds: int, steps: list[tuple[int, str]]
) -> None:
    """Against the whole history, counted anew each time."""
    window: SlidingWindow[str] = SlidingWindow(Limit(count, seconds))
    history: list[tuple[int, str]] = []
    now = 0
    for pause, key in steps:
        now += pause
        inside = [at for at, other in history if other == key and at > now - seconds]
        remaining = window.remaining(key, now)
        assert (remaining == 0) == (len(inside) < count)
        if remaining:
            assert remaining == inside[-count] + seconds - now
        else:
            window.record(key, now)
            history.append((now, key))


def test_keys_are_forgotten() -> None:
    window: SlidingWindow[int] = SlidingWindow(Limit(2, 10))
    for key in range(5000):
        window.record(key, key / 100)
    assert len(window) == 1000
    window.record(1, 1_000_000)
    assert len(window) == 1

"""A store in a folder of its own, with a clock that the test moves."""

from __future__ import annotations

import dataclasses
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot.store.answers import KeptAnswer
from bot.store.store import Store, open_store
from index.answers.answer import Answer, Citation, PassageHit, SpeakerEntry, StatementEntry
from index.questions.intent import Intent

GUILD = 2**63 - 1

ANSWER = Answer(
    question="who said “ice” 🚢",
    intent=Intent.WHO_SAID,
    found=True,
    topic="ice",
    speakers=(
        SpeakerEntry(
            "Ilse Brandt",
            None,
            0.9,
            (
                StatementEntry(
                    "Ice.",
                    "direct",
                    0.8,
                    False,
                    (
                        Citation(
                            "a",
                            "Ice",
                            None,
                            "2020-01-02",
                            None,
                            1,
                            5,
                            "Ice.",
                            "»Ice.«",
                            0,
                            "direct",
                            ((0, 3),),
                        ),
                    ),
                ),
            ),
        ),
    ),
    passages=(PassageHit("a", "Ice", "Post", None, None, 0, 9, "text", 0.5, ()),),
)


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 2_000_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def store(tmp_path: Path, clock: Clock) -> AsyncIterator[Store]:
    async with open_store(tmp_path, clock=clock, kept_answers=5) as opened:
        yield opened


@pytest.fixture
def kept(clock: Clock) -> Callable[..., KeptAnswer]:
    """Makes an answer to keep, of now, with the changes given."""

    def make(**changes: object) -> KeptAnswer:
        base = KeptAnswer(
            ANSWER.question, ANSWER, "build-1", "asker", False, GUILD, 5, int(clock()), {"speaker": "Brandt"}
        )
        return dataclasses.replace(base, **changes)  # type: ignore[arg-type]

    return make

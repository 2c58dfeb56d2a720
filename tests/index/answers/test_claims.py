"""Wordings that are near in meaning, and claim different things."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_library import library_over

from index.answers.claims import claims_of, contradict
from index.encoding.encoder import Encoder


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We will close the Linden school", "We will not close the Linden school"),
        ("I sold the orchard", "I never sold the orchard"),
        ("The vote can be delayed", "The vote can’t be delayed"),
        ("We will hire 300 nurses next year", "We will hire 500 nurses next year"),
        ("three bridges will be closed", "seven bridges will be closed"),
        ("Line 7 will run in May 2013", "Line 12 will run in May 2013"),
        ("rents will rise again this winter", "rents will fall again this winter"),
        ("taxes on beer will go up by 5 percent", "taxes on wine will go up by 5 percent"),
        (
            "in the long years of the drought nobody gave the farmers of Arda more help than this council",
            "in the long years of the drought nobody gave the farmers of Torun more help than this council",
        ),
    ],
)
def test_what_differs_in_what_counts_is_another_claim(one: str, other: str) -> None:
    assert contradict(claims_of(one), claims_of(other), 0.85)
    assert contradict(claims_of(other), claims_of(one), 0.85)


@pytest.mark.parametrize(
    ("one", "other", "cosine"),
    [
        ("We have a joint interest in peace", "We have a common interest in peace", 0.95),
        ("it will take three years", "it will take 3 years", 0.8),
        ("more than 25,000 people", "more than 25000 people, in 2 camps", 0.8),
        ("the talks in Qusayr were good", "the talks in Qusair were good", 0.8),
        ("We will not close a single port", "none of our ports will close", 0.8),
        ("not the end of the road, the road goes on", "the road goes on", 0.8),
        ("We will not only mend the roof but paint it", "We will mend the roof and paint it", 0.8),
        ("two hundred people came to the fair", "200 people came to the fair", 0.95),
        ("it will cost 1.5 million", "it will cost 1,500,000", 0.95),
        ("the ferry leaves at 7:30", "the ferry leaves at 7.30", 0.95),
        ("the clerk is not guilty", "the clerk is innocent", 0.8),
        ("the bridge is safe", "as I said before, the bridge is safe for everyone", 0.8),
    ],
)
def test_other_words_for_the_same_are_no_other_claim(one: str, other: str, cosine: float) -> None:
    assert not contradict(claims_of(one), claims_of(other), cosine)


@given(st.text(alphabet="ab 5.,not'’NTX-", max_size=60), st.floats(0, 1))
def test_nothing_contradicts_itself(text: str, cosine: float) -> None:
    assert not contradict(claims_of(text), claims_of(text), cosine)


def test_many_negations_are_read_in_one_pass() -> None:
    claims = claims_of("not " * 40_000 + "close the pier; no ferry")  # a minute where each is looked behind
    assert claims.negated == {"close", "ferri"}


async def test_opposite_statements_of_one_speaker_are_two(encoder: Encoder, tmp_path: Path) -> None:
    said = "News of Linden\n\n“We will {} the Linden school in June,” Mayor Tom Hale said.\n"
    articles = [{"text": said.format(verb), "published": "2014-03-01"} for verb in ("close", "not close")]
    async with library_over(articles, tmp_path, encoder) as library:
        (speaker,) = (await library.ask("what did Hale say about the school")).speakers
        assert [len(one.citations) for one in speaker.statements] == [1, 1]
        asked = await library.ask("did Hale say we will close the Linden school")
        (statement,) = asked.speakers[0].statements
        assert "not" not in statement.text and len(statement.citations) == 1

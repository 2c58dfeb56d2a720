"""What somebody denied, or said the opposite of, is no plain answer to who said it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from small_library import library_over

from index.answers.polarity import is_opposite
from index.encoding.encoder import Encoder
from index.library import Library
from index.search.tokens import terms

ARTICLE = """The ferry and the bridge of Linden

Finance minister Karl Weber did not say that the ferry was insolvent.

Chief regulator Nina Falk denied that depositors had lost money.

Chairman Hugo Lenz refused to confirm that the vault was flooded.

"The captain took the gold," harbour master Ida Roth never claimed.

Nobody said that the lighthouse was haunted.

Engineer Ada Krause said that the bridge was not rotten.

Mayor Jan Pohl said that the tunnel would open in May.

"Water is not a commodity," the chemist Olga Prinz said on Friday.
"""


@pytest.fixture(scope="module")
async def denials(encoder: Encoder, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Library]:
    async with library_over([{"text": ARTICLE}], tmp_path_factory.mktemp("denials"), encoder) as library:
        yield library


@pytest.mark.parametrize(
    "question",
    [
        "who said the ferry was insolvent",
        "did Weber say the ferry was insolvent",
        "who said depositors had lost money",
        "who said the vault was flooded",
        "who said the lighthouse was haunted",
    ],
)
async def test_what_is_denied_was_not_said(denials: Library, question: str) -> None:
    answer = await denials.ask(question)
    assert not answer.found
    assert answer.speakers == ()


async def test_what_is_denied_is_shown_with_the_words_that_deny_it(denials: Library) -> None:
    for question in ("who denied that depositors had lost money", "what did Falk say about depositors"):
        answer = await denials.ask(question)
        (statement,) = answer.speakers[0].statements
        assert (answer.speakers[0].name, statement.text) == (
            "Nina Falk",
            "denied that depositors had lost money",
        )
        (citation,) = statement.citations
        assert ARTICLE[citation.start : citation.end] == citation.quote
    weber = await denials.ask("what did Weber say about the ferry")
    assert weber.speakers[0].statements[0].text == "did not say that the ferry was insolvent"


@pytest.mark.parametrize(
    ("question", "close"),
    [
        ("did Krause say the bridge was rotten", True),
        ("did Krause say the bridge was not rotten", False),
        ("did Pohl say the tunnel would not open", True),
        ("did Pohl say the tunnel would open", False),
        ("who said water is a commodity", True),
        ("who said commodity water", False),
    ],
)
async def test_the_opposite_is_near_at_most(denials: Library, question: str, close: bool) -> None:
    answer = await denials.ask(question)
    assert answer.found
    assert answer.speakers[0].statements[0].close is close


@pytest.mark.parametrize(
    ("topic", "text", "opposite"),
    [
        ("he had slept for three days", "he had not slept for three days", True),
        ("he had not slept for three days", "he hadn’t slept for three days", False),
        ("the rescue would work", "whether the rescue would work", True),
        ("whether the rescue would work", "whether the rescue would work", False),
        (
            "the judge took bribes, as was known",
            "it was false that the judge took bribes, as was known",
            False,
        ),
        ("bribes were taken", "it is not known when the money that bribes were paid with was taken", False),
        ("territorial integrity", "nobody may touch the integrity of a territorial state", False),
        ("is", "is not", False),
    ],
)
def test_a_not_among_the_words_turns_them(topic: str, text: str, opposite: bool) -> None:
    assert is_opposite(topic, dict.fromkeys(terms(topic), 1.0), text) is opposite

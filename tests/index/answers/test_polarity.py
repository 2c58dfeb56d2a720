"""What somebody denied, or said the opposite of, is no plain answer to who said it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_library import library_over

from index.answers.answer import Answer
from index.answers.polarity import _shortest, is_opposite
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

Councillor Eva Stern asked if the tram was on time.

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
        "who said depositors had lost money",
        "who said the vault was flooded",
        "who said the lighthouse was haunted",
    ],
)
async def test_what_is_denied_was_not_said(denials: Library, question: str) -> None:
    answer = await denials.ask(question)
    assert not answer.found
    assert answer.speakers == ()


@pytest.mark.parametrize(
    ("question", "speaker", "shown"),
    [
        ("did Falk say depositors had lost money", "Nina Falk", "denied that depositors had lost money"),
        ("did Weber say the ferry was insolvent", "Karl Weber", "did not say that the ferry was insolvent"),
    ],
)
async def test_who_did_not_say_it_is_shown_to_deny_it(
    denials: Library, question: str, speaker: str, shown: str
) -> None:
    answer = await denials.ask(question)
    assert (answer.found, answer.denied) == (False, True)
    (only,) = answer.speakers
    assert (only.name, [one.text for one in only.statements]) == (speaker, [shown])


async def test_others_who_said_it_deny_nothing(denials: Library) -> None:
    answer = await denials.ask("did Falk say the tunnel would open in May")
    assert (answer.found, answer.denied, answer.speakers[0].name) == (False, False, "Jan Pohl")


async def test_who_denied_it_is_found_by_other_forms_of_the_words(denials: Library) -> None:
    answer = await denials.ask("who denied losing the money of depositors")
    assert [entry.name for entry in answer.speakers] == ["Nina Falk"]


async def test_where_nobody_denied_it_all_is_near_and_unsure(denials: Library) -> None:
    answer = await denials.ask("who denied that the tunnel would open in May")
    assert answer.speakers
    assert all(one.close and one.score <= 0.5 for entry in answer.speakers for one in entry.statements)


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
        ("who said the tram was on time", True),
        ("who asked if the tram was on time", False),
    ],
)
async def test_the_opposite_is_near_at_most_and_unsure(denials: Library, question: str, close: bool) -> None:
    answer = await denials.ask(question)
    assert answer.found
    (statement,) = answer.speakers[0].statements
    assert (statement.close, statement.score < 0.8) == (close, close)


@pytest.mark.parametrize(
    ("topic", "text", "opposite"),
    [
        ("he had slept for three days", "he had not slept for three days", True),
        ("he had not slept for three days", "he hadn’t slept for three days", False),
        ("looters will be shot", "looters won't be shot", True),
        ("the rescue would work", "whether the rescue would work", True),
        ("whether the rescue would work", "the rescue would not work", False),
        ("you deserve a raise", "Whether you are a teacher or a nurse, you deserve a raise", False),
        ("the cellar is flooded", "I don't think that the cellar is flooded", True),
        ("the museum is rich", "We not only say that the museum is rich, we can prove it", False),
        ("the plan will work", "The plan will not be cheap but it'll work", False),
        ("climate change is real", "Whether you like it or not, climate change is real", False),
        ("the judge took bribes", "it was false that the judge took bribes", True),
        ("bread is a luxury", "I do not believe that bread is a luxury", True),
        ("the serum is not safe", "that the serum was safe for infants", True),
        ("the serum isn't safe", "the serum was safe", True),
        ("the serum was safe", "the serum is not safe", True),
        ("the serum is safe", "the serum was safe", False),
        ("raise the income tax", "not to raise the income tax", True),
        ("raise the income tax", "never to raise the income tax again", True),
        ("not raise the income tax", "not to raise the income tax", False),
        ("raise the income tax", "to raise the income tax, not to lower it", False),
        ("the serum will not sell", "that the serum would sell", True),
        ("the clerk was a thief", "I did not say the clerk was a thief", True),
        ("the clerk was a thief", "I never claimed the clerk was a thief", True),
        ("the clerk was a thief", "I said the clerk was a thief", False),
        ("energy is clean and cheap", "energy is not only clean but also cheap", False),
        ("there is no evidence of arson", "There is not a single shred of evidence of arson", False),
        ("the war must end soon", "The war has no winners and must end soon", False),
        ("Ukraine will win the war", "Ukraine has not lost and will win the war", False),
        ("taxes will rise if Labour wins", "If Labour wins, taxes will rise", False),
        ("inflation is too high", "Inflation, no doubt, is too high", False),
        ("bribes were taken", "it is not known when the money that bribes were paid with was taken", False),
        ("territorial integrity", "nobody may touch the integrity of a territorial state", False),
        ("he sold the vineyard", "I never sold the vineyard", True),
        ("he never sold the vineyard", "I never sold the vineyard", False),
        ("the vineyard was sold", "Never before was the vineyard sold", False),
        ("a vineyard", "I never liked what became of the vineyard", False),
        ("is", "is not", False),
        ("", "it is not", False),
    ],
)
def test_the_opposite_and_what_is_left_open(topic: str, text: str, opposite: bool) -> None:
    assert is_opposite(topic, dict.fromkeys(terms(topic), 1.0), text) is opposite


@given(st.lists(st.sampled_from("abc"), max_size=9))
def test_the_shortest_stretch_with_each_term(terms: list[str]) -> None:
    places = [(term, 2 * at, 2 * at + 1) for at, term in enumerate(terms)]
    stretches = [
        (places[last][2] - places[first][1], places[first][1])
        for first in range(len(terms))
        for last in range(first, len(terms))
        if set(terms[first : last + 1]) == set(terms)
    ]
    length, start = min(stretches, default=(0, 0))
    assert _shortest(places) == (start, start + length)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (
            'Anna Keller denied the claims: "The gifts went to a home in Ulm."',
            "who said the gifts went to a home",
        ),
        ("Robert Lang could not deny that the orchard was shrinking.", "who said the orchard was shrinking"),
        ("Ida Falk did not only say that the museum was closed.", "who said the museum was closed"),
        ("Jonas Falk not unreasonably argued that the opera was small.", "who said the opera was small"),
        ("Ida Falk did not say until Friday that the port was shut.", "who said the port was shut"),
        ("Ida Falk could not stress enough that the port was shut.", "who said the port was shut"),
        ("Ida Falk may have said “the port was shut.”", "who said the port was shut"),
        ("None of Your Business said that cookies should be banned.", "who said cookies should be banned"),
    ],
)
async def test_what_was_said_is_not_taken_for_denied(
    encoder: Encoder, tmp_path: Path, text: str, question: str
) -> None:
    async with library_over([{"text": f"News of Linden\n\n{text}\n"}], tmp_path, encoder) as library:
        answer = await library.ask(question)
        assert answer.found
        assert not answer.speakers[0].statements[0].close


@pytest.mark.parametrize(
    "frame",
    [
        "Ida Falk never said",
        "Ida Falk has never claimed",
        "Ida Falk did not directly say",
        "Ida Falk refused to say",
        "Ida Falk would not say if",
        "Ida Falk declined to say whether",
        "Ida Falk hardly said",
        "Ida Falk might say",
        "Ida Falk should have said that",
        "Ida Falk could have argued that",
        "If Ida Falk says",
        "Nor did Ida Falk say that",
    ],
)
async def test_what_somebody_did_not_say_or_might_is_no_answer(
    encoder: Encoder, tmp_path: Path, frame: str
) -> None:
    text = f"News of Linden\n\n{frame} the port was shut.\n\n“The market was open,” said Ida Falk.\n"
    async with library_over([{"text": text}], tmp_path, encoder) as library:
        assert not (await library.ask("who said the port was shut")).found
        asked = await library.ask("did Falk say the port was shut")
        assert not asked.found
        assert all(entry.name == "Ida Falk" for entry in asked.speakers) and asked.denied is bool(
            asked.speakers
        )
        assert (await library.ask("who said the market was open")).found


async def test_what_somebody_did_not_say_is_told_with_the_words_that_say_so(
    encoder: Encoder, tmp_path: Path
) -> None:
    text = "News of Linden\n\nIda Falk never mentioned the harbour fire.\n"
    async with library_over([{"text": text}], tmp_path, encoder) as library:
        for question in ("what did Falk say about the harbour fire", "who never mentioned the harbour fire"):
            (statement,) = (await library.ask(question)).speakers[0].statements
            assert statement.text == "never mentioned the harbour fire"


@pytest.mark.parametrize(
    ("text", "question", "shown"),
    [
        ("Rita Lohse denied there was a tunnel below the bank.", "a tunnel below the bank", None),
        ("Rita Lohse has denied taking money from the brewery.", "taking money from the brewery", None),
        (
            'Rita Lohse denied that the nurses were "vain and idle".',
            "the nurses were vain and idle",
            'denied that the nurses were "vain and idle"',
        ),
        (
            "Rita Lohse dismissed claims that the choir would be dissolved.",
            "the choir would be dissolved",
            "dismissed claims that the choir would be dissolved",
        ),
    ],
)
async def test_denials_without_that_and_around_quoted_words(
    encoder: Encoder, tmp_path: Path, text: str, question: str, shown: str | None
) -> None:
    async with library_over([{"text": f"News of Linden\n\n{text}\n"}], tmp_path, encoder) as library:
        assert not (await library.ask(f"who said {question}")).found
        denied = await library.ask(f"who denied {question}")
        assert _names(denied) == ["Rita Lohse"]
        (statement,) = denied.speakers[0].statements
        assert statement.text.split()[0] in {"denied", "has", "dismissed"}
        assert shown in {None, statement.text}


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ('Rita Lohse denied the charge as "pure theatre".', "pure theatre"),
        ('Rita Lohse dismissed the plan as "a gift to the rich".', "a gift to the rich"),
        ('Rita Lohse denied that she had lied, insisting that "all of it is true".', "all of it is true"),
    ],
)
async def test_what_is_quoted_beside_a_denial_was_said(
    encoder: Encoder, tmp_path: Path, text: str, question: str
) -> None:
    async with library_over([{"text": f"News of Linden\n\n{text}\n"}], tmp_path, encoder) as library:
        answer = await library.ask(f"who said {question}")
        assert (answer.found, _names(answer)) == (True, ["Rita Lohse"])


async def test_a_denial_is_not_one_with_a_saying_in_the_same_words(encoder: Encoder, tmp_path: Path) -> None:
    words = "that the ferry company had been insolvent since the end of March and owed its crew two wages"
    articles = [
        {"text": f"Ferry news\n\nKarl Weber said on Monday {words}.\n", "published": "2019-04-01"},
        {"text": f"More ferry news\n\nKarl Weber denied {words}.\n", "published": "2019-04-02"},
    ]
    async with library_over(articles, tmp_path, encoder) as library:
        said = await library.ask("who said the ferry company had been insolvent since the end of March")
        assert [one.article for one in said.speakers[0].statements[0].citations] == ["article-0"]
        about = await library.ask("what did Weber say about the ferry company")
        texts = [one.text for one in about.speakers[0].statements]
        assert sorted(text.startswith("denied that") for text in texts) == [False, True]
        denied = await library.ask("who denied that the ferry company had been insolvent")
        assert any(one.text.startswith("denied that") for one in denied.speakers[0].statements)
        refused = await library.ask("who said that the ferry company refused to pay wages")
        assert not any(
            one.text.startswith("denied") for entry in refused.speakers for one in entry.statements
        )


async def test_who_denied_it_is_not_who_said_it(encoder: Encoder, tmp_path: Path) -> None:
    text = "Bank news\n\nNina Falk denied that savers lost money.\n\nRolf Kern said that savers lost money.\n"
    text += "\nHugo Lenz denied that the disputed vote was stolen.\n\nThat the club was broke, Hans Moor denied.\n"
    async with library_over([{"text": text}], tmp_path, encoder) as library:
        assert _names(await library.ask("who denied that savers lost money")) == ["Nina Falk"]
        assert _names(await library.ask("who said savers lost money")) == ["Rolf Kern"]
        assert not (await library.ask('who said the "disputed" vote was stolen')).found
        moor = await library.ask("what did Moor say about the club")
        assert moor.speakers[0].statements[0].text == "That the club was broke, Hans Moor denied"


def _names(answer: Answer) -> list[str | None]:
    return [speaker.name for speaker in answer.speakers]

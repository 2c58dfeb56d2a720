from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from loopback.limits import check_message
from loopback.view import visible

from bot.render.embeds import embed
from bot.render.pages import Heading, Note, Quote, Source, Wording
from bot.render.quotation import DIFFERS, MOST_COMPARED, OTHER_WORDS, TOO_LONG, WORD_FOR_WORD, quotation_page
from index.answers.answer import Answer, Citation, SpeakerEntry, StatementEntry
from index.answers.wording import Change, Piece
from index.questions.intent import Intent

QUOTE = "“The lighthouse must stay, whatever the council says”"


def citation(quote: str = QUOTE, article: str = "a1", kind: str = "direct") -> Citation:
    return Citation(article, "Harbour plans", None, None, None, 0, len(quote), quote, quote, 0, kind, ())


def answered(*citations: Citation, speakers: int = 1) -> Answer:
    entry = StatementEntry(citations[0].quote, "direct", 0.97, False, citations)
    people = tuple(SpeakerEntry(f"Person {number}", None, 0.97, (entry,)) for number in range(speakers))
    return Answer("words", Intent.WHO_SAID, True, people, topic="words")


def test_the_same_words_are_called_so() -> None:
    page = quotation_page("the lighthouse must stay", answered(citation()))
    assert [type(block) for block in page.blocks] == [Heading, Note, Quote, Source]
    assert page.blocks[0] == Heading("Person 0", "sure") and page.blocks[1] == Note(WORD_FOR_WORD)


def test_other_words_are_marked_beside_the_verbatim_quote() -> None:
    page = quotation_page("The lighthouse can stay, the council says", answered(citation()))
    assert page.blocks[1] == Note(DIFFERS)
    changes = page.blocks[2]
    assert isinstance(changes, Wording)
    assert (
        Piece("must", Change.LEFT_OUT) in changes.changes and Piece("can", Change.PUT_IN) in changes.changes
    )
    text = embed(page).description or ""
    assert "~~must~~ __can__" in text and "~~whatever~~" in text
    assert visible(re.sub("~~|__", "", text)).count(QUOTE) == 1


def test_the_nearest_wording_comes_first() -> None:
    other = citation("The lighthouse stays, says the council", "a2")
    page = quotation_page("lighthouse stays", answered(citation(), other))
    assert [block.place for block in page.blocks if isinstance(block, Source)] == [1, 0]


def test_a_paraphrase_is_not_compared_word_by_word() -> None:
    page = quotation_page("That tower is going nowhere", answered(citation()))
    assert Note(OTHER_WORDS) in page.blocks and not any(isinstance(block, Wording) for block in page.blocks)


def test_nothing_found_is_said() -> None:
    page = quotation_page("lemon cake", Answer("q", Intent.WHO_SAID, False, topic="lemon cake"))
    assert page.blocks == (Note("Nothing in the corpus has anyone saying “lemon cake”."),) and not page.found


SIGNS = st.sampled_from(
    ["*", "_", "~", "`", "<@2001> ", "word ", "other ", "\u202e", "🤷🏽‍♀️ ", "\n", "1. ", "a" * 90]
)
TEXT = st.builds(
    lambda parts, times: "x" + "".join(parts) * times,
    st.lists(SIGNS, min_size=1, max_size=6),
    st.integers(1, 60),
)


@settings(max_examples=10, deadline=None)
@given(TEXT, TEXT)
def test_it_fits_on_one_page(quotation: str, quote: str) -> None:
    places = [citation(quote, f"a{number}") for number in range(5)]
    page = quotation_page(quotation, answered(*places, speakers=4))
    check_message({"embeds": [embed(page).to_dict()]})
    assert page.total == 1 and any(isinstance(block, Source) for block in page.blocks)


def test_a_long_text_is_not_compared_word_by_word() -> None:
    page = quotation_page("the lighthouse " * MOST_COMPARED, answered(citation()))
    assert page.blocks[1] == Note(TOO_LONG)

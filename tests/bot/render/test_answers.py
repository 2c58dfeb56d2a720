"""Answers as pages, and these as embeds and as text for a terminal."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from loopback.limits import check_message
from loopback.view import bold, visible
from rich.console import Console

from bot.render.answers import ALL_CLOSE, CLOSE, DENIED, NEAR, OTHERS, answer_pages, nothing
from bot.render.embeds import embed
from bot.render.pages import Heading, Note, Page, Quote, Source
from bot.render.terminal import plain, renderable
from index.answers.answer import Answer, Citation, PassageHit, SpeakerEntry, StatementEntry
from index.questions.intent import Intent

QUOTE = "The lighthouse must stay,\nwhatever the council says"


def highlights(text: str, words: str) -> tuple[tuple[int, int], ...]:
    start = text.find(words)
    return () if start < 0 or not words else ((start, start + len(words)),)


def citation(
    quote: str = QUOTE,
    article: str = "a1",
    title: str = "Harbour plans",
    outlet: str | None = "Coast Post",
    published: str | None = "2020-02-03",
    url: str | None = None,
    kind: str = "direct",
    match: str = "lighthouse",
) -> Citation:
    spans = highlights(quote, match)
    return Citation(article, title, outlet, published, url, 0, len(quote), quote, quote, 0, kind, spans)


def statement(*citations: Citation, close: bool = False) -> StatementEntry:
    return StatementEntry(" ".join(citations[0].quote.split()), citations[0].kind, 0.9, close, citations)


def speaker(
    *statements: StatementEntry, name: str | None = "Mara Lindt", detail: str | None = None
) -> SpeakerEntry:
    return SpeakerEntry(name, detail, 0.9, statements)


def passage(text: str, article: str = "a1", match: str = "lighthouse") -> PassageHit:
    spans = highlights(text, match)
    return PassageHit(article, "Harbour plans", None, None, None, 0, len(text), text, 0.5, spans)


def who(*speakers: SpeakerEntry, found: bool = True, **more: object) -> Answer:
    asked = {"topic": "the lighthouse", "speakers": speakers, **more}
    return Answer("who said the lighthouse", Intent.WHO_SAID, found, **asked)  # type: ignore[arg-type]


def only(answer: Answer) -> Page:
    (page,) = answer_pages(answer)
    return page


def shown(page: Page) -> str:
    return visible(embed(page).description or "")


def test_a_speaker_is_named_quoted_and_cited() -> None:
    page = only(who(speaker(statement(citation(url="https://coast.example/1")), detail="the mayor")))
    assert embed(page).title == "who said the lighthouse"
    assert shown(page).split("\n") == [
        "Mara Lindt · the mayor · likely",
        "The lighthouse must stay, whatever the council says",
        "[1] Harbour plans · Coast Post · 2020-02-03 · https://coast.example/1",
    ]
    assert "<https://coast.example/1>" in (embed(page).description or "")
    assert bold(embed(page).description or "") == ["Mara Lindt", "lighthouse"]


def test_the_same_words_in_several_articles_stand_once_with_all_their_sources() -> None:
    first, second = citation(), citation(QUOTE.replace("\n", " "), "a2", "Council news", None, None)
    page = only(who(speaker(statement(first, second))))
    assert [type(block) for block in page.blocks] == [Heading, Note, Quote, Source, Source]
    assert page.blocks[1] == Note("In 2 articles:")
    assert "[2] Council news" in shown(page).split("\n")


def test_other_words_for_the_statement_are_quoted_too() -> None:
    other = citation("She wants the lighthouse to stay", "a2", kind="indirect")
    page = only(who(speaker(statement(citation(), other))))
    assert [type(block) for block in page.blocks] == [Heading, Note, Quote, Source, Quote, Source]
    assert shown(page).endswith("2020-02-03 · in the reporter's words")


def test_an_article_has_one_number() -> None:
    page = only(who(speaker(statement(citation()), statement(citation("Keep the lighthouse")))))
    assert [block.number for block in page.blocks if isinstance(block, Source)] == [1, 1]


def test_what_is_close_in_meaning_is_called_so_and_comes_last() -> None:
    near = statement(citation("The tower is here for good", "a2"), close=True)
    page = only(who(speaker(near, statement(citation()))))
    notes = [position for position, block in enumerate(page.blocks) if block == Note(CLOSE)]
    assert notes == [3]
    page = only(who(speaker(near)))
    assert page.blocks[0] == Note(ALL_CLOSE) and Note(CLOSE) not in page.blocks


def test_an_unknown_speaker_is_not_given_a_name() -> None:
    assert shown(only(who(speaker(statement(citation()), name=None)))).startswith("Unknown speaker")


def test_a_notice_comes_first() -> None:
    page = only(who(speaker(statement(citation())), notice="Understood Lint as Mara Lindt."))
    assert page.blocks[0] == Note("Understood Lint as Mara Lindt.")


@pytest.mark.parametrize(
    ("answer", "wording"),
    [
        (Answer("q", Intent.WHO_SAID, False, topic="x"), "Nothing in the corpus has anyone saying “x”."),
        (
            Answer("q", Intent.DID_SAY, False, topic="x", asked_speaker="Mara Lindt", asked_name="Lint"),
            "Nothing in the corpus has Mara Lindt saying “x”.",
        ),
        (
            Answer("q", Intent.WHAT_SAID, False, topic="x", asked_name="Nobody"),
            "Nothing in the corpus has Nobody speaking about “x”.",
        ),
        (
            Answer("q", Intent.WHAT_SAID, False, asked_name="Nobody"),
            "Nothing in the corpus is said by Nobody.",
        ),
        (Answer("q", Intent.PASSAGES, False), "Nothing in the corpus answers this."),
    ],
)
def test_nothing_found_is_said(answer: Answer, wording: str) -> None:
    assert nothing(answer) == wording
    assert shown(only(answer)) == wording


def test_near_misses_are_few_and_called_so() -> None:
    near = tuple(passage(f"a boat, {number}") for number in range(9))
    page = only(Answer("boats?", Intent.PASSAGES, False, passages=near))
    assert page.blocks[1] == Note(NEAR) and not page.found
    assert sum(isinstance(block, Quote) for block in page.blocks) == 3


def test_others_who_said_it_are_called_so() -> None:
    others = (speaker(statement(citation())),)
    answer = Answer("q", Intent.DID_SAY, False, others, topic="x", asked_name="Bo Rank")
    assert [block.text for block in only(answer).blocks if isinstance(block, Note)] == [
        "Nothing in the corpus has Bo Rank saying “x”.",
        OTHERS,
    ]


def test_who_denies_it_is_not_called_another() -> None:
    themselves = (speaker(statement(citation())),)
    asked = themselves[0].name
    answer = Answer("q", Intent.DID_SAY, False, themselves, topic="x", asked_speaker=asked, asked_name=asked)
    assert [block.text for block in only(answer).blocks if isinstance(block, Note)][1:] == [DENIED]


def test_passages_answer_other_questions() -> None:
    page = only(
        Answer("lighthouse", Intent.PASSAGES, True, passages=(passage("The old lighthouse.\n\nIt stands."),))
    )
    assert (embed(page).description or "").startswith("> The old **lighthouse**.\n> It stands.\n-# [1]")


def test_a_long_quote_is_shortened_around_its_match() -> None:
    long = "first " * 500 + "the lighthouse " + "last " * 500
    text = shown(only(who(speaker(statement(citation(long)))))).split("\n")[1]
    assert text.startswith("[…] first") and text.endswith("last […]") and "the lighthouse last" in text
    assert text.removeprefix("[…] ").removesuffix(" […]") in " ".join(long.split())


def test_a_long_answer_has_pages_that_name_the_speaker_again() -> None:
    statements = [statement(citation(f"{number} lighthouse " * 30, f"a{number}")) for number in range(20)]
    pages = answer_pages(who(speaker(*statements)))
    assert len(pages) > 2
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))
    assert pages[1].blocks[0] == Heading("Mara Lindt", "continued")
    numbers = [block.number for page in pages for block in page.blocks if isinstance(block, Source)]
    assert numbers == list(range(1, 21))
    assert embed(pages[1]).footer.text == f"Page 2 of {len(pages)}"


def test_a_statement_in_very_many_articles_goes_on_over_the_page() -> None:
    places = [citation(article=f"a{number}", title="t" * 110) for number in range(60)]
    pages = answer_pages(who(speaker(statement(*places))))
    assert sum(isinstance(block, Source) for page in pages for block in page.blocks) == 60


HOSTILE = st.sampled_from(
    [
        "*", "_", "`", "```", "|", "\\", "<@2001>", "@everyone", "discord.gg/x", "https://a.example/_b_",
        "[a](https://a.example)", "\n\n", "\n", " ", "1. ", "- ", "# ", "> ", ":smile:", "\u202e", "\u2067",
        "🤷🏽‍♀️", "lighthouse", "\x1b[31m", "\x00", "שלום",
    ]
)  # fmt: skip
TEXT = st.builds(
    lambda parts, times: "".join(parts) * times,
    st.lists(HOSTILE, min_size=1, max_size=8),
    st.integers(1, 900),
)
SHORT = st.builds("".join, st.lists(HOSTILE, max_size=40))
MAYBE = st.none() | SHORT
CITATIONS = st.builds(
    citation,
    TEXT,
    st.sampled_from(["a1", "a2", "a3"]),
    SHORT,
    MAYBE,
    st.none() | st.just("2020-02-03"),
    st.none() | st.builds("https://a.example/{}".format, SHORT),
    st.sampled_from(["direct", "mixed", "indirect"]),
    st.sampled_from(["", "lighthouse", "*", "_"]),
)
STATEMENTS = st.builds(
    lambda places, close: statement(*places, close=close),
    st.lists(CITATIONS, min_size=1, max_size=4),
    st.booleans(),
)
SPEAKERS = st.builds(
    lambda entries, name, detail: speaker(*entries, name=name, detail=detail),
    st.lists(STATEMENTS, min_size=1, max_size=3),
    MAYBE,
    MAYBE,
)
ANSWERS = st.builds(
    Answer,
    SHORT,
    st.sampled_from(list(Intent)),
    st.booleans(),
    st.lists(SPEAKERS, max_size=3).map(tuple),
    st.lists(st.builds(passage, TEXT), max_size=3).map(tuple),
    SHORT,
    MAYBE,
    MAYBE,
    MAYBE,
)


@settings(max_examples=40, deadline=None)
@given(ANSWERS)
def test_whatever_articles_hold_it_fits_and_is_seen_as_it_is(answer: Answer) -> None:
    pages = answer_pages(answer)
    for page in pages:
        check_message({"embeds": [embed(page).to_dict()]})
        seen = visible(embed(page).description or "").split("\n")
        for block in page.blocks:
            if isinstance(block, Quote):
                lines = block.excerpt.text.split("\n")
                assert all(any(line in shown_line for shown_line in seen) for line in lines)
        assert "\x1b" not in plain(page)


def test_the_terminal_marks_the_matched_words() -> None:
    page = only(who(speaker(statement(citation()))))
    out = io.StringIO()
    Console(file=out, force_terminal=True, width=60, color_system="standard").print(renderable(page))
    assert "\x1b[1;32mlighthouse\x1b[0m" in out.getvalue()
    out = io.StringIO()
    Console(file=out, width=60).print(renderable(page))
    assert "\x1b" not in out.getvalue()


def test_plain_text_keeps_a_quote_on_one_line() -> None:
    assert plain(only(who(speaker(statement(citation()))))).split("\n") == [
        "who said the lighthouse",
        "",
        "Mara Lindt · likely",
        "  The lighthouse must stay, whatever the council says",
        "    [1] Harbour plans · Coast Post · 2020-02-03",
    ]


def test_plain_text_numbers_the_pages() -> None:
    statements = [statement(citation(f"{number} lighthouse " * 30, f"a{number}")) for number in range(20)]
    pages = answer_pages(who(speaker(*statements)))
    assert plain(pages[0]).endswith(f"Page 1 of {len(pages)}")


def test_only_what_was_shown_is_said_to_be_gone() -> None:
    answer = who(
        speaker(statement(citation()), statement(citation("The pier, too"))), passages=(passage("x"),)
    )
    (page,) = answer_pages(answer, gone={0, 2})
    assert shown(page).startswith("One quotation is not shown: its article was removed or changed since.")
    (page,) = answer_pages(answer, gone={2})
    assert "not shown" not in shown(page)

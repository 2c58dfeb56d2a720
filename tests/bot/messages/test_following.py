from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.messages.following import Asked, Earlier, earlier, follow_up
from index.answers.answer import Answer, SpeakerEntry
from index.errors import BadInput
from index.questions import parse
from index.questions.filters import Filters
from index.questions.intent import Intent

NONE = Filters()
PEOPLE = {
    "lindt": "Mara Lindt",
    "mara lindt": "Mara Lindt",
    "brandt": "Ilse Brandt",
    "ilse brandt": "Ilse Brandt",
    "lindt and brandt": "Mara Lindt and Ilse Brandt",
}
SAID = "who said the harbour stays open"


def known_as(words: str) -> str | None:
    return PEOPLE.get(words.lower())


def before(
    question: str = "what did Lindt say about the harbour",
    speaker: str | None = "Mara Lindt",
    filters: Filters = NONE,
) -> Earlier:
    parsed = parse(question, filters)
    answer = Answer(question, parsed.intent, True, topic=parsed.topic, asked_speaker=speaker)
    return earlier(question, filters, answer)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("and about the ferry?", "what did Mara Lindt say about the ferry"),
        ("about the ferry", "what did Mara Lindt say about the ferry"),
        ("what about the ferry?", "what did Mara Lindt say about the ferry"),
        ("the ferry", "what did Mara Lindt say about the ferry"),
        ("And what about Brandt?", "what did Ilse Brandt say about the harbour"),
        ("and Brandt?", "what did Ilse Brandt say about the harbour"),
        ("from Ilse Brandt", "what did Ilse Brandt say about the harbour"),
        ('speaker:"Ilse Brandt"', "what did Ilse Brandt say about the harbour"),
        ("did he say no?", "did Mara Lindt say no"),
        ("what else did she say about tolls", "what else did Mara Lindt say about tolls"),
        ("who said the ferry sails again?", "who said the ferry sails again"),
        ("and what did Brandt say about tolls?", "what did Brandt say about tolls"),
        ("source:Post", "what did Lindt say about the harbour"),
        ("how many ships came into the harbour last year", "how many ships came into the harbour last year"),
        ('about "the old ferry"', 'what did Mara Lindt say about "the old ferry"'),
        ('"more"', 'what did Mara Lindt say about "more"'),
        ("thanks, what about the ferry?", "what did Mara Lindt say about the ferry"),
        ("no, i meant brandt", "what did Ilse Brandt say about the harbour"),
        ("and Brandt too?", "what did Ilse Brandt say about the harbour"),
        ("and Lindt and Brandt?", "what did Mara Lindt and Ilse Brandt say about the harbour"),
        ("no taxes", "what did Mara Lindt say about no taxes"),
        ("when did she resign?", "when did Mara Lindt resign"),
        ("who is she?", "who is Mara Lindt"),
        ("how old is the harbour?", "how old is the harbour"),
        ("more quotes by her", "quotes by Mara Lindt"),
        ("show me more from Brandt", "quotes from Brandt"),
    ],
)
def test_what_is_left_out_comes_from_the_question_before(text: str, asked: str) -> None:
    assert follow_up(text, before(), known_as).question == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("did Brandt say it?", "did Ilse Brandt say the harbour stays open"),
        ("did brandt say that too?", "did Ilse Brandt say the harbour stays open"),
        ("so did Brandt?", "did Ilse Brandt say the harbour stays open"),
        ("was it Brandt?", "did Ilse Brandt say the harbour stays open"),
        ("wasn't it Brandt who said that?", "did Ilse Brandt say the harbour stays open"),
        ("Brandt said it first", "did Ilse Brandt say the harbour stays open"),
        ("did she really say that?", "did Mara Lindt say the harbour stays open"),
        ("has Brandt said the same thing?", "did Ilse Brandt say the harbour stays open"),
        ("did Quill say this?", "did Quill say the harbour stays open"),
        ("what did Brandt say about it?", "what did Ilse Brandt say about the harbour stays open"),
        ("and what does brandt think?", "what did Ilse Brandt say about the harbour stays open"),
        ("did Brandt agree?", "what did Ilse Brandt say about the harbour stays open"),
        ("does ada quill agree with that?", "what did ada quill say about the harbour stays open"),
        ("how did Brandt respond to it?", "what did Ilse Brandt say about the harbour stays open"),
        ("what was Brandt's reaction?", "what did Ilse Brandt say about the harbour stays open"),
        ("what's brandt's view on that", "what did Ilse Brandt say about the harbour stays open"),
        ("who denied that?", "who denied the harbour stays open"),
        ("when did Brandt say that?", "what did Ilse Brandt say about the harbour stays open"),
        *(
            (text, SAID)
            for text in (
                "who else?", "who else said that?", "anyone else?", "did anyone else say it", "others?",
                "who?", "who said it first?", "has anybody else said so?", "by whom?",
                "when?", "when did she say that?", "when did Mara Lindt say it", "when was that?", "where?",
                "where did she say this", "in which article?", "which newspaper reported that?", "source?",
                "what's the source?", "what date was that?", "got a link?",
                "what about it?", "about that", "what about her?",
            )
        ),
    ],
)  # fmt: skip
def test_what_refers_to_the_answer_asks_for_its_words(text: str, asked: str) -> None:
    assert follow_up(text, before(SAID), known_as).question == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("who else said the ferry sails?", "who else said the ferry sails"),
        ("did Brandt say the ferry sails?", "did Brandt say the ferry sails"),
        ("did she say no to that", "did Mara Lindt say no to that"),
        ("what else did she say?", "what else did Mara Lindt say"),
        ("who said we can do it", "who said we can do it"),
        ("when was the harbour built?", "when was the harbour built"),
        ("where is the ferry?", "where is the ferry"),
        ("is it cold in town?", "is it cold in town"),
        ("was it a ferry?", "was it a ferry"),
        ("did the ferry sink?", "did the ferry sink"),
        ("the source of the river", "what did Mara Lindt say about the source of the river"),
        ("about others", "what did Mara Lindt say about others"),
    ],
)
def test_what_has_a_topic_of_its_own_keeps_it(text: str, asked: str) -> None:
    assert follow_up(text, before(SAID), known_as).question == asked


@pytest.mark.parametrize(
    "text",
    ["more", "really?", "that's wrong", "explain", "why?", "how so?", "are you sure?", "what did you say?",
     "tell me more", "prove it", "no way that is true", "go on"],
)  # fmt: skip
def test_what_asks_nothing_is_told_so(text: str) -> None:
    with pytest.raises(BadInput, match="do not understand"):
        follow_up(text, before(SAID), known_as)


def test_he_is_nobody_where_the_answer_is_about_several() -> None:
    with pytest.raises(BadInput, match="name the one"):
        follow_up("did he say it?", before(SAID, None), known_as)


def test_without_a_topic_before_there_is_nothing_that_others_said() -> None:
    with pytest.raises(BadInput, match="do not understand"):
        follow_up("who else?", before("quotes by Lindt"), known_as)


def test_the_same_question_again_keeps_its_speaker_and_another_does_not() -> None:
    narrowed = before(SAID, filters=Filters(speaker="Lindt", source="Post"))
    assert follow_up("when was that?", narrowed, known_as) == Asked(
        SAID, Filters(speaker="Lindt", source="Post")
    )
    assert follow_up("who else?", narrowed, known_as) == Asked(SAID, Filters(source="Post"))
    assert follow_up("did Brandt say it?", narrowed, known_as).filters == Filters(source="Post")


def test_filters_carry_over_and_new_ones_are_laid_over_them() -> None:
    narrowed = before(filters=Filters(source="Post", after="2020-01-01"))
    assert follow_up("about tolls", narrowed, known_as).filters == Filters(source="Post", after="2020-01-01")
    assert follow_up("about tolls source:Echo", narrowed, known_as).filters.source == "Echo"
    assert follow_up("who said no", narrowed, known_as).filters.source == "Post"
    assert follow_up("before:2021", narrowed, known_as).filters == Filters(
        source="Post", after="2020-01-01", before="2021-01-01"
    )


def test_a_date_in_words_carries_over() -> None:
    asked = follow_up("about tolls", before("what did Lindt say about the harbour in May 2019"), known_as)
    assert asked.question == "what did Mara Lindt say about tolls"
    assert asked.filters == Filters(after="2019-05-01", before="2019-06-01")


def test_a_speaker_who_was_a_filter_is_asked_about_or_replaced() -> None:
    narrowed = before("who said no", filters=Filters(speaker="Lindt"))
    assert follow_up("about tolls", narrowed, known_as) == Asked("what did Mara Lindt say about tolls", NONE)
    assert follow_up("what about Brandt", narrowed, known_as).question == "what did Ilse Brandt say about no"
    assert follow_up("source:Post", narrowed, known_as).filters == Filters(speaker="Lindt", source="Post")


def test_without_a_speaker_before_the_kind_of_question_goes_on() -> None:
    assert follow_up("and tolls?", before("who said no", None), known_as).question == "who said tolls"
    assert follow_up("and tolls?", before("harbour plans", None), known_as).question == "tolls"
    assert follow_up("and Lindt?", before("harbour plans", None), known_as).question == (
        "what did Mara Lindt say about harbour plans"
    )


def test_other_kinds_of_questions_keep_their_kind() -> None:
    assert follow_up("and Brandt?", before("did Lindt say no"), known_as).question == "did Ilse Brandt say no"
    assert follow_up("and Brandt?", before("quotes by Lindt"), known_as).question == "quotes by Ilse Brandt"


def test_exact_phrases_stay_exact() -> None:
    asked = before('what did Lindt say about "the old harbour"')
    assert follow_up("and Brandt?", asked, known_as).question == (
        'what did Ilse Brandt say about "the old harbour"'
    )
    assert follow_up("source:Post", asked, known_as) == Asked(
        'what did Lindt say about "the old harbour"', Filters(source="Post")
    )


def test_the_question_before_is_known_from_its_answer() -> None:
    one = SpeakerEntry("Mara Lindt", None, 1.0, ())
    answer = Answer("who said no", Intent.WHO_SAID, True, (one,), topic="no")
    assert earlier("who said no source:Post", Filters(after="2020-01-01"), answer) == Earlier(
        "who said no source:Post",
        Intent.WHO_SAID,
        "no",
        "Mara Lindt",
        Filters(source="Post", after="2020-01-01"),
    )
    two = (one, SpeakerEntry("Ilse Brandt", None, 1.0, ()))
    assert earlier("q", NONE, Answer("q", Intent.WHO_SAID, True, two, topic="no")).speaker is None


def test_a_filter_that_says_nothing_is_refused() -> None:
    with pytest.raises(BadInput):
        follow_up("before:yesterday", before(), known_as)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "and",
                "what",
                "about",
                "Lindt",
                "he",
                "who",
                "said",
                '"',
                "source:a",
                "?",
                ",",
                "x",
                "it",
                "did",
                "else",
            ]
        ),
        max_size=9,
    ).map(" ".join)
)
def test_whatever_is_replied_makes_a_question(text: str) -> None:
    try:
        asked = follow_up(text, before(), known_as)
    except BadInput:
        return
    assert asked.question.strip() and not asked.filters.phrases

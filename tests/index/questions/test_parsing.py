from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import BadInput
from index.questions import parse
from index.questions.intent import Intent
from index.questions.parsing import LONGEST_QUESTION

_WORDS = (
    "who",
    "what",
    "did",
    "say",
    "said",
    "about",
    "quotes",
    "by",
    ":",
    '"',
    "speaker:",
    "before:",
    "Grant",
    "according",
    "to",
    "in",
    "between",
    "May",
    "31",
    "2013",
    "and",
    "views",
    "the",
    "one",
    "?",
    ",",
)


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("who said the harbour stays open", "the harbour stays open"),
        ("Who said that the harbour stays open?", "the harbour stays open"),
        ("who said: the harbour stays open", "the harbour stays open"),
        ("who says the harbour stays open", "the harbour stays open"),
        ("who said to be or not to be", "to be or not to be"),
        ("who told reporters that the harbour stays open", "the harbour stays open"),
        ("who told Radio Four that the harbour stays open", "the harbour stays open"),
        ("who claimed the harbour stays open", "the harbour stays open"),
        ("who has warned about the harbour", "the harbour"),
        ("who argued that the harbour stays open", "the harbour stays open"),
        ("who denied closing the harbour", "closing the harbour"),
        ("Could you please tell me who said the harbour stays open?", "the harbour stays open"),
        ("hey, who said the harbour stays open please", "the harbour stays open"),
        ("who the hell said the harbour stays open", "the harbour stays open"),
        ("which politician said the harbour stays open", "the harbour stays open"),
        ("who among the leaders said the harbour stays open", "the harbour stays open"),
        ("who used the phrase stays open", "stays open"),
        ("who believes the harbour stays open", "the harbour stays open"),
        ("the harbour stays open, who said that?", "the harbour stays open"),
        ("who said people leave the harbour", "people leave the harbour"),
        ("who said to reporters that the harbour stays open", "the harbour stays open"),
        ("who called it a gang of thieves", "it a gang of thieves"),
        ("who was it that said the harbour stays open", "the harbour stays open"),
        ("who is quoted as saying the harbour stays open", "the harbour stays open"),
        ("who said something about the harbour", "the harbour"),
        ("who said what about the harbour", "the harbour"),
        ("what was said about the harbour", "the harbour"),
        ("what did they say about the harbour", "the harbour"),
        ("according to whom the harbour stays open", "the harbour stays open"),
        ('whose words are "the harbour stays open"', "the harbour stays open"),
    ],
)
def test_who_said(question: str, topic: str) -> None:
    parsed = parse(question)
    assert (parsed.intent, parsed.speaker, parsed.topic) == (Intent.WHO_SAID, None, topic)


@pytest.mark.parametrize(
    ("question", "speaker", "topic"),
    [
        ("what did Ada Grant say", "Ada Grant", ""),
        ("what did Ada Grant say about the harbour?", "Ada Grant", "the harbour"),
        ("What has Grant said on the harbour", "Grant", "the harbour"),
        ("what did the mayor tell reporters about the harbour", "the mayor", "the harbour"),
        ("what does Grant think of the harbour", "Grant", "the harbour"),
        ("what was Grant's position on the harbour", "Grant", "the harbour"),
        ("what's Grant's position on the harbour", "Grant", "the harbour"),
        ("Grant's comments on the harbour", "Grant", "the harbour"),
        ("comments by Grant about the harbour", "Grant", "the harbour"),
        ("remarks of Grant", "Grant", ""),
        ("a quote by Grant", "Grant", ""),
        ("tell me what Grant said about the harbour", "Grant", "the harbour"),
        ("what did the secretary of state say about the harbour", "the secretary of state", "the harbour"),
        ("what Grant said about the harbour", "Grant", "the harbour"),
        ("quotes by Ada Grant", "Ada Grant", ""),
        ("show me all quotes from Ada Grant about the harbour", "Ada Grant", "the harbour"),
        ("statements of Grant on the harbour", "Grant", "the harbour"),
        ("everything Grant said about the harbour", "Grant", "the harbour"),
        ("Ada Grant quotes", "Ada Grant", ""),
        ("how did Grant defend the harbour", "Grant", "the harbour"),
        ("did Grant say anything about the harbour", "Grant", "the harbour"),
        ("speaker:Grant the harbour", "Grant", "the harbour"),
        ("speaker:Grant", "Grant", ""),
    ],
)
def test_what_said(question: str, speaker: str, topic: str) -> None:
    parsed = parse(question)
    assert (parsed.intent, parsed.speaker, parsed.topic) == (Intent.WHAT_SAID, speaker, topic)


@pytest.mark.parametrize(
    "question",
    [
        "did Ada Grant say the harbour stays open",
        "Did Ada Grant ever say that the harbour stays open?",
        "has Ada Grant claimed the harbour stays open",
        "is it true that Ada Grant said the harbour stays open",
        'did Ada Grant really say "the harbour stays open"?',
    ],
)
def test_did_say(question: str) -> None:
    parsed = parse(question)
    assert (parsed.intent, parsed.speaker, parsed.topic) == (
        Intent.DID_SAY,
        "Ada Grant",
        "the harbour stays open",
    )


@pytest.mark.parametrize(
    "question",
    ["who wants the harbour closed", "how many ships came", "harbour opening times", "who is Ada Grant"],
)
def test_everything_else_is_a_passage_search(question: str) -> None:
    parsed = parse(question)
    assert (parsed.intent, parsed.speaker, parsed.topic) == (Intent.PASSAGES, None, question)


def test_filters_are_taken_out_of_the_question() -> None:
    parsed = parse('who said harbour speaker:"Ada Grant" source:Courier after:2020-05-01 before:2021')
    assert (parsed.intent, parsed.topic) == (Intent.WHO_SAID, "harbour")
    assert parsed.filters.speaker == "Ada Grant"
    assert parsed.filters.source == "Courier"
    assert parsed.filters.after == "2020-05-01"
    assert parsed.filters.before == "2021-01-01"


@pytest.mark.parametrize("quoted", ['"stays open"', "“stays open”", "«stays open»"])
def test_phrases_in_marks_of_every_style_filter_and_stay_in_the_topic(quoted: str) -> None:
    parsed = parse(f"who said the harbour {quoted}")
    assert parsed.topic == "the harbour stays open"
    assert parsed.filters.phrases == ("stays open",)


@pytest.mark.parametrize(
    ("question", "intent", "speaker", "topic"),
    [
        ('who said "to be or not to be"', Intent.WHO_SAID, None, "to be or not to be"),
        ('who said that "that is about it"', Intent.WHO_SAID, None, "that is about it"),
        ('who told "we know that tides fall"', Intent.WHO_SAID, None, "we know that tides fall"),
        ('who told reporters "people, look out, please"', Intent.WHO_SAID, None, "people, look out, please"),
        ('"of the sea, they said" who said that?', Intent.WHO_SAID, None, "of the sea, they said"),
        ('whose words are "this is it"', Intent.WHO_SAID, None, "this is it"),
        ('did Grant say "anything"', Intent.DID_SAY, "Grant", "anything"),
        ('did Grant write "a tide rises"', Intent.DID_SAY, "Grant", "a tide rises"),
        ('what did "Ada Grant" say about "the words"', Intent.WHAT_SAID, "Ada Grant", "the words"),
        ('"Ada Grant" quotes about "on the tide"', Intent.WHAT_SAID, "Ada Grant", "on the tide"),
        ('"tell me more, please"', Intent.PASSAGES, None, "tell me more, please"),
    ],
)  # fmt: skip
def test_nothing_is_taken_from_what_stands_in_marks(
    question: str, intent: Intent, speaker: str | None, topic: str
) -> None:
    parsed = parse(question)
    assert (parsed.intent, parsed.speaker, parsed.topic) == (intent, speaker, topic)
    assert topic in parsed.filters.phrases


def test_a_speaker_in_marks_loses_the_genitive_too() -> None:
    parsed = parse('"Putin\'s" quotes')
    assert (parsed.intent, parsed.speaker, parsed.filters.phrases) == (Intent.WHAT_SAID, "Putin", ())


def test_a_single_stop_word_in_marks_is_no_phrase() -> None:
    parsed = parse('who said "the" harbour "it is"')
    assert (parsed.topic, parsed.filters.phrases) == ("the harbour it is", ("it is",))


def test_marks_around_no_word_make_no_phrase() -> None:
    parsed = parse('who said "…" harbour «»')
    assert (parsed.topic, parsed.filters.phrases) == ("… harbour", ())


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("", "empty"),
        ("  ?! ", "empty"),
        ("who said", "which words"),
        ("who said harbour before:yesterday", "before:yesterday"),
        ("who said harbour after:2021-02-30", "after:2021-02-30"),
        ("who said harbour speaker:", "speaker:"),
        ('who said harbour source:""', "source:"),
        ("who said \udcff", "not valid text"),
        ("x" * (LONGEST_QUESTION + 1), str(LONGEST_QUESTION)),
    ],
)
def test_bad_questions_are_refused_by_one_sentence_that_names_what_is_wrong(
    question: str, named: str
) -> None:
    with pytest.raises(BadInput, match=r"^[^\n]+$") as error:
        parse(question)
    assert named in str(error.value)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300) | st.lists(st.sampled_from(_WORDS)).map(" ".join))
def test_any_text_is_parsed_or_refused(question: str) -> None:
    try:
        parsed = parse(question)
    except BadInput as error:
        assert "\n" not in str(error)
    else:
        assert parsed.topic or parsed.speaker

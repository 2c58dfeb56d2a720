"""Sources that a question names in words."""

from __future__ import annotations

import pytest

from index.questions import parse
from index.questions.intent import Intent


@pytest.mark.parametrize(
    ("question", "intent", "topic"),
    [
        ("What did Grant say about the pier according to the Courier?", Intent.WHAT_SAID, "the pier"),
        ("according to the Courier what did Grant say about the pier", Intent.WHAT_SAID, "the pier"),
        ("According to the Courier, what did Grant say about the pier?", Intent.WHAT_SAID, "the pier"),
        ("According to the Courier, who said the pier is safe?", Intent.WHO_SAID, "the pier is safe"),
        ("Who, according to the Courier, said the pier is safe?", Intent.WHO_SAID, "the pier is safe"),
        ("According to the Courier, did Grant say the pier is safe?", Intent.DID_SAY, "the pier is safe"),
    ],
)
def test_a_source_is_no_part_of_the_topic(question: str, intent: Intent, topic: str) -> None:
    parsed = parse(question)
    assert (parsed.intent, parsed.topic, parsed.source) == (intent, topic, "the Courier")
    assert parsed.perhaps is None


def test_a_source_and_a_date_both_go() -> None:
    for question in (
        "what did Grant say about the pier in May 2013 according to AFP",
        "what did Grant say about the pier according to AFP in May 2013",
        "according to AFP, what did Grant say about the pier in May 2013",
        "in May 2013, what did Grant say about the pier according to AFP",
    ):
        parsed = parse(question)
        assert (parsed.topic, parsed.source, parsed.filters.after) == ("the pier", "AFP", "2013-05-01")


@pytest.mark.parametrize(
    ("question", "topic", "source"),
    [
        ("who said the pier is safe according to the mayor", "the pier is safe", "the mayor"),
        ("did Grant say the pier is safe according to AFP", "the pier is safe", "AFP"),
        ("what did Grant say about fish in The Courier", "fish", "The Courier"),
        ("who said the pier is safe in New Quay", "the pier is safe", "New Quay"),
    ],
)
def test_what_may_be_said_itself_is_a_source_only_if_the_corpus_says_so(
    question: str, topic: str, source: str
) -> None:
    parsed = parse(question)
    assert parsed.source is None
    assert source in parsed.topic
    assert parsed.perhaps is not None
    assert (parsed.perhaps.topic, parsed.perhaps.source) == (topic, source)


@pytest.mark.parametrize(
    ("question", "speaker", "topic"),
    [
        ("according to Grant, what is wrong with the pier?", "Grant", "what is wrong with the pier"),
        ("what is wrong with the pier, according to Grant", "Grant", "what is wrong with the pier"),
    ],
)
def test_a_passage_search_goes_on_and_may_be_for_what_somebody_said(
    question: str, speaker: str, topic: str
) -> None:
    parsed = parse(question)
    assert (parsed.intent, parsed.topic, parsed.source) == (Intent.PASSAGES, question.rstrip("?"), None)
    assert parsed.perhaps is not None
    assert (parsed.perhaps.intent, parsed.perhaps.speaker) == (Intent.WHAT_SAID, speaker)
    assert parsed.perhaps.topic == topic


@pytest.mark.parametrize(
    "question",
    [
        "what does the harbour lack according to the report",
        "who said we must act according to the law",
        "according to whom is the pier safe",
        "who said the pier is safe in summer",
        "who said in",
    ],
)
def test_what_names_no_source(question: str) -> None:
    parsed = parse(question)
    assert (parsed.source, parsed.perhaps) == (None, None)

"""Dates that a question tells in words."""

from __future__ import annotations

import pytest

from index.questions import parse
from index.questions.filters import Filters
from index.questions.intent import Intent


@pytest.mark.parametrize(
    ("when", "after", "before"),
    [
        ("in May 2013", "2013-05-01", "2013-06-01"),
        ("in may, 2013", "2013-05-01", "2013-06-01"),
        ("in early May 2013", "2013-05-01", "2013-06-01"),
        ("in sept. 2013", "2013-09-01", "2013-10-01"),
        ("in December 2015", "2015-12-01", "2016-01-01"),
        ("on May 10, 2013", "2013-05-10", "2013-05-11"),
        ("on May 10th 2013", "2013-05-10", "2013-05-11"),
        ("on 10 May 2013", "2013-05-10", "2013-05-11"),
        ("on the 31st of May 2013", "2013-05-31", "2013-06-01"),
        ("on 2013-05-10", "2013-05-10", "2013-05-11"),
        ("during 2013-05", "2013-05-01", "2013-06-01"),
        ("in 2015", "2015-01-01", "2016-01-01"),
        ("back in the summer of 2015", "2015-01-01", "2016-01-01"),
        ("before june 2016", None, "2016-06-01"),
        ("prior to 5 June 2016", None, "2016-06-05"),
        ("until 2015", None, "2016-01-01"),
        ("after March 2015", "2015-04-01", None),
        ("since March 2015", "2015-03-01", None),
        ("between May and July 2013", "2013-05-01", "2013-08-01"),
        ("between Nov 2012 and Feb 2013", "2012-11-01", "2013-03-01"),
        ("between November and February 2013", "2012-11-01", "2013-03-01"),
        ("from May 3 to May 7, 2013", "2013-05-03", "2013-05-08"),
        ("from 2013-05-01 until 2013-05-20", "2013-05-01", "2013-05-21"),
    ],
)
@pytest.mark.parametrize(
    "question",
    [
        "what did Ada Grant say about the pier {}?",
        "What did Ada Grant say {} about the pier?",
        "{}, what did Ada Grant say about the pier",
        "quotes by Ada Grant about the pier {}",
        "Ada Grant's position on the pier {}",
    ],
)
def test_a_date_in_words_is_a_filter_and_no_part_of_the_topic(
    question: str, when: str, after: str | None, before: str | None
) -> None:
    parsed = parse(question.format(when))
    assert (parsed.intent, parsed.speaker, parsed.topic) == (Intent.WHAT_SAID, "Ada Grant", "the pier")
    assert parsed.filters == Filters(after=after, before=before)
    assert parsed.dated == when
    assert len(parsed.remarks) == 1


@pytest.mark.parametrize(
    ("when", "remark"),
    [
        ("in May 2013", "Only articles from 2013-05-01 to 2013-05-31."),
        ("on 10 May 2013", "Only articles of 2013-05-10."),
        ("since March 2015", "Only articles from 2015-03-01 on."),
        ("before 2016", "Only articles before 2016-01-01."),
        ("last week", "“last week” was left out: name the year, as in “in May 2013”."),
    ],
)
def test_what_was_understood_is_told(when: str, remark: str) -> None:
    assert parse(f"what did Ada Grant say about the pier {when}").remarks == (remark,)


@pytest.mark.parametrize(
    "question",
    [
        "quotes by Grant in 2015",
        "Grant quotes from 2015",
        "what did Grant say in 2015",
        "In 2015 what did Grant say",
    ],
)
def test_everything_of_a_year(question: str) -> None:
    parsed = parse(question)
    assert (parsed.speaker, parsed.topic) == ("Grant", "")
    assert parsed.filters == Filters(after="2015-01-01", before="2016-01-01")


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("who said the pier is safe, in May 2013", "the pier is safe"),
        ("In May 2013, who said the pier is safe?", "the pier is safe"),
        ("who said in May 2013 that the pier is safe", "the pier is safe"),
        ("who said the pier is safe between April and May 2013", "the pier is safe"),
        ("who spoke about the pier in May 2013", "the pier"),
        ("quotes about the pier from May 2013", "the pier"),
        ("did Grant say in May 2013 that the pier is safe", "the pier is safe"),
        ("did Grant say, in May 2013, that the pier is safe", "the pier is safe"),
        ("what was said about the pier in May 2013", "the pier"),
    ],
)
def test_what_stands_apart_from_the_words_said_is_a_filter(question: str, topic: str) -> None:
    parsed = parse(question)
    assert parsed.topic == topic
    assert parsed.filters.before == "2013-06-01"


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("who said the pier burned in 2015", "the pier burned in 2015"),
        ("who said the pier burned in May 2013", "the pier burned in May 2013"),
        ("who said the pier will open by 2015", "the pier will open by 2015"),
        ("who said we will win in May", "we will win in May"),
        ("who said we met last week", "we met last week"),
        ("did Grant say the pier burned in 2015", "the pier burned in 2015"),
        ("what did Grant call the pier in 2015", "the pier in 2015"),
        ("what did Grant say about the fire of 2015", "the fire of 2015"),
        ("what did Grant say about 2015", "2015"),
        ("what did Grant say about 31 February 2015", "31 February 2015"),
        ("what did Grant say about the news on 31 February 2015", "the news on 31 February 2015"),
        ('what did Grant say about "the fire in 2015"', "the fire in 2015"),
        ('who said "we leave in 2015 about noon"', "we leave in 2015 about noon"),
        ("what did Grant say about USA Today", "USA Today"),
    ],
)
def test_a_date_that_may_be_what_was_said_stays(question: str, topic: str) -> None:
    parsed = parse(question)
    assert (parsed.topic, parsed.filters.after, parsed.filters.before) == (topic, None, None)
    assert parsed.remarks == ()


@pytest.mark.parametrize(
    "when",
    [
        "last week",
        "yesterday",
        "in May",
        "since March",
        "on Monday",
        "two years ago",
        "over the past few months",
    ],
)
def test_what_has_no_year_is_left_out(when: str) -> None:
    for question in (
        f"what did Grant say about the pier {when}",
        f"{when}, what did Grant say about the pier",
    ):
        parsed = parse(question)
        assert (parsed.topic, parsed.filters) == ("the pier", Filters())
        assert when in parsed.remarks[0]


def test_filters_go_before_words() -> None:
    parsed = parse("what did Grant say about the pier in 2015 before:2014-02-01")
    assert (parsed.topic, parsed.filters) == ("the pier", Filters(before="2014-02-01"))
    assert (parsed.dated, parsed.remarks) == (None, ())
    chosen = parse("what did Grant say about the pier in 2015", Filters(after="2014-02-01"))
    assert chosen.filters == Filters(after="2014-02-01")


@pytest.mark.parametrize(
    "question",
    ["In 2015, how many ships came?", "harbour opening times in May 2013", "which ferry sank on 10 May 2013"],
)
def test_a_passage_search_keeps_its_dates(question: str) -> None:
    parsed = parse(question)
    assert (parsed.intent, parsed.topic) == (Intent.PASSAGES, question.rstrip("?"))
    assert parsed.filters == Filters()

from collections.abc import Callable

import pytest

from index.quotations import Statement

Told = Callable[[str], list[tuple[str, str, str | None]]]
Read = Callable[[str], list[Statement]]


@pytest.mark.parametrize(
    "text",
    [
        "“We will rebuild the bridge,” Maria Jensen said.",
        "“We will rebuild the bridge,” said Maria Jensen, a farmer from Aalborg.",
        "“We will rebuild the bridge,” Maria Jensen, a farmer from Aalborg, told reporters on Friday.",
        "“We will rebuild the bridge,” Maria Jensen (left) said after the meeting.",
        "Maria Jensen said, “We will rebuild the bridge.”",
        "Maria Jensen told the council: “We will rebuild the bridge.”",
        "In a letter on Monday, Maria Jensen wrote: “We will rebuild the bridge.”",
        "Speaking to farmers, Maria Jensen vowed, “We will rebuild the bridge.”",
        "According to Maria Jensen, “We will rebuild the bridge.”",
        "Maria Jensen: “We will rebuild the bridge.”",
        "Maria Jensen went to the podium and said: “We will rebuild the bridge.”",
        "“We will rebuild the bridge!” Maria Jensen shouted.",
        "“Will we rebuild the bridge?” asked Maria Jensen.",
    ],
)
def test_one_quotation_and_its_speaker(told: Told, text: str) -> None:
    ((kind, words, speaker),) = told(text)
    assert kind == "direct"
    assert words.startswith("“W") and words.endswith("”")
    assert speaker == "Maria Jensen"


def test_a_quotation_broken_by_its_attribution_is_one_group(read: Read) -> None:
    text = "“The river,” said Maria Jensen, a farmer, “is rising again.” The night was calm."
    first, second = read(text)
    assert first.group == second.group
    assert first.speaker == second.speaker
    assert [text[s:e] for st in (first, second) for s, e in st.quoted] == ["The river,", "is rising again."]


def test_a_quotation_goes_on_after_its_attribution(told: Told) -> None:
    text = "“It is late,” Maria Jensen said after Tom Hall had spoken. “We must go. Now.”"
    assert [(words, speaker) for _, words, speaker in told(text)] == [
        ("“It is late,”", "Maria Jensen"),
        ("“We must go. Now.”", "Maria Jensen"),
    ]


def test_paragraphs_that_open_again_without_closing(told: Told) -> None:
    text = (
        "“You cannot drink it,” Maria Jensen said.\n\n"
        "“The wells are dry.\n\n# ‘Nothing left’\n\n"
        "“And the river is worse.”\n\nTom Hall left the room."
    )
    assert told(text) == [
        ("direct", "“You cannot drink it,”", "Maria Jensen"),
        ("direct", "“The wells are dry.", "Maria Jensen"),
        ("direct", "“And the river is worse.”", "Maria Jensen"),
    ]


def test_the_sentence_before_introduces_the_speaker(told: Told) -> None:
    assert told("Tom Hall arrived late. Then Maria Jensen rose and explained:\n\n“The wells are dry.”") == [
        ("direct", "“The wells are dry.”", "Maria Jensen")
    ]
    assert told("Maria Jensen turned to the crowd. “The wells are dry.”") == [
        ("direct", "“The wells are dry.”", "Maria Jensen")
    ]


def test_the_line_after_credits_the_speaker(told: Told) -> None:
    assert told("“The wells are dry.”\n\n— Maria Jensen, farmer") == [
        ("direct", "“The wells are dry.”", "Maria Jensen")
    ]


def test_scare_quotes_titles_and_nicknames_are_no_statements(told: Told) -> None:
    assert told("The “reform” was late. Tom “Bear” Hall read “The Long Road” on the train.") == []
    assert told("‘Nothing left’\n\n“ALL IS LOST”") == []


def test_nobody_found_is_unknown(told: Told) -> None:
    assert told("“The wells are dry.”") == [("direct", "“The wells are dry.”", None)]


def test_kinds_and_stretches_of_mixed_speech(read: Read) -> None:
    text = "Maria Jensen called the plan “a bad joke” and said it was “far too late” for the valley."
    first, second = read(text)
    assert [s.kind.value for s in (first, second)] == ["mixed", "mixed"]
    assert text[first.start : first.end] == "the plan “a bad joke”"
    assert text[second.start : second.end] == "it was “far too late” for the valley"
    assert [text[s:e] for s, e in second.quoted] == ["far too late"]
    assert (first.cue, second.cue) == ("called", "said")

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


@pytest.mark.parametrize("opening", ["''", "``"])
def test_doubled_apostrophes_enclose_reported_words(read: Read, opening: str) -> None:
    text = f"{opening}We will rebuild the bridge,'' Maria Jensen said."
    (statement,) = read(text)
    assert text[statement.start : statement.end] == f"{opening}We will rebuild the bridge,''"
    assert (statement.kind.value, statement.quoted) == ("indirect", ())
    assert statement.speaker is not None
    assert statement.speaker.name == "Maria Jensen"


def test_real_marks_beside_doubled_apostrophes(read: Read) -> None:
    text = "Maria Jensen said the ''old'' plan was “a bad joke” for the valley."
    (statement,) = read(text)
    assert statement.kind.value == "mixed"
    assert [text[s:e] for s, e in statement.quoted] == ["a bad joke"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Maria Jensen, who called the plan “absurd,” added: “We must go home before winter.”",
            "“We must go home before winter.”",
        ),
        ("Maria Jensen spoke of need and hope: “Go home now,” she said.", "“Go home now,”"),
        ("Maria Jensen blurted out, “Oh, no,” at the sight of the bridge.", "“Oh, no,”"),
        (
            "Maria Jensen told the farmers who stood in the rain near Aalborg, “no one should go home today.”",
            "“no one should go home today.”",
        ),
        (
            "Maria Jensen shared her fear with the farmers, “We do not know what will come.”",
            "“We do not know what will come.”",
        ),
        ("Maria Jensen frowned. “Go home!”", "“Go home!”"),
    ],
)
def test_a_whole_quotation_behind_other_words(read: Read, text: str, words: str) -> None:
    assert ("direct", words, "Maria Jensen") in [
        (s.kind.value, text[s.start : s.end], s.speaker.name if s.speaker else None) for s in read(text)
    ]


def test_a_pull_quote_is_not_said_again(told: Told) -> None:
    text = (
        "“The wells are dry and nobody knows why,” Maria Jensen said. Tom Hall left.\n\n"
        "“The wells are dry and nobody knows why”\n\nThe night was calm."
    )
    assert [words for _, words, _ in told(text)] == ["“The wells are dry and nobody knows why,”"]


def test_an_excerpt_with_a_byline_is_nobody_s_speech(told: Told) -> None:
    assert told("“Rain over Aalborg,” by Ann Dow: “The rain began on Monday and did not stop.”") == []


@pytest.mark.parametrize(
    "frame",
    [
        "{}, shrugged commuter Tom Hale.",
        "{}, bristled Tom Hale, the mayor.",
        "{}, harrumphed Tom Hale, 45, a farmer.",
        "{}, Tom Hale shot back.",
        "{}, Tom Hale fired back at the council.",
        "In the words of Tom Hale, {}.",
        "As Tom Hale of Alder University put it to me over email, {}.",
        "As Tom Hale put it in a report, {}.",
    ],
)
def test_less_usual_frames(told: Told, frame: str) -> None:
    quoted = (
        "“The river will never come back,”" if frame.startswith("{") else "“The river will never come back.”"
    )
    text = frame.replace("{},", quoted).replace("{}.", quoted)
    assert told(text) == [("direct", quoted, "Tom Hale")]


def test_the_duke_shot_back(told: Told) -> None:
    assert told("“The river is gone,” the duke shot back.") == [
        ("direct", "“The river is gone,”", "the duke")
    ]


def test_both_halves_around_a_habit(told: Told) -> None:
    text = "“A door,” Tom Hale used to say, “is the difference between a job and a play.”"
    assert [(words, speaker) for _, words, speaker in told(text)] == [
        ("“A door,”", "Tom Hale"),
        ("“is the difference between a job and a play.”", "Tom Hale"),
    ]


@pytest.mark.parametrize("source", ["in the words of one official", "according to one official"])
def test_a_source_inside_a_sentence_owns_what_is_in_marks(told: Told, source: str) -> None:
    text = f"The plan was, {source}, “a disaster for the valley”."
    assert told(text) == [("direct", "“a disaster for the valley”", "one official")]


@pytest.mark.parametrize(
    "text",
    [
        "In other words, the river is gone.",
        "She has the words “never look back” on her arm.",
        "“Rain,” directed by Tom Hale.",
        "“Rain,” awarded the Alder prize, was her best film.",
    ],
)
def test_titles_and_other_words_have_no_speaker(told: Told, text: str) -> None:
    assert [speaker for *_, speaker in told(text) if speaker] == []


@pytest.mark.parametrize("rest", ["in the valley below the dam", "because of the dam", "that we know of"])
def test_a_quotation_that_ends_in_other_words_goes_on(told: Told, rest: str) -> None:
    text = f"“It is late,” Tom Hale said. “The river will never come back to us” {rest}."
    assert told(text)[1:] == [("direct", "“The river will never come back to us”", "Tom Hale")]


@pytest.mark.parametrize("rest", ["by Ann Dow", "of 1999 was a great film", "is her best book"])
def test_a_work_named_after_a_quotation_is_not_said(told: Told, rest: str) -> None:
    text = f"“It is late,” Tom Hale said. “The long way home to Oslo” {rest}."
    assert [words for _, words, _ in told(text)] == ["“It is late,”"]


@pytest.mark.parametrize(
    "subject", ["the festival", "the ratings", "the news", "a long season", "our summer"]
)
@pytest.mark.parametrize("verb", ["opened", "topped", "dominated"])
def test_a_title_is_the_subject_of_its_sentence(told: Told, verb: str, subject: str) -> None:
    assert told(f"“Rain!” {verb} {subject}.") == [("direct", "“Rain!”", None)]


@pytest.mark.parametrize(
    "speaker", ["the duke", "the neighbours", "the Gretna boss", "the committee", "Tom Hale"]
)
def test_who_deadpanned_speaks(told: Told, speaker: str) -> None:
    assert told(f"“Rain,” deadpanned {speaker}.") == [("direct", "“Rain,”", speaker)]


@pytest.mark.parametrize("rest", ["at the Tallow theatre until May.", "in the smaller theatre next door."])
def test_a_long_title_after_a_quotation_is_not_said(told: Told, rest: str) -> None:
    text = f"Hale praised it as “superb.” “The Ladder, the Wind and the Kite” {rest}"
    assert "“The Ladder, the Wind and the Kite”" not in [words for _, words, _ in told(text)]

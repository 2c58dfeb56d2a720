from collections.abc import Callable

import pytest

Told = Callable[[str], list[tuple[str, str, str | None]]]


@pytest.mark.parametrize(
    "participle",
    [
        "accused of theft by her deputy",
        "widely praised for her work",
        "criticised over the flood",
        "blamed for the delays",
        "described as a genius by critics",
        "hailed as “a hero” in Leeds",
        "quoted in the Times",
        "reminded of her pledge",
        "informed that the dam had burst",
        "told that the dam had burst",
        "told of the flood on Monday",
        "told to leave the valley",
        "urged to resign by the council",
        "questioned about the loan",
        "charged with theft",
        "repeatedly warned that the dam was old",
        "warned of the risks",
        "asked about the flood during a visit",
        "asked whether the dam was old",
        "asked to explain the loan",
        "advised to stay away",
    ],
)
@pytest.mark.parametrize("subject", ["Ada Roth", "In Leeds, Ada Roth", "On Monday Ada Roth", "But Ada Roth"])
def test_whom_others_accuse_or_ask_says_only_what_follows(told: Told, subject: str, participle: str) -> None:
    assert told(f"{subject}, {participle}, said the valley was dry.") == [
        ("indirect", "the valley was dry", "Ada Roth")
    ]


@pytest.mark.parametrize(
    "participle", ["accused of theft", "warned that the dam was old", "told of the flood on Monday"]
)
def test_whom_others_accuse_behind_the_verb(told: Told, participle: str) -> None:
    assert told(f"“It was not me,” said Ada Roth, {participle}.") == [
        ("direct", "“It was not me,”", "Ada Roth")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested Tom Hale, accused of theft.",
        "Tom Hale was arrested and accused of theft.",
        "Tom Hale, warned of the flood, went ahead.",
        "Tom Hale, asked to comment, declined.",
    ],
)
def test_whom_others_accuse_and_who_says_nothing(told: Told, text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "subject",
    [
        "A man accused of theft",
        "The woman blamed for the flood by her deputy",
        "The man described as a hero by the mayor",
        "An engineer told that the dam would close",
    ],
)
def test_a_participle_belongs_to_its_noun(told: Told, subject: str) -> None:
    assert told(f"{subject} said the valley was dry.") == [("indirect", "the valley was dry", subject)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ada Roth, the engineer, warned that the dam was old.", "that the dam was old"),
        ("Ada Roth, an engineer from Leeds, told of the flood in a letter.", "of the flood in a letter"),
        ("Ada Roth left the room, warned of the flood and went home.", "of the flood and went home"),
        (
            "Ada Roth dismissed as “nonsense” claims that the dam was old.",
            "as “nonsense” claims that the dam was old",
        ),
        (
            "Ada Roth left, then dismissed as “nonsense” claims that the dam was old.",
            "as “nonsense” claims that the dam was old",
        ),
        ("Ada Roth described in detail how the dam had burst.", "in detail how the dam had burst"),
        ("Ada Roth condemned on Monday the plan for the dam.", "on Monday the plan for the dam"),
        ("It was what Ada Roth described as “a very bad day”.", "as “a very bad day”"),
        ("The firm was one she accused of theft.", "of theft"),
        ("It was Ada Roth who warned of the flood.", "of the flood"),
    ],
)
def test_who_warns_or_describes_does_speak(told: Told, text: str, said: str) -> None:
    assert [words for _, words, _ in told(text)] == [said]


def test_verbs_in_a_row_stay_active(told: Told) -> None:
    text = "Ada Roth praised the firm, told of its plans, accused it of theft, and warned that it would fail."
    assert [words for _, words, _ in told(text)] == [
        "the firm",
        "of its plans",
        "it of theft",
        "that it would fail",
    ]


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        (
            "Ada Roth, the council leader, warned that the plan, which cost much, was failing.",
            "that the plan, which cost much, was failing",
            "Ada Roth",
        ),
        (
            "Ada Roth, a nurse, asked why the ward, opened in May, closed so soon.",
            "why the ward, opened in May, closed so soon",
            "Ada Roth",
        ),
        (
            "Roth, speaking in Leeds, warned that the plan, if adopted, ruined lives.",
            "that the plan, if adopted, ruined lives",
            "Roth",
        ),
    ],
)
def test_commas_within_what_is_said_make_nobody_passive(
    told: Told, text: str, said: str, speaker: str
) -> None:
    assert told(text) == [("indirect", said, speaker)]

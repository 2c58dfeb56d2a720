from collections.abc import Callable

import pytest

from index.quotations import SpeakerKind, Statement

Told = Callable[[str], list[tuple[str, str, str | None]]]
Read = Callable[[str], list[Statement]]


@pytest.mark.parametrize(
    "subject",
    [
        "Residents who live near the harbour",
        "Two guests who were at the dinner",
        "The people who run the shop",
        "The company that owns the mine",
        "The group which runs the mine",
        "Critics who have read the report",
        "Those who live near the harbour",
        "Everyone who lives nearby",
        "A man who was with her at the time",
        "The woman who wrote the letter",
    ],
)
@pytest.mark.parametrize(
    "frame", ["{} said the dam was safe.", "On Friday, {} told police the dam was safe."]
)
def test_the_subject_of_a_verb_with_a_relative_clause(read: Read, subject: str, frame: str) -> None:
    subject = subject if frame.startswith("{") else subject[0].lower() + subject[1:]
    statement = read(frame.format(subject))[-1]
    assert statement.speaker is not None
    assert statement.speaker.name == subject


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Tom Hale who was at the dinner said the dam was safe.", "Tom Hale"),
        ("The man who shot the president said the dam was safe.", "The man"),
        ("The man who the mayor said was guilty left.", "the mayor"),
        ("They met a man who Tom Hale said was guilty.", "Tom Hale"),
        ("The claim that the mayor said was false made news.", "the mayor"),
        ("Ann Dow, who runs the shop, said the dam was safe.", "Ann Dow"),
    ],
)
def test_relative_clauses_that_name_another_speaker(read: Read, text: str, speaker: str) -> None:
    statement = read(text)[-1]
    assert statement.speaker is not None
    assert statement.speaker.name == speaker


@pytest.mark.parametrize(
    "opening",
    [
        "Asked if he felt old",
        "Asked by a reporter if he felt old",
        "When asked whether he would stand again",
        "Pressed on whether he would go",
        "Challenged over why it had failed",
        "Questioned about the leak he had denied",
        "Speaking after he had won",
        "Answering one who had lost his house",
    ],
)
@pytest.mark.parametrize("cue", ["Tom Hale replied", "a source close to the minister said"])
def test_what_leads_up_to_an_answer_is_not_said(told: Told, opening: str, cue: str) -> None:
    assert [words for _, words, _ in told(f"{opening}, {cue}: “It was hard.”")] == ["“It was hard.”"]


@pytest.mark.parametrize(
    "clause",
    [
        "Pressed flowers are what they sell",
        "Building the dam means we lose the valley",
        "Asking who would pay is what we do",
    ],
)
def test_clauses_that_begin_like_an_introduction(told: Told, clause: str) -> None:
    assert told(f"{clause}, Ann Dow said.") == [("indirect", clause, "Ann Dow")]


def test_a_clause_that_goes_on_in_marks(told: Told) -> None:
    text = "If the dam that we built gave way, Ann Dow wrote, “the valley would be gone.”"
    assert [words for _, words, _ in told(text)] == [
        "If the dam that we built gave way",
        "“the valley would be gone.”",
    ]


@pytest.mark.parametrize(
    ("subject", "speaker"),
    [
        ("Big companies in the region", "Big companies in the region"),
        ("Small firms", "Small firms"),
        ("British companies", "British companies"),
        ("Nissan workers", "Nissan workers"),
        ("Angry parents", "Angry parents"),
        ("Staff", "Staff"),
        ("People", "People"),
        ("Management", "Management"),
        ("Brown", "Brown"),
        ("Rich Hale", "Rich Hale"),
    ],
)
@pytest.mark.parametrize(
    "frame",
    [
        "{} have said the dam is safe.",
        "{} have seen the plan and said the dam is safe.",
    ],
)
def test_the_capital_of_a_sentence_makes_no_name(read: Read, subject: str, speaker: str, frame: str) -> None:
    (statement,) = read(frame.format(subject))
    assert statement.speaker is not None
    named = subject in ("Brown", "Rich Hale")
    kind = SpeakerKind.PERSON if named else SpeakerKind.UNNAMED
    assert (statement.speaker.name, statement.speaker.kind) == (speaker, kind)


def test_a_surname_that_is_an_adjective(read: Read) -> None:
    text = "Councilman Ed Small spoke. Small, who left early, said the dam was safe."
    assert [s.speaker.name for s in read(text) if s.speaker] == ["Ed Small"]


def test_what_somebody_will_have_to_say_is_not_said(told: Told) -> None:
    assert told("Big companies will have to report their emissions to the council.") == []
    assert told("Tom Hale had to admit that the dam was unsafe.") == [
        ("indirect", "that the dam was unsafe", "Tom Hale")
    ]


@pytest.mark.parametrize(
    "subject",
    [
        "The lawyer representing Hale",
        "One pastor supporting Mr. Hale",
        "The man accusing Hale",
        "A teacher criticising the plan",
        "The lawyer representing the Hale family",
        "The woman whose son was killed",
        "The woman whose only son was killed in the fire",
        "Residents whose homes had flooded",
    ],
)
@pytest.mark.parametrize("before", ["", "Ann Hale waved. "])
def test_whom_a_clause_or_participle_is_about_does_not_speak(read: Read, before: str, subject: str) -> None:
    (statement,) = read(f"{before}{subject} said the dam was safe.")
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.speaker.kind) == (subject, SpeakerKind.UNNAMED)


@pytest.mark.parametrize(
    "subject",
    ["The managing director Ann Hale", "The acting mayor Ann Hale", "Ann Hale, whose son was killed,"],
)
def test_a_participle_before_a_title_is_an_adjective(read: Read, subject: str) -> None:
    (statement,) = read(f"{subject} said the dam was safe.")
    assert statement.speaker is not None
    assert statement.speaker.name == "Ann Hale"


@pytest.mark.parametrize(
    ("mention", "speaker"),
    [
        ("The Hale family", "The Hale family"),
        ("Attorneys for the family", "Attorneys for the family"),
        ("The organiser of the Gretna rally", "The organiser of the Gretna rally"),
        ("The Gretna organiser angrily", "The Gretna organiser"),
    ],
)
def test_nouns_that_end_like_adverbs(read: Read, mention: str, speaker: str) -> None:
    (statement,) = read(f"{mention} said the dam was safe.")
    assert statement.speaker is not None
    assert statement.speaker.name == speaker

from collections.abc import Callable

import pytest

from index.quotations import Statement

Read = Callable[[str], list[Statement]]


def last_speaker(statements: list[Statement]) -> str | None:
    speaker = statements[-1].speaker
    return speaker.name if speaker else None


@pytest.mark.parametrize(
    "told",
    [
        "Qimmo Sampaio said he was tired.",
        "Qimmo Sampaio said that he had lost the keys.",
        "Qimmo Sampaio, who lost his boat, wept.",
        "Qimmo Sampaio left his coat at the inn.",
        "Qimmo Sampaio told his wife to run.",
        "Qimmo Sampaio hurt himself at the gate.",
        "Qimmo Sampaio came late. He had missed the bus.",
    ],
)
def test_what_a_sentence_tells_of_its_subject(read: Read, told: str) -> None:
    text = f"Olga Brandt smiled. {told} “Ask me in spring,” she said."
    assert last_speaker(read(text)) == "Olga Brandt"
    text = f"{told}\n\n“Ask me in spring,” she said."
    assert last_speaker(read(text)) is None


@pytest.mark.parametrize(
    "told",
    [
        "“I stay,” said Qimmo Sampaio. She shut the door.",
        "Qimmo Sampaio disagreed. “We stay,” she said.",
        "Qimmo Sampaio saw herself as a guest.",
        "Qimmo Sampaio said that she had walked.",
    ],
)
def test_nobody_is_he_whom_the_article_has_called_she(read: Read, told: str) -> None:
    assert last_speaker(read(f"{told}\n\nThe film was long. “Come out,” he said.")) is None


def test_somebody_of_whom_nothing_is_told_may_be_he(read: Read) -> None:
    text = "Qimmo Sampaio walked home.\n\nThe film was long. “Come out,” he said."
    assert last_speaker(read(text)) == "Qimmo Sampaio"


@pytest.mark.parametrize(
    "told",
    [
        "Olga Brandt was there. Qimmo Sampaio said that she had walked.",
        "When Olga Brandt left, Qimmo Sampaio took her keys.",
        "Qimmo Sampaio met Olga Brandt and her son.",
        "Qimmo Sampaio gave her money.",
        "Qimmo Sampaio thanked her.",
    ],
)
def test_a_pronoun_that_may_be_somebody_elses_tells_nothing(read: Read, told: str) -> None:
    text = f"{told}\n\nQimmo Sampaio came back. “I forgot,” he said."
    assert last_speaker(read(text)) == "Qimmo Sampaio"


def test_what_is_told_of_both_genders_tells_nothing(read: Read) -> None:
    text = "Qimmo Sampaio said he was late. Qimmo Sampaio said she was late. “Good,” she said."
    assert last_speaker(read(text)) == "Qimmo Sampaio"


@pytest.mark.parametrize("verb", ["called", "has called", "never thanked", "thanked"])
def test_the_subject_is_not_the_object(read: Read, verb: str) -> None:
    text = f"Qimmo Sampaio, the minister, {verb} her a fool. “They are good shoes,” she said."
    assert last_speaker(read(text)) is None
    text = f"Helena Brandt sang. Qimmo Sampaio {verb} her a fool. “They are good shoes,” she said."
    assert last_speaker(read(text)) == "Helena Brandt"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Holm never saw herself as a guest.", "Qimmara Holm"),
        ("Holm, who lost her house, wept.", "Qimmara Holm"),
        ("Holm never saw himself as a guest.", None),
    ],
)
def test_of_a_couple_the_one_whom_the_sentence_tells(read: Read, sentence: str, name: str | None) -> None:
    text = (
        "Qimmara Holm died on Monday. Her husband, Tom Holm, wept.\n\nOlga Brandt said it was a loss.\n\n"
        f"{sentence} “Guests have better hair,” she said."
    )
    assert last_speaker(read(text)) == (name or "Olga Brandt")


@pytest.mark.parametrize(
    "told",
    ["The soldier came.", "The soldier, a tall man, said nothing could be done.", "A soldier came."],
)
def test_somebody_without_a_name_between_may_be_he(read: Read, told: str) -> None:
    text = f"Qimmo Sampaio hid in a ditch. {told} The dog barked. “Come out,” he said."
    assert last_speaker(read(text)) != "Qimmo Sampaio"
    text = f"Erik Lund hid in a ditch. {told} The dog barked. “Come out,” he said."
    assert last_speaker(read(text)) != "Qimmo Sampaio"


def test_an_unnamed_one_who_was_he_is_not_she(read: Read) -> None:
    text = "Qimmara Holm hid. A soldier said it was late. “Come out,” he said. “No,” she said."
    assert last_speaker(read(text)) == "Qimmara Holm"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Erik Lund met his lawyer, Qimmara Holm, on Monday.", "Qimmara Holm"),
        ("Qimmo Sampaio met his lawyer, Qimmara Holm, on Monday.", "Qimmara Holm"),
        ("Erik Lund sat beside Olga Brandt.", "Olga Brandt"),
        ("Erik Lund said that he had met Qimmara Holm.", "Qimmara Holm"),
        ("Erik Lund met Bob Dahl on Monday.", None),
        ("The film was about Qimmara Holm.", None),
        ("Erik Lund slept. The film was about Qimmara Holm.", None),
        ("Erik Lund met Qimmara Holm on Monday. “It is so,” said Bob Dahl.", None),
        ("Erik Lund met Qimmara Holm and Jorunna Dahl on Monday.", None),
        ("Olga Brandt met Qimmara Holm on Monday.", "Olga Brandt"),
    ],
)
def test_the_only_other_one_named_where_the_subject_cannot_be_meant(
    read: Read, sentence: str, name: str | None
) -> None:
    assert last_speaker(read(f"{sentence} “We are confident,” she said.")) == name


@pytest.mark.parametrize(
    "told",
    [
        "A doctor told her to rest.",
        "A doctor had earlier told her to rest.",
        "A police officer told her that it was late.",
        "A tutor told her that she was slow.",
        "The judge told her she was cruel.",
        "A nurse asked her what she wanted.",
        "A critic described her as a genius.",
        "An MP accused her of lying.",
        "Two guards told her to wait.",
        "Her mother told her to rest.",
        "Bob Dahl told her to rest.",
        "Qimmo Sampaio told her to rest.",
    ],
)
@pytest.mark.parametrize("name", ["Olga Brandt", "Qimmara Holm"])
def test_who_is_told_is_the_next_she(read: Read, told: str, name: str) -> None:
    assert last_speaker(read(f"{name} came at noon. {told} “Thanks,” she said.")) == name


@pytest.mark.parametrize(
    "told",
    ["A doctor told him to rest.", "A doctor told him that he was tired.", "His father told him to rest."],
)
def test_who_is_told_is_the_next_he(read: Read, told: str) -> None:
    text = f"Erik Lund came at noon. {told} “I rested,” he said.\n\nHe added that it was dull."
    assert [s.speaker.name for s in read(text)[-2:] if s.speaker] == ["Erik Lund"] * 2


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Erik Lund came. A doctor told his wife to rest. “I was strict,” he said.", "A doctor"),
        ("Erik Lund came. A doctor told him to rest. “He was tired,” she said.", "A doctor"),
        ("Olga Brandt came. Helena Dahl told her to rest. “I was strict,” she said.", "Helena Dahl"),
        ("A doctor told him to rest. “I rested,” he said.", None),
        ("When Qimmara Holm came, a doctor told her to rest. “I rested,” she said.", "Qimmara Holm"),
        (
            "Olga Brandt sang. When Jorunna Dahl met Qimmara Holm, a doctor told her to go. “No,” she said.",
            None,
        ),
        ("Olga Brandt sang. When Erik Lund came, a doctor told her to rest. “No,” she said.", None),
    ],
)
def test_who_tells_may_be_the_next_one_where_nobody_of_that_gender_is_told(
    read: Read, text: str, name: str | None
) -> None:
    assert last_speaker(read(text)) == name


@pytest.mark.parametrize(
    ("sentence", "pronoun", "name"),
    [
        ("Her partner has been told to wait.", "he", "Her partner"),
        ("Her lawyer said it was late.", "he", "Her lawyer"),
        ("Her lawyer declined to comment.", "she", "Olga Brandt"),
        ("Her book sold well.", "he", "Erik Lund"),
        ("The lawyer left.", "he", "Erik Lund"),
    ],
)
def test_her_partner_is_the_next_he(read: Read, sentence: str, pronoun: str, name: str | None) -> None:
    text = (
        f"Erik Lund said it was late.\n\nOlga Brandt said it was early. {sentence} “We wait,” {pronoun} said."
    )
    assert last_speaker(read(text)) == name


@pytest.mark.parametrize("given", ["Alex", "Casey", "Charlie", "Morgan", "Sam"])
def test_a_name_of_women_and_men_tells_nothing(read: Read, given: str) -> None:
    for pronoun in ("She", "He"):
        text = (
            "Olga Brandt said it was old. Erik Lund said it was not.\n\n"
            f"{given} Holm said that nobody had warned them. {pronoun} said that no answer came."
        )
        assert last_speaker(read(text)) == f"{given} Holm"


def test_her_guest_may_be_who_is_named_behind(read: Read) -> None:
    text = (
        "Olga Brandt said it was early. Her guest, the pianist and singer Bob Dahl, wept. “We wait,” he said."
    )
    assert last_speaker(read(text)) in ("Bob Dahl", None)

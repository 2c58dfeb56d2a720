from collections.abc import Callable

import pytest

from index.quotations import SpeakerKind, Statement

Read = Callable[[str], list[Statement]]


def facts(statements: list[Statement]) -> list[tuple[str, SpeakerKind] | None]:
    return [(s.speaker.name, s.speaker.kind) if s.speaker else None for s in statements]


PERSON, UNNAMED, BODY = SpeakerKind.PERSON, SpeakerKind.UNNAMED, SpeakerKind.ORGANISATION


@pytest.mark.parametrize(
    "mention",
    [
        "the German",
        "the Swede",
        "the Frenchman",
        "the Brazilian",
        "the Australian",
        "the tall Dane",
        "the Texan",
    ],
)
def test_a_national_is_who_was_just_named(read: Read, mention: str) -> None:
    text = f"Qimmo Sampaio was furious. “It is never a foul,” said {mention}. “Never.”"
    assert facts(read(text)) == [("Qimmo Sampaio", PERSON)] * 2
    text = f"Nothing was left. “It is never a foul,” said {mention}."
    assert facts(read(text)) == [(mention, UNNAMED)]


@pytest.mark.parametrize(
    "before",
    [
        "Qimmo Sampaio beat Erik Lund in the final.",
        "Qimmo Sampaio beat Lund in the final.",
        "Qimmo Sampaio, a Danish singer, was furious.",
        "Qimmo Sampaio was furious. The team said it was late. Nils Dahl wept.\n\nThe players left.",
    ],
)
def test_a_national_who_may_be_another_has_no_name(read: Read, before: str) -> None:
    assert facts(read(f"{before} “He was better,” the German said."))[-1] == ("the German", UNNAMED)


def test_nobody_is_of_two_nations(read: Read) -> None:
    text = "Qimmo Sampaio won. “It was late,” said the German. “It was,” said the Swede."
    assert facts(read(text)) == [("Qimmo Sampaio", PERSON), ("the Swede", UNNAMED)]


def test_a_place_is_nobody_else(read: Read) -> None:
    text = "Qimmo Sampaio scored at Holm Road in Bergen on Sunday. “It is never a foul,” said the German."
    assert facts(read(text)) == [("Qimmo Sampaio", PERSON)]


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        ("The Germans", ("Germans", BODY)),
        ("The German government", ("The German government", BODY)),
        ("The French", ("French", BODY)),
        ("The Australian", ("Australian", BODY)),
        ("A Swede", ("A Swede", UNNAMED)),
        ("A 72-year-old", ("A 72-year-old", UNNAMED)),
        ("The German coach", ("The German coach", UNNAMED)),
    ],
)
def test_who_else_is_called_by_a_nation_is_not_who_was_named(
    read: Read, mention: str, expected: tuple[str, SpeakerKind]
) -> None:
    assert facts(read(f"Tom Hall came. {mention} said that the road was closed.")) == [expected]


def test_a_woman_is_no_man(read: Read) -> None:
    text = "Tom Hall came. “It is late,” the Frenchwoman said. “It is,” the Frenchman said."
    assert facts(read(text)) == [("the Frenchwoman", UNNAMED), ("the Frenchman", UNNAMED)]


@pytest.mark.parametrize(
    "sentence",
    [
        "“I came with a hat on,” the 72-year-old recalls. “Fifty years I have lived here.”",
        "“I came with a hat on,” said the 72-year-old. “Fifty years I have lived here.”",
        "The 72-year-old said she was happy. “Fifty years I have lived here,” she added.",
        "“I came with a hat on,” the 72-year-old widow said.\n\n“Fifty years,” the 72-year-old added.",
    ],
)
def test_an_age_is_who_was_just_named(read: Read, sentence: str) -> None:
    assert facts(read(f"Qimmara Holm lives by the sea. {sentence}")) == [("Qimmara Holm", PERSON)] * 2
    assert facts(read(f"Nobody lives there. {sentence}"))[0] in (
        ("the 72-year-old", UNNAMED),
        ("The 72-year-old", UNNAMED),
        ("the 72-year-old widow", UNNAMED),
    )


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Olga Brandt, 44, and Erik Lund, 51, fled.", "Erik Lund"),
        ("The 51-year-old baker Erik Lund fled with Olga Brandt.", "Erik Lund"),
        ("Erik Lund, aged 51, fled.\n\nOlga Brandt stayed.", "Erik Lund"),
        ("Olga Brandt, 44, fled.", None),
        ("Olga Brandt, 51, and Erik Lund, 51, fled.", None),
        ("Olga Brandt and Erik Lund fled.", None),
    ],
)
def test_an_age_is_who_is_of_that_age(read: Read, before: str, name: str | None) -> None:
    expected = (name, PERSON) if name else ("the 51-year-old", UNNAMED)
    assert facts(read(f"{before} “I love it here,” the 51-year-old said.")) == [expected]


@pytest.mark.parametrize(
    "mention",
    [
        "The 36-year-old star of Harbour Lights",
        "The 36-year-old owner of Hill Farm",
        "The 36-year-old presenter of Breakfast Time",
        "The 36-year-old singer of Blue Moon",
        "The 36-year-old head teacher at Mill Park",
    ],
)
def test_an_age_is_not_what_its_bearer_is_of(read: Read, mention: str) -> None:
    text = f"Erik Lund is late. {mention} has been nominated. “Not good,” he says.\n\n“No,” the 36-year-old said."
    assert facts(read(text)) == [("Erik Lund", PERSON)] * 2


def test_an_age_is_not_whom_its_bearer_belongs_to(read: Read) -> None:
    text = "Erik Lund is late. The 36-year-old cousin of Erik Lund said it was early."
    assert facts(read(text)) == [("The 36-year-old cousin of Erik Lund", UNNAMED)]


@pytest.mark.parametrize(
    "before",
    ["has quit Facebook after a row", "has left Leeds", "quit X", "joined the BBC", "moved to Bergen"],
)
def test_bodies_and_places_are_nobody_else_of_an_age(read: Read, before: str) -> None:
    text = f"Qimmara Holm {before}. The 29-year-old said she was sad. “Imagine,” she said."
    assert facts(read(text)) == [("Qimmara Holm", PERSON)] * 2


@pytest.mark.parametrize("before", ["beat Lena in the final", "has beaten Jorunna Dahl", "met Lena's team"])
def test_others_named_between_may_be_of_an_age(read: Read, before: str) -> None:
    text = f"Qimmara Holm {before}. “Imagine,” the 29-year-old said."
    assert facts(read(text)) == [("the 29-year-old", UNNAMED)]


@pytest.mark.parametrize(
    ("before", "pronoun", "expected"),
    [
        ("Qimmara Holm met Erik Lund.", "she", ("Qimmara Holm", PERSON)),
        ("Olga Brandt met Erik Lund.", "she", ("Olga Brandt", PERSON)),
        ("Olga Brandt, 44, met Erik Lund.", "she", ("The 29-year-old", UNNAMED)),
        ("Olga Brandt came. A 29-year-old was hurt.", "she", ("The 29-year-old", UNNAMED)),
        ("Nobody lives there.", "she", ("The 29-year-old", UNNAMED)),
        ("Olga Brandt met Bob Dahl.", "he", ("The 29-year-old", UNNAMED)),
    ],
)
def test_a_pronoun_behind_an_age_goes_on_to_who_was_named(
    read: Read, before: str, pronoun: str, expected: tuple[str, SpeakerKind]
) -> None:
    text = f"{before} The 29-year-old said it was late. “Imagine,” {pronoun} said."
    assert facts(read(text)) == [("The 29-year-old", UNNAMED), expected]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Roth met the German minister on Monday. The German said it was good.",
        "Ada Roth beat the Italian in the final. The Italian said it was unlucky.",
        "Ada Roth was bitten by a boy in the park. The 15-year-old said it was a joke.",
        "Ada Roth signed a striker from Ajax on Monday. The 24-year-old said it was late.",
        "Ada Roth praised her new striker. The Brazilian said it was late.",
    ],
)
def test_beside_somebody_without_a_name_nobody_is_guessed(read: Read, text: str) -> None:
    speaker = read(text)[-1].speaker
    assert speaker is None or speaker.name != "Ada Roth"


@pytest.mark.parametrize(
    "text",
    [
        "Ada Roth, a striker, came home. The 24-year-old said it was late.",
        "Ada Roth is a striker. The 24-year-old said it was late.",
    ],
)
def test_what_somebody_is_is_nobody_else(read: Read, text: str) -> None:
    speaker = read(text)[-1].speaker
    assert speaker is not None
    assert speaker.name == "Ada Roth"

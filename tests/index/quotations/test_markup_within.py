from collections.abc import Callable

import pytest

from index.quotations import Statement

Told = Callable[[str], list[tuple[str, str, str | None]]]
CLAUSE = "the dam will hold until spring"


@pytest.mark.parametrize(
    "name",
    [
        "**Tom Hall**",
        "*Tom Hall*",
        "***Tom Hall***",
        "_Tom Hall_",
        "__Tom Hall__",
        "[Tom Hall](https://dams.example/p/hall)",
        "**[Tom Hall](/p/hall)**",
        "[**Tom Hall**][hall]",
        "<b>Tom Hall</b>",
        "Tom&nbsp;Hall",
        "Tom Hall[2]",
    ],
)
@pytest.mark.parametrize(
    "sentence",
    [
        "{name} said {clause}.",
        "{name}, an engineer, told the council on Friday that {clause}.",
        "{clause}, said {name}.",
        "{clause}, according to {name}.",
    ],
)
def test_who_says_so_in_what_is_marked(told: Told, name: str, sentence: str) -> None:
    ((kind, words, speaker),) = told(sentence.format(name=name, clause=CLAUSE))
    assert (kind, words.removeprefix("that "), speaker) == ("indirect", CLAUSE, "Tom Hall")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            '**Tom Hall** said the dam was "[the **pride**](/x) of Leeds".',
            'the dam was "[the **pride**](/x) of Leeds"',
        ),
        ('*"We held,"* said Tom Hall.', '"We held,"'),
        ('"**We** held," said Tom Hall.', '"**We** held,"'),
        ("&quot;We held,&quot; said Tom Hall.", "&quot;We held,&quot;"),
        ("Tom Hall sa\u00adid the dam held.", "the dam held"),
        ("Tom Hall con\ufb01rmed that the dam held.", "that the dam held"),
        ("Tom Hall said [the dam held](/x).", "the dam held"),
        ("Tom Hall said the [dam](/x).", "the [dam](/x)"),
        ("> Tom Hall said the dam\n> held.", "the dam > held"),
        ("The dam failed.[3] Tom Hall said it held.", "it held"),
    ],
)
def test_its_words_are_as_the_text_has_them(told: Told, text: str, words: str) -> None:
    assert [(said, speaker) for _, said, speaker in told(text)] == [(words, "Tom Hall")]


def test_a_name_whose_accents_are_written_apart(told: Told) -> None:
    ((_, _, speaker),) = told(f"Toma\u0301s Mun\u0303iz said {CLAUSE}.")
    assert speaker == "Tomás Muñiz"


def test_places_are_those_of_the_text(read: Callable[[str], list[Statement]]) -> None:
    text = '**Tom Hall** said the [dam](/x) was "a *pride* of Leeds".'
    (statement,) = read(text)
    assert [text[a:b] for a, b in statement.quoted] == ["a *pride* of Leeds"]
    assert statement.speaker is not None
    assert text[statement.speaker.start : statement.speaker.end] == "Tom Hall"

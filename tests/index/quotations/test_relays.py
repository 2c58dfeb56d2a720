from collections.abc import Callable

import pytest

from index.quotations import Statement

Told = Callable[[str], list[tuple[str, str, str | None]]]
Read = Callable[[str], list[Statement]]


@pytest.mark.parametrize(
    "text",
    [
        "Nordfax quoted Ann Dow as saying the harvest had failed.",
        "Local media quoted Gretna farmer Ann Dow as saying the harvest had failed.",
        "The report cited a police officer, Ann Dow, as saying the harvest had failed.",
        "The Herald quoted Ann Dow, a farmer, as telling reporters the harvest had failed.",
        "The Herald quoted a spokesman for the ministry, Ann Dow, as saying the harvest had failed.",
        "The paper ran two pages on it, quoting Ann Dow as saying the harvest had failed.",
        "Ann Dow was quoted as saying the harvest had failed.",
        "Ann Dow was quoted by Nordfax as saying the harvest had failed.",
        "Ann Dow, a farmer, was quoted by the agency on Friday as saying the harvest had failed.",
        "Ann Dow has been quoted in the Herald as saying the harvest had failed.",
        "Ann Dow, quoted by the agency as saying the harvest had failed.",
        "Ann Dow, whom the Herald quoted as saying the harvest had failed.",
        "Ann Dow left. Nordfax quoted her as saying the harvest had failed.",
    ],
)
def test_who_is_quoted_speaks(told: Told, text: str) -> None:
    assert told(text) == [("indirect", "the harvest had failed", "Ann Dow")]


@pytest.mark.parametrize(
    ("frame", "speaker"),
    [
        ("Nordfax quoted Ann Dow as saying", "Ann Dow"),
        ("the agency quoted the minister as saying", "the minister"),
        ("the agency quoted an Albanian witness as saying", "an Albanian witness"),
        ("the Herald quoted Ms Dow, a farmer, as saying on Friday", "Dow"),
        ("Ann Dow was quoted as saying by Nordfax", "Ann Dow"),
    ],
)
def test_a_quotation_that_an_agency_relays(told: Told, frame: str, speaker: str) -> None:
    assert told(f"“The harvest has failed,” {frame}.") == [
        ("direct", "“The harvest has failed,”", speaker),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ann Dow cited the flood as a reason.", "the flood as a reason"),
        (
            "Ann Dow cited a memo by the panel as pointing to the flood.",
            "a memo by the panel as pointing to the flood",
        ),
    ],
)
def test_citing_something_as_a_reason_is_the_speakers_own(told: Told, text: str, words: str) -> None:
    assert told(text) == [("indirect", words, "Ann Dow")]


@pytest.mark.parametrize(
    "front", ["Citing two officials", "Citing a state agency", "Quoting the old song", "Quoting Edmund Burr"]
)
def test_who_is_cited_is_no_statement(told: Told, front: str) -> None:
    assert told(f'{front}, Ruth Okafor said: "The dam will hold."') == [
        ("direct", '"The dam will hold."', "Ruth Okafor")
    ]
    assert told(f"Ruth Okafor said the dam would hold, {front.lower().replace('burr', 'Burr')}.") == [
        ("indirect", "the dam would hold", "Ruth Okafor")
    ]


@pytest.mark.parametrize(
    "participle", ["Citing rising costs", "Calling the plan a risk", "Noting that it had rained"]
)
def test_a_participle_ends_before_its_subject(told: Told, participle: str) -> None:
    assert told(f"{participle}, Ruth Okafor refused to sign it on Monday.") == [
        ("indirect", participle.partition(" ")[2], "Ruth Okafor")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Tom Hale was wrongly quoted as saying the dam was cursed.",
        "Tom Hale has been falsely quoted as saying that the dam was cursed.",
        "The Herald wrongly quoted Tom Hale as saying the dam was cursed.",
    ],
)
def test_who_is_quoted_wrongly_has_not_said_it(told: Told, text: str) -> None:
    assert told(text) == []

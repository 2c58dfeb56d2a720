from collections.abc import Callable

import pytest

from index.quotations import Statement

Told = Callable[[str], list[tuple[str, str, str | None]]]
Read = Callable[[str], list[Statement]]


@pytest.mark.parametrize(
    ("frame", "cue"),
    [
        ("Tom Hale dismissed suggestions that", "dismissed suggestions"),
        ("Tom Hale dismissed the suggestion that", "dismissed the suggestion"),
        ("Her lawyer, Tom Hale, rejected claims that", "rejected claims"),
        ("Tom Hale rejects all new claims by critics that", "rejects all new claims"),
        ("Tom Hale has repeatedly denied allegations that", "has repeatedly denied allegations"),
        ("Tom Hale disputes the notion that", "disputes the notion"),
        ("Tom Hale denied that", "denied"),
    ],
)
def test_a_denied_claim_has_a_cue_that_denies_it(read: Read, frame: str, cue: str) -> None:
    text = f"{frame} the dam was unsafe."
    (statement,) = read(text)
    assert statement.speaker is not None
    assert statement.speaker.name == "Tom Hale"
    assert (text[statement.start : statement.end], statement.cue) == ("that the dam was unsafe", cue)


@pytest.mark.parametrize(
    "claim",
    [
        "she quit",
        "the dam burst",
        "Gretna won the cup",
        "armed men broke in",
        "limited companies were sold",
        "children lied to the court",
    ],
)
def test_what_is_claimed_has_its_own_subject(told: Told, claim: str) -> None:
    assert told(f"Tom Hale rejected claims that {claim}.") == [("indirect", f"that {claim}", "Tom Hale")]


def test_a_denial_behind_a_quotation(read: Read) -> None:
    text = "“It is nonsense,” Tom Hale said, dismissing claims that the dam was unsafe."
    assert [statement.cue for statement in read(text)] == ["said", "dismissing claims"]


@pytest.mark.parametrize(
    "text",
    [
        "Tom Hale rejected the offer.",
        "Tom Hale rejected claims that were plainly false.",
        "Tom Hale rejected claims that emerged last week.",
        "Tom Hale rejected rumours that circulated online.",
        "Tom Hale rejected the allegations that surfaced in the report last week.",
        "Tom Hale was investigating reports that the dam was unsafe.",
        "Police have received reports that the dam was unsafe.",
        "Tom Hale refuted claims that the dam was unsafe.",
        "Tom Hale resigned over claims that the dam was unsafe.",
        "Despite official claims that the dam was unsafe, it held.",
        "Amid growing reports that the dam was unsafe, Tom Hale left.",
        "She faces claims that the dam was unsafe.",
    ],
)
def test_claims_and_reports_that_are_nouns_report_nothing(told: Told, text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Tom Hale claims that the dam was unsafe.", "Tom Hale"),
        ("The minister claims that the dam was unsafe.", "The minister"),
        ("A source in government claims that the dam was unsafe.", "A source in government"),
        ("A man who was injured claims that the dam was unsafe.", "A man who was injured"),
        ("The Herald reports that the dam was unsafe.", "Herald"),
    ],
)
def test_claims_and_reports_that_are_verbs(told: Told, text: str, speaker: str) -> None:
    assert told(text) == [("indirect", "that the dam was unsafe", speaker)]


def test_what_is_rejected_is_no_part_of_the_clause_before(told: Told) -> None:
    text = "Tom Hale said the dam was safe and rejected the offer of help."
    assert told(text) == [("indirect", "the dam was safe", "Tom Hale")]


@pytest.mark.parametrize("denied", ["cheating", "murder", "wrongdoing", "lying"])
@pytest.mark.parametrize("verb", ["denied", "denies", "has denied", "admitted"])
def test_one_word_that_is_denied_or_owned_up_to(told: Told, verb: str, denied: str) -> None:
    assert told(f"Tom Hale {verb} {denied}.") == [("indirect", denied, "Tom Hale")]


@pytest.mark.parametrize(
    "text",
    [
        "Tom Hale was denied bail.",
        "Tom Hale, denied bail, wept.",
        "The judge denied bail.",
        "The council denied permission.",
        "The club admitted women.",
        "The hospital admitted patients.",
        "Tom Hale denied it.",
        "Tom Hale criticised cheating.",
    ],
)
def test_one_word_that_is_no_charge(told: Told, text: str) -> None:
    assert told(text) == []


def test_a_denial_beside_the_subject_ends_with_its_comma(told: Told) -> None:
    assert told("Tom Hale, who denied murder, was jailed.") == [("indirect", "murder", "Tom Hale")]

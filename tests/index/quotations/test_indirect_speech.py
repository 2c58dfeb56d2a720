from collections.abc import Callable

import pytest

from index.quotations import Statement

Told = Callable[[str], list[tuple[str, str, str | None]]]
CLAUSE = "the dam will hold until spring"


@pytest.mark.parametrize(
    "text",
    [
        f"Tom Hall said {CLAUSE}.",
        f"Tom Hall said on Friday {CLAUSE}.",
        f"Tom Hall told the council on Friday that {CLAUSE}.",
        f"Engineer Tom Hall, who built the wall, said {CLAUSE}.",
        f"Tom Hall, an engineer from Leeds, has repeatedly insisted that {CLAUSE}.",
        f"{CLAUSE.capitalize()}, Tom Hall said after talks with Mayor Ruth Okafor in Leeds.",
        f"{CLAUSE.capitalize()}, said Tom Hall.",
        f"{CLAUSE.capitalize()}, according to Tom Hall.",
        f"According to Tom Hall, {CLAUSE}.",
        f"In Leeds, Tom Hall warned that {CLAUSE}, adding nothing else.",
        f"Tom Hall said {CLAUSE}; the mayor left.",
        f"Tom Hall said {CLAUSE}, but Ruth Okafor left the room and said nothing.",
    ],
)
def test_the_clause_and_whose_it_is(told: Told, text: str) -> None:
    kind, words, speaker = told(text)[0]
    assert (kind, speaker) == ("indirect", "Tom Hall")
    assert words.lower().removeprefix("that ") == CLAUSE


def test_a_long_trailing_attribution_reports_the_whole_sentence(told: Told) -> None:
    text = (
        "The two towns are planning a common bridge over the river, where a flood has claimed more than "
        "forty lives since May, Mayor Ruth Okafor told reporters at a joint news conference."
    )
    ((_, words, speaker),) = told(text)
    assert words.startswith("The two towns") and words.endswith("since May")
    assert speaker == "Ruth Okafor"


def test_an_attribution_inside_the_clause(told: Told) -> None:
    text = "The dam, Tom Hall noted, has never been tested. Nobody answered."
    assert told(text) == [
        ("indirect", "The dam", "Tom Hall"),
        ("indirect", "has never been tested", "Tom Hall"),
    ]


def test_coordinated_verbs_share_their_subject(told: Told) -> None:
    text = "Ruth Okafor criticized the delay, called on Leeds to pay, and said she would not wait."
    assert told(text) == [
        ("indirect", "the delay", "Ruth Okafor"),
        ("indirect", "Leeds to pay", "Ruth Okafor"),
        ("indirect", "she would not wait", "Ruth Okafor"),
    ]


def test_a_participle_is_said_by_the_subject_of_its_sentence(told: Told) -> None:
    text = "Ruth Okafor released a statement saying the bridge would be closed."
    assert told(text) == [("indirect", "the bridge would be closed", "Ruth Okafor")]


def test_a_relative_clause_reports_what_follows_it(told: Told) -> None:
    text = "Ruth Okafor praised the plan, which she said had saved the town."
    assert told(text) == [
        ("indirect", "the plan", "Ruth Okafor"),
        ("indirect", "had saved the town", "Ruth Okafor"),
    ]


def test_papers_and_signs_say_but_do_not_condemn(told: Told) -> None:
    text = "The council passed two resolutions condemning the delay and threatening to fine the firm."
    assert told(text) == []
    assert told("Banners calling for peace hung from the dam. A report criticizing the army was lost.") == []
    assert told("The union published a report saying the dam was old.") == [
        ("indirect", "the dam was old", "The union")
    ]
    assert told("Ruth Okafor sent letters accusing the mayor of theft.") == [
        ("indirect", "the mayor of theft", "Ruth Okafor")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The plan was criticised by Tom Hall as a waste of money.",
        "The plan, denounced by Tom Hall on Friday as a waste of money, was dropped.",
        "The plan was described by the town's engineer, Tom Hall, as a waste of money.",
    ],
)
def test_the_agent_of_a_passive_speaks(told: Told, text: str) -> None:
    ((_, words, speaker),) = told(text)
    assert words.startswith("a waste of money")
    assert speaker == "Tom Hall"


@pytest.mark.parametrize(
    "text",
    [
        "Tom Hall believes the dam will hold.",
        "Tom Hall wants the dam to hold and hopes for the best.",
        "The report was long and its claims were old.",
        "The proposed charges and the state of the question made no news.",
        "The river is said to rise in May.",
    ],
)
def test_beliefs_wishes_and_nouns_are_no_speech(told: Told, text: str) -> None:
    assert told(text) == []


def test_hard_wrapped_lines_stay_one_clause(read: Callable[[str], list[Statement]]) -> None:
    text = "Tom Hall said the dam\nwill hold until\nspring. It is old."
    (statement,) = read(text)
    assert text[statement.start : statement.end] == "the dam\nwill hold until\nspring"


@pytest.mark.parametrize("verb", ["branded", "termed", "labelled", "labeled", "has branded"])
def test_what_somebody_is_branded(told: Told, verb: str) -> None:
    assert told(f"Ada Roth {verb} the plan “a disgrace”.") == [("mixed", "the plan “a disgrace”", "Ada Roth")]


@pytest.mark.parametrize(
    "text",
    [
        "Boxes labelled “fragile” were sent.",
        "The can, branded “Cool”, was empty.",
        "It did the town long term damage.",
        "Ada Roth accepted a prize.",
    ],
)
def test_labels_on_things_and_terms_report_nothing(told: Told, text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("object_of", ["found her", "found the body", "made a call", "hit his dog"])
def test_a_past_form_is_no_part_of_the_subject(told: Told, object_of: str) -> None:
    assert told(f"A shepherd {object_of} on Saturday and said the dam was safe.") == [
        ("indirect", "the dam was safe", "A shepherd")
    ]


@pytest.mark.parametrize("verb", ["orders two puddings", "offers a toast", "smiles"])
def test_a_narrated_name_before_its_pronoun(told: Told, verb: str) -> None:
    assert told(f"Romola Hart {verb}. “It is my birthday,” she says.") == [
        ("direct", "“It is my birthday,”", "Romola Hart")
    ]


@pytest.mark.parametrize("subject", ["Hale and others", "Hale and other investors", "investors and others"])
def test_a_row_of_subjects_is_not_cut_from_what_they_agreed(told: Told, subject: str) -> None:
    said = f"{subject} have agreed to invest in the dam"
    assert told(f"The company said {said}.") == [("indirect", said, "The company")]
